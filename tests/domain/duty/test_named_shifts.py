"""What followers see: names that never change hands, whatever is beside them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from macros.domain.duty import shifts
from macros.domain.duty.named_shifts import NamedShift, named_shifts
from tests.duty_town import PEOPLE, ROOM, ROTATIONS, STATION, rotation, town
from tests.second_town import TOWN

FIRST, LAST = dt.date(2026, 11, 2), dt.date(2026, 12, 31)
WEDNESDAY, FRIDAY = "2026-12-02", "2026-12-04"
SLOT = f"{WEDNESDAY}T0900.{ROOM}.older"
BESIDE = f"{WEDNESDAY}T0900.{ROOM}.younger"
FRIDAYS = f"{FRIDAY}T1330.{STATION}.station"


def found(**exceptions: Any) -> dict[str, NamedShift]:
    """The entries by name; no name is there twice."""
    seen = named_shifts(town(**exceptions), FIRST, LAST)
    named = {entry.name: entry for entry in seen}
    assert len(named) == len(seen)
    return named


def unusual(seen: Iterable[NamedShift]) -> list[NamedShift]:
    """Those that aren't what the rotation says."""
    return [entry for entry in seen if entry.unusual]


PLAIN = found()


def override(rotation: str, **action: Any) -> dict[str, Any]:
    day = FRIDAY if rotation == "station" else WEDNESDAY
    return {"date": day, "rotation": rotation, **action}


def test_a_name_is_date_start_place_and_rotation() -> None:
    assert PLAIN[SLOT].shift.rotation == "older"
    assert PLAIN[BESIDE].shift.rotation == "younger"
    assert not unusual(PLAIN.values())


def test_entries_are_the_shifts_of_the_pages() -> None:
    for one in (town(), TOWN):
        seen = [entry.shift for entry in named_shifts(one, FIRST, LAST) if not entry.left]
        assert tuple(seen) == shifts(one, FIRST, LAST)


def test_who_is_on_duty_changes_no_name() -> None:
    seen = found(
        overrides=[override("older", replace=["ouyang"]), override("station", cancel="true")],
        leave=[{"person": "qian", "from": WEDNESDAY, "substitute": "fang"}],
    )
    assert seen.keys() == PLAIN.keys()
    assert {entry.name for entry in unusual(seen.values())} == {SLOT, BESIDE, FRIDAYS}


def test_a_moved_shift_keeps_its_name() -> None:
    moves = ({"date": "2026-12-03"}, {"hours": "14:00-15:00"}, {"place": STATION}, {"date": "2027-02-03"})
    for move in moves:
        seen = found(overrides=[override("older", move=move)])
        assert seen.keys() == PLAIN.keys()
        assert seen[SLOT].unusual
        assert seen[SLOT].shift.notes[0].startswith("原定")
        assert seen[BESIDE] == PLAIN[BESIDE]
    assert seen[SLOT].shift.date == dt.date(2027, 2, 3)


def test_a_shift_moved_into_the_days_is_there_under_its_old_day() -> None:
    moved = {"date": "2027-01-06", "rotation": "older", "move": {"date": "2026-12-03"}}
    assert found(overrides=[moved]).keys() - PLAIN.keys() == {f"2027-01-06T0900.{ROOM}.older"}


def test_a_temporary_schedule_has_names_of_its_own_and_leaves_turns_behind() -> None:
    shift = {"date": WEDNESDAY, "hours": "9:00-10:00", "place": ROOM, "people": ["fang"]}
    seen = found(temporary=[{"id": "spring", "name": "临时", "from": WEDNESDAY, "shifts": [shift]}])
    assert seen.keys() - PLAIN.keys() == {f"{WEDNESDAY}T0900.{ROOM}.spring"}
    for name in (SLOT, BESIDE):
        assert seen[name].left
        assert seen[name].unusual
        assert (seen[name].shift.state, seen[name].shift.people) == ("cancelled", ())
        assert seen[name].shift.notes == ("按临时执行",)


def test_a_shift_added_to_a_full_slot_gets_a_name_of_its_own() -> None:
    extra = {"add": ["ouyang"], "hours": "9:00-11:00", "place": ROOM, "date": WEDNESDAY}
    seen = found(overrides=[extra | {"rotation": "older"}, extra | {"rotation": "station"}])
    assert seen.keys() - PLAIN.keys() == {
        f"{WEDNESDAY}T0900.{ROOM}.{name}.added" for name in ("older", "station")
    }
    assert seen[SLOT] == PLAIN[SLOT]


