"""Random duty files for Hypothesis, as the plain text that a loader hands to the models."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import strategies as st

Entry = dict[str, Any]
FIRST = dt.date(2026, 1, 1)
LAST = dt.date(2027, 2, 28)
PEOPLE = ("zhang", "li", "wang", "zhao", "chen", "sun")
PLACES = ("aiguo", "qixiao", "yongnan", "station")
HOURS = ("9:00-11:00", "10:30-12:30", "13:30-16:00", "14:00-15:00")
PARTS = ("8:30-9:30", "9:30-10:30", "10:30-11:30", "14:00-15:00")
HEADS = (
    "每周三",
    "每周一、三、五",
    "每周六",
    "周一至周五",
    "每两周的周二",
    "每3周的周一、四",
    "每月第2、4个周三",
    "每月第5个周四",
    "每月第1个、最后一个周五",
    "每月5日、20日",
    "每月31日",
    "每月1日、最后一天",
    "每个工作日",
    "每天",
)

# Exceptions do the most where they are close together: most dates are around holidays, many on a few days.
# The second one is in a year without a notice.
_BUSY = [dt.date(2026, 9, 24) + dt.timedelta(days=n) for n in range(21)]
_BUSY += [dt.date(2027, 1, 30) + dt.timedelta(days=n) for n in range(14)]
_CROWDED = [dt.date(2026, 9, 30), dt.date(2026, 10, 7), dt.date(2026, 10, 9), dt.date(2027, 1, 6)]
dates = st.one_of(
    st.dates(FIRST, dt.date(2027, 2, 10)), st.sampled_from(_BUSY), st.sampled_from(_CROWDED)
).map(dt.date.isoformat)
hours = st.sampled_from(HOURS)
people = st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=5, unique=True)
places = st.lists(st.sampled_from(PLACES), min_size=1, max_size=3, unique=True)
manners = st.sampled_from([{}, {"for": "公证"}, {"by": "phone"}])
because = st.sampled_from([{}, {"reason": "开庭"}, {"reason": "培训"}])


@st.composite
def lines(draw: st.DrawFn) -> list[str]:
    """One or two lines of the grammar, each with hours of its own."""
    drawn = draw(st.lists(st.sampled_from(HEADS), min_size=1, max_size=2, unique=True))
    sessions = st.sampled_from([*HOURS, "9:00-11:00、13:30-16:00"])
    return [f"{head} {draw(sessions)}" for head in drawn]


@st.composite
def spans(draw: st.DrawFn, longest: int) -> Entry:
    """A `from` and a `to`."""
    first = dt.date.fromisoformat(draw(dates))
    return {"from": str(first), "to": str(first + dt.timedelta(days=draw(st.integers(0, longest))))}


@st.composite
def goes_on(draw: st.DrawFn, kind: str, policies: tuple[str, ...], *, first: bool) -> Entry:
    """What holds until a later segment says otherwise: all of it, or a few things."""
    options: dict[str, st.SearchStrategy[Any]] = {
        "places": places,
        "holidays": st.sampled_from(policies or ("skip", "forfeit", "postpone", "advance", "keep")),
        "makeup_days": st.sampled_from(["true", "false"]),
        "wanted": st.sampled_from(["1", "1", "1", "2"]),
        "standby": st.lists(st.sampled_from(PEOPLE), max_size=2, unique=True),
        "for": st.sampled_from(["法律援助", "公证"]),
        "by": st.sampled_from(["place", "phone"]),
    }
    if kind == "area":
        options["seat"] = st.sampled_from(PLACES)
    said = {key for key in options if draw(st.integers(0, 3)) == 0}
    if first:
        said |= options.keys() - ({"seat"} - said)
    return {key: draw(options[key]) for key in options if key in said}


@st.composite
def segments(draw: st.DrawFn, kind: str, policies: tuple[str, ...]) -> list[Entry]:
    """One to three segments, one after another."""
    starts = sorted(draw(st.sets(st.integers(0, 400), min_size=1, max_size=3)))
    drawn: list[Entry] = []
    wanted = 1
    for number, start in enumerate(starts):
        segment = draw(goes_on(kind, policies, first=not drawn))
        wanted = int(segment.get("wanted", wanted))
        members = draw(st.lists(st.sampled_from(PEOPLE), min_size=wanted, max_size=5, unique=True))
        segment |= {"from": str(FIRST + dt.timedelta(days=start)), "when": draw(lines()), "people": members}
        begin = draw(st.sampled_from([None, *members, *(["continue"] * 3 if number else [])]))
        if begin:
            segment["start"] = begin
        if number + 1 < len(starts) and draw(st.booleans()):
            end = draw(st.integers(start, starts[number + 1] - 1))
            segment["to"] = str(FIRST + dt.timedelta(days=end))
        drawn.append(segment)
    return drawn


@st.composite
def rotations(draw: st.DrawFn, name: str, policies: tuple[str, ...] = ()) -> Entry:
    """A rotation of the kinds that take turns."""
    kind = draw(st.sampled_from(["area", "point"]))
    return {
        "id": name,
        "name": f"轮值 {name}",
        "kind": kind,
        "sample": draw(st.sampled_from(["true", "false"])),
        "segments": draw(segments(kind, policies)),
    }


@st.composite
def leaves(draw: st.DrawFn, ids: list[str]) -> list[Entry]:
    """Leave, from everything or from one rotation."""
    drawn: list[Entry] = []
    for person in draw(st.lists(st.sampled_from(PEOPLE), max_size=4)):
        leave: Entry = {"person": person, **draw(spans(20))}
        part = draw(
            st.sampled_from([None, None, {"half": "上午"}, {"half": "下午"}, {"hours": "10:00-14:30"}])
        )
        # Of two substitutes for one day neither would be right.
        once = all(one["person"] != person for one in drawn)
        substitute = draw(st.sampled_from([None, *PEOPLE])) if once else None
        leave |= part or {}
        if draw(st.integers(0, 4)) == 0:
            leave["rotation"] = draw(st.sampled_from(ids))
        if substitute and substitute != person:
            leave["substitute"] = substitute
        drawn.append(leave)
    return drawn


@st.composite
def actions(draw: st.DrawFn, date: str, *, adds: bool) -> Entry:
    """What an override does."""
    kind = draw(st.sampled_from(["cancel", "replace", "move", "split", *(["add"] if adds else [])]))
    if kind == "cancel":
        return {"cancel": "true"}
    if kind == "replace":
        return {"replace": draw(people)}
    if kind == "split":
        parts = draw(st.sets(st.sampled_from(PARTS), min_size=1, max_size=3))
        shuffled = draw(st.permutations(sorted(parts)))
        return {"split": [{"hours": part, "people": draw(people)} for part in shuffled]}
    if kind == "add":
        where = {"place": draw(st.sampled_from(PLACES))} if draw(st.booleans()) else {}
        return {"add": draw(people), "hours": draw(hours), **where}
    shifted = dt.date.fromisoformat(date) + dt.timedelta(days=draw(st.integers(-40, 40)))
    options = {"date": str(shifted), "hours": draw(hours), "place": draw(st.sampled_from(PLACES))}
    kept = draw(st.sets(st.sampled_from(sorted(options)), min_size=1))
    return {"move": {key: options[key] for key in sorted(kept)}}


@st.composite
def named(draw: st.DrawFn, ids: list[str], count: int) -> list[Entry]:
    """Shifts by date and rotation, each only once; of some days the morning and the afternoon."""
    days = draw(st.sets(st.tuples(dates, st.sampled_from(ids)), min_size=count, max_size=count))
    drawn: list[Entry] = []
    for date, rotation in sorted(days):
        whole: list[Entry] = [{}]
        halves: list[Entry] = [{"hours": "9:00-11:00"}, {"hours": "13:30-16:00"}]
        there: list[Entry] = [{"place": draw(st.sampled_from(PLACES))}]
        parts = draw(st.sampled_from([whole, whole, halves, there]))
        drawn += [{"date": date, "rotation": rotation, **part} for part in parts]
    return drawn


@st.composite
def temporaries(draw: st.DrawFn, name: str) -> Entry:
    """A temporary schedule with a shift on its first and its last day."""
    plan: Entry = {"id": name, "name": f"安排{name}", **draw(spans(9))}
    plan["sample"] = draw(st.sampled_from(["true", "false"]))
    plan |= draw(because)
    where = draw(st.one_of(st.none(), places))
    if where:
        plan["places"] = where
    place = draw(st.sampled_from(where or PLACES))
    plan["shifts"] = [
        {"date": plan[end], "hours": draw(hours), "place": place, "people": draw(people), **draw(manners)}
        for end in draw(st.sampled_from([["from"], ["from", "to"]]))
    ]
    return plan


@st.composite
def plans(draw: st.DrawFn) -> list[Entry]:
    """Temporary schedules, of which no two share a day."""
    found: list[Entry] = []
    for name in ("t0", "t1"):
        plan = draw(temporaries(name))
        if all(plan["from"] > one["to"] or one["from"] > plan["to"] for one in found) and draw(st.booleans()):
            found.append(plan)
    return found


@st.composite
def swapped(draw: st.DrawFn, ids: list[str], overrides: list[Entry]) -> list[Entry]:
    """The ends of swaps, some of them changed by an override before."""
    ends = draw(named(ids, draw(st.sampled_from([0, 2, 2, 4]))))
    there = {(one["date"], one["rotation"]) for one in ends}
    for one in overrides:
        if (one["date"], one["rotation"]) not in there and draw(st.booleans()):
            ends.append({key: one[key] for key in ("date", "rotation", "hours", "place") if key in one})
            if "add" in one:
                ends[-1] |= {"hours": one["hours"]}
    return draw(st.permutations(ends))[: len(ends) // 2 * 2]


@st.composite
def closures(draw: st.DrawFn) -> list[Entry]:
    """Closures, of which no two of a place end on one day."""
    found: list[Entry] = []
    for place in draw(st.lists(st.sampled_from(PLACES), max_size=3)):
        closure = {"place": place, **draw(spans(60)), **draw(because)}
        if all((one["place"], one["to"]) != (place, closure["to"]) for one in found):
            found.append(closure)
    return found


def _near(one: Entry, other: Entry) -> bool:
    days = (dt.date.fromisoformat(entry["date"]) for entry in (one, other))
    first, last = sorted(days)
    return (last - first).days <= 366


@st.composite
def duties(draw: st.DrawFn, policies: tuple[str, ...] = ()) -> Entry:
    """A whole file, whose exceptions may or may not hit, but never the same shift twice."""
    count = draw(st.integers(1, 3))
    ids = [f"r{number}" for number in range(count)]
    overrides = draw(named(ids, draw(st.integers(0, 4))))
    for entry in overrides:
        # An addition brings hours of its own.
        entry |= draw(actions(entry["date"], adds="hours" not in entry))
        entry |= draw(because)
    ends = draw(swapped(ids, overrides))
    return {
        "rotations": [draw(rotations(name, policies)) for name in ids],
        "leave": draw(leaves(ids)),
        "overrides": overrides,
        "closures": draw(closures()),
        "temporary": draw(plans()),
        "swaps": [
            {"a": a, "b": b, **draw(because)}
            for a, b in zip(ends[::2], ends[1::2], strict=True)
            if _near(a, b)
        ],
    }


@st.composite
def notices(draw: st.DrawFn) -> list[Entry]:
    """Holidays and make-up days that data/holidays.yml adds, never on the same day."""
    drawn: list[Entry] = []
    for start in sorted(draw(st.sets(st.integers(0, 13), max_size=2))):
        first = dt.date(2026, 1, 10) + dt.timedelta(days=30 * start + draw(st.integers(0, 15)))
        last = first + dt.timedelta(days=draw(st.integers(0, 8)))
        kind = draw(st.sampled_from(["off", "off", "work"]))
        notice = draw(st.sampled_from(["示例", "国务院办公厅通知"]))
        entry = {"from": str(first), "to": str(last), "kind": kind, "name": "示例节", "notice": notice}
        drawn.append(entry)
    return drawn
