"""What a server keeps of its last build is what it would make anew, page by page, after any edit."""

from __future__ import annotations

import datetime as dt
import random
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from macros.domain.again import Again
from macros.models.duty import Duty
from macros.publishable import publishable
from macros.subjects import files, pages
from macros.views.places import place_page
from tests.making import edition, place
from tests.second_town import TOWN
from tests.site import towns
from tests.test_checked import TODAY

# More than those of which all are offered to whoever can't wait.
PLACES = 45
ROUNDS = PLACES // 5
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


def made(town: Path, day: dt.date, again: Again | None) -> dict[str, bytes]:
    """Every page and file that is made from data."""
    edition, _ = publishable(town, day, {}, again)
    drawn = {page.url: page.html().encode() for page in pages(edition, "")}
    return drawn | dict(files(edition, ""))


@pytest.mark.parametrize("seed", range(2))
def test_after_any_edits_a_server_shows_what_a_clean_build_shows(tmp_path: Path, seed: int) -> None:
    chance, again = random.Random(seed), Again()
    base = towns.large(tmp_path, PLACES)
    kept = 0
    before = made(base, TODAY, again)
    for step in range(4):
        town = Path(shutil.copytree(base, tmp_path / f"edited-{step}"))
        for edit in chance.sample(DUTY, chance.randint(1, 2)):
            towns.edited(town, "duty/rooms.yml", partial(edit, chance))
        if step == 2:
            elsewhere(town, chance)
        found = made(town, TODAY + dt.timedelta(days=step == 3), again)
        clean = made(town, TODAY + dt.timedelta(days=step == 3), None)
        assert [path for path in {**found, **clean} if found.get(path) != clean.get(path)] == []
        assert found != before
        kept += sum(found.get(path) is before[path] for path in before)
        before = found
    assert kept


def test_a_place_near_by_that_closes_is_told_anew() -> None:
    here, near = place("here"), place("near", at=("121.75469", "31.52580"))
    shut = Duty.model_validate({"closures": [{"place": "near", "from": "2026-11-24", "to": "2026-11-26"}]})
    before, after = (
        edition(TOWN.model_copy(update={"places": (here, near, *TOWN.places), "duty": duty}), TODAY)
        for duty in (Duty(), shut)
    )
    assert before.seen_at(here) != after.seen_at(here)
    assert place_page(before, here) != place_page(after, here)
