"""Notices and opening hours that the office should look at again."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from macros.errors import Finding
from macros.models.notices import Notice
from tests.domain.checks.found import found
from tests.domain.duty_parts import Entry, Parts, town
from tests.making import place

FIRST, LAST = dt.date(2026, 11, 23), dt.date(2027, 3, 28)
POWER = {"text": "停电半天", "from": "2026-11-30", "until": "2026-12-01"}


def with_notices(*notices: Entry) -> Parts:
    """A town with these notices."""
    parts = town()
    made = tuple(map(Notice.model_validate, notices))
    return replace(parts, site=parts.site.model_copy(update={"notices": made}))


@pytest.mark.parametrize(
    ("change", "key", "said"),
    [
        ({}, None, None),
        ({"from": "2026-11-01", "until": "2026-11-22"}, None, None),
        ({"from": "2026-09-01", "until": "2026-09-24"}, None, None),
        ({"from": "2026-09-01", "until": "2026-09-23"}, "until", "早就过了"),
        ({"from": "2062-11-30", "until": "2062-12-01"}, "from", "太远了"),
    ],
)
def test_a_notice_is_looked_at(change: Entry, key: str | None, said: str | None) -> None:
    told = _site({**POWER, **change})
    assert [(one.loc, one.level) for one in told] == [(("notices", 0, key), "warning")] * len(told)
    assert len(told) == (said is not None)
    assert all((said or "") in one.message for one in told)


def test_the_same_notice_twice_is_told() -> None:
    (one,) = _site(POWER, {**POWER, "until": "2026-12-24"})
    assert (one.loc, one.message) == (("notices", 1, "text"), "和第 1 条的文字一样，请核对")


def _site(*notices: Entry) -> list[Finding]:
    return [one for one in found(with_notices(*notices), FIRST, LAST) if one.subject == "site"]


def test_hours_of_every_second_week_are_told_because_nobody_knows_which() -> None:
    hours = ["每周一 9:00-11:00", "每两周的周三 9:00-11:00"]
    parts = replace(town(), places=(*town().places, place("far", hours=hours)))
    (one,) = [one for one in found(parts, FIRST, LAST) if one.subject == "places"]
    assert one.loc == ("places", 3, "hours", 1)
    assert "每月第2、4个周三" in one.message
