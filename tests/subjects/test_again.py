"""What a server keeps of its last build is what it would make anew, page by page, after any edit."""

from __future__ import annotations

import datetime as dt
import random
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from macros.domain.again import Again
from macros.domain.seen import Shown
from macros.models.duty import Duty
from macros.publishable import MistakesError, Remembered, publishable
from macros.subjects import GeneratedPage, file_parts, files, pages
from macros.views.places import place_page
from tests.making import edition, place
from tests.second_town import TOWN
from tests.site import towns
from tests.test_checked import TODAY

# More than those of which all are offered to whoever can't wait.
PLACES = 45
ROUNDS = PLACES // 5
ADDRESS = "https://a.cn/"
MONDAY = dt.date(2026, 12, 7)
Tree = dict[str, Any]


def day_of(number: int, chance: random.Random) -> str:
    """A day on which a rotation has a duty."""
    return str(MONDAY + dt.timedelta(days=number % 7, weeks=chance.randrange(6)))


def override(chance: random.Random, tree: Tree) -> None:
    """Somebody is replaced once, or nobody comes."""
    number = chance.randrange(ROUNDS)
    what: Tree = chance.choice([{"cancel": "true"}, {"replace": [f"adviser-{(number + 1) % ROUNDS}"]}])
    entry = {"date": day_of(number, chance), "rotation": f"round-{number}", **what, "reason": "出庭"}
    tree["overrides"] = [entry]


def leave(chance: random.Random, tree: Tree) -> None:
    first = MONDAY + dt.timedelta(days=chance.randrange(60))
    last = first + dt.timedelta(days=chance.randrange(30))
    tree["leave"] = [{"person": f"adviser-{chance.randrange(ROUNDS)}", "from": str(first), "to": str(last)}]


def closure(chance: random.Random, tree: Tree) -> None:
    first = MONDAY + dt.timedelta(days=chance.randrange(60))
    last = first + dt.timedelta(days=chance.choice([0, 1, 20]))
    place = f"room-{chance.randrange(PLACES)}"
    tree["closures"] = [{"place": place, "from": str(first), "to": str(last), "reason": "维修"}]


def other_hours(chance: random.Random, tree: Tree) -> None:
    number = chance.randrange(ROUNDS)
    when = f"每月第{chance.choice('1234')}个周{'一二三四五六日'[number % 7]} 14:00-16:00"
    rotation = next(each for each in tree["rotations"] if each["id"] == f"round-{number}")
    rotation["segments"][0]["when"] = when


def no_duty_any_more(chance: random.Random, tree: Tree) -> None:
    gone = f"round-{chance.randrange(ROUNDS)}"
    tree["rotations"] = [each for each in tree["rotations"] if each["id"] != gone]


DUTY: list[Callable[[random.Random, Tree], None]] = [override, leave, closure, other_hours, no_duty_any_more]


def elsewhere(town: Path, chance: random.Random) -> None:
    """Something that isn't duty changes too."""
    number = chance.randrange(PLACES)
    file, old, new = chance.choice(
        [
            ("places.yml", f"第{number}村村口", "桥头"),
            ("people.yml", f"第{number % ROUNDS}位律师", "郑律师"),
        ]
    )
    towns.replaced(town, file, old, new)


def made(town: Path, day: dt.date) -> dict[str, bytes]:
    """Every page and file that a clean build makes from data."""
    edition, _ = publishable(town, day, Remembered())
    drawn = {page.url: page.html().encode() for page in pages(edition, ADDRESS)}
    return drawn | dict(files(edition, ADDRESS))


