"""The engine against a naive second implementation, and what must hold for any file."""

from __future__ import annotations

import copy
import datetime as dt
import random
from collections import Counter
from types import SimpleNamespace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.domain.duty import Window
from macros.domain.duty import window as worked_out
from macros.domain.duty.shift import Shift
from macros.models.dates import Session
from macros.models.duty import Duty
from macros.models.holidays import Holidays
from tests.domain.duty.drawn_duty import FIRST, LAST, duties, goes_on, notices, rotations
from tests.domain.duty.oracle import PEOPLE, PLACES, Oracle

Entry = dict[str, Any]
# `pytest --hypothesis-profile=thorough` draws tens of thousands of files instead.
DRAWN = settings.default.max_examples if settings.default else 100
thoroughly = settings(
    max_examples=max(100, DRAWN),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
briefly = settings(parent=thoroughly, max_examples=max(30, DRAWN // 20))


def window(file: Entry, holidays: list[Entry], first: dt.date = FIRST, last: dt.date = LAST) -> Window:
    town = SimpleNamespace(
        duty=Duty.model_validate(file),
        holidays=Holidays.model_validate({"days": holidays}),
        people=[SimpleNamespace(id=one, name=name) for one, name in PEOPLE.items()],
        places=[SimpleNamespace(id=one, name=name) for one, name in PLACES.items()],
    )
    return worked_out(town, first, last)


def drawn(
    file: Entry, holidays: list[Entry], first: dt.date = FIRST, last: dt.date = LAST
) -> tuple[Shift, ...]:
    return window(file, holidays, first, last).shifts


def minute(time: dt.time) -> int:
    return time.hour * 60 + time.minute


def span(session: Session) -> tuple[int, int]:
    return minute(session.start), minute(session.end)


def row(shift: Shift) -> tuple[object, ...]:
    """All of a shift, as a plain row."""
    slot = (shift.slot.date, minute(shift.slot.start), shift.slot.place, shift.slot.added)
    manner = (shift.manner.for_, shift.manner.by)
    return (
        *(shift.date, *span(shift.session), shift.place, shift.rotation, shift.people, shift.state),
        *(shift.sample, shift.planned, shift.by_name, slot, manner, shift.notes, shift.announced),
    )


@given(duties(), notices())
@thoroughly
def test_engine_and_day_by_day_simulation_agree(file: Entry, holidays: list[Entry]) -> None:
    oracle, found = Oracle(file, holidays, LAST + dt.timedelta(days=60)), window(file, holidays)
    assert sorted(map(row, found.shifts)) == oracle.table(FIRST, LAST)
    traces = [
        (drop.date, span(drop.session), drop.place, drop.rotation, drop.why, drop.note, drop.said)
        for drop in found.dropped
    ]
    assert len(traces) == len(set(traces))
    assert set(traces) == oracle.trace(FIRST, LAST)


@given(duties(), notices(), st.randoms(use_true_random=False))
@briefly
def test_order_of_lists_changes_nothing(file: Entry, holidays: list[Entry], chance: random.Random) -> None:
    shuffled = copy.deepcopy(file)
    for key in shuffled:
        chance.shuffle(shuffled[key])
    for rotation in shuffled["rotations"]:
        chance.shuffle(rotation["segments"])
    assert drawn(shuffled, holidays) == drawn(file, holidays)


@given(duties(), notices(), st.dates(FIRST, LAST), st.integers(0, 60))
@briefly
def test_window_cuts_without_changing_what_is_inside(
    file: Entry, holidays: list[Entry], first: dt.date, days: int
) -> None:
    last = min(first + dt.timedelta(days=days), LAST)
    whole, part = window(file, holidays), window(file, holidays, first, last)
    assert part.shifts == tuple(shift for shift in whole.shifts if first <= shift.date <= last)
    assert part.dropped == tuple(drop for drop in whole.dropped if first <= drop.date <= last)


@given(duties(), notices(), st.data())
@briefly
def test_override_never_changes_another_shift(
    file: Entry, holidays: list[Entry], data: st.DataObject
) -> None:
    file = {**file, "overrides": [], "swaps": []}
    before = drawn(file, holidays)
    ids = {rotation["id"] for rotation in file["rotations"]}
    on = [shift for shift in before if shift.state != "cancelled" and shift.rotation in ids]
    if not on:
        return
    hit = data.draw(st.sampled_from(on))
    actions: list[Entry] = [{"cancel": "true"}, {"replace": ["sun"]}, {"move": {"place": "moved"}}]
    action = data.draw(st.sampled_from(actions))
    name = {"date": str(hit.date), "rotation": hit.rotation, "place": hit.place}
    after = drawn({**file, "overrides": [{**name, **action}]}, holidays)
    changed = {(s.date, s.rotation) for s in set(before) ^ set(after)}
    assert changed == {(hit.date, hit.rotation)}


@given(duties(), notices(), st.data())
@briefly
def test_later_segment_never_changes_an_earlier_shift(
    file: Entry, holidays: list[Entry], data: st.DataObject
) -> None:
    # Leave may call in whoever the later segment keeps busy, and swaps reach across it.
    file = {**file, "leave": [], "swaps": [], "overrides": []}
    rotation = data.draw(st.sampled_from(file["rotations"]))
    latest = max(rotation["segments"], key=lambda segment: segment["from"])
    start = data.draw(st.dates(dt.date.fromisoformat(latest["from"]) + dt.timedelta(days=1), LAST))
    added = {"from": str(start), "when": ["每天 8:00-9:00"], "people": ["new", "newer"], "start": "continue"}
    added |= data.draw(goes_on(rotation["kind"], (), first=False))
    longer = {**rotation, "segments": [*rotation["segments"], added]}
    changed = {**file, "rotations": [longer if r is rotation else r for r in file["rotations"]]}
    first, second = (
        [
            shift
            for shift in drawn(one, holidays)
            # What was brought forward from a day of the new segment goes with that day.
            if shift.date < start and "提前至" not in "".join(shift.notes)
        ]
        for one in (file, changed)
    )
    assert first == second


@given(rotations("r0", ("skip",)), notices(), st.data())
@briefly
def test_skipping_holidays_keeps_turns_even(
    rotation: Entry, holidays: list[Entry], data: st.DataObject
) -> None:
    segment = {**rotation["segments"][0]}
    segment.pop("to", None)
    found = drawn({"rotations": [{**rotation, "segments": [segment]}]}, holidays)
    last = data.draw(st.dates(FIRST, LAST))
    turns = {shift.date: shift.people for shift in found if shift.date <= last}
    counts = Counter(person for people in turns.values() for person in people)
    served = [counts[person] for person in segment["people"]]
    assert max(served) - min(served) <= 1


@given(duties(), notices())
@briefly
def test_nothing_exists_before_the_first_day(file: Entry, holidays: list[Entry]) -> None:
    file = {**file, "overrides": [], "temporary": [], "swaps": []}
    begins = {r["id"]: min(segment["from"] for segment in r["segments"]) for r in file["rotations"]}
    assert all(str(shift.date) >= begins[shift.rotation] for shift in drawn(file, holidays))


@given(duties(), notices())
@briefly
def test_shift_is_empty_exactly_when_it_is_vacant_or_cancelled_and_then_says_why(
    file: Entry, holidays: list[Entry]
) -> None:
    for shift in drawn(file, holidays):
        assert bool(shift.people) == (shift.state == "on")
        assert shift.notes or shift.people


def _named_by(entry: Entry, shift: Shift) -> bool:
    """Whether one end of a swap is the shift."""
    named = {"date": str(shift.date), "rotation": shift.rotation}
    return named.items() <= entry.items()


def _touched(kind: str, row: Entry, shift: Shift) -> bool:
    """Whether a row of the file names the shift: by its date, its place, its person or its rotation."""
    if kind == "swaps":
        return _named_by(row["a"], shift) or _named_by(row["b"], shift)
    if kind == "overrides":
        to = row.get("move", {}).get("date", row["date"])
        return _named_by(row, shift) or _named_by({**row, "date": to}, shift)
    if not row["from"] <= str(shift.date) <= row["to"]:
        return False
    if kind == "leave":
        return row["person"] in (*shift.planned, *shift.people)
    return shift.place in ([row["place"]] if kind == "closures" else row.get("places", [shift.place]))


@given(
    duties(), notices(), duties(), st.sampled_from(["leave", "overrides", "swaps", "closures", "temporary"])
)
@thoroughly
def test_an_exception_changes_only_what_it_names(
    file: Entry, holidays: list[Entry], other: Entry, kind: str
) -> None:
    ids = {rotation["id"] for rotation in file["rotations"]}
    rows = [row for row in other[kind] if _known(row, ids)]
    if not rows:
        return
    row = rows[0]
    kept = _without_rivals(file, kind)
    before, after = drawn(kept, holidays), drawn({**kept, kind: [*kept[kind], row]}, holidays)
    changed = Counter(before)
    changed.subtract(Counter(after))
    differ = [shift for shift, count in changed.items() if count]
    # Of a shift that the row names, the one who is away may be told of in its notes alone afterwards.
    named = {_slot(shift) for shift in differ if _touched(kind, row, shift)}
    strangers = [shift for shift in differ if _slot(shift) not in named]
    # Whoever is called in by one exception can't step in for somebody else at the same time.
    days = {str(shift.date) for shift in differ if _touched(kind, row, shift)}
    assert all(str(shift.date) in days and _covers(kept, shift) for shift in strangers)


def _slot(shift: Shift) -> tuple[object, ...]:
    return shift.rotation, shift.date, shift.session, shift.place


def _without_rivals(file: Entry, kind: str) -> Entry:
    """The file without rows that a new one would take the shift away from, which is a mistake."""
    if kind in ("overrides", "swaps"):
        return {**file, "overrides": [], "swaps": []}
    return {**file, "overrides": [], "swaps": [], "temporary": []} if kind == "temporary" else file


def _known(row: Entry, ids: set[str]) -> bool:
    named = [row, row.get("a", {}), row.get("b", {})]
    return all(entry.get("rotation", next(iter(ids))) in ids for entry in named)


def _covers(file: Entry, shift: Shift) -> bool:
    """Whether somebody of the shift is away that day, so that others may step in."""
    return any(
        row["from"] <= str(shift.date) <= row["to"] and "请假" in "".join(shift.notes)
        for row in file["leave"]
    )


@given(duties(), notices(), duties(), st.sampled_from(["overrides", "swaps", "closures", "temporary"]))
@thoroughly
def test_without_leave_an_exception_changes_exactly_what_it_names(
    file: Entry, holidays: list[Entry], other: Entry, kind: str
) -> None:
    ids = {rotation["id"] for rotation in file["rotations"]}
    kept = _without_rivals({**file, "leave": []}, kind)
    before = Counter(drawn(kept, holidays))
    for row in [row for row in other[kind] if _known(row, ids)][:2]:
        after = Counter(drawn({**kept, kind: [*kept[kind], row]}, holidays))
        assert all(_touched(kind, row, shift) for shift in (before - after) + (after - before))
