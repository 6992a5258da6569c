"""The grammar of duty times: what is read, what is refused, and with which hint."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from dateutil.rrule import DAILY, MONTHLY, WEEKLY, rrule, weekday
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from macros.models.dates import Session
from macros.models.when import EXAMPLES, LAST, When

YEAR = (dt.date(2026, 1, 1), dt.date(2026, 12, 31))


def refused(text: str) -> tuple[str, str]:
    with pytest.raises(PydanticCustomError) as caught:
        When.parse(text)
    assert caught.value.context is not None
    return caught.value.context["message"], caught.value.context["right"]


def hinted(text: str) -> str:
    """The hint that comes with a refusal, or what was understood."""
    try:
        return str(When.parse(text))
    except PydanticCustomError as problem:
        return str((problem.context or {})["right"])


@st.composite
def whens(draw: st.DrawFn) -> When:
    days = tuple(sorted(draw(st.sets(st.integers(0, 6), min_size=1))))
    sessions = draw(st.sampled_from(["9:00-11:00", "8:30-11:30、13:00-17:00", "0:05-23:59"]))
    parsed = tuple(Session.parse(part) for part in sessions.split("、"))
    kind = draw(st.sampled_from(["week", "every", "nth", "days", "working", "daily"]))
    nth = tuple(sorted(draw(st.sets(st.integers(1, 5), max_size=5))))
    last = (LAST,) if not nth or draw(st.booleans()) else ()
    match kind:
        case "week":
            return When(parsed, weekdays=days)
        case "every":
            return When(parsed, weekdays=days, every=draw(st.integers(2, 26)))
        case "nth":
            return When(parsed, weekdays=days, nth=nth + last)
        case "days":
            return When(parsed, days=tuple(sorted(draw(st.sets(st.integers(1, 31))))) + last)
        case "working":
            return When(parsed, working=True)
        case _:
            return When(parsed)


@given(whens())
def test_every_pattern_is_read_back_from_its_own_words(when: When) -> None:
    assert When.parse(str(when)) == when


@pytest.mark.parametrize("text", EXAMPLES)
def test_example_of_the_handbook_is_already_in_its_canonical_form(text: str) -> None:
    assert str(When.parse(text)) == text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("每周三　１３：３０－１６：００", "每周三 13:30-16:00"),
        ("每周三13:30—16:00", "每周三 13:30-16:00"),
        ("每星期三 13:30 至 16:00", "每周三 13:30-16:00"),
        ("每周一，三，五 9:00-11:00", "每周一、三、五 9:00-11:00"),
        ("每周二、周四 9:00-11:00", "每周二、四 9:00-11:00"),
        ("星期一到星期五 9:00-11:30，13:30-17:00", "周一至周五 9:00-11:30、13:30-17:00"),
        ("周一至五 9:00-11:00", "周一至周五 9:00-11:00"),
        ("每2周周三 13:30-16:00", "每两周的周三 13:30-16:00"),
        ("每三周的周日 9:00-10:00", "每3周的周日 9:00-10:00"),
        ("每月第二、四个星期三 13:30-16:00", "每月第2、4个周三 13:30-16:00"),
        ("每个月5号、20号 9:00-11:30", "每月5日、20日 9:00-11:30"),
        ("每月20日、5日 13:30-16:00、9:00-11:00", "每月5日、20日 9:00-11:00、13:30-16:00"),
        ("每日 9:00-17:00", "每天 9:00-17:00"),
    ],
)
def test_full_width_and_everyday_spellings_are_read_as_what_they_mean(typed: str, meant: str) -> None:
    assert str(When.parse(typed)) == meant


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("每月第2、第4周三 13:30-16:00", "是不是想写 每月第2、4个周三 13:30-16:00？"),
        ("每月第1个周一和第3个周一 9:00-10:00", "是不是想写 每月第1、3个周一 9:00-10:00？"),
        ("每月倒数第一个周五 9:00-10:00", "是不是想写 每月最后一个周五 9:00-10:00？"),
        ("每月5、20号 9:00-11:30", "是不是想写 每月5日、20日 9:00-11:30？"),
        ("每月月底 9:00-11:30", "是不是想写 每月最后一天 9:00-11:30？"),
        ("隔周周三 13:30-16:00", "是不是想写 每两周的周三 13:30-16:00？"),
        ("每隔一周周三 13:30-16:00", "是不是想写 每两周的周三 13:30-16:00？"),
        ("每周三下午1点半到4点", "是不是想写 每周三 13:30-16:00？"),
        ("逢周三 13:30-16:00", "是不是想写 每周三 13:30-16:00？"),
        ("每周三", "例如 每周三 9:00-11:00"),
        ("每月第2-4个周三 9:00-10:00", "是不是想写 每月第2、3、4个周三 9:00-10:00？"),
        ("每月1-3日 9:00-10:00", "是不是想写 每月1日、2日、3日 9:00-10:00？"),
        ("每周三 9:00-4:00", "下午 4 点写 16"),
        ("每周三 2:00-4:00", "下午 2 点写 14"),
    ],
)
def test_mistake_is_answered_with_the_nearest_right_form(typed: str, hint: str) -> None:
    message, right = refused(typed)
    assert message.startswith("时间规律写得不对")
    assert right == hint


@pytest.mark.parametrize(
    "typed", ["每月倒数第二个周五 9:00-10:00", "每年12月4日 9:00-10:00", "每季度第一个周三 9:00-10:00"]
)
def test_what_the_grammar_cannot_say_is_not_answered_with_another_meaning(typed: str) -> None:
    _, right = refused(typed)
    assert "是不是想写 每月" not in right


@pytest.mark.parametrize(
    "typed", ["每周三 下午1点半", "每周三 9.00-11.00", "每周三 1330-1600", "每周三 全天"]
)
def test_hours_that_cannot_be_read_are_not_blamed_on_the_days(typed: str) -> None:
    message, _ = refused(typed)
    assert "几点到几点" in message


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "三",
        "13:30-16:00",
        "每周八 9:00-10:00",
        "每周五至周一 9:00-10:00",
        "每月第6个周三 9:00-10:00",
        "每月第0个周三 9:00-10:00",
        "每月0日 9:00-10:00",
        "每月32日 9:00-10:00",
        "每1周的周三 9:00-10:00",
        "每27周的周三 9:00-10:00",
        "每月第一个工作日 9:00-10:00",
        "每周三 16:00-13:30",
        "每周三 9:00-9:00",
        "每周三 9:00-25:00",
        "每周三 9:00-11:00、10:00-12:00",
        "FREQ=WEEKLY;BYDAY=WE",
    ],
)
def test_nonsense_is_refused_with_a_hint(typed: str) -> None:
    message, right = refused(typed)
    assert message
    assert right


@given(st.text(alphabet="每周月第个一二三四五六日天至、最后 0123456789:-两工作", max_size=30))
def test_any_text_is_read_or_refused_with_a_hint(text: str) -> None:
    hint = hinted(text)
    assert hint
    if hint.startswith("是不是想写 "):
        for meant in hint.removeprefix("是不是想写 ").removesuffix("？").split(" 或 "):
            assert str(When.parse(meant)) == meant


def recurring(when: When, first: dt.date, last: dt.date) -> rrule:
    """The same pattern as a rule of RFC 5545, as a calendar's programs read it."""
    span: dict[str, Any] = {
        "dtstart": dt.datetime.combine(first, dt.time()),
        "until": dt.datetime.combine(last, dt.time()),
    }
    if when.nth:
        return rrule(MONTHLY, byweekday=[weekday(d, n) for n in when.nth for d in when.weekdays], **span)
    if when.days:
        return rrule(MONTHLY, bymonthday=when.days, **span)
    if when.weekdays or when.working:
        days = when.weekdays or range(5)
        return rrule(WEEKLY, interval=when.every, byweekday=days, wkst=first.weekday(), **span)
    return rrule(DAILY, **span)


