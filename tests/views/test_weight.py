"""No page of the largest town weighs more than a slow phone takes: whatever it lists is parted."""

from __future__ import annotations

import datetime as dt
import gzip
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace

import pytest
from markupsafe import Markup

from macros.domain.duty.named_shifts import named_shifts
from macros.domain.edition import Edition
from macros.domain.followed import as_new
from macros.domain.people import shelves
from macros.models.duty import Duty
from macros.models.enforcement import Enforcement
from macros.models.events import Events
from macros.models.responsibilities import Responsibilities
from macros.models.town import Town
from macros.subjects import MACROS, pages
from macros.views import duty, duty_weeks, events, people, place_cards, wards
from macros.views.links import ROOT
from macros.views.ward_subscribe import ward_subscribe
from macros.views.weight import elements
from tests.making import edition, event
from tests.making import place as make
from tests.second_town import TOWN
from tests.site import towns

TODAY = dt.date(2026, 11, 23)
# The frame has up to 150 elements and 5 KB.
ELEMENTS, BYTES = 3_000 - 150, 60_000 - 5_000


def followed(town: Town) -> Edition:
    """The town as a build hands it over, with those who follow its duty."""
    found = named_shifts(town, TODAY, TODAY + dt.timedelta(days=14))
    return replace(edition(town, TODAY), follows=as_new(town, found, TODAY))


@pytest.fixture(scope="module")
def large() -> Edition:
    """A town of 3,000 places."""
    return followed(towns.in_memory(3_000))


def drawn(large: Edition) -> Iterator[tuple[str, str]]:
    """The parts of pages, and one page of each kind of which a large town has many."""
    for name, macro in MACROS.items():
        yield name, macro(large)
    yield "matters", people.knows_list(large)
    rosters = large.person_rosters
    for ward in large.wards[:1]:
        yield "a ward's places", wards.ward_places(large, ward)
        yield "a ward's duty", duty_weeks.ward_duty(large, ward)
        yield "a ward's texts and calendars", ward_subscribe(large, ward)
    yield "people", people.people_page(large, shelves(large.town.people)[0])
    busiest = max(large.town.people, key=lambda one: len(rosters[one.id].shifts) if one.id in rosters else 0)
    yield "a person", people.person_page(large, busiest)
    yield "a matter", people.knows_page(large, max(large.knowing, key=lambda held: len(held[0].people)))


def heavy(found: Mapping[str, str]) -> list[tuple[str, int, int]]:
    """Those that are too heavy."""
    weights = ((name, elements(html), len(gzip.compress(html.encode()))) for name, html in found.items())
    return [one for one in weights if one[1] > ELEMENTS or one[2] > BYTES]


def test_no_page_of_3000_places_is_heavy(large: Edition) -> None:
    found = dict(drawn(large))
    assert heavy(found | together(found)) == []


def together(found: dict[str, str]) -> dict[str, str]:
    """The pages that are made of several parts."""
    return {
        "home": "".join(found[name] for name in ("danger", "home_answer", "doors", "home_more", "hotlines")),
        "map": found["place_map"],
        "duty": found["duty_weeks"] + found["duty_ways"] + found["duty_kinds"],
        "subscribe": found["wechat_texts"] + found["calendar_list"],
        "about": found["group_words"] + found["duty_kinds"] + found["people_list"],
    }


def busy(count: int, when: str, wanted: int) -> Town:
    """A town of so many places, a hundred in the first ward, and so many people at each of its shifts."""
    town = towns.in_memory(count)
    codes = (f"33099910{number // 100}000" for number in range(count))
    places = tuple(one.model_copy(update={"code": next(codes)}) for one in town.places[-count:])
    team = ["ding", "fang", "ouyang", "qian", *(f"adviser-{number}" for number in range(4))][:wanted]
    segment = {"from": "2026-01-01", "when": when, "people": team, "wanted": str(wanted)}
    rotations = [
        {
            "id": f"daily-{place.id}",
            "name": "天天值班",
            "kind": "stationed",
            "sample": "true",
            "segments": [segment | {"places": [place.id]}],
        }
        for place in places
    ]
    duty = Duty.model_validate({"rotations": rotations})
    return town.model_copy(update={"places": places, "duty": duty, "events": Events()})


