"""The files of a new town, each with comments for whoever fills it in."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from string import Template

from pypinyin import lazy_pinyin

from macros.newtown.register import Village

FILES = ("site.yml", "people.yml", "duty.yml", "events.yml", "videos.yml", "README.md")
# Doors of the home page, where there are topics.
_DOORS = ("wages", "neighbour", "marriage", "fraud", "loan", "review", "legal-aid")
_SUFFIX = re.compile("(村|居委会|居民委员会|社区|小区)$")
_HEAD = """\
# 服务场所：站、室、点。编号（code）是国家统计局的统计用区划代码，用来分清同名的村。
# 每处还要填：地址、电话、开放时间，到门口量过的位置。写法看手册；名单和现在不一样的，照现在的改。

places:
  - id: station
    code: "{code}"
    name: {town}公共法律服务站
    tier: station
    # 就是 site.yml 里司法所的号码。
    phones: office
"""
_ROOM = """
  - id: {id}
    code: "{code}"
    name: {name}公共法律服务室
    tier: room
    villages: [{name}]
"""


@dataclass(frozen=True)
class NewTown:
    """What is asked of whoever begins a town."""

    name: str
    district: str
    code: str
    villages: tuple[Village, ...]


def files(town: NewTown, topics: str, today: dt.date) -> dict[str, str]:
    """The text of each file by its path; `topics` are those of another town, empty where there are none."""
    doors = [
        f"  - {{to: {door}}}" for door in _DOORS if re.search(rf"^  - id: {door}$", topics, re.MULTILINE)
    ]
    words = {
        "town": town.name,
        "district": town.district,
        "tomorrow": str(today + dt.timedelta(days=1)),
        "specialities": ", ".join(_specialities(topics)) or "婚姻家庭, 邻里纠纷",
        "doors": "\n".join(doors or ["  - {title: 找人问一问, to: duty}"]),
    }
    folder = resources.files("macros.newtown") / "files"
    found = {name: Template((folder / name).read_text("utf-8")).substitute(words) for name in FILES}
    found["places.yml"] = _places(town)
    return found | ({"topics.yml": topics} if topics else {})


def _places(town: NewTown) -> str:
    rooms = zip(ids(town.villages), town.villages, strict=True)
    return _HEAD.format(code=town.code, town=town.name) + "".join(
        _ROOM.format(id=id, code=village.code, name=village.name) for id, village in rooms
    )


def _specialities(topics: str) -> Iterator[str]:
    """What topics send people to somebody for, each once."""
    listed = re.findall(r"^ +specialities: \[(.*)\]$", topics, re.MULTILINE)
    yield from dict.fromkeys(word.strip() for words in listed for word in words.split(","))


def ids(villages: Sequence[Village]) -> list[str]:
    """An id for the room of each village, from its sound; those that sound alike are numbered."""
    return list(_numbered(f"{_sound(village.name)}-room" for village in villages))


def _numbered(names: Iterable[str]) -> Iterator[str]:
    seen: Counter[str] = Counter()
    for name in names:
        seen[name] += 1
        yield name if seen[name] == 1 else name.replace("-room", f"-{seen[name]}-room")


def _sound(name: str) -> str:
    plain = _SUFFIX.sub("", name) or name
    sound = "".join(lazy_pinyin(plain, errors=lambda text: re.sub("[^a-z0-9]", "", text.lower())))
    return re.sub("[^a-z0-9]", "", sound.replace("ü", "v")) or "village"
