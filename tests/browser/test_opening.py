"""Whether a door is open, in the visitor's browser: word for word what the domain says."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.domain.days import each
from macros.domain.duty.holidays import Calendar
from macros.domain.opening import opening
from macros.domain.openings import encoded
from macros.domain.schedule import Schedule
from macros.models.exceptions import Closure
from macros.models.holidays import Holidays
from macros.models.town import Town
from macros.models.when import When
from macros.publish.bundle import bundles
from tests.browser.visits import PHONE, real_positions, shown, visit
from tests.conftest import ROOT, build, served
from tests.site import towns

pytestmark = pytest.mark.browser

SCRIPTS = {f"j/{path.name}": path.read_text("utf-8") for path in (ROOT / "docs").rglob("javascripts/*.js")}
SCRIPT = bundles(SCRIPTS | {"fahu.js": 'import "./j/opening-words.js";\n'})["fahu.js"]
# Hours, closures: beside those of the towns, what their files have none of.
DRAWN: list[tuple[list[str], list[dict[str, str]]]] = [
    (
        ["每个工作日 8:30-11:00、13:30-16:00"],
        [{"from": "2026-12-07", "to": "2026-12-31", "reason": "室内维修"}],
    ),
    (["每个工作日 8:30-11:00"], [{"from": "2026-10-08"}, {"from": "2026-10-10", "to": "另行通知"}]),
    ([], [{"from": "2026-10-02", "to": "2026-10-20", "reason": "搬家"}]),
    (["每天 9:00-12:00、14:00-17:00"], []),
    (["每天 9:00-17:00", "每个工作日 18:00-20:00", "每周六 8:00-9:30"], []),
    (["每月5日、20日 9:00-11:30", "每月最后一个周五 9:00-11:00"], []),
    (["每两周的周三 9:00-11:00"], []),
    (["每个工作日 0:05-23:59"], [{"from": "2026-10-12", "to": "2026-10-13"}]),
]
TOLD = """([schedule, moments, duty]) => {
    const { openingAt } = window.fahu.modules["opening-words"];
    return moments.map(([day, time]) => openingAt(schedule, day, time, duty).join("|"));
}"""


def schedules(*towns_: Town) -> Iterator[Schedule]:
    """Every schedule of the towns and the drawn ones, from before a holiday into a planned year."""
    span = (dt.date(2026, 9, 21), dt.date(2027, 2, 20))
    for town in towns_:
        for hours in {place.hours for place in town.places}:
            yield Schedule.of(hours, (), Calendar.of(town.holidays), *span)
    for words, closures in DRAWN:
        closed = [Closure.model_validate({"place": "a", **closure}) for closure in closures]
        yield Schedule.of(tuple(map(When.parse, words)), closed, Calendar.of(Holidays()), *span)


def moments(schedule: Schedule) -> list[tuple[dt.date, dt.time]]:
    """Every half hour of weeks with something in them, and each minute at which something changes."""
    edges = {time for day in schedule.days.values() for one in day.sessions for time in (one.start, one.end)}
    edges |= {_before(time) for time in edges} | {dt.time(23, 59)}
    edges |= {dt.time(hour, minute) for hour in range(24) for minute in (0, 30)}
    weeks = (
        each(dt.date(2026, 9, 20), dt.date(2026, 10, 21)),
        each(dt.date(2026, 12, 4), dt.date(2026, 12, 9)),
        each(dt.date(2026, 12, 28), dt.date(2027, 1, 5)),
        each(dt.date(2027, 2, 4), dt.date(2027, 2, 21)),
    )
    return list(itertools.product(itertools.chain(*weeks), sorted(edges)))


def _before(time: dt.time) -> dt.time:
    return (
        (dt.datetime.combine(dt.date.min, time) - dt.timedelta(minutes=1)).time()
        if time > dt.time()
        else time
    )


def test_the_browser_says_word_for_word_what_the_domain_says(
    phone: Page, town: Town, second_town: Town
) -> None:
    phone.goto("about:blank")
    phone.add_script_tag(content=SCRIPT)
    duty = [dt.date(2026, 10, 9), dt.date(2026, 12, 8)]
    for schedule in schedules(town, second_town):
        asked = moments(schedule)
        written = [[day.isoformat(), f"{time:%H:%M}"] for day, time in asked]
        for days in (None, duty):
            given: Any = [json.loads(encoded(schedule)), written, days and [day.isoformat() for day in days]]
            told = [opening(schedule, day, time, days) for day, time in asked]
            right = [f"{one.kind}|{one.word}|{one.more}" for one in told]
            assert phone.evaluate(TOLD, given) == right


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first town with closures and notices, built on 28 September 2026."""
    folder = tmp_path_factory.mktemp("opening")
    data = folder / "data"
    data.mkdir()
    for path in (ROOT / "data").glob("*.yml"):
        (data / path.name).write_text(path.read_text("utf-8"), "utf-8")
    shutil.copytree(ROOT / "data" / "media", data / "media")
    towns.edited(data, "duty.yml", lambda tree: tree.update(closures=CLOSURES))
    towns.edited(data, "site.yml", lambda tree: tree.update(notices=NOTICES))
    # Monday noon in Shanghai.
    done = build(folder / "site", data, SOURCE_DATE_EPOCH="1790568000")
    assert done.returncode == 0, done.stderr
    return folder / "site"


