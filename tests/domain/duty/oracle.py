"""A second opinion on duty: day by day, over plain dictionaries, sharing no code with the engine.

It reads the same text as the models, but decides every day by looking at the calendar
page: no recurrence rules, no sorting tricks, no early exits. Slow, and meant to be.
"""

from __future__ import annotations

import datetime as dt
from collections import deque

from tests.domain.duty.oracle_days import Entry, cross, day_of, hours_of
from tests.domain.duty.oracle_turns import Turns


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
            if self.closed(shift["place"], shift["date"]):
                shift.update(people=[], state="cancelled")

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
        begun = [s for s in rotation["segments"] if day_of(s["from"]) <= shift["date"]]
        by_day = sorted(begun or rotation["segments"], key=lambda s: str(s["from"]))
        segment = self.whole(rotation, by_day[-1] if begun else by_day[0])
        order = deque(segment["people"])
        for one in (person, *shift["planned"]):
            if one in order:
                while order[-1] != one:
                    order.rotate(-1)
                break
        return [*segment["standby"], *order]

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
        for plan in self.file["temporary"]:
            first, last = day_of(plan["from"]), day_of(plan["to"])
            self.shifts = [
                s
                for s in self.shifts
                if not first <= s["date"] <= last or ("places" in plan and s["place"] not in plan["places"])
            ]
        for plan in self.file["temporary"]:
            for one in plan["shifts"]:
                self.put(plan, day_of(one["date"]), hours_of(one["hours"]), one["place"], list(one["people"]))
                self.shifts[-1]["chosen"] = True
        hits = [(entry, self.named(entry)) for entry in self.file["overrides"] if "add" not in entry]
        for entry, shifts in hits:
            for shift in shifts:
                self.change(entry, shift)
        for entry in self.file["overrides"]:
            if "add" in entry:
                rotation = next(r for r in self.file["rotations"] if r["id"] == entry["rotation"])
                day, session = day_of(entry["date"]), hours_of(entry["hours"])
                self.put(rotation, day, session, entry["place"], list(entry["add"]))
                self.shifts[-1]["chosen"] = True

    def change(self, entry: Entry, shift: Entry) -> None:
        if "cancel" in entry:
            shift.update(people=[], state="cancelled")
        elif "replace" in entry:
            shift.update(people=list(entry["replace"]), chosen=True)
        elif "move" in entry:
            move = entry["move"]
            shift["date"] = day_of(move["date"]) if "date" in move else shift["date"]
            shift["session"] = hours_of(move["hours"]) if "hours" in move else shift["session"]
            shift["place"] = move.get("place", shift["place"])
        else:
            self.shifts.remove(shift)
            self.shifts += self.pieces(entry["split"], shift)

    def pieces(self, split: Entry, shift: Entry) -> list[Entry]:
        """The shift minute by minute, then put together again."""
        part = hours_of(split["hours"])
        runs: list[tuple[bool, int, int]] = []
        for minute in range(*shift["session"]):
            inside = part[0] <= minute < part[1]
            if runs and runs[-1][0] == inside:
                runs[-1] = (inside, runs[-1][1], minute + 1)
            else:
                runs.append((inside, minute, minute + 1))
        new = []
        for inside, start, end in runs:
            piece = {**shift, "session": (start, end)}
            if inside:
                piece |= {"people": list(split["people"]), "chosen": True}
            new.append(piece)
        return new

    def exchange(self) -> None:
        found = [(self.named(swap["a"]), self.named(swap["b"])) for swap in self.file["swaps"]]
        for a, b in found:
            if len(a) == len(b) == 1 and a[0] is not b[0]:
                for key in ("people", "chosen"):
                    a[0][key], b[0][key] = b[0].get(key, False), a[0].get(key, False)

    def table(self, first: dt.date, last: dt.date) -> list[tuple[object, ...]]:
        """The shifts of a window, as plain rows in order."""
        return sorted(
            (s["date"], *s["session"], s["place"], s["rotation"], tuple(s["people"]), s["state"], s["sample"])
            for s in self.shifts
            if first <= s["date"] <= last
        )
