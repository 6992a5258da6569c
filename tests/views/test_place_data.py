"""What machines are told of a place is what people are told, and never a sample."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from macros.models.places import Place
from macros.views.place_data import place_data
from tests.making import edition, place
from tests.second_town import TOWN
from tests.views.test_structured import data

DAY = dt.date(2026, 11, 23)
CONSENT = {"scope": ["phone"], "until": "2026-12-31"}


def told(one: Place) -> dict[str, Any]:
    """The structured data of a place, empty where it has none."""
    block = place_data(edition(TOWN, DAY), one)
    return data(block) if block else {}


def test_hours_of_every_week_are_told_and_others_left_out() -> None:
    every, some = (
        ["每周三 13:30-16:00", "每个工作日 9:00-11:00"],
        ["每月5日 9:00-10:00", "每两周的周一 9:00-10:00"],
    )
    hours = told(place(hours=[*every, *some]))["openingHoursSpecification"]
    assert [(each["dayOfWeek"], each["opens"], each["closes"]) for each in hours] == [
        (["Wednesday"], "13:30", "16:00"),
        (["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"], "09:00", "11:00"),
    ]


@pytest.mark.parametrize(
    ("part", "key", "more"),
    [
        ("address", "address", {"address": "中心路 1 号"}),
        ("phones", "telephone", {"phones": [{"number": "021-59441234"}]}),
        ("hours", "openingHoursSpecification", {"hours": ["每天 9:00-17:00"]}),
        ("position", "geo", {}),
    ],
)
def test_what_is_a_sample_is_not_told(part: str, key: str, more: dict[str, Any]) -> None:
    assert key in told(place(**more))
    assert key not in told(place(sample=[part], **more))


def test_an_approximate_position_and_a_private_number_without_consent_are_not_told() -> None:
    assert "geo" not in told(place(position={"precision": "approximate"}))
    private = {"number": "13812345678", "consent": CONSENT}
    ended = private | {"consent": CONSENT | {"until": "2026-11-22"}}
    assert told(place(phones=[private]))["telephone"] == ["13812345678"]
    assert "telephone" not in told(place(phones=[ended]))


def test_of_a_place_of_which_only_the_name_is_known_nothing_is_told() -> None:
    assert told(place(at=None)) == {}
    assert told(place(at=None, phones=[{"number": "021-59441234"}]))["name"] == "a村公共法律服务室"


def test_a_station_is_an_office_and_a_place_with_a_sample_name_is_nothing() -> None:
    assert told(place(tier="station"))["@type"] == "GovernmentOffice"
    assert told(place())["@type"] == "LegalService"
    assert place_data(edition(TOWN, DAY), place(sample=["name"])) == ""
