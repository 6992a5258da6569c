"""A row that stops or changes a lot says how much; ordinary rows are silent."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from macros.domain.checks import lasting
from macros.models.people import Person
from macros.models.places import Place
from tests.domain.duty_parts import Entry, Parts, rotation, segment, town

TODAY = dt.date(2026, 11, 23)
BREAK = {"id": "chunjie", "name": "春节", "from": "2027-02-05"}
AWAY = {"person": "li", "from": "2026-12-01"}
# No holiday is missing from what is counted.
EVERY_WEEK = rotation(holidays="keep")
SHUT = {"place": "aiguo", "from": "2026-12-01"}


def told(parts: Parts) -> list[tuple[tuple[str | int, ...], str]]:
    """The reminders to look again, with their places."""
    found = lasting(parts, TODAY, TODAY + dt.timedelta(days=125))
    assert [finding for finding in found if finding.level == "error"] == []
    return [(finding.loc, finding.message) for finding in found if "请核对" in finding.message]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            {"temporary": [{**BREAK, "to": "2027-12-12"}]},
            (("temporary", 0, "to"), "这一条停掉 44 个班次，到 2027-12-12，请核对"),
        ),
        (
            {"leave": [{**AWAY, "to": "2027-11-30"}]},
            (("leave", 0, "to"), "这一条碰上 18 个班次，到 2027-11-30，请核对"),
        ),
        (
            {"closures": [{**SHUT, "to": "2027-11-30"}]},
            (("closures", 0, "to"), "这一条停掉 52 个班次，到 2027-11-30，请核对"),
        ),
        (
            {"temporary": [{**BREAK, "from": "2028-02-05", "to": "2028-02-12"}]},
            (
                ("temporary", 0, "from"),
                "这一条要到 2028-02-05 才开始，停掉 1 个班次，到 2028-02-12，请核对",
            ),
        ),
        (
            {"leave": [{**AWAY, "to": "2027-01-01"}]},
            (("leave", 0, "to"), "这一条碰上 2 个班次，到 2027-01-01，请核对"),
        ),
        (
            {"overrides": [{"date": "2027-12-01", "rotation": "aiguo", "cancel": "true"}]},
            (("overrides", 0, "date"), "要到 2027-12-01 才开始，还有 373 天，请核对年份"),
        ),
    ],
)
def test_a_row_that_does_much_says_how_much_and_until_when(rows: Any, expected: object) -> None:
    assert told(town(EVERY_WEEK, **rows)) == [expected]


@pytest.mark.parametrize(
    "rows",
    [
        {"temporary": [{**BREAK, "to": "2027-02-12"}]},
        {"leave": [{**AWAY, "to": "2026-12-14"}]},
        {"closures": [{**SHUT, "to": "2026-12-14"}]},
        {"leave": [{**AWAY, "to": "2026-12-31"}]},
        {"leave": [{**AWAY, "from": "2026-01-01", "to": "2026-10-31"}]},
        {"overrides": [{"date": "2027-06-02", "rotation": "aiguo", "cancel": "true"}]},
    ],
)
def test_ordinary_rows_and_those_that_are_over_are_silent(rows: Any) -> None:
    assert told(town(**rows)) == []


def test_only_what_a_row_names_is_counted() -> None:
    elsewhere = [{**SHUT, "place": "station", "to": "2027-11-30"}]
    assert told(town(EVERY_WEEK, closures=elsewhere)) == []
    there = [{**BREAK, "to": "2027-12-12", "places": ["station"]}]
    assert told(town(EVERY_WEEK, temporary=there)) == []
    other = rotation("other", places=["qixiao"], people=["zhao"])
    others = [{**AWAY, "to": "2027-11-30", "rotation": "other"}]
    assert told(town(EVERY_WEEK, other, leave=others)) == []


def test_two_long_rows_are_counted_apart() -> None:
    parts = town(EVERY_WEEK, leave=[{**AWAY, "to": "2027-11-30"}], closures=[{**SHUT, "to": "2027-11-30"}])
    assert [message.split(" 个")[0] for _, message in told(parts)] == ["这一条碰上 18", "这一条停掉 52"]


def test_a_stretch_that_begins_a_year_late_is_asked_about() -> None:
    parts = town(rotation(segments=[segment(), segment(**{"from": "2028-03-01"})]))
    loc = ("rotations", 0, "segments", 1, "from")
    assert told(parts) == [(loc, "要到 2028-03-01 才开始，还有 464 天，请核对年份")]


def test_a_first_stretch_of_2016_is_asked_about() -> None:
    others = rotation("other", places=["qixiao"], people=["zhao"])
    early: Entry = {"from": "2016-01-06"}
    ((loc, message),) = told(town(others, rotation(**early)))
    assert loc == ("rotations", 1, "segments", 0, "from")
    assert message.startswith("从 2016-01-06 排起，到 2026-11-22 已经排了 5")
    # A copy of the slip is no proof of it.
    assert (
        len(told(town(rotation("other", places=["qixiao"], people=["zhao"], **early), rotation(**early))))
        == 2
    )
    assert told(town(others, rotation(**{"from": "2025-01-08"}))) == []


@pytest.mark.parametrize(("until", "count"), [("2062-12-31", 2), ("2029-12-31", 0)])
def test_a_consent_for_decades_is_asked_about(until: str, count: int) -> None:
    consent = {"scope": ["phone"], "until": until}
    person = {"id": "qian", "name": "钱律师", "role": "adviser", "phone": "13800138000", "consent": consent}
    phones = [{"number": "13800138001", "consent": consent}]
    place = {"id": "home", "name": "家", "tier": "point", "phones": phones}
    parts = town()
    parts = replace(
        parts,
        people=(*parts.people, Person.model_validate(person)),
        places=(*parts.places, Place.model_validate(place)),
    )
    said = "同意公开到 2062-12-31，还有 36 年，请核对年份"
    locs = [("people", 5, "consent", "until"), ("places", 3, "phones", 0, "consent", "until")]
    assert told(parts) == [(loc, said) for loc in locs][:count]
