"""Each week has its tip: the one of its day, and all again when nobody has written a new one."""

from __future__ import annotations

import datetime as dt

import pytest
from pydantic import ValidationError

from macros.domain.tips import Turn, turns
from macros.models.tips import SPOKEN_A_MINUTE, Tip
from tests.making import tip

MONDAY = dt.date(2026, 11, 23)
SOME = (tip("b", "2026-11-23"), tip("a", "2026-11-09"), tip("c", "2026-11-30"))


def days(number: int) -> dt.timedelta:
    return dt.timedelta(days=number)


def told(found: list[Turn]) -> list[tuple[str, str, str]]:
    return [(turn.tip.id, f"{turn.first:%m-%d}", f"{turn.last:%m-%d}") for turn in found]


def test_a_tip_is_the_weeks_until_the_next_ones_day_then_all_come_again_week_by_week() -> None:
    assert told(list(turns(SOME, dt.date(2026, 11, 1), dt.date(2026, 12, 31)))) == [
        ("a", "11-09", "11-22"),
        ("b", "11-23", "11-29"),
        ("c", "11-30", "12-06"),
        ("a", "12-07", "12-13"),
        ("b", "12-14", "12-20"),
        ("c", "12-21", "12-27"),
        ("a", "12-28", "01-03"),
    ]


@pytest.mark.parametrize("ahead", [0, 6, 7, 13, 14, 15, 70, 3650])
def test_whatever_day_is_asked_for_is_in_one_turn(ahead: int) -> None:
    day = MONDAY + days(ahead)
    (turn,) = turns(SOME, day, day)
    assert turn.first <= day <= turn.last
    whole = list(turns(SOME, dt.date(2026, 11, 1), day))
    assert whole[-1] == turn


def test_before_the_first_and_of_none_there_is_no_turn() -> None:
    assert list(turns(SOME, dt.date(2026, 11, 1), dt.date(2026, 11, 8))) == []
    assert list(turns((), MONDAY, MONDAY + days(99))) == []


def test_a_script_takes_as_long_as_it_has_signs_that_are_spoken() -> None:
    assert tip(script="乡亲们，打 110！").seconds == 2
    assert tip(script="字" * SPOKEN_A_MINUTE + "，。！" * 50).seconds == 60


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"script": "字" * (SPOKEN_A_MINUTE + 1)}, "大约要 61 秒"),
        ({"made_up": "true", "script": "王阿婆买了台按摩仪。"}, "广播稿里没有说"),
    ],
)
def test_what_can_not_be_read_aloud_is_refused(more: dict[str, str], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        tip(**more)


def test_a_made_up_case_says_so_in_its_script() -> None:
    assert isinstance(tip(made_up="true", script="这个故事是编的。"), Tip)
