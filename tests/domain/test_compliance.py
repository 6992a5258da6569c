"""What the office owes: the law first, nothing called a duty of law that isn't, and nothing left out."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from macros.domain.compliance import Compliance, compliance
from macros.domain.duty import Resolved
from macros.models.duty import Duty
from macros.models.events import Events
from macros.models.places import Place
from macros.models.site import Site
from macros.models.town import FILES, Town
from macros.models.visits import Visits
from tests.duty_town import rotation
from tests.making import place
from tests.second_town import TOWN

DAY = dt.date(2026, 11, 23)
WHOLE: dict[str, Any] = {
    "address": "村口",
    "phones": [{"number": "0571-12345678"}],
    "hours": ["每周三 9:00-11:00"],
    "directions": {"door": "一楼"},
    "services": ["法律咨询"],
}


def owed(*places: Place, day: dt.date = DAY, **more: Any) -> Compliance:
    """What a town with these places owes, somebody being at "a" every Wednesday, and nothing else in it."""
    entry = TOWN.site.model_dump(by_alias=True, exclude_none=True, mode="json")
    office = {"name": "司法所", "phones": [{"number": "0571-12345678"}]}
    plain = {"office": office, "notices": (), "footer": {}, "players": (), "doors": ()}
    nothing = {file.name: () if file.part else file.model() for file in FILES if file.counted}
    weekly = rotation("weekly", "2026-06-01", "每周三 9:00-11:00", "ding", place="a")
    town = {"site": Site.model_validate(entry | plain), **nothing, "places": places}
    town |= {"duty": Duty.model_validate({"rotations": [weekly]}), "visits": Visits(), "events": Events()}
    made = TOWN.model_copy(update=town | more)
    return compliance(made, Resolved.of(made, day + dt.timedelta(weeks=4)), day)


def said(found: Compliance) -> dict[str, list[tuple[str, bool]]]:
    """What each board lacks, and whether a law asks for it."""
    return {
        board.place.id: [(gap.said, gap.law is not None) for gap in board.gaps] for board in found.lacking
    }


def test_a_town_that_owes_nothing_is_told_so() -> None:
    found = owed(place("a", **WHOLE))
    assert (said(found), found.old, found.samples, found.kept) == ({}, (), (), ())
    assert found.is_whole


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("address", None, "地址：没有写"),
        ("phones", [], "电话：没有写"),
        ("hours", [], "开门时间：没有写"),
        ("directions", None, "怎么走：没有写"),
        ("sample", ["address"], "地址：还是示例"),
        ("position", {"precision": "approximate"}, "位置：没有到门口量过"),
    ],
)
def test_what_is_missing_is_said_and_is_a_duty_of_law_only_at_the_office(
    key: str, value: Any, words: str
) -> None:
    entry = {name: each for name, each in (WHOLE | {key: value}).items() if each is not None}
    assert said(owed(place("a", **entry))) == {"a": [(words, False)]}
    by_law = key not in ("directions", "position")
    assert said(owed(place("a", **entry | {"tier": "station"}))) == {"a": [(words, by_law)]}


def test_a_position_that_is_not_known_is_missing() -> None:
    assert said(owed(place("a", at=None, **WHOLE))) == {"a": [("位置：没有写", False)]}


def test_a_place_with_nobody_there_for_four_weeks_says_so() -> None:
    assert said(owed(place("a", **WHOLE), place("b", **WHOLE))) == {
        "b": [("谁值班：往后四周没有人值班", False)]
    }


def test_a_venue_to_look_at_needs_no_telephone_and_nobody_there() -> None:
    venue = place("v", kind="culture_venue", address="村口", directions={"door": "东门"})
    words = TOWN.site.groups.room
    groups = TOWN.site.groups.model_copy(update={"culture_venue": words})
    site = TOWN.site.model_copy(update={"groups": groups, "notices": ()})
    assert said(owed(place("a", **WHOLE), venue, site=site)) == {}


@pytest.mark.parametrize(("until", "lacks"), [("2026-11-22", True), ("2026-11-23", False)])
def test_a_number_whose_owner_no_longer_agrees_comes_first_and_is_not_told(until: str, lacks: bool) -> None:
    phone = {"number": "13800138002", "consent": {"scope": ["phone"], "until": until}}
    found = owed(place("a", **WHOLE | {"phones": [phone], "hours": []}))
    ((first, law), *_) = said(found)["a"]
    assert first.startswith("电话：本人同意到期") == lacks
    assert law == lacks
    assert "13800138002" not in str(said(found))


def test_what_matters_most_stands_first() -> None:
    rough = place("rough", **WHOLE | {"position": {"precision": "approximate"}})
    bare = {"at": None, **WHOLE, "address": None}
    places = (
        rough,
        place("bare", **{key: value for key, value in bare.items() if value is not None}, id="bare"),
        place("station", tier="station", **{key: each for key, each in WHOLE.items() if key != "hours"}),
        place("a", **WHOLE),
    )
    found = owed(*places)
    assert [board.place.id for board in found.lacking] == ["station", "bare", "rough"]
    assert found.lacking[0].gaps[0].item == "hours"
    assert [board.number for board in found.lacking] == [2, 1, 0]


def test_a_promise_counts_from_the_first_duty_to_yesterday() -> None:
    promised = place("a", cover={"visits": 1, "per": "week"}, **WHOLE)
    # One Wednesday is a holiday.
    assert [(one.periods, one.kept) for one in owed(promised).kept] == [(24, 23)]
    off = [{"date": "2026-11-18", "rotation": "weekly", "cancel": "true", "reason": "开会"}]
    weekly = rotation("weekly", "2026-06-01", "每周三 9:00-11:00", "ding", place="a")
    less = owed(promised, duty=Duty.model_validate({"rotations": [weekly], "overrides": off}))
    assert [(one.periods, one.kept) for one in less.kept] == [(24, 22)]
    assert not less.is_whole
    # Nothing was promised for a year that has only begun.
    assert [one.periods for one in owed(promised, day=dt.date(2027, 1, 1)).kept] == [0]


def test_laws_and_samples_of_the_whole_town_are_told(town: Town) -> None:
    found = compliance(town, Resolved.of(town, DAY + dt.timedelta(weeks=4)), DAY)
    assert all(DAY - one.checked_on > dt.timedelta(days=365) for one in found.old)
    assert [one.count for one in found.old] == sorted((one.count for one in found.old), reverse=True)
    assert dict(found.samples)["服务场所"] > 10
    assert found.by_law == sum(flag for board in said(found).values() for _, flag in board) > 0
    fresh = compliance(town, Resolved.of(town, DAY), dt.date(2025, 5, 1))
    assert fresh.old == ()
