"""A second opinion on duty: day by day, over plain dictionaries, sharing no code with the engine.

It reads the same text as the models, but decides every day by looking at the calendar
page: no recurrence rules, no sorting tricks, no early exits. Slow, and meant to be.
"""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Callable
from typing import Any

from tests.domain.duty.oracle_days import Entry, because, clock, cross, day_of, hours_of, shown
from tests.domain.duty.oracle_turns import Turns

# What people and places are called; whoever else a file names stands for himself.
PEOPLE = {"zhang": "张律师", "li": "李律师", "wang": "王律师", "zhao": "赵律师"}
PLACES = {"aiguo": "爱国村", "qixiao": "七滧村", "li": "李家宅"}
WAITING = "放假安排待国务院办公厅公布"


def who(people: list[str]) -> str:
    return "、".join(PEOPLE.get(person, person) for person in people)


def where(place: str) -> str:
    return f"在{PLACES.get(place, place)}"


class Oracle(Turns):
    """The whole duty of a file, worked out once up to a last day."""

    def __init__(self, file: Entry, holidays: list[Entry], last: dt.date) -> None:
        super().__init__(file, holidays, last)
        # Whose turn it was when, whatever exceptions make of it.
        self.turns = [(s["date"], s["session"], tuple(s["people"])) for s in self.shifts]
        self.make_exceptions()
        self.exchange()
        self.shut()
        self.send_substitutes()

    def shut(self) -> None:
        for shift in self.shifts:
            closure = self.closure(shift["place"], shift["date"])
            if closure and shift["state"] != "cancelled":
                note = because("场所暂停服务", closure)
                shift.update(people=[], state="cancelled", notes=[*shift["notes"], note])

    def away(self, person: str, shift: Entry) -> list[Entry]:
        """The leaves that keep a person from a shift, those with a substitute first."""
        found = []
        for leave in self.file["leave"]:
            if leave["person"] != person or not day_of(leave["from"]) <= shift["date"] <= day_of(leave["to"]):
                continue
            if leave.get("rotation", shift["rotation"]) != shift["rotation"]:
                continue
            span = {"上午": (0, 720), "下午": (720, 1440)}.get(leave.get("half", ""), (0, 1440))
            if "hours" in leave:
                span = hours_of(leave["hours"])
            if cross(shift["session"], span):
                found.append(leave)
        return sorted(found, key=lambda leave: "substitute" not in leave)

    def send_substitutes(self) -> None:
        keys = ("date", "session", "place", "rotation", "chosen", "people", "planned")
        for shift in sorted(self.shifts, key=lambda s: [s.get(key, False) for key in keys]):
            present = list(shift["people"])
            for person in shift["people"]:
                if leaves := self.away(person, shift):
                    stand_in = self.stand_in(shift, person, leaves[0], present)
                    at = present.index(person)
                    present[at : at + 1] = stand_in
                    what = f"由{who(stand_in)}代" if stand_in else "暂无人代班"
                    shift["notes"] = [*shift["notes"], f"{who([person])}请假，{what}"]
                    # Others see a substitute as busy at once, and those away as long as the shift is open.
                    shift.setdefault("extra", []).extend(stand_in)
            if present != shift["people"]:
                shift["after"] = present
        for shift in self.shifts:
            shift["people"] = shift.pop("after", shift["people"])
            shift["state"] = shift["state"] if shift["people"] or shift["state"] == "cancelled" else "vacant"

    def stand_in(self, shift: Entry, person: str, leave: Entry, present: list[str]) -> list[str]:
        substitute = leave.get("substitute")
        if substitute and not self.held_up(substitute, shift, present):
            return [substitute]
        if shift.get("chosen"):
            return []
        for one in self.line(shift, person):
            own = any(
                one in people and day == shift["date"] and cross(session, shift["session"])
                for day, session, people in self.turns
            )
            if not own and not self.held_up(one, shift, present):
                return [one]
        return []

    def line(self, shift: Entry, person: str) -> list[str]:
        """The standby, then the people of the day's segment, beginning behind whoever is away."""
        rotation = next(r for r in self.file["rotations"] if r["id"] == shift["rotation"])
        segment = self.valid(rotation, shift["date"])
        order = deque(segment["people"])
        for one in (person, *shift["planned"]):
            if one in order:
                while order[-1] != one:
                    order.rotate(-1)
                break
        return [*segment["standby"], *order]

    def valid(self, rotation: Entry, day: dt.date) -> Entry:
        """The segment of a day; the first one for what is moved or added before it."""
        by_day = sorted(rotation["segments"], key=lambda s: str(s["from"]))
        begun = [s for s in by_day if day_of(s["from"]) <= day]
        return self.whole(rotation, begun[-1] if begun else by_day[0])

    def held_up(self, one: str, shift: Entry, present: list[str]) -> bool:
        if one in present or self.away(one, shift):
            return True
        for other in self.shifts:
            meets = other["date"] == shift["date"] and cross(other["session"], shift["session"])
            if other is not shift and meets and one in (*other["people"], *other.get("extra", [])):
                return True
        return one in shift.get("extra", [])

    def named(self, entry: Entry) -> list[Entry]:
        return [
            s
            for s in self.shifts
            if s["rotation"] == entry["rotation"]
            and s["date"] == day_of(entry["date"])
            and s["state"] != "cancelled"
            and ("hours" not in entry or hours_of(entry["hours"]) == s["session"])
            and entry.get("place", s["place"]) == s["place"]
        ]

    def make_exceptions(self) -> None:
        for shift in list(self.shifts):
            for plan in self.file["temporary"]:
                first, last = day_of(plan["from"]), day_of(plan["to"])
                if first <= shift["date"] <= last and shift["place"] in plan.get("places", [shift["place"]]):
                    self.shifts.remove(shift)
                    note = because(f"按{plan['name']}执行", plan)
                    self.left(shift, "temporary", note, f"按{plan['name']}，停一次")
        for plan in self.file["temporary"]:
            note = because(plan["name"], plan)
            for one in plan["shifts"]:
                day, session, people = day_of(one["date"]), hours_of(one["hours"]), list(one["people"])
                self.put(plan, day, session, one["place"], people, note, manner=self.manner(one))
                self.shifts[-1]["chosen"] = True
        hits = [(entry, self.named(entry)) for entry in self.file["overrides"] if "add" not in entry]
        for entry, shifts in hits:
            for shift in shifts:
                self.change(entry, shift)
        for entry in self.file["overrides"]:
            if "add" in entry:
                rotation = next(r for r in self.file["rotations"] if r["id"] == entry["rotation"])
                day, session, people = day_of(entry["date"]), hours_of(entry["hours"]), list(entry["add"])
                place = entry.get("place") or self.tour(self.valid(rotation, day))[0]
                manner = self.manner(self.valid(rotation, day))
                self.put(rotation, day, session, place, people, because("临时增加", entry), manner=manner)
                self.shifts[-1] |= {"chosen": True, "slot": (day, session[0], place, True)}

    def left(self, shift: Entry, why: str, note: str, said: str) -> None:
        row = (shift["date"], shift["session"], shift["place"], shift["rotation"], why, note, said)
        self.dropped.add(row)

    def change(self, entry: Entry, shift: Entry) -> None:
        if "cancel" in entry:
            shift.update(people=[], state="cancelled", notes=[*shift["notes"], because("本次取消", entry)])
        elif "replace" in entry:
            note = f"原为{who(shift['people'])}，改由{who(entry['replace'])}值班"
            shift["notes"] = [*shift["notes"], because(note, entry)]
            shift.update(people=list(entry["replace"]), chosen=True)
        elif "move" in entry:
            self.move(entry, shift)
        else:
            self.shifts.remove(shift)
            self.shifts += self.pieces(entry, shift)

    def move(self, entry: Entry, shift: Entry) -> None:
        move, was = entry["move"], dict(shift)
        shift["date"] = day_of(move["date"]) if "date" in move else shift["date"]
        shift["session"] = hours_of(move["hours"]) if "hours" in move else shift["session"]
        shift["place"] = move.get("place", shift["place"])
        words: list[tuple[str, Callable[[Any], str]]] = [
            ("date", shown),
            ("session", clock),
            ("place", where),
        ]
        old, new = (
            " ".join(told(one[key]) for key, told in words if was[key] != shift[key]) for one in (was, shift)
        )
        note = because(f"原定{old}，改为{new}", entry)
        shift["notes"] = [*shift["notes"], note]
        said = f"已改到{shown(shift['date'])} {clock(shift['session'])}"
        if was["place"] != shift["place"]:
            said += f"，{where(shift['place'])}"
        self.left(was, "moved", note, said)

    def pieces(self, entry: Entry, shift: Entry) -> list[Entry]:
        """The shift minute by minute, then put together again."""
        split = entry["split"]
        parts = [(hours_of(part["hours"]), list(part["people"])) for part in split]
        runs: list[tuple[list[str] | None, int, int]] = []
        for minute in range(*shift["session"]):
            people = next((people for hours, people in parts if hours[0] <= minute < hours[1]), None)
            begins = any(minute in hours for hours, _ in parts)
            if runs and runs[-1][0] == people and not begins:
                runs[-1] = (people, runs[-1][1], minute + 1)
            else:
                runs.append((people, minute, minute + 1))
        new = []
        for people, start, end in runs:
            piece = {**shift, "session": (start, end)}
            if people:
                note = f"原为{who(shift['people'])}，这一段改由{who(people)}值班"
                notes = [*shift["notes"], because(note, entry)]
                piece |= {"people": people, "chosen": True, "notes": notes}
            new.append(piece)
        return new

    def exchange(self) -> None:
        found = [(swap, self.named(swap["a"]), self.named(swap["b"])) for swap in self.file["swaps"]]
        for swap, a, b in found:
            if len(a) == len(b) == 1 and a[0] is not b[0]:
                self.swap(swap, a[0], b[0])

    def swap(self, swap: Entry, a: Entry, b: Entry) -> None:
        notes = [
            f"原为{who(one['people'])}，与{shown(other['date'])}的{who(other['people'])}对调"
            for one, other in ((a, b), (b, a))
        ]
        for one, note in zip((a, b), notes, strict=True):
            one["notes"] = [*one["notes"], because(note, swap)]
        for key in ("people", "chosen"):
            a[key], b[key] = b.get(key, False), a.get(key, False)

    def table(self, first: dt.date, last: dt.date) -> list[tuple[object, ...]]:
        """The shifts of a window, as plain rows in order."""
        return sorted(self.row(s) for s in self.shifts if first <= s["date"] <= last)

    def row(self, s: Entry) -> tuple[object, ...]:
        waiting = () if self.announced(s["date"]) else (WAITING,)
        return (
            *(s["date"], *s["session"], s["place"], s["rotation"], tuple(s["people"]), s["state"]),
            *(s["sample"], tuple(s["planned"]), s.get("chosen", False), s["slot"], s["manner"]),
            *((*s["notes"], *waiting), not waiting),
        )

    def trace(self, first: dt.date, last: dt.date) -> set[tuple[object, ...]]:
        """What doesn't take place in a window, as plain rows."""
        return {row for row in self.dropped if first <= day_of(str(row[0])) <= last}