@given(whens(), st.dates(*YEAR), st.integers(-3, 800), st.one_of(st.none(), st.integers(-400, 40)))
def test_days_of_every_pattern_are_those_of_its_recurrence_rule(
    when: When, first: dt.date, days: int, before: int | None
) -> None:
    last = first + dt.timedelta(days)
    anchor = None if before is None else first + dt.timedelta(before)
    rule = [moment.date() for moment in recurring(when, anchor or first, last)]
    assert when.dates(first, last, anchor) == [day for day in rule if day >= first]


def test_fortnight_starts_within_a_week_of_the_first_day_whatever_the_week_number() -> None:
    when = When.parse("每两周的周三 13:30-16:00")
    for start in (dt.date(2026, 1, 8) + dt.timedelta(days=n) for n in range(14)):
        dates = when.dates(start, YEAR[1], start)
        assert 0 <= (dates[0] - start).days < 7
        assert {(later - dates[0]).days % 14 for later in dates} == {0}


def test_window_of_a_fortnight_keeps_its_parity() -> None:
    when, start = When.parse("每两周的周三 13:30-16:00"), dt.date(2026, 1, 8)
    everything = when.dates(*YEAR, start)
    assert when.dates(dt.date(2026, 6, 1), YEAR[1], start) == [
        d for d in everything if d >= dt.date(2026, 6, 1)
    ]


def test_fifth_wednesday_exists_in_four_months_of_2026() -> None:
    found = When.parse("每月第5个周三 9:00-11:00").dates(*YEAR)
    assert [f"{day:%m-%d}" for day in found] == ["04-29", "07-29", "09-30", "12-30"]


def test_thirty_first_and_last_day_are_different_things() -> None:
    assert len(When.parse("每月31日 9:00-11:00").dates(*YEAR)) == 7
    assert len(When.parse("每月最后一天 9:00-11:00").dates(*YEAR)) == 12


def test_last_friday_is_the_fourth_or_the_fifth() -> None:
    found = When.parse("每月最后一个周五 9:00-11:00").dates(*YEAR)
    assert len(found) == 12
    assert all((day + dt.timedelta(days=7)).month != day.month and day.weekday() == 4 for day in found)


@pytest.mark.parametrize("text", ["每周三 20:00-24:00", "每周三 20:00-0:00", "每周三 20:00－００:00"])
def test_midnight_at_the_end_is_answered_with_the_last_minute(text: str) -> None:
    message, right = refused(text)
    assert "一天到 23:59 为止" in message
    assert right == "是不是想写 20:00-23:59？"