class Short(Edition):
    """An edition that looks only as far as the weeks that pages show."""

    @property
    def last(self) -> dt.date:
        return self.today + dt.timedelta(days=36)


@pytest.fixture(scope="module")
def crowded() -> Edition:
    """A town whose wards are full."""
    whole = followed(busy(101, "每天 9:00-11:00", 8))
    return Short(**{field.name: getattr(whole, field.name) for field in fields(Edition) if field.init})


def test_a_ward_of_a_hundred_busy_places_is_not_heavy(crowded: Edition) -> None:
    assert [len(ward.places) for ward in crowded.wards] == [100, 1]
    assert len(crowded.ward_rosters[crowded.wards[0].id].days()[0].rows) == 100
    found = dict(drawn(crowded))
    assert heavy(found | together(found)) == []


def test_sixty_places_are_in_rows_where_cards_would_be_heavy() -> None:
    some = busy(60, "每周三 9:00-11:00", 4)
    found = followed(some)
    assert found.wards == ()
    html = place_cards.place_list(found)
    assert "fh-place__facts" not in html
    assert all(f'id="place-{one.id}"' in html for one in some.places)
    parts = dict(drawn(found))
    months = {str(month): duty.duty_month(found, month) for month in duty.months_of(found)}
    assert max(html.count("fh-nowrap") for html in months.values()) > 1000
    assert heavy(parts | together(parts) | months) == []


def test_a_town_whose_months_are_too_full_for_a_page_has_no_pages_of_months() -> None:
    found = edition(busy(10, "每天 9:00-11:00", 1), TODAY)
    assert found.wards
    assert duty.months_of(found) == []
    assert duty.months_of(edition(busy(9, "每天 9:00-11:00", 1), TODAY))


def test_the_list_of_a_few_places_is_in_cards() -> None:
    assert "fh-place__facts" in place_cards.place_list(edition(TOWN, TODAY))


def test_what_is_left_out_of_a_wards_weeks_is_said_and_no_week_is_called_empty(crowded: Edition) -> None:
    busiest, small = (duty_weeks.ward_duty(crowded, ward) for ward in crowded.wards)
    # Two days would be more than fits.
    assert set(re.findall(r'<tr data-date="([^"]+)"', busiest)) == {"2026-11-23"}
    assert 'data-from-day="2026-11-23" data-first="2026-11-24"' in busiest
    assert "没有排值班" not in busiest
    assert len(set(re.findall(r'<tr data-date="([^"]+)"', small))) == 35
    assert 'data-first="2026-12-28"' in small


def test_the_next_days_of_a_large_town_are_whole_and_name_the_town(large: Edition) -> None:
    html = duty_weeks.duty_weeks(large)
    shown = re.findall(r'<section class="fh-duty-days__day" data-date="([^"]+)"', html)
    assert shown[0] == "2026-11-23"
    for day in large.roster.days()[: len(shown)]:
        assert html.count(f'<li data-date="{day.date}"') == len(day.rows)
    assert '<span class="fh-muted fh-nowrap">第3镇</span>' in html
    assert f'href="{ROOT}duty.html#wards"' in html


def test_each_place_of_a_ward_has_its_own_message(large: Edition) -> None:
    ward = large.wards[0]
    html = ward_subscribe(large, ward)
    texts = dict(re.findall(r'id="wechat-([^"]+)">([^<]+)</pre>', html))
    assert "<pre" not in MACROS["wechat_texts"](large)
    assert texts.keys() == {one.id for one in ward.places if large.rosters[one.id].shifts}
    one = ward.places[1]
    assert texts[one.id].startswith(f"【{TOWN.site.name}】{one.name} 11月23日—12月27日值班\n")
    assert texts[one.id].count(one.name) > 1
    for other in ward.places[2:]:
        assert other.name not in texts[one.id]


def test_a_message_about_a_busy_place_ends_before_nobody_reads_on(crowded: Edition) -> None:
    first = re.search(r"<pre [^>]*>([^<]+)</pre>", ward_subscribe(crowded, crowded.wards[0]))
    assert first
    assert len(re.findall(r"^\d\d:\d\d–", first[1], re.MULTILINE)) == 12
    assert "11月23日—12月4日值班" in first[1]


