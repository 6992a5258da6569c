"""Messages for a WeChat group: plain text that stands for itself."""

from __future__ import annotations

import datetime as dt
import re

from macros.domain.duty import shifts
from macros.models.town import Town
from macros.views.wechat import day_text, wechat_texts, week_text
from tests.duty_town import town

MONDAY, WEDNESDAY = dt.date(2026, 11, 30), dt.date(2026, 12, 2)
LATER = MONDAY + dt.timedelta(days=60)
NUMBERS = "便民热线 12345\n柳溪镇司法所 0500-0000-0001（示例）"
BUSY = town(
    overrides=[{"date": "2026-12-02", "rotation": "older", "cancel": "true", "reason": "停电"}],
    leave=[{"person": "qian", "from": "2026-12-02"}],
)


def day(town: Town, date: dt.date) -> str:
    return day_text(town, shifts(town, MONDAY, LATER), date)


def test_a_day_names_time_place_and_people() -> None:
    text = day(town(), dt.date(2026, 12, 4))
    head, first, *rest = text.split("\n")
    assert head == f"【{town().site.name}】12月4日 星期五值班"
    assert re.fullmatch(r"13:30–16:00 柳溪镇法律服务工作站 (欧阳大律师（示例）|丁律师)", first)
    assert rest == NUMBERS.split("\n")


def test_what_does_not_take_place_says_why() -> None:
    lines = day(BUSY, WEDNESDAY).split("\n")
    assert "09:00–11:00 桃源村法律服务工作室 停一次" in lines
    assert "　本次取消（停电）" in lines
    assert "09:00–11:00 桃源村法律服务工作室 暂缺" in lines


def test_a_day_without_duty_says_so() -> None:
    assert day(town(), MONDAY).endswith(f"星期一值班\n没有安排值班，有事请打电话。\n{NUMBERS}")


def test_a_week_names_its_days() -> None:
    text = week_text(town(), shifts(town(), MONDAY, LATER), MONDAY)
    assert text.startswith(f"【{town().site.name}】11月30日—12月6日值班\n\n12月2日 星期三\n09:00")
    assert "\n\n12月4日 星期五\n13:30" in text
    assert text.endswith(f"\n\n{NUMBERS}")


def test_the_page_has_the_messages_of_five_weeks_and_shows_three() -> None:
    html = wechat_texts(town(), shifts(town(), MONDAY, LATER), WEDNESDAY, "")
    articles = re.findall(r'<article [^>]*data-from-day="([^"]+)" data-to-day="([^"]+)"( hidden)?>', html)
    assert [first for first, _, hidden in articles if not hidden] == [
        "2026-12-02",
        "2026-12-03",
        "2026-11-30",
    ]
    assert sum(first == last for first, last, _ in articles) == 33
    assert sum(first != last for first, last, _ in articles) == 5
    assert "2027-01-03" in articles[-1]
