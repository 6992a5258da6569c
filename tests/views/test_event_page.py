"""The page of an event: what it will be, what has become of it, how it was; and what machines read of it."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import Any

from macros.views.event_page import event_page
from macros.views.links import ROOT
from tests.views.event_town import FILE, event_edition, joined

AGREED = {"scope": ["photo"], "until": "2026-12-01"}
FACE = {"file": "media/face.jpg", "alt": "大家", "faces": "true", "consent": AGREED}


def shown(name: str, today: dt.date = dt.date(2026, 11, 23), **more: Any) -> str:
    """The page of one of the town's events, with more in its entry."""
    entries = [entry | more if entry["id"] == name else entry for entry in FILE["events"]]
    edition = event_edition(FILE | {"events": entries}, today)
    (event,) = [one for one in edition.town.events.events if one.id == name]
    return event_page(edition, event)


def data(html: str) -> list[dict[str, Any]]:
    """What machines read."""
    return [
        json.loads(text) for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    ]


def test_a_page_says_who_holds_it_for_whom_and_what_to_bring() -> None:
    html = shown("talk", audience="老年人", contact={"number": "0500-0000-0009", "label": "小王"})
    assert "<dd>柳溪镇司法所</dd>" in html
    assert "<dd>妇联</dd>" in html
    assert "<dd>老年人</dd>" in html
    assert "<dd>身份证</dd>" in html
    assert f'<a href="{ROOT}events/series/dongri.html">冬日送法</a>' in html
    assert re.search(r"小王 <a [^>]*>0500-0000-0009</a>", html)


def test_a_number_that_somebody_lets_us_show_goes_when_the_consent_ends() -> None:
    contact = {"number": "13800138000", "consent": {"scope": ["phone"], "until": "2026-12-02"}}
    html = shown("talk", contact=contact)
    assert 'data-phone-until="2026-12-02"' in html
    assert re.search(r'data-phone-after="2026-12-02" hidden>.*0500-0000-0003', html, re.DOTALL)
    message = re.findall(r"<pre[^>]*>(.*?)</pre>", html, re.DOTALL)[0]
    assert "13800138000" not in message
    assert "13800138000" not in shown("talk", dt.date(2026, 12, 3), contact=contact)


def test_a_text_to_copy_has_time_place_and_number_and_takes_the_address_along() -> None:
    html = shown("talk")
    message = re.findall(r"<pre[^>]*>(.*?)</pre>", html, re.DOTALL)[0].splitlines()
    assert message[1:5] == [
        "时间：12月4日 星期五 09:00–10:30",
        "地点：桃源村法律服务工作室",
        "请带：身份证",
        "想问：桃源村法律服务工作室 0500-0000-0003（示例）",
    ]
    assert 'data-copy="message" data-with-address' in html


def test_days_that_are_different_are_told_on_the_page() -> None:
    html = joined(shown("market"))
    days = dict(re.findall(r'<li class="fh-event-day" id="d([\d-]+)"(.*?)</li>', html, re.DOTALL))
    assert [*days][:3] == ["2026-12-05", "2027-01-02", "2027-02-06"]
    assert "<strong>取消</strong> 下雪" in days["2026-12-05"]
    assert "原定 <s>2027年1月2日</s>" in days["2027-01-02"]
    assert "<p>问工钱的多。</p>" in days["2026-11-07"]
    assert "每月第1个周六" in html


def test_after_it_the_page_is_its_recap() -> None:
    html = shown("held", recap={"text": "第一段\n第二段", "pictures": [FACE]})
    assert html.index("办得怎么样") < html.index("活动内容")
    assert "<p>第一段</p><p>第二段</p>" in html
    assert f'src="{ROOT}media/face.jpg"' in html
    assert "<b>60</b>" in html
    assert "face.jpg" not in shown("held", dt.date(2026, 12, 2), recap={"text": "好", "pictures": [FACE]})


def test_machines_read_whether_it_takes_place() -> None:
    def status(name: str) -> list[str]:
        return [one["eventStatus"].rpartition("/")[2] for one in data(shown(name))]

    assert status("talk") == ["EventScheduled"]
    assert status("moved") == ["EventRescheduled"]
    assert status("late") == ["EventPostponed"]
    assert status("off") == [], "a sample is nothing for them"
    assert status("vague") == []
    assert status("market") == ["EventCancelled", "EventRescheduled", "EventScheduled"]


def test_machines_read_when_and_where_it_is() -> None:
    (talk,) = data(shown("talk"))
    assert (talk["startDate"], talk["endDate"]) == ("2026-12-04T09:00:00+08:00", "2026-12-04T10:30:00+08:00")
    assert talk["location"]["name"] == "桃源村法律服务工作室"
    assert talk["superEvent"] == {"@type": "EventSeries", "name": "冬日送法"}
    (moved,) = data(shown("moved"))
    assert moved["previousStartDate"] == ["2026-12-04"]
    (week,) = data(shown("week"))
    assert week["endDate"] == "2026-12-25T11:00:00+08:00"
