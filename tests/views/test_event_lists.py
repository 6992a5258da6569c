"""Lists of events: on a board, by village, series and month; messages about weeks."""

from __future__ import annotations

import datetime as dt
import re

from macros.domain.event_words import week_text
from macros.views import event_lists, event_months
from macros.views.event_villages import village_slug
from macros.views.links import ROOT
from macros.views.weight import elements
from tests.making import edition
from tests.making import event as make
from tests.second_town import TOWN
from tests.views.event_town import FILE, TODAY, event_edition

EDITION = event_edition()
DECEMBER = dt.date(2026, 12, 1)


def titles(html: str) -> list[str]:
    """What the links to events say, in order."""
    return re.findall(rf'href="{ROOT}events/[\w-]+\.html(?:#[\w-]+)?">(.*?)</a>', html)


def test_a_board_has_the_next_two_months_in_order() -> None:
    found = titles(event_lists.board(EDITION))
    assert found[:4] == ["讲座：&lt;遗嘱&gt;", "早市", "宣传日", "改了日子"]
    assert found[-2:] == ["早市", "腊八"], "the new day, not the one it has left"


def test_a_village_has_its_own_board() -> None:
    html = event_lists.village_page(EDITION, "桃源村")
    assert titles(html)[:3] == ["讲座：&lt;遗嘱&gt;", "早市", "宣传日"]
    assert "calendars/events/villages/taoyuan.ics" in html
    assert "feeds/events/villages/taoyuan.xml" in html
    assert "宣传日" not in titles(event_lists.village_page(EDITION, "桃源新村"))


def test_villages_have_addresses_of_latin_letters_of_their_own() -> None:
    served = {name for place in TOWN.places for name in place.villages}
    slugs = {village_slug(TOWN, name) for name in served}
    assert len(slugs) == len(served)
    assert all(re.fullmatch(r"[a-z0-9-]+", slug) for slug in slugs)


def test_a_series_has_its_events() -> None:
    html = event_lists.series_page(EDITION, EDITION.town.events.series[0])
    assert "<h1>冬日送法</h1>" in html
    assert titles(html) == ["讲座：&lt;遗嘱&gt;", "早市", "早市", "早市", "早市"]


def test_a_month_is_a_table_of_its_days() -> None:
    html = event_months.event_month(EDITION, DECEMBER)
    days = dict(re.findall(r'data-month-day="([\d-]+)"[^>]*>(.*?)</td>', html, re.DOTALL))
    assert len(days) == 31
    assert titles(days["2026-12-22"]) == ["咨询周"]
    assert "is-off" in days["2026-12-05"]
    assert "取消：下雪" in days["2026-12-05"]
    assert "months/2026-11.html" in html
    assert "months/2027-01.html" in html


def test_a_day_of_very_many_events_says_how_many_more() -> None:
    many = [{"id": f"e{n}", "title": "讲", "date": "2026-12-04"} for n in range(400)]
    html = event_months.event_month(event_edition(FILE | {"events": many}), DECEMBER)
    assert "还有 394 场" in html
    assert elements(html) < 300


def test_a_message_about_a_week_names_days_places_and_changes() -> None:
    events = EDITION.events.every
    text = week_text(EDITION.town, events, dt.date(2026, 11, 30), dt.date(2026, 12, 6))
    assert text.splitlines()[1:] == [
        "",
        "12月4日 星期五",
        "09:00–10:30 讲座：<遗嘱>，桃源村法律服务工作室",
        "",
        "12月5日 星期六",
        "07:30–09:30 早市",
        "　取消：下雪",
        "",
        "想问：柳溪镇司法所 0500-0000-0001（示例）",
    ]
    none = week_text(EDITION.town, (), TODAY, TODAY, "桃源村")
    assert none.splitlines()[0].endswith("桃源村11月23日—11月23日的活动")
    assert "想听什么" in none


def test_a_year_comes_to_what_was_held() -> None:
    (year,) = EDITION.events.totals
    html = event_months.event_totals(EDITION, year)
    assert re.findall(
        r'<tr class="is-sum"><th scope="row">合计</th><td>(\d+)</td>\s*<td>(\d+)</td>', html
    ) == [("3", "60")]


def test_a_wish_has_a_number_and_a_text() -> None:
    html = event_lists.event_wish(EDITION)
    assert "<li>邻里纠纷</li>" in html
    assert 'href="tel:050000000001"' in html
    assert "想听（比如：邻里纠纷）" in html


def test_pages_stay_light_however_often_something_is_held() -> None:
    daily = [
        {"id": f"d{n}", "title": "天天问", "when": "每天 8:00-9:00", "from": "2020-01-01", "series": "dongri"}
        | {"villages": ["桃源村"]}
        for n in range(8)
    ]
    found = event_edition(FILE | {"events": daily})
    pages = (
        event_lists.board(found),
        event_lists.village_page(found, "桃源村"),
        event_lists.series_page(found, found.town.events.series[0]),
        event_months.event_month(found, DECEMBER),
    )
    assert max(map(elements, pages)) < 2600


def test_nothing_planned_is_said() -> None:
    empty = edition(TOWN.model_copy(update={"events": type(TOWN.events)()}), TODAY)
    assert "近期没有安排活动" in event_lists.board(empty)
    assert event_lists.villages(empty) == []
    assert make("2026-12-04").address == "events/e.html"
