"""Calendars read back by another implementation than the one that wrote them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.domain.duty import shifts
from macros.domain.duty.ledger import Revision, Span, followed
from macros.domain.duty.named_shifts import KEPT, named_shifts
from macros.domain.duty.shift import Shift
from macros.domain.followed import Told, as_new, identity, told
from macros.load import load
from macros.models.duty import Duty
from macros.models.town import Town
from macros.views.calendars import calendar_files, calendar_link, calendar_list
from macros.views.links import ROOT
from tests.domain.duty.test_named_shifts import overrides
from tests.duty_town import PEOPLE, ROOM, STATION, town
from tests.making import edition
from tests.second_town import TOWN

TODAY, UPDATED = dt.date(2026, 11, 23), dt.date(2026, 11, 20)
FIRST, LAST = TODAY - KEPT, dt.date(2027, 3, 28)
WEDNESDAY, FRIDAY = "2026-12-02", "2026-12-04"
ENDING = f"@{identity(TOWN)}"
UID = f"{WEDNESDAY}T0900.{ROOM}.older{ENDING}"
FOLDER = Path(__file__).parents[2] / "data"
HOSTILE = 'A;B,C\\D"E\\n' + "很长的名字" * 20


def files(town: Town, today: dt.date = TODAY) -> dict[str, bytes]:
    """The calendars of a site built on that day."""
    return dict(calendar_files(town, as_new(town, named_shifts(town, today - KEPT, LAST), UPDATED)))


def read(content: bytes) -> dict[str, Any]:
    """The events of a calendar by their UID; no UID is there twice."""
    events = vobject.readOne(content.decode()).contents.get("vevent", [])
    found = {event.uid.value: event for event in events}
    assert len(found) == len(events)
    return found


def slots(found: Iterable[Any]) -> list[tuple[dt.datetime, dt.datetime, str]]:
    """Start, end and status of events as the clock on the wall shows them."""
    return sorted(
        (event.dtstart.value.replace(tzinfo=None), event.dtend.value.replace(tzinfo=None), event.status.value)
        for event in found
    )


def expected(found: Iterable[Shift]) -> list[tuple[dt.datetime, dt.datetime, str]]:
    """The same of shifts."""
    return sorted(
        (
            dt.datetime.combine(shift.date, shift.session.start),
            dt.datetime.combine(shift.date, shift.session.end),
            "CANCELLED"
            if shift.state == "cancelled"
            else "TENTATIVE"
            if shift.state == "vacant" or not shift.announced
            else "CONFIRMED",
        )
        for shift in found
    )


BUSY = town(
    overrides=[
        {"date": WEDNESDAY, "rotation": "older", "cancel": "true", "reason": "停电"},
        {"date": "2026-12-09", "rotation": "older", "replace": ["ouyang"]},
    ],
    leave=[{"person": "qian", "from": "2026-12-16"}],
)


def test_another_reader_finds_the_same_shifts() -> None:
    for one in (TOWN, BUSY):
        seen, found = shifts(one, FIRST, LAST), files(one)
        left = [entry.shift for entry in named_shifts(one, FIRST, LAST) if entry.left]
        assert slots(read(found["calendars/all.ics"]).values()) == expected([*seen, *left])
        for place in one.places:
            here = [shift for shift in (*seen, *left) if place.id in (shift.place, shift.slot.place)]
            file = f"calendars/places/{place.id}.ics"
            assert slots(read(found[file]).values() if file in found else ()) == expected(here)


def test_a_persons_calendar_holds_the_own_shifts_and_those_others_took_over() -> None:
    found = read(files(BUSY)["calendars/people/fang.ics"])
    own = [shift for shift in shifts(BUSY, FIRST, LAST) if {"fang"} & {*shift.people, *shift.planned}]
    assert own
    assert len(found) == len(own)
    gone = [event for event in found.values() if event.status.value == "CANCELLED"]
    assert len(gone) + sum("fang" in shift.people for shift in own) == len(own)


def test_only_changes_are_in_the_calendar_of_changes() -> None:
    found = read(files(BUSY)["calendars/changes.ics"])
    assert {uid[:10] for uid in found} == {WEDNESDAY, "2026-12-09", "2026-12-16"}
    cancelled = found[UID]
    assert cancelled.summary.value == "桃源村：停一次"
    assert cancelled.description.value == "本次取消（停电）\n电话 0500-0000-0003（示例）"


def test_another_person_updates_the_entry() -> None:
    plain = read(files(town())["calendars/all.ics"])
    swapped = town(overrides=[{"date": WEDNESDAY, "rotation": "older", "replace": ["ouyang"]}])
    changed = read(files(swapped)["calendars/all.ics"])
    assert plain.keys() == changed.keys()
    assert changed[UID].summary.value == "桃源村：欧阳大律师（示例）"
    assert plain[UID].location.value.startswith("桃源村法律服务工作室")


def test_a_place_and_a_person_without_any_duty_have_no_calendar() -> None:
    alone = {"date": "2026-12-03", "rotation": "older", "add": ["fang"], "hours": "9:00-10:00"}
    added = town(rotations=[], overrides=[]).model_copy(update={"duty": Duty()})
    assert files(added).keys() == {"calendars/all.ics", "calendars/changes.ics"}
    assert not read(files(added)["calendars/all.ics"])
    assert f'href="{ROOT}places' not in calendar_list(edition(added, TODAY))
    assert all(read(content) for path, content in files(town(overrides=[alone])).items() if "/" in path[10:])


def test_no_two_towns_share_a_name_of_an_entry() -> None:
    first = load(FOLDER).town
    names = [{*read(files(one)["calendars/all.ics"])} for one in (first, TOWN)]
    assert names[0].isdisjoint(names[1])
    assert all(name.endswith("@310151109.fahu") for name in names[0])
    other = TOWN.model_copy(update={"site": TOWN.site.model_copy(update={"district": "别处"})})
    assert identity(other) != identity(TOWN)


def test_lines_are_folded_and_end_as_the_standard_wants() -> None:
    for content in files(BUSY).values():
        lines = content.split(b"\r\n")
        assert not any(b"\n" in line or b"\r" in line for line in lines)
        assert max(map(len, lines)) <= 75
        assert lines[-2:] == [b"END:VCALENDAR", b""]
        for line in lines:
            line.decode()


def test_a_hostile_name_stays_a_name() -> None:
    place = TOWN.place_by_id[ROOM].model_copy(update={"name": HOSTILE + "\nBEGIN:VALARM"})
    hostile = town().model_copy(
        update={"places": tuple(place if one.id == ROOM else one for one in TOWN.places)}
    )
    hostile.__dict__.pop("place_by_id", None)
    content = files(hostile)[f"calendars/places/{ROOM}.ics"]
    calendar = vobject.readOne(content.decode())
    assert calendar.x_wr_calname.value == HOSTILE + "\nBEGIN:VALARM值班"
    assert calendar.vevent.location.value.startswith(HOSTILE + "\nBEGIN:VALARM")
    assert "valarm" not in calendar.vevent.contents
    assert len(read(content)) == len(read(files(town())[f"calendars/places/{ROOM}.ics"]))


def test_what_is_not_certain_is_tentative() -> None:
    today = dt.date(2028, 12, 1)
    seen = as_new(BUSY, named_shifts(BUSY, today, dt.date(2029, 1, 31)), UPDATED)
    found = dict(calendar_files(BUSY, seen))["calendars/all.ics"]
    assert {event.status.value for event in read(found).values()} == {"TENTATIVE"}
    assert all("待国务院办公厅公布" in event.description.value for event in read(found).values())


def test_nobodys_own_number_is_in_a_calendar() -> None:
    numbers = [person.phone.encode() for person in TOWN.people if person.phone]
    assert numbers
    everything = b"".join(files(BUSY).values()).replace(b"\r\n ", b"")
    assert not [number for number in numbers if number in everything]


def test_bytes_depend_on_the_data_only() -> None:
    turned = BUSY.model_copy(
        update={"duty": BUSY.duty.model_copy(update={"rotations": BUSY.duty.rotations[::-1]})}
    )
    assert files(turned) == files(BUSY)
    later = read(files(BUSY, TODAY + dt.timedelta(days=3))["calendars/all.ics"])
    before = read(files(BUSY)["calendars/all.ics"])
    assert all(later[uid].serialize() == before[uid].serialize() for uid in later.keys() & before.keys())
    assert {event.dtstamp.value for event in later.values()} == {
        dt.datetime(2026, 11, 19, 16, tzinfo=vobject.icalendar.utc)
    }


def events(content: bytes) -> dict[str, dict[str, str]]:
    """The lines of each event by their names, by UID; faster than a reader that knows what they mean."""
    lines = content.decode().replace("\r\n ", "").partition("BEGIN:VEVENT")[2].replace("END:VCALENDAR", "")
    parts = [part.split("\r\n") for part in lines.split("BEGIN:VEVENT")]
    found = (dict(line.split(":", 1) for line in part if line) for part in parts)
    return {event["UID"]: event for event in found if event}


@settings(max_examples=30, deadline=None)
@given(st.lists(overrides, min_size=2, max_size=4))
def test_what_stands_in_a_file_changes_only_with_its_sequence(series: list[list[Any]]) -> None:
    revisions: list[Revision[Told]] = []
    before: dict[tuple[str, str], dict[str, str]] = {}
    for number, exceptions in enumerate(series):
        one = town(overrides=exceptions)
        parent = tuple(revision.id for revision in revisions[-1:])
        revisions.append(Revision(str(number), parent, UPDATED, told(one, named_shifts(one, FIRST, LAST))))
        files = dict(calendar_files(one, followed(revisions, Span(FIRST, LAST, LAST - TODAY), TODAY)))
        now = {(file, uid): event for file in files for uid, event in events(files[file]).items()}
        for key, was in before.items():
            assert now[key] == was or int(now[key]["SEQUENCE"]) > int(was["SEQUENCE"])
        before = now


def test_the_page_links_every_calendar_that_holds_something() -> None:
    follows = as_new(town(), named_shifts(town(), FIRST, LAST), UPDATED)
    html = calendar_list(replace(edition(town(), TODAY), follows=follows))
    linked = set(re.findall(rf'data-file href="{ROOT}([^"]+)"', html))
    assert linked <= files(town()).keys()
    assert linked == {
        "calendars/all.ics",
        "calendars/changes.ics",
        *(f"calendars/places/{place}.ics" for place in (ROOM, STATION)),
        *(f"calendars/people/{person}.ics" for person in PEOPLE),
    }
    link = calendar_link(TOWN.place_by_id[ROOM])
    assert f'href="{ROOT}calendars/places/{ROOM}.ics"' in link
