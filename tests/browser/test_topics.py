"""遇事找法: two touches from trouble to help, terms worked out on the device, people of one's own village."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from macros.domain.duty.holidays import Calendar
from macros.domain.time_limit import last_day, off_days
from macros.models.holidays import Holidays
from macros.models.topics import Limit
from tests.browser.visits import PHONE, shown, visit

pytestmark = pytest.mark.browser

HELP = "[data-topic-help]"
ROWS = f"{HELP} [data-knowing] li"
LAST = "[data-last-day]"


@pytest.mark.parametrize(
    ("door", "answer"),
    [
        ("老板不给工钱", "a[href='tel:12333']"),
        ("和邻居起了纠纷", "text=先拍照。"),
        ("被骗了钱", ".fh-topic__danger a[href='tel:110']"),
    ],
)
def test_one_touch_on_the_home_page_leads_to_the_first_useful_answer(
    phone: Page, address: str, door: str, answer: str
) -> None:
    visit(phone, address + "index.html")
    phone.locator(".fh-doors").get_by_text(door).click()
    box = phone.locator(answer).first.bounding_box()
    assert box
    assert box["y"] + box["height"] < PHONE["height"]


def test_without_scripts_two_questions_lead_to_a_topic(scriptless: Page, address: str) -> None:
    scriptless.goto(address + "topics.html")
    scriptless.get_by_role("link", name="干活的事").click()
    scriptless.get_by_role("link", name="不给工钱").click()
    expect(scriptless.locator("h1")).to_have_text("老板不给工钱")
    assert len(shown(scriptless.locator(ROWS))) == 2
    expect(scriptless.locator("[data-example]").first).to_contain_text("最后一天是 2027年11月1日")
    assert shown(scriptless.locator("input, select")) == []


def test_danger_stands_before_everything_else(phone: Page, address: str) -> None:
    for topic in ("fraud", "domestic-violence"):
        visit(phone, f"{address}topics/{topic}.html")
        first = phone.locator("#content a").first
        expect(first).to_have_attribute("href", "tel:110")


def test_a_day_that_is_filled_in_gives_the_last_day_and_goes_nowhere(phone: Page, address: str) -> None:
    visit(phone, address + "topics/review.html")
    phone.wait_for_load_state("networkidle")
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    first = phone.locator("[data-limit]").first
    first.locator("input").fill("2026-11-20")
    expect(first.locator(LAST)).to_contain_text("最后一天：2027年1月19日 星期二还有 57 天")
    expect(first.locator("[data-example]")).to_be_hidden()
    first.locator("input").fill("2026-09-21")
    expect(first.locator(LAST)).to_contain_text("2026年11月20日 星期五已经过了。先别放弃")
    # Sixty days on is a Saturday.
    first.locator("input").fill("2026-10-06")
    expect(first.locator(LAST)).to_contain_text("2026年12月7日 星期一还有 14 天")
    expect(first.locator(LAST)).to_contain_text("数到2026年12月5日 星期六，放假，顺延。")
    first.locator("input").fill("")
    expect(first.locator(LAST)).to_be_hidden()
    assert asked == []
    assert "2026-10-06" not in phone.evaluate("JSON.stringify(localStorage)")


def test_in_a_year_without_a_notice_the_last_day_may_move(phone: Page, address: str) -> None:
    visit(phone, address + "topics/wages.html")
    first = phone.locator("[data-limit]").first
    first.locator("input").fill("2026-02-28")
    expect(first.locator(LAST)).to_contain_text("2027年2月28日 星期日")
    expect(first.locator(LAST)).to_contain_text("可能往后移，别指望它")


def test_the_browser_counts_as_the_build_does(phone: Page, address: str) -> None:
    visit(phone, address + "topics/wages.html")
    calendar = Calendar.of(Holidays(), dt.date(2026, 11, 23))
    days = " ".join(f"{d:%Y%m%d}{'' if off else '+'}" for d, off in off_days(calendar, dt.date(2026, 11, 23)))
    draw = random.Random(7)
    law = {"name": "民法典", "article": "188", "checked_on": "2026-11-01"}
    wrong = []
    for _ in range(600):
        start = dt.date(2024, 1, 1) + dt.timedelta(days=draw.randrange(1400))
        name, most = draw.choice([("days", 366), ("months", 24), ("years", 3)])
        length = {"days": 0, "months": 0, "years": 0, name: draw.randint(1, most)}
        limit = Limit.model_validate({"from": "那天", "until": "起诉", "law": law, name: str(length[name])})
        found = phone.evaluate(
            """([start, length, years, days]) => {
                const limit = fahu.modules["time-limit"];
                const found = limit.lastDay(start, length, years, limit.differing(days));
                return [found.day, found.counted, found.announced];
            }""",
            [start.isoformat(), length, [str(year) for year in calendar.years if year > 2024], days],
        )
        right = last_day(limit, start, calendar)
        if right.counted.year < 2025:
            continue
        if found != [right.day.isoformat(), right.counted.isoformat(), right.announced]:
            wrong.append((start, length, found, right))
    assert wrong == []


def test_the_next_two_who_know_the_matter_go_by_the_readers_clock(phone: Page, address: str) -> None:
    visit(phone, address + "topics/neighbour.html", "2026-11-25 08:00")
    before = shown(phone.locator(ROWS))
    assert len(before) == 2
    assert all("邻里纠纷" in row for row in before)
    visit(phone, address + "topics/neighbour.html", "2026-12-03 08:00")
    after = shown(phone.locator(ROWS))
    assert len(after) == 2
    assert set(after).isdisjoint(before)
    assert all(row.startswith("12月") for row in after)


def test_on_a_day_that_the_page_does_not_know_it_names_nobody(phone: Page, address: str) -> None:
    visit(phone, address + "topics/wages.html", "2027-06-01 08:00")
    assert shown(phone.locator(ROWS)) == []
    expect(phone.locator("[data-nobody]")).to_contain_text("中兴镇司法所")


def test_a_chosen_village_is_remembered_and_its_own_people_come_first(phone: Page, address: str) -> None:
    visit(phone, address + "topics/wages.html", "2026-11-23 09:30")
    phone.get_by_label("您是哪个村的").select_option("爱国村")
    own = phone.locator(f"{ROWS}:visible", has_text="就在您村里")
    expect(own).to_contain_text("爱国村服务室")
    expect(own).to_contain_text("李律师")
    assert len(shown(phone.locator(ROWS))) == 2
    place = phone.locator(f"{HELP} [data-open-place]")
    expect(place).to_contain_text("爱国村服务室")
    expect(place).to_contain_text("现在开门")
    visit(phone, address + "topics/neighbour.html", "2026-11-23 09:30")
    expect(phone.get_by_label("您是哪个村的")).to_have_value("爱国村")
    expect(place).to_contain_text("爱国村服务室")
    phone.get_by_label("您是哪个村的").select_option("")
    expect(place).to_contain_text("中兴镇公共法律服务站")


def test_where_the_own_place_is_closed_the_nearest_open_one_is_named(phone: Page, address: str) -> None:
    # The room opens at 8:30 and closes at 16:00, the station at 17:00.
    visit(phone, address + "topics/wages.html?village=爱国村", "2026-11-23 16:30")
    place = phone.locator(f"{HELP} [data-open-place]")
    expect(place).to_contain_text("中兴镇服务站")
    expect(place).to_contain_text("现在开门")
    visit(phone, address + "topics/wages.html?village=爱国村", "2026-11-23 21:00")
    expect(place).to_contain_text("爱国村服务室")
    expect(place).to_contain_text("已经关门")


def test_a_village_that_was_found_is_known_to_topics(phone: Page, address: str) -> None:
    visit(phone, address + "villages.html")
    phone.get_by_role("link", name="爱国村").click()
    visit(phone, address + "topics/wages.html")
    expect(phone.get_by_label("您是哪个村的")).to_have_value("爱国村")


def test_a_topic_knows_villages_from_a_folder_too(phone: Page, site: Path) -> None:
    phone.goto((site / "topics" / "wages.html").as_uri() + "?village=爱国村")
    expect(phone.locator(f"{HELP} [data-open-place]")).to_contain_text("爱国村服务室")


def test_in_a_large_town_the_ward_is_asked_for_first(phone: Page, large_address: str) -> None:
    visit(phone, large_address + "topics/pay.html")
    wards = phone.get_by_label("您在哪一片")
    wards.select_option(index=1)
    villages = phone.get_by_label("您是哪个村的")
    expect(villages.locator("option").nth(1)).to_be_attached()
    villages.select_option("第7村")
    expect(phone.locator(f"{HELP} [data-open-place]")).to_contain_text("第7村")
    visit(phone, large_address + "topics/pay.html")
    expect(villages).to_have_value("第7村")


def test_the_picture_of_the_steps_is_whole_in_the_large_view(phone: Page, address: str) -> None:
    visit(phone, address + "mediation.html?large=1")
    for width in (390, 320):
        phone.set_viewport_size({"width": width, "height": 844})
        inside = phone.locator(".fh-steps").evaluate(
            """drawing => {
                const box = drawing.getBoundingClientRect();
                return [...drawing.querySelectorAll('text')].every(text => {
                    const own = text.getBoundingClientRect();
                    return own.left >= box.left && own.right <= box.right + 0.5;
                });
            }"""
        )
        assert inside


def test_what_exists_above_the_town_is_only_a_link(phone: Page, second_address: str) -> None:
    visit(phone, second_address + "topics.html")
    link = phone.get_by_role("link", name="桐山县法律服务网")
    expect(link).to_have_attribute("href", "https://flfw.example.cn/")
    expect(link).to_have_attribute("rel", "noopener noreferrer")
