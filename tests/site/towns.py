"""Towns made for one test each: changed copies of the second town."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from macros.models.duty import Duty
from macros.models.people import Person
from macros.models.places import Place
from macros.models.town import Town
from tests.second_town import FOLDER, TOWN

HOSTILE = '<script>alert(1)</script>{{ 7*7 }}{% raw %}"><img src=x onerror=alert(1)>](javascript:alert(1))'
# What is written for the program, not for readers.
PLAIN = {
    "a", "advance", "article", "asked", "b", "by", "checked_on", "code", "consent", "cover", "danger", "date",
    "days", "embed", "file", "first", "from", "half", "holidays", "hours", "id", "kind", "latitude", "length",
    "at", "longitude", "made_up", "number",
    "people", "person", "phone", "place", "places", "players", "poster", "precision", "role", "rotation",
    "sample", "scope", "standby", "start", "substitute", "system", "tier", "to", "unit", "until", "urgent",
    "wanted", "was", "when", "year", "years",
}  # fmt: skip
SPOKEN_LISTS = {
    "about", "advice", "audience", "avoid", "bring", "categories", "choices", "first", "languages", "laws",
    "lectures", "organisers", "partners", "says", "series", "services", "specialities", "steps", "teaches",
    "units", "villages", "worth",
}  # fmt: skip


def copied(folder: Path) -> Path:
    """The second town in a folder of its own."""
    return Path(shutil.copytree(FOLDER, folder / "town"))


def edited(folder: Path, file: str, change: Callable[[dict[str, Any]], object]) -> None:
    """Nothing; changes one file of a town, in which every value is text."""
    path = folder / file
    tree = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - it makes nothing but text
    change(tree)
    path.write_text(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=10**6), "utf-8")


def replaced(folder: Path, file: str, old: str, new: str) -> None:
    """Nothing; changes some words of one file of a town."""
    text = (folder / file).read_text("utf-8")
    assert old in text, f"{file} has no {old}"
    (folder / file).write_text(text.replace(old, new, 1), "utf-8")


def hostile(folder: Path) -> Path:
    """The second town, with something in every text that would do harm as markup or as a template."""
    town = copied(folder)
    edited(town, "events.yml", lambda tree: tree.update(EVENTS))
    edited(town, "videos.yml", lambda tree: tree.update(VIDEOS))
    edited(town, "site.yml", lambda tree: tree.update(danger={"title": "有危险", "advice": ["先报警"]}))
    edited(town, "responsibilities.yml", lambda tree: tree["responsibilities"][0]["plan"][0].update(PLANNED))
    for path in sorted(town.rglob("*.yml")):
        if path.name != "holidays.yml":
            edited(town, path.relative_to(town).as_posix(), _poison)
    # These have no room for so much.
    edited(town, "topics.yml", _short_steps)
    edited(town, "site.yml", lambda tree: tree["elsewhere"][0].update(address="https://flfw.example.cn/"))
    return town


def _poison(tree: Any) -> None:
    for key, value in tree.items():
        if key == "mark":
            tree[key] = "<"
        elif isinstance(value, str):
            # A series of events is named by its id, one of films by its name.
            plain = key in PLAIN or (key == "series" and value.isascii())
            tree[key] = value if plain else value + HOSTILE
        elif isinstance(value, dict):
            if key not in ("bounds", "cover") and not _counts(value):
                _poison(value)
        elif key in SPOKEN_LISTS:
            tree[key] = [word + HOSTILE if isinstance(word, str) else word for word in value]
        elif isinstance(value, list):
            for entry in value:
                if isinstance(entry, dict):
                    _poison(entry)


def _short_steps(tree: Any) -> None:
    for step in tree["mediation"]["steps"]:
        step["title"] = "<b>开口"


def _counts(values: dict[str, Any]) -> bool:
    """Whether there are only numbers in it, of people or things."""
    return all(isinstance(value, str) and re.fullmatch(r"[\d.]+\+?", value) for value in values.values())


EVENTS = {
    "categories": ["讲座", "集市"],
    "units": ["司法所", "妇联"],
    "series": [{"id": "jincun", "name": "进村", "summary": "讲座进村。"}],
    "lectures": ["遗嘱"],
    "events": [
        {
            "id": "coming", "title": "山林讲座", "date": "2026-11-28", "category": "讲座", "series": "jincun",
            "place": "taoyuan-room", "venue": "祠堂", "villages": ["桃源村"], "summary": "讲山林。",
            "organisers": ["司法所"], "partners": ["妇联"], "audience": "乡亲", "bring": ["合同"],
            "contact": {"number": "0500-0000-0009", "label": "小王"},
        },
        {
            "id": "off", "title": "停办的讲座", "date": "2026-12-28", "category": "讲座", "summary": "讲。",
            "cancelled": "下雨",
        },
        {
            "id": "late", "title": "延期的讲座", "date": "2026-12-29", "category": "讲座", "summary": "讲。",
            "postponed": "下雨",
        },
        {
            "id": "moved", "title": "改期的讲座", "date": "2026-12-30", "was": "2026-12-27",
            "category": "讲座", "summary": "不收费。",
            "law": {"name": "人民调解法", "article": "4", "checked_on": "2026-10-08"},
        },
        {"id": "past", "title": "集市问法", "date": "2025-05", "category": "集市", "summary": "在集市问。"},
        {
            "id": "market", "title": "早市", "when": "每月第一个周六 7:30-9:30", "from": "2026-11-01",
            "to": "2027-01-31", "category": "集市", "summary": "在早市问。", "venue": "集市", "dates": [
                {"date": "2026-11-07", "figures": {"present": "9"}, "recap": {"text": "人很多。"}},
                {"date": "2026-12-05", "cancelled": "下雪"},
                {"date": "2027-01-09", "was": "2027-01-02", "reason": "元旦", "venue": "村口"},
            ],
        },
    ],
}  # fmt: skip
PLANNED = {"events": ["coming", "off", "past"]}
VIDEOS = {
    "categories": ["动漫"],
    "series": ["进村"],
    "languages": ["乡音"],
    "videos": [
        {
            "id": "listed", "title": "山林故事", "date": "2025", "category": "动漫", "series": "进村",
            "language": "乡音", "summary": "讲山林。", "transcript": "第一句", "licence": "可以放映",
            "teaches": ["先问清楚"],
            "programme": {
                "performers": "老戏班",
                "roles": [{"name": "阿婆", "about": "住在山上"}],
                "scenes": [{"title": "上山", "start": "0:05", "summary": "阿婆上山。"}],
                "laws": [
                    {
                        "text": "不收费。",
                        "law": {"name": "人民调解法", "article": "4", "checked_on": "2026-10-08"},
                    }
                ],
            },
            "sources": [{"embed": "BV1ZK4y1N74w"}],
        }
    ],
}  # fmt: skip


def large(folder: Path, count: int) -> Path:
    """A town of so many places more, of which every five share an adviser who comes once a week.

    Fifty are a town by their statistical codes, with a station.
    """
    town = copied(folder)
    rounds = range(count // 5)
    # Many rows of places reach farther than the small town does.
    edited(town, "site.yml", lambda tree: tree.pop("bounds", None))
    edited(town, "people.yml", lambda tree: tree["people"].extend(_adviser(number) for number in rounds))
    edited(town, "places.yml", lambda tree: tree["places"].extend(_room(number) for number in range(count)))
    edited(town, "duty/rooms.yml", lambda tree: tree["rotations"].extend(_round(number) for number in rounds))
    return town


def in_memory(count: int) -> Town:
    """The same town without its files, which take longer to read than all of its pages to draw."""
    rounds = range(count // 5)
    return Town.model_construct(
        **{name: getattr(TOWN, name) for name in Town.model_fields}
        | {
            "places": TOWN.places + tuple(Place.model_validate(_room(number)) for number in range(count)),
            "people": TOWN.people + tuple(Person.model_validate(_adviser(number)) for number in rounds),
            "duty": Duty.model_validate({"rotations": [_round(number) for number in rounds]}),
        }
    )


def _room(number: int) -> dict[str, Any]:
    town, own = divmod(number, 50)
    station = {"name": f"第{town}镇法律服务工作站", "tier": "station"}
    room = {"name": f"第{number}村法律服务工作室", "tier": "room"}
    return {
        "id": f"room-{number}",
        "code": f"330999{100 + town}{200 + own}",
        **(room if own else station),
        "villages": [f"第{number}村"],
        "address": f"第{number}村村口",
        "position": {
            "longitude": f"{118.1 + number % 20 / 100:.5f}",
            "latitude": f"{29.5 + number // 20 / 100:.5f}",
            "system": "wgs84",
            "precision": "surveyed",
            "source": "现场测量",
        },
    }


def _adviser(number: int) -> dict[str, Any]:
    return {"id": f"adviser-{number}", "name": f"第{number}位律师", "role": "adviser"}


def _round(number: int) -> dict[str, Any]:
    when = f"每周{'一二三四五六日'[number % 7]} 9:00-11:00"
    segment = {"from": "2026-01-01", "when": when, "people": [f"adviser-{number}"]}
    segment["places"] = [f"room-{number * 5 + place}" for place in range(5)]
    return {
        "id": f"round-{number}",
        "name": f"第{number}片值班",
        "kind": "area",
        "segments": [segment],
    }


def consenting(folder: Path) -> Path:
    """The second town, whose room has a private number until 2026-12-02."""
    town = copied(folder)
    consent = {"scope": ["phone"], "until": "2026-12-02"}
    edited(
        town,
        "places.yml",
        lambda tree: tree["places"][2].update(phones=[{"number": "13800138002", "consent": consent}]),
    )
    return town
