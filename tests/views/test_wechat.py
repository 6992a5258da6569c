"""Messages for a WeChat group: plain text that stands for itself."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from macros.domain.duty import window
from macros.domain.edition import HORIZON
from macros.domain.roster import Roster
from macros.models.town import Town
from macros.views import wechat
from macros.views.links import ROOT
from macros.views.wechat import PLANNED, day_text, wechat_texts, week_text
from tests.duty_town import town
from tests.making import edition

MONDAY, WEDNESDAY = dt.date(2026, 11, 30), dt.date(2026, 12, 2)
LATER = MONDAY + dt.timedelta(days=60)
NUMBERS = "便民热线 12345\n柳溪镇司法所 0500-0000-0001（示例）"
BUSY = town(
    overrides=[{"date": "2026-12-02", "rotation": "older", "cancel": "true", "reason": "停电"}],
    leave=[{"person": "qian", "from": "2026-12-02"}],
)


def of(town: Town, today: dt.date = MONDAY, last: dt.date = LATER) -> Roster:
    found = window(town, MONDAY, last)
    return Roster.of(town, found.shifts, today, last, found.dropped)


def day(town: Town, date: dt.date) -> str:
    return day_text(of(town), date)


def test_a_day_names_time_place_and_people() -> None:
    text = day(town(), dt.date(2026, 12, 4))
    head, first, *rest = text.split("\n")
    assert head == f"【{town().site.name}】12月4日 星期五值班"
    assert re.fullmatch(r"13:30–16:00 柳溪镇法律服务工作站 (欧阳大律师（示例）|丁律师)", first)
    assert rest == NUMBERS.split("\n")


def test_what_does_not_take_place_says_why_and_when_it_does_again() -> None:
    lines = day(BUSY, WEDNESDAY).split("\n")
    stopped = lines.index("09:00–11:00 桃源村法律服务工作室 停一次（停电）")
    assert lines[stopped + 1] == "　下一次：12月9日 星期三 09:00–11:00"
    assert "09:00–11:00 桃源村法律服务工作室 暂缺" in lines
    assert not [line for line in lines if "本次取消" in line]


def test_the_old_day_of_a_moved_shift_says_where_it_went() -> None:
    move = {"date": "2026-12-04", "rotation": "station", "move": {"date": "2026-12-07"}}
    lines = day(town(overrides=[move]), dt.date(2026, 12, 4)).split("\n")
    assert lines[1].startswith("13:30–16:00 柳溪镇法律服务工作站 已改到12月7日")
    assert lines[2] == "　下一次：12月7日 星期一 13:30–16:00"


def test_a_day_of_a_year_without_a_notice_is_said_to_be_planned() -> None:
    # The town's own file announces 2027.
    text = day_text(of(town(), last=dt.date(2028, 1, 31)), dt.date(2028, 1, 5))
    assert PLANNED in text.split("\n")
    assert text.count("放假安排") == 1
    assert PLANNED not in day(town(), WEDNESDAY)


def test_a_day_without_duty_says_so() -> None:
    assert day(town(), MONDAY).endswith(f"星期一值班\n没有安排值班，有事请打电话。\n{NUMBERS}")


def test_a_week_names_its_days() -> None:
    text = week_text(of(town()), MONDAY)
    assert text.startswith(f"【{town().site.name}】11月30日—12月6日值班\n\n12月2日 星期三\n09:00")
    assert "\n\n12月4日 星期五\n13:30" in text
    assert text.endswith(f"\n\n{NUMBERS}")


def test_the_page_has_the_messages_of_every_day_that_is_known_and_shows_three() -> None:
    html = wechat_texts(edition(town(), WEDNESDAY))
    articles = re.findall(r'<article [^>]*data-from-day="([^"]+)" data-to-day="([^"]+)"( hidden)?>', html)
    assert [first for first, _, hidden in articles if not hidden] == [
        "2026-12-02",
        "2026-12-03",
        "2026-11-30",
    ]
    assert sum(first == last for first, last, _ in articles) == HORIZON.days + 1
    assert articles[-1][:2] == ("2027-04-05", "2027-04-06")
    assert "4月5日—4月6日值班" in html


def test_a_town_with_very_many_shifts_has_messages_for_the_weeks_of_the_duty_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(wechat, "MESSAGE_SHIFTS", 5)
    html = wechat_texts(edition(town(), WEDNESDAY))
    assert 'id="wechat-2027-01-03"' in html
    assert 'id="wechat-2027-01-04"' not in html
    assert f'href="{ROOT}duty/2027-01.html"' in html
