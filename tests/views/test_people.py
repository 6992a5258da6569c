"""A person's page has what residents need, and nothing that isn't agreed to."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from pydantic import ValidationError

from macros.domain.edition import Edition
from macros.models.people import Person
from macros.views.people import knows_list, person_page
from tests.making import edition
from tests.second_town import TOWN

TODAY = dt.date(2026, 11, 23)
FACE: dict[str, Any] = {"portrait": "media/ding.jpg", "consent": {"scope": ["photo"], "until": "2026-12-31"}}


def ding(**more: Any) -> Person:
    """A lawyer of the second town with something more."""
    (plain,) = (person for person in TOWN.people if person.id == "ding")
    entry = plain.model_dump(mode="json", exclude_none=True, exclude={"sample"})
    return Person.model_validate(entry | more)


def on(day: dt.date, person: Person) -> Edition:
    """The second town on a day, with that person in it."""
    people = tuple(person if one.id == person.id else one for one in TOWN.people)
    town = TOWN.model_copy(update={"people": people})
    # A copy has what was worked out of the other town, too.
    town.__dict__.pop("person_by_id", None)
    return edition(town, day)


def page(day: dt.date = TODAY, **more: Any) -> str:
    """The page of that lawyer on a day."""
    person = ding(**more)
    return person_page(on(day, person), person)


def test_it_says_what_somebody_does_knows_and_when_and_where_they_are() -> None:
    html = page()
    assert "丁律师" in html
    assert "村居法律顾问" in html
    assert ">山林土地</a>" in html
    rows = on(TODAY, ding()).person_rosters["ding"].met(TODAY)
    assert rows
    assert html.count("<tr data-date=") == len(rows)
    assert all(f"places/{shift.place.id}.html" in html for shift in rows)
    assert "calendars/people/ding.ics" in html


def test_a_portrait_is_shown_as_long_as_its_consent_lasts() -> None:
    assert "media/ding.jpg" in page(**FACE)
    assert "media/ding.jpg" in page(dt.date(2026, 12, 31), **FACE)
    assert "media/ding.jpg" not in page(dt.date(2027, 1, 1), **FACE)
    assert "media/ding.jpg" not in page(dt.date(2026, 12, 2), until="2026-12-01", **FACE)


def test_a_portrait_that_may_not_be_shown_is_not_published() -> None:
    person = ding(**FACE)
    town = on(TODAY, person).town
    assert "media/ding.jpg" in town.media
    assert "media/ding.jpg" not in town.withheld(dt.date(2026, 12, 31))
    assert "media/ding.jpg" in town.withheld(dt.date(2027, 1, 1))


@pytest.mark.parametrize(
    "more",
    [
        {"portrait": "media/a.jpg"},
        {"portrait": "media/a.jpg", "consent": {"scope": ["phone"], "until": "2027-12-31"}},
        {"sample": "true", **FACE},
    ],
)
def test_a_portrait_without_consent_or_of_a_sample_is_refused(more: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        ding(**more)


def test_a_number_that_is_not_agreed_to_any_more_stands_nowhere() -> None:
    mine: dict[str, Any] = {"phone": "13800138000", "consent": {"scope": ["phone"], "until": "2026-12-31"}}
    assert "13800138000" in page(**mine)
    assert "13800138000" not in page(dt.date(2027, 1, 1), **mine)
    assert "2026-12-31" not in page(**FACE).replace('data-date="2026-12-31"', "")


def test_of_somebody_who_has_left_only_that_is_said() -> None:
    gone = ding(until="2026-11-01")
    plain = replace(on(TODAY, gone), town=TOWN.model_copy(update={"people": (gone, *TOWN.people[1:])}))
    html = person_page(plain, gone)
    assert "已经不在这里值班了" in html
    assert "<table" not in html
    assert "people/ding.html" not in knows_list(plain)


def test_each_matter_leads_to_those_who_know_it_with_their_next_duties() -> None:
    html = knows_list(edition(TOWN, TODAY))
    assert html.index('id="matter-1"') < html.index("people/ding.html")
    assert "专职调解员" in html
    assert html.count("data-upcoming") >= 3
