"""A place's page says who is there now, next and after that, and what is open near by, on any day."""

from __future__ import annotations

import datetime as dt
from itertools import islice

import pytest
from playwright.sync_api import Page, expect

from macros.domain.duty import shifts
from macros.models.town import Town
from tests.browser.visits import shown, visit

pytestmark = pytest.mark.browser

LAST = dt.date(2027, 3, 28)
ROOM = "places/jibang-room.html"
AFTER = "[data-after] li"


def coming(town: Town, place: str, day: dt.date, time: dt.time) -> list[tuple[dt.date, str]]:
    """The days and hours on which somebody is at a place from that moment on."""
    held = (shift for shift in shifts(town, day, LAST) if shift.place == place and shift.state == "on")
    left = (shift for shift in held if shift.date > day or shift.session.end > time)
    return [(shift.date, str(shift.session)) for shift in left]


@pytest.mark.parametrize(
    "moment",
    ["2026-11-23 08:00", "2026-12-01 10:00", "2026-12-01 11:00", "2026-12-24 08:00", "2027-03-10 08:00"],
)
def test_the_two_days_after_the_next_duty_are_named(
    phone: Page, address: str, town: Town, moment: str
) -> None:
    now = dt.datetime.fromisoformat(moment)
    lead, *after = coming(town, "jibang-room", now.date(), now.time())
    visit(phone, address + ROOM, moment)
    expect(phone.locator("[data-duty-now] [data-date]:visible")).to_have_attribute("data-date", str(lead[0]))
    said = shown(phone.locator(AFTER))
    assert len(said) == len(list(islice(after, 2)))
    for line, (date, hours) in zip(said, after, strict=False):
        assert f"{date.month}月{date.day}日" in line
        assert hours in line
        assert "示例" in line
        assert ("按计划" in line) is (date.year == 2027)


def test_after_the_last_duty_nothing_is_said_to_follow(phone: Page, address: str) -> None:
    for moment in ("2027-03-19 08:00", "2027-03-29 08:00"):
        visit(phone, address + ROOM, moment)
        expect(phone.locator("[data-after]")).to_be_hidden()


def test_without_scripts_the_same_days_stand_there(scriptless: Page, address: str, town: Town) -> None:
    scriptless.goto(address + ROOM)
    _, *after = coming(town, "jibang-room", dt.date(2026, 11, 23), dt.time(8))
    said = shown(scriptless.locator(AFTER))
    assert ["".join(line.split()[:2]) for line in said] == [
        f"{date.month}月{date.day}日星期{'一二三四五六日'[date.weekday()]}" for date, _ in after[:2]
    ]


def test_of_the_places_near_by_those_that_are_open_come_first(phone: Page, address: str) -> None:
    # At noon the station is open and the room has its break, later it is the other way about.
    for moment in ("2026-11-23 11:15", "2026-11-23 14:00", "2026-11-28 14:00"):
        visit(phone, address + ROOM, moment)
        kinds = phone.locator("[data-near-by] .fh-opening").evaluate_all(
            "marks => marks.map(mark => mark.dataset.kind)"
        )
        open_ = [kind == "open" for kind in kinds]
        assert open_ == sorted(open_, reverse=True)
        assert any(open_) is (moment < "2026-11-28")


@pytest.mark.parametrize("width", [320, 390])
def test_the_first_screen_of_a_phone_has_name_opening_who_and_the_button(
    phone: Page, address: str, width: int
) -> None:
    phone.set_viewport_size({"width": width, "height": 844})
    for place in ("aiguo-room", "station", "congge-point"):
        visit(phone, address + f"places/{place}.html")
        for part in (
            "h1",
            "[data-opening] [data-word]",
            "[data-full]:visible .fh-person",
            ".fh-button--call",
        ):
            box = phone.locator(f"article {part}").first.bounding_box()
            assert box
            # Above the bar at the foot.
            assert box["y"] + box["height"] <= 780, f"{place}: {part}"


def test_one_gets_from_the_station_to_a_room_and_back(phone: Page, address: str) -> None:
    visit(phone, address + "places/station.html")
    phone.get_by_role("link", name="爱国村", exact=True).click()
    expect(phone.locator("h1")).to_have_text("爱国村公共法律服务室")
    phone.locator(".fh-trail a", has_text="中兴镇服务站").click()
    expect(phone.locator("h1")).to_have_text("中兴镇公共法律服务站")


def test_the_card_for_the_contacts_is_there(phone: Page, address: str) -> None:
    visit(phone, address + ROOM)
    link = phone.get_by_role("link", name="存进手机通讯录")
    with phone.expect_download() as waiting:
        link.click()
    assert waiting.value.path().read_bytes().startswith(b"BEGIN:VCARD\r\nVERSION:3.0\r\n")