def test_everybody_and_every_place_of_a_large_town_is_on_some_page() -> None:
    large = followed(towns.in_memory(400))
    everybody = Markup().join(people.people_page(large, shelf) for shelf in shelves(large.town.people))
    assert all(f'id="person-{person.id}"' in everybody for person in large.town.people)
    everywhere = Markup().join(wards.ward_places(large, ward) for ward in large.wards)
    assert all(f'href="{ROOT}places/{place.id}.html"' in everywhere for place in large.town.places)


def test_many_events_are_on_pages_of_years() -> None:
    days = [f"{2024 + n % 3}-{n % 12 + 1:02}-{n % 28 + 1:02}" for n in range(600)]
    many = {"categories": ["讲座"], "events": [event(day, f"e{n}") for n, day in enumerate(days)]}
    town = TOWN.model_copy(update={"events": Events.model_validate(many)})
    found = edition(town, TODAY)
    html = {page.path: page.html() for page in pages(found, "") if page.path.startswith("events/years/")}
    assert sorted(html) == sorted(
        f"events/years/{year}{more}" for year in (2024, 2025, 2026) for more in ("", "-2", "-3")
    )
    overview = events.event_list(found)
    assert heavy(html | {"events": overview}) == []
    assert all(f'href="{ROOT}{path}.html"' in overview for path in html)
    listed = [name for one in html.values() for name in re.findall(r'href="\ue000events/(e\d+)\.html"', one)]
    assert sorted(listed) == sorted(one.id for one in town.events.events)


def test_a_long_list_of_units_and_matters_is_on_several_pages() -> None:
    steps = [{"what": "到村里讲法律", "date": f"2026-{n % 12 + 1:02}", "events": ["e"]} for n in range(15)]
    units = [
        {
            "id": f"u{n}",
            "name": f"第{n}个单位",
            "laws": ["民法典", "宪法"],
            "audience": ["村民"],
            "plan": steps,
        }
        for n in range(150)
    ]
    law = {"name": "土地管理法", "article": "62", "checked_on": "2026-10-08"}
    enforcing = TOWN.enforcement.model_dump(mode="json") | {
        "units": [{"id": f"u{n}", "name": f"第{n}个单位", "about": "管事。"} for n in range(100)],
        "matters": [
            {"name": f"第{n}项审批", "unit": f"u{n % 3}", "kind": "行政许可", "law": law} for n in range(900)
        ],
    }
    enforcing["objections"] = TOWN.enforcement.objections
    town = TOWN.model_copy(
        update={
            "responsibilities": Responsibilities.model_validate({"responsibilities": units}),
            "enforcement": Enforcement.model_validate(enforcing),
            "events": Events(events=(event("2026-11-01", "e"),)),
        }
    )
    found = edition(town, TODAY)
    made = [page for page in pages(found, "") if page.path.startswith(("responsibilities", "enforcement"))]
    html: dict[str, str] = {page.path: page.html() for page in made}
    html |= {name: MACROS[name](found) for name in ("responsibility_list", "enforcement_list")}
    assert heavy(html) == []
    whole = "".join(html.values())
    assert all(f"第{n}项审批" in whole for n in range(900))
    assert all(f"{ROOT}responsibilities/units/u{n}.html" in whole for n in range(150))
    addresses = {f"{path}.html" for path in html} | {
        "enforcement.html",
        "events/e.html",
        "responsibilities.html",
    }
    linked = set(re.findall(rf'href="{ROOT}((?:responsibilities|enforcement)[^"#]*)', whole))
    assert linked <= addresses


def test_no_village_is_chosen_from_a_list_of_thousands() -> None:
    some = [event("2026-11-30", "a"), event("2026-12-01", "b", villages=["第1村"])]
    plan = Events.model_validate({"categories": ["讲座"], "events": some})
    town = towns.in_memory(100).model_copy(update={"events": plan, "duty": Duty()})
    html = events.event_list(edition(town, TODAY))
    assert "第1村" in html
    assert "第90村" not in html


def test_one_more_place_in_sixty_is_no_heavier() -> None:
    places = tuple(make(f"p{n}", villages=[f"村{n}"]) for n in range(61))
    html = place_cards.place_list(edition(TOWN.model_copy(update={"places": places, "duty": Duty()}), TODAY))
    assert re.findall(r"wards/places/(.+?)\.html", html) == ["part.1", "part.2"]
