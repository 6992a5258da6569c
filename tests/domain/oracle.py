"""A second opinion on duty: day by day, over plain dictionaries, sharing no code with the engine.

It reads the same text as the models, but decides every day by looking at the calendar
page: no recurrence rules, no sorting tricks, no early exits. Slow, and meant to be.
"""

from __future__ import annotations

import datetime as dt
from collections import deque

from tests.domain.oracle_days import Entry, cross, day_of, hours_of
from tests.domain.oracle_turns import Turns


class Oracle(Turns):
    """The whole duty of a file, worked out once up to a last day."""

    def __init__(self, file: Entry, holidays: list[Entry], last: dt.date) -> None:
        super().__init__(file, holidays, last)
        self.send_substitutes()
        self.make_exceptions()
        self.exchange()

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
        in_order = sorted(self.shifts, key=lambda s: (s["date"], s["session"], s["place"], s["rotation"]))
        for shift in in_order:
            present = list(shift["people"])
            for person in shift["planned"]:
                if person in shift["people"] and (leaves := self.away(person, shift)):
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
        rotation = next(r for r in self.file["rotations"] if r["id"] == shift["rotation"])
        segment = self.segment(rotation, shift["date"])
        assert segment is not None
        order = deque(segment["people"])
        while order[0] != person:
            order.rotate(-1)
        asked = ([leave["substitute"]] if "substitute" in leave else []) + rotation["standby"] + list(order)
        for one in asked:
            if one in shift["planned"] or one in present or self.away(one, shift):
                continue
            elsewhere = [
                s
                for s in self.shifts
                if s is not shift and s["date"] == shift["date"] and cross(s["session"], shift["session"])
            ]
            if not any(one in s["planned"] or one in s.get("extra", []) for s in elsewhere):
                return [one]
        return []

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
        hits = [(entry, self.named(entry)) for entry in self.file["overrides"] if "add" not in entry]
        for entry, shifts in hits:
            for shift in shifts:
                self.change(entry, shift)
        for entry in self.file["overrides"]:
            if "add" in entry:
                rotation = next(r for r in self.file["rotations"] if r["id"] == entry["rotation"])
                day, session = day_of(entry["date"]), hours_of(entry["hours"])
                self.put(rotation, day, session, entry["place"], list(entry["add"]))

    def change(self, entry: Entry, shift: Entry) -> None:
        if "cancel" in entry:
            shift.update(people=[], state="cancelled")
        elif "replace" in entry:
            shift.update(people=list(entry["replace"]), state="on")
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
                piece |= {"people": list(split["people"]), "state": "on"}
            new.append(piece)
        return new

    def exchange(self) -> None:
        found = [(self.named(swap["a"]), self.named(swap["b"])) for swap in self.file["swaps"]]
        for a, b in found:
            if len(a) == len(b) == 1 and a[0] is not b[0]:
                for key in ("people", "state"):
                    a[0][key], b[0][key] = b[0][key], a[0][key]

    def table(self, first: dt.date, last: dt.date) -> list[tuple[object, ...]]:
        """The shifts of a window, as plain rows in order."""
        return sorted(
            (s["date"], *s["session"], s["place"], s["rotation"], tuple(s["people"]), s["state"])
            for s in self.shifts
            if first <= s["date"] <= last
        )
