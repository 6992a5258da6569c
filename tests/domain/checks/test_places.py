"""Places that get less than they are promised."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.domain.checks.found import found, one
from tests.domain.duty_parts import WEDNESDAY, YEAR, Entry, rotation, town


@pytest.mark.parametrize(
    ("covers", "level"), [({}, "warning"), ({"aiguo": {"visits": "1", "per": "month"}}, "error")]
)
def test_vacant_shift_is_a_failure_only_where_cover_is_promised(covers: Entry, level: str) -> None:
    parts = town(rotation(people=["li"]), leave=[{"person": "li", "from": "2026-11-25"}], covers=covers)
    assert (one(parts).level, one(parts).loc) == (level, ("leave", 0))
    assert one(parts).message == "请假后没有人代班：11月25日 星期三 13:30–16:00 爱国村服务室"


@pytest.mark.parametrize(
    ("cover", "told"),
    [
        ({"visits": "4", "per": "month"}, "承诺每月 4 次，没有做到：2026年2月（3 次）、2026年10月（3 次）"),
        (
            {"hours": "8", "per": "month"},
            "承诺每月 8 小时，没有做到：2026年2月（7.5 小时）、2026年10月（7.5 小时）",
        ),
        ({"visits": "13", "per": "quarter"}, "2026年第1季度（11 次）、2026年第4季度（12 次）"),
        ({"visits": "1", "per": "week"}, "2026年2月16日起的一周（0 次）、2026年10月5日起的一周（0 次）"),
    ],
)
def test_broken_promise_names_the_periods(cover: Entry, told: str) -> None:
    finding = one(town(rotation(**{"from": "2025-12-01"}), covers={"aiguo": cover}))
    assert (finding.subject, finding.loc, finding.level) == ("places", ("places", 0, "cover"), "warning")
    assert told in finding.message


def test_promise_counts_only_full_periods_of_announced_years() -> None:
    late = rotation(**{"from": "2026-12-16"})
    assert found(town(late, covers={"aiguo": {"visits": "3", "per": "month"}})) == []
    assert not [
        finding
        for finding in found(
            town(late, covers={"aiguo": {"visits": "9", "per": "month"}}), YEAR[0], dt.date(2027, 3, 1)
        )
        if finding.subject == "places"
    ]


def test_promise_without_any_rotation_is_remarked_on() -> None:
    assert "没有任何轮值" in one(town(covers={"station": {"visits": "1", "per": "month"}})).message


def test_shift_at_a_closed_place_is_remarked_on() -> None:
    parts = town(
        overrides=[{**WEDNESDAY, "move": {"place": "qixiao"}}],
        closures=[{"place": "qixiao", "from": "2026-11-23", "to": "2026-11-27"}],
    )
    assert (one(parts).level, one(parts).loc) == ("warning", ("overrides", 0))


def test_two_rotations_at_one_place_and_time_are_only_noted() -> None:
    assert one(town(rotation(), rotation("judge", people=["zhao"]))).level == "notice"


CLOSED = [{"place": "aiguo", "from": "2026-11-23", "to": "2026-11-29", "reason": "装修"}]


def test_turns_at_a_closed_place_are_no_surprise() -> None:
    assert found(town(closures=CLOSED)) == []


@pytest.mark.parametrize(
    "override",
    [
        {**WEDNESDAY, "replace": ["chen"]},
        {**WEDNESDAY, "hours": "8:00-9:00", "add": ["chen"]},
        {**WEDNESDAY, "date": "2026-12-02", "move": {"date": "2026-11-26"}},
    ],
)
def test_a_shift_that_the_clerk_put_at_a_closed_place_is_said(override: Entry) -> None:
    (finding,) = found(town(closures=CLOSED, overrides=[override]))
    assert (finding.level, finding.loc) == ("warning", ("overrides", 0))
    assert finding.message.endswith("可是场所那天暂停服务，不会值班")