def test_a_part_that_stays_with_its_person_counts_as_changed() -> None:
    seen = found(overrides=[override("station", split={"hours": "15:00-16:00", "people": ["qian"]})])
    first, second = seen[FRIDAYS], seen[f"{FRIDAYS}.1500"]
    assert first.unusual
    assert second.unusual
    assert first.shift.people != second.shift.people == ("qian",)


def test_a_year_that_is_not_announced_is_no_change() -> None:
    later = named_shifts(town(), dt.date(2029, 1, 1), dt.date(2029, 1, 31))
    assert later
    assert not any(entry.shift.announced for entry in later)
    assert not unusual(later)


def test_a_new_rotation_takes_nobodys_name() -> None:
    extra = rotation("aaa", "2026-12-01", "每周三 9:00-11:00", "ouyang")
    seen = found(rotations=[extra, *ROTATIONS])
    assert {name: seen[name] for name in PLAIN} == PLAIN
    assert seen[f"{WEDNESDAY}T0900.{ROOM}.aaa"].shift.rotation == "aaa"


people = st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=2, unique=True)
hours = st.sampled_from(["9:00-11:00", "9:00-10:00", "10:00-11:00", "13:30-16:00"])
days = st.sampled_from([f"2026-12-{day:02}" for day in range(1, 12)])
actions = st.one_of(
    st.just({"cancel": "true"}),
    st.builds(lambda who: {"replace": who}, people),
    st.builds(lambda day, time: {"move": {"date": day, "hours": time}}, days, hours),
    st.builds(lambda place: {"move": {"place": place}}, st.sampled_from([ROOM, STATION])),
    st.builds(lambda who, time, place: {"add": who, "hours": time, "place": place}, people, hours,
              st.sampled_from([ROOM, STATION])),
    st.builds(lambda who, time: {"split": {"hours": time, "people": who}}, people, hours),
)  # fmt: skip
overrides = st.lists(
    st.builds(
        lambda day, name, action: {"date": day, "rotation": name} | action,
        days, st.sampled_from(["older", "younger", "station"]), actions,
    ),
    max_size=5,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(overrides, st.booleans())
def test_whatever_happens_names_are_unique_and_none_is_lost(given_: list[Any], emptied: bool) -> None:
    temporary = [{"id": "spring", "name": "临时", "from": "2026-12-03", "to": "2026-12-06"}] * emptied
    seen = found(overrides=given_, temporary=temporary)
    assert PLAIN.keys() <= seen.keys()
    assert found(overrides=given_[::-1], temporary=temporary) == seen
    for name, entry in seen.items():
        slot = entry.shift.slot
        assert name.startswith(f"{slot.date}T{slot.start:%H%M}.{slot.place}.{entry.shift.rotation}")
        assert not entry.left or entry.shift.state == "cancelled"


def test_the_first_and_the_last_day_belong_to_what_is_followed() -> None:
    day = dt.date.fromisoformat(WEDNESDAY)
    gone = {"temporary": [{"id": "t", "name": "临时", "from": WEDNESDAY}]}
    away = {"overrides": [override("older", move={"date": "2026-12-03"})]}
    early = {"overrides": [override("older", move={"date": "2026-12-01"})]}
    for exceptions in ({}, gone, away, early):
        assert {entry.name for entry in named_shifts(town(**exceptions), day, day)} == {SLOT, BESIDE}
    onto = {"date": "2026-12-09", "rotation": "older", "move": {"date": WEDNESDAY}}
    assert len(named_shifts(town(overrides=[onto]), day, day)) == 3


def test_three_shifts_added_to_one_slot_have_three_names() -> None:
    extra = {"rotation": "older", "date": WEDNESDAY, "place": ROOM}
    rows = [extra | {"add": [who], "hours": "9:00-10:00"} for who in ("ouyang", "fang", "qian")]
    name = f"{SLOT}.added"
    assert found(overrides=rows).keys() - PLAIN.keys() == {name, f"{name}.0900", f"{name}.0900.2"}


def test_a_change_in_a_year_that_is_not_announced_is_unusual() -> None:
    row = {"date": "2029-01-03", "rotation": "older", "replace": ["ouyang"]}
    seen = named_shifts(town(overrides=[row]), dt.date(2029, 1, 1), dt.date(2029, 1, 31))
    assert [str(entry.shift.date) for entry in unusual(seen)] == ["2029-01-03"]