@dataclass
class Server:
    """A server's memory and what it shows; `drawn` are the paths of what its last build made."""

    kept: Remembered = field(default_factory=lambda: Remembered(again=Again()))
    shown: Shown = field(default_factory=Shown)
    folder: dict[str, bytes] = field(default_factory=dict)
    drawn: list[str] = field(default_factory=list)

    def build(self, town: Path, day: dt.date) -> dict[str, bytes]:
        """Every page and file that it shows of a town."""
        self.drawn.clear()
        edition, _ = publishable(town, day, self.kept)
        seen = self.shown.begin(edition)
        every = tuple(pages(seen, ADDRESS))
        for page in every:
            self.shown.once(page.url, page.of(), partial(self._written, partial(_drawn, page)), page.told)
        for part in file_parts(seen, ADDRESS, every):
            self.shown.once(part.name, part.of, partial(self._written, part.make))
        return {path: self.folder[path] for path in self.shown.paths()}

    def _written(self, make: Callable[[], Iterator[tuple[str, bytes]]]) -> tuple[str, ...]:
        found = dict(make())
        self.folder |= found
        self.drawn += found
        return tuple(found)


def _drawn(page: GeneratedPage) -> Iterator[tuple[str, bytes]]:
    yield page.url, page.html().encode()


def others(found: dict[str, bytes], clean: dict[str, bytes]) -> list[str]:
    """The paths of what differs."""
    return [path for path in {**found, **clean} if found.get(path) != clean.get(path)]


@pytest.mark.parametrize("seed", range(2))
def test_after_any_edits_a_server_shows_what_a_clean_build_shows(tmp_path: Path, seed: int) -> None:
    chance, server = random.Random(seed), Server()
    base = towns.large(tmp_path, PLACES)
    before = server.build(base, TODAY)
    for step in range(4):
        town = Path(shutil.copytree(base, tmp_path / f"edited-{step}"))
        for edit in chance.sample(DUTY, chance.randint(1, 2)):
            towns.edited(town, "duty/rooms.yml", partial(edit, chance))
        if step == 2:
            elsewhere(town, chance)
        day = TODAY + dt.timedelta(days=step == 3)
        found = server.build(town, day)
        assert others(found, made(town, day)) == []
        assert found != before
        assert step > 1 or len(server.drawn) < len(found) - 50, "only what shows the duty is made again"
        before = found


def texts(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Where a text stands that readers see, however deep: in which list or mapping, and under which key."""
    for key, value in tree.items() if isinstance(tree, dict) else enumerate(tree):
        if isinstance(value, dict | list):
            yield from texts(value)
        elif re.search("[\u4e00-\u9fff]{3}", value):
            yield tree, key


def reworded(chance: random.Random, tree: Tree) -> None:
    """One word more in some text, or an entry less."""
    found, lists = list(texts(tree)), [value for value in tree.values() if isinstance(value, list)]
    if not found or chance.random() < 0.2:
        chance.choice(lists).pop()
    else:
        held, key = chance.choice(found)
        held[key] += "了"


def test_after_an_edit_of_any_file_a_server_shows_what_a_clean_build_shows(tmp_path: Path) -> None:
    chance, server = random.Random(7), Server()
    town = towns.copied(tmp_path)
    server.build(town, TODAY)
    edits = kept = 0
    for path in sorted(town.rglob("*.yml")):
        before = path.read_text("utf-8")
        for _ in range(6):
            towns.edited(town, path.relative_to(town).as_posix(), partial(reworded, chance))
            try:
                found = server.build(town, TODAY)
            except MistakesError:
                path.write_text(before, "utf-8")
                continue
            assert others(found, made(town, TODAY)) == [], path.name
            edits, kept = edits + 1, kept + len(found) - len(server.drawn)
            break
    assert edits > 12
    assert kept / edits > 20


def test_a_place_near_by_that_closes_is_told_anew() -> None:
    here, near = place("here"), place("near", at=("121.75469", "31.52580"))
    shut = Duty.model_validate({"closures": [{"place": "near", "from": "2026-11-24", "to": "2026-11-26"}]})
    before, after = (
        edition(TOWN.model_copy(update={"places": (here, near, *TOWN.places), "duty": duty}), TODAY)
        for duty in (Duty(), shut)
    )
    assert before.seen_at(here) != after.seen_at(here)
    assert place_page(before, here) != place_page(after, here)