CLOSURES = [
    {"place": "guangfu-room", "from": "2026-12-07", "to": "2026-12-31", "reason": "室内维修"},
    {"place": "qixiao-room", "from": "2026-10-12", "to": "另行通知", "reason": "屋顶漏水"},
]
NOTICES = [
    {"text": "全镇停电半天", "from": "2026-09-28", "until": "2026-10-09", "sample": "true"},
    {
        "text": "台风，今天都不开门",
        "from": "2026-10-09",
        "until": "2026-10-09",
        "urgent": "true",
        "sample": "true",
    },
    {
        "text": "爱国村搬到二楼",
        "from": "2026-10-08",
        "until": "2026-12-31",
        "places": ["aiguo-room"],
        "sample": "true",
    },
]


@pytest.fixture(scope="module")
def october(changed: Path) -> Iterator[str]:
    """Where that site is served."""
    for host in served(changed):
        yield f"{host}/"


def said(page: Page, where: str = "main .fh-stack >") -> str:
    """What is said of the door."""
    (line,) = shown(page.locator(f"{where} [data-opening] [data-now]"))
    return line.removesuffix("示例").rstrip()


@pytest.mark.parametrize(
    ("moment", "right"),
    [
        ("2026-09-30 12:00", "午休 13:30 再开；今天没有律师来值班"),
        ("2026-09-30 13:29", "午休 13:30 再开；今天没有律师来值班"),
        ("2026-09-30 13:30", "现在开门 16:00 关门；今天没有律师来值班"),
        ("2026-09-30 15:59", "现在开门 16:00 关门；今天没有律师来值班"),
        ("2026-09-30 16:00", "已经关门 国庆放假，10月8日 8:30 开门"),
        ("2026-10-01 09:00", "国庆放假 10月8日 8:30 开门"),
        ("2026-10-07 20:00", "国庆放假 10月8日 8:30 开门"),
        ("2026-10-10 09:00", "今天补班，现在开门 11:00 午休，13:30 再开；今天没有律师来值班"),
        ("2026-10-11 09:00", "今天不开门 明天 8:30 开门"),
        ("2026-10-16 23:59", "已经关门 10月19日 星期一 8:30 开门"),
    ],
)
def test_the_page_of_a_place_answers_above_its_duty(
    phone: Page, october: str, moment: str, right: str
) -> None:
    visit(phone, f"{october}places/jibang-room.html", moment)
    assert said(phone) == right


def test_only_an_open_door_is_green(phone: Page, october: str) -> None:
    kinds = {
        "2026-09-30 12:00": "break",
        "2026-09-30 14:00": "open",
        "2026-09-30 16:00": "over",
        "2026-10-01 09:00": "holiday",
        "2027-01-12 09:00": "planned",
    }
    colours: dict[str, list[str]] = {}
    for moment, kind in kinds.items():
        visit(phone, f"{october}places/jibang-room.html", moment)
        line = phone.locator("div.fh-opening")
        expect(line).to_have_attribute("data-kind", kind)
        colour = line.locator("[data-word]").evaluate("word => getComputedStyle(word).color")
        colours.setdefault(colour, []).append(kind)
    assert ["open"] in colours.values()


def test_a_page_left_open_goes_with_the_clock(phone: Page, october: str) -> None:
    phone.clock.install(time=dt.datetime.fromisoformat("2026-09-29 15:58+08:00"))
    phone.goto(f"{october}places/jibang-room.html")
    assert said(phone).startswith("现在开门 16:00 关门")
    phone.clock.run_for(3 * 60 * 1000)
    assert said(phone) == "已经关门 明天 8:30 开门"


def test_in_new_york_it_is_the_hour_in_shanghai_that_counts(browser: Browser, october: str) -> None:
    with browser.new_context(viewport=PHONE, timezone_id="America/New_York") as context:
        page = context.new_page()
        visit(page, f"{october}places/jibang-room.html", "2026-10-01 00:30")
        assert said(page) == "国庆放假 10月8日 8:30 开门"


