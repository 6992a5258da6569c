"""Notices, and closures that end when somebody says so."""

from __future__ import annotations

import datetime as dt

import pytest
from pydantic import ValidationError

from macros.models.exceptions import Closure
from macros.models.notices import LONGEST, Notice

DAYS = {"from": "2026-11-30", "until": "2026-12-01"}


def test_a_notice_is_there_from_its_first_day_to_its_last() -> None:
    notice = Notice.model_validate({"text": "停电", **DAYS})
    assert not notice.over(dt.date(2026, 12, 1))
    assert notice.over(dt.date(2026, 12, 2))
    assert not notice.concerns("aiguo-room")
    assert notice.model_copy(update={"places": ("aiguo-room",)}).concerns("aiguo-room")


@pytest.mark.parametrize(
    "change",
    [
        {"text": "字" * (LONGEST + 1)},
        {"until": "2026-11-29"},
        {"until": "2027-12-31"},
        {"places": []},
        {"places": ["a", "a"]},
        {"text": "两行\n字"},
    ],
)
def test_a_notice_that_nobody_can_mean_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Notice.model_validate({"text": "停电", **DAYS, **change})


def closure(**days: str) -> Closure:
    return Closure.model_validate({"place": "aiguo-room", **days})


def test_a_closure_until_further_notice_covers_every_later_day() -> None:
    closed = closure(**{"from": "2026-12-07", "to": "另行通知"})
    assert closed.open_ended
    assert not closed.covers(dt.date(2026, 12, 6))
    assert closed.covers(dt.date(2026, 12, 7))
    assert closed.covers(dt.date(2099, 1, 1))


def test_a_closure_without_a_last_day_is_one_day_long() -> None:
    closed = closure(**{"from": "2026-12-07"})
    assert not closed.open_ended
    assert [day for day in range(5, 10) if closed.covers(dt.date(2026, 12, day))] == [7]


@pytest.mark.parametrize("last", ["待定", "以后", "2027-12-31", "2026-12-06"])
def test_an_end_that_nobody_can_mean_is_refused(last: str) -> None:
    with pytest.raises(ValidationError):
        closure(**{"from": "2026-12-07", "to": last})
