"""Events as HTML: dates that stay true without a script, and every state said in words."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from macros.domain.edition import Edition
from macros.models.events import Event, Events
from macros.models.years import Years
from macros.views import events
from macros.views.event_page import event_page
from macros.views.links import ROOT
from tests.making import edition
from tests.making import event as make
from tests.second_town import TOWN
from tests.views.event_town import joined

TODAY = dt.date(2026, 11, 23)
EDITION = edition(TOWN, TODAY)
ROOM = TOWN.place_by_id["taoyuan-room"]


def town(*found: Event, **more: Any) -> Edition:
    """The second town with these events, on a day."""
    file = Events.model_validate({"events": found, "categories": ["讲座", "早市"]} | more)
    return edition(TOWN.model_copy(update={"events": file, "years": Years()}), TODAY)


def linked(html: str) -> list[str]:
    """The ids of the events that the HTML links to, in order."""
    return re.findall(rf'href="{ROOT}events/([^"]+)\.html"', html)


def test_the_list_has_the_coming_events_and_then_a_section_for_each_year() -> None:
    html = events.event_list(
        town(make("2022", "old"), make("2026-12-04", "next"), make("2026-02-01", "spring")),
    )
    assert linked(html) == ["next", "spring", "old"]
    assert re.findall(r'<h2 id="\w+">(.+)</h2>', html) == ["近期活动", "2026年办过的活动", "2022年办过的活动"]


def test_a_year_waits_hidden_for_coming_events_to_pass() -> None:
    html = events.event_list(town(make("2027-01-09")))
    assert re.search(r'data-year="2027"[^>]* hidden>', html)


def test_a_year_shows_its_figures_and_where_they_come_from() -> None:
    year = {"year": "2022", "figures": {"leaflets": "1000+"}, "source": "年度报告"}
    whole = TOWN.model_copy(update={"years": Years.model_validate({"years": [year]})})
    html = events.event_list(edition(whole, TODAY))
    assert "<span>超过</span> <b>1000</b> <span>份</span>" in html
    assert "数字来自年度报告" in html


def test_a_date_stands_there_with_its_day_of_the_week() -> None:
    html = joined(events.coming_events(town(make("2026-12-04", hours="7:30-9:30"))))
    assert '<time datetime="2026-12-04">12月4日 星期五</time>' in html
    assert "07:30–09:30" in html
    assert 'data-first="2026-12-04" data-last="2026-12-04" data-exact' in html


def test_a_span_names_its_last_day_and_the_year_only_when_it_turns() -> None:
    same = joined(event_page(EDITION, make("2026-12-21", until="2026-12-25")))
    assert '至 <time datetime="2026-12-25">12月25日 星期五</time>' in same
    other = joined(event_page(EDITION, make("2026-12-31", until="2027-01-02")))
    assert '至 <time datetime="2027-01-02">2027年1月2日 星期六</time>' in other


def test_a_vague_date_is_not_made_exact() -> None:
    html = events.coming_events(town(make("2026", "year"), make("2027-01", "month")))
    assert "<span>2026年</span>" in html
    assert "<span>2027年</span><b>1月</b>" in html
    assert "data-exact" not in html
    assert 'data-first="2026-01-01" data-last="2026-12-31"' in html


def test_more_than_the_limit_waits_hidden() -> None:
    many = [make(f"2026-12-{day:02}", f"e{day}") for day in range(1, 31)]
    html = events.coming_events(town(*many), limit=2)
    assert linked(html) == [f"e{day}" for day in range(1, 5)]
    assert re.findall(r"<li [^>]*(?<!hidden)>", html) == re.findall(r"<li [^>]*>", html)[:2]


def test_nothing_planned_says_whom_to_ask() -> None:
    html = events.coming_events(town(make("2022")))
    assert re.search(r"data-none>\s*近期没有安排活动.+柳溪镇司法所", html)
    assert 'href="tel:050000000001"' in html
    planned = events.coming_events(town(make("2027")))
    assert "data-none hidden" in planned


def test_a_place_shows_its_events_and_those_of_its_villages() -> None:
    html = events.place_events(
        town(
            make("2026-12-02", "here", place="taoyuan-room"),
            make("2026-12-01", "village", villages=["桃源新村"]),
            make("2026-12-03", "other", place="liuxi-station"),
        ),
        ROOM,
    )
    assert linked(html) == ["village", "here"]
    assert f'href="{ROOT}events.html"' in html


def test_a_page_says_everything_about_an_event() -> None:
    event = make(
        "2026-12-04",
        title="讲座：<遗嘱>",
        place="taoyuan-room",
        venue="二楼会议室",
        villages=["桃源村", "桃源新村"],
        figures={"present": "60"},
        summary="第一段\n第二段",
    )
    html = event_page(EDITION, event)
    assert "<h1>讲座：&lt;遗嘱&gt;</h1>" in html
    assert f'<a href="{ROOT}places/taoyuan-room.html">桃源村法律服务工作室</a>，二楼会议室' in html
    assert "桃源村、桃源新村" in html
    assert "<p>第一段</p><p>第二段</p>" in html
    assert "<b>60</b>" in html
    assert f'href="{ROOT}events.html"' in html
    assert 'href="tel:050000000003"' in html


def test_cancelled_and_sample_are_said_on_the_page_and_in_the_list() -> None:
    event = make("2026-12-04", cancelled="场地维修", sample="true")
    page = event_page(EDITION, event)
    assert "<strong>这场活动已取消</strong> <span>场地维修</span>" in page
    assert "这是一个示例" in page
    row = events.coming_events(town(event))
    assert "<strong>已取消</strong> 场地维修" in row
    assert "fh-sample" in row
    plain = event_page(EDITION, make("2026-12-04"))
    assert "取消" not in plain
    assert "这是一个示例" not in plain


def test_filters_offer_used_categories_and_every_village() -> None:
    found = town(make("2026-12-04", "a", villages=["桃源村"]), make("2026-12-05", "b", category="早市"))
    html = events.event_list(found)
    assert re.findall(r'data-key="category" data-value="(.*?)"', html) == ["", "讲座", "早市"]
    assert re.findall(r'<option value="(.+?)"', html) == [
        "上畈中畈下畈联合行政村牛角湾片",
        "桃源村",
        "桃源新村",
    ]
    assert re.search(r'<form class="fh-filters fh-js"', html)


def test_an_event_without_villages_is_for_those_of_its_place() -> None:
    html = events.event_list(town(make("2026-12-04", place="taoyuan-room")))
    assert 'data-village="桃源村\n桃源新村"' in html


def test_no_filter_where_choosing_would_part_nothing() -> None:
    assert "<form" not in events.event_list(town(make("2022", "a"), make("2022", "b")))
    assert "<form" not in events.event_list(town())


def test_a_postponed_event_keeps_its_old_day_struck_through_and_has_no_new_one() -> None:
    event = make("2026-12-04", postponed="场地维修")
    row = joined(events.coming_events(town(event)))
    assert "<strong>延期</strong> 场地维修，新的日子还没有定" in row
    assert re.search(r"原定 <s>.*12月4日 星期五.*</s>", row, re.DOTALL)
    assert "data-cancelled data-postponed" in row
    page = event_page(EDITION, event)
    assert "<strong>这场活动延期</strong>" in page
    assert "原定 <s>" in page
    assert "延期" not in event_page(EDITION, make("2026-12-04"))


def test_a_postponed_event_stays_among_those_to_come() -> None:
    late = make("2026-11-01", "late", postponed="下雨")
    html = events.event_list(town(late, make("2026-12-04", "next")))
    assert linked(html) == ["next", "late"]


def test_a_moved_event_says_so_on_its_old_day_and_on_its_new_one() -> None:
    event = make("2026-12-11", "moved", was="2026-12-04")
    html = joined(events.coming_events(town(event, make("2026-12-09", "between"))))
    assert linked(html) == ["moved", "between", "moved"]
    old, new = html.split("between.html")
    assert 'data-first="2026-12-04" data-last="2026-12-04" data-exact data-cancelled data-moved' in old
    assert "<b>4</b>" in old
    assert re.search(r"12月4日不办，<strong>改到</strong>.*12月11日 星期五", old, re.DOTALL)
    assert "原定 <s>12月4日</s>" in new
    page = joined(event_page(EDITION, event))
    assert "<strong>改到</strong> <span>2026年12月11日</span>" in page
    assert "原定 <s>2026年12月4日</s>" in page


def test_an_old_day_that_is_over_is_said_on_the_new_one_only() -> None:
    html = joined(events.coming_events(town(make("2026-12-11", "moved", was=["2026-11-20", "2026-11"]))))
    assert linked(html) == ["moved"]
    assert "原定 <s>11月20日</s>" in html
    assert "原定 <s>2026年11月</s>" in html


def test_the_law_behind_a_summary_stands_below_it_in_small_print() -> None:
    law = {"name": "劳动争议调解仲裁法", "article": "53", "checked_on": "2025-04-19"}
    html = event_page(EDITION, make("2026-12-04", law=law))
    assert re.search(
        r'<small class="fh-law"[^>]*>依据《劳动争议调解仲裁法》.*第53条.*2025年4月19日.*查对</small>',
        html,
    )
    assert "fh-law" not in event_page(EDITION, make("2026-12-04"))