def test_a_planned_day_is_never_said_to_be_open(phone: Page, october: str) -> None:
    visit(phone, f"{october}places/jibang-room.html", "2027-01-12 14:00")
    assert said(phone).startswith("按计划今天开门 16:00 关门，放假安排还没公布，先打电话问")


def test_without_scripts_the_plain_hours_stand_there(scriptless: Page, october: str) -> None:
    scriptless.goto(f"{october}places/jibang-room.html")
    assert said(scriptless) == "开门时间 每个工作日 8:30–11:00、13:30–16:00"
    scriptless.goto(f"{october}places/fuwei-room.html")
    assert said(scriptless) == "开门时间没有登记 先打电话问"


def test_cards_the_sheet_and_the_finder_say_the_same(phone: Page, october: str) -> None:
    visit(phone, f"{october}map.html", "2026-09-30 12:00")
    assert said(phone, "#place-station").startswith("午休 13:30 再开")
    assert said(phone, "#place-fuwei-room") == "开门时间没有登记 先打电话问"
    card = said(phone, "#place-congge-point")
    real_positions(phone)
    phone.locator(".fh-marker[aria-label^='聪哥']").focus()
    phone.keyboard.press("Enter")
    phone.locator("[data-map-sheet]").wait_for()
    assert said(phone, "[data-map-sheet]") == card
    assert card.startswith("现在开门 17:00 关门")
    visit(phone, f"{october}villages.html", "2026-09-30 14:00")
    mark = phone.locator("li:has(a:text-is('汲浜村')) [data-now]")
    assert shown(mark) == ["现在开门"]
    phone.get_by_label("村名").last.fill("汲浜村")
    assert shown(mark) == ["现在开门 16:00 关门"]
    visit(phone, f"{october}villages.html", "2026-09-30 12:00")
    assert shown(mark) == []


def test_a_closure_is_announced_from_the_day_it_is_written(phone: Page, october: str) -> None:
    note = "12月7日起，室内维修，12月31日以前不开门"
    for name, where in (
        ("places/guangfu-room.html", "div.fh-opening"),
        ("map.html", "#place-guangfu-room"),
        ("villages.html", "li:has(a:text-is('广福居委会'))"),
        ("index.html", "li:has(a:text-is('广福居委会'))"),
    ):
        visit(phone, october + name, "2026-09-28 14:00")
        assert shown(phone.locator(f"{where} [data-closure]")) == [note]
        visit(phone, october + name, "2026-12-07 14:00")
        assert shown(phone.locator(f"{where} [data-closure]")) == []
        assert shown(phone.locator(f"{where} [data-now]"))[0].startswith("室内维修 12月31日以前不开门")
    visit(phone, f"{october}places/qixiao-room.html", "2026-10-11 14:00")
    assert shown(phone.locator("[data-closure]")) == ["10月12日起，屋顶漏水，哪天开门等通知"]
    visit(phone, f"{october}places/qixiao-room.html", "2027-01-12 14:00")
    assert said(phone) == "屋顶漏水 哪天开门等通知"


@pytest.mark.parametrize(
    ("moment", "everywhere", "here"),
    [
        ("2026-09-28 08:00", ["通知 全镇停电半天 示例"], []),
        ("2026-10-08 00:00", ["通知 全镇停电半天 示例"], ["通知 爱国村搬到二楼 示例"]),
        (
            "2026-10-09 23:59",
            ["紧急通知 台风，今天都不开门 示例", "通知 全镇停电半天 示例"],
            ["通知 爱国村搬到二楼 示例"],
        ),
        ("2026-10-10 00:00", [], ["通知 爱国村搬到二楼 示例"]),
        ("2027-01-01 00:00", [], []),
    ],
)
def test_notices_come_and_go_by_the_readers_day(
    phone: Page, october: str, moment: str, everywhere: list[str], here: list[str]
) -> None:
    for name in ("index.html", "events.html", "duty.html", "places/jibang-room.html"):
        visit(phone, october + name, moment)
        assert shown(phone.locator(".fh-notices [data-until]")) == everywhere
    visit(phone, f"{october}places/aiguo-room.html", moment)
    assert shown(phone.locator(".fh-notices [data-until]")) == everywhere + here
    visit(phone, f"{october}map.html", moment)
    assert shown(phone.locator("#place-aiguo-room [data-until]")) == here


def test_without_scripts_the_notices_of_the_build_day_stand_there(scriptless: Page, october: str) -> None:
    scriptless.goto(f"{october}places/aiguo-room.html")
    assert shown(scriptless.locator(".fh-notices [data-until]")) == ["通知 全镇停电半天 示例"]
