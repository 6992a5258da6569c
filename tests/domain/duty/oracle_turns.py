"""What the oracle makes of rotations: holidays and whose turn it is."""

from __future__ import annotations

import datetime as dt
from collections import deque

from tests.domain.duty.oracle_days import ONE, Days, Entry, clock, day_of, shown


class Turns(Days):
    """Every rotation walked through day by day; two queues stand for whose turn it is."""

    def __init__(self, file: Entry, holidays: list[Entry], last: dt.date) -> None:
        super().__init__(file, holidays)
        self.last = last
        self.shifts: list[Entry] = []
        self.dropped: set[tuple[object, ...]] = set()
        for rotation in file["rotations"]:
            self.walk(rotation)

    def put(
        self,
        rotation: Entry,
        day: dt.date,
        session: tuple[int, int],
        place: str,
        people: list[str],
        *notes: str,
        manner: tuple[str, str] = ("", "place"),
    ) -> None:
        self.shifts.append(
            {
                "date": day,
                "session": session,
                "place": place,
                "people": people,
                "planned": list(people),
                "rotation": rotation["id"],
                "state": "on",
                "sample": rotation.get("sample") == "true",
                "notes": list(notes),
                "manner": manner,
                "slot": (day, session[0], place, False),
            }
        )

    def walk(self, rotation: Entry) -> None:
        """Go through the days; two queues stand for whose turn it is."""
        people: deque[str] = deque()
        places: deque[str] = deque()
        current: str | None = None
        taken: dict[dt.date, tuple[dt.date, list[tuple[int, int]]]] = {}
        day = min(day_of(s["from"]) for s in rotation["segments"])
        while day <= self.last + 60 * ONE:
            segment = self.segment(rotation, day)
            if segment is not None and segment["from"] != current:
                people = self.line_up(people, segment)
                places = self.follow(places, self.tour(segment))
                current, taken = segment["from"], {}
            if segment is not None and segment["holidays"] == "postpone" and day in taken:
                was, sessions = taken[day]
                self.serve(rotation, segment, day, sessions, people, places, was)
            elif segment is not None and (sessions := self.sessions(segment, day)):
                self.one_day(rotation, segment, day, sessions, people, places, taken)
            day += ONE
        self.shifts = [s for s in self.shifts if s["date"] <= self.last]

    def tour(self, segment: Entry) -> list[str]:
        return [segment["seat"]] if "seat" in segment else list(segment["places"])

    def line_up(self, before: deque[str], segment: Entry) -> deque[str]:
        start = segment.get("start", segment["people"][0])
        if start == "continue":
            return self.follow(before, segment["people"])
        line = deque(segment["people"])
        while line[0] != start:
            line.rotate(-1)
        return line

    def follow(self, before: deque[str], members: list[str]) -> deque[str]:
        line = deque(members)
        for one in before:
            if one in members:
                while line[0] != one:
                    line.rotate(-1)
                return line
        return line

    def one_day(
        self,
        rotation: Entry,
        segment: Entry,
        day: dt.date,
        sessions: list[tuple[int, int]],
        people: deque[str],
        places: deque[str],
        taken: dict[dt.date, tuple[dt.date, list[tuple[int, int]]]],
    ) -> None:
        policy, goes_to, name = segment["holidays"], day, self.holiday(day)
        if name and policy in ("postpone", "advance"):
            step = ONE if policy == "postpone" else -ONE
            goes_to += step
            while not self.works(segment, goes_to):
                goes_to += step
            own = self.sessions(segment, goes_to) and not self.holiday(goes_to)
            why, astray = "", self.segment(rotation, goes_to) != segment
            if astray:
                why = "后超出了这一段轮值的日期，取消"
            elif own or goes_to in taken:
                why = f"至{shown(goes_to)}，与本轮值的另一次重合，取消"
            if why:
                how = f"因{name}放假{'顺延' if policy == 'postpone' else '提前'}"
                self.drop(rotation, segment, day, sessions, "collision", f"{how}{why}")
                return
            taken[goes_to] = (day, sessions)
            if policy == "postpone":
                # The day itself comes later, and with it the turn.
                return
        elif name and policy == "skip":
            self.drop(rotation, segment, day, sessions, "holiday", f"因{name}放假停一次")
            return
        if name and policy == "forfeit":
            self.drop(rotation, segment, day, sessions, "forfeit", f"因{name}放假取消，不补", places[0])
            sessions = []
        self.serve(rotation, segment, goes_to, sessions, people, places, day)

    def drop(
        self,
        rotation: Entry,
        segment: Entry,
        day: dt.date,
        sessions: list[tuple[int, int]],
        why: str,
        note: str,
        place: str | None = None,
    ) -> None:
        """Leave a trace of what a holiday ate; on a tour only a lost turn was meant for one place."""
        if len(self.tour(segment)) == 1:
            (place,) = self.tour(segment)
        for session in sessions:
            said = f"{self.holiday(day)}放假，停一次"
            self.dropped.add((day, session, place, rotation["id"], why, note, said))

    def serve(
        self,
        rotation: Entry,
        segment: Entry,
        day: dt.date,
        sessions: list[tuple[int, int]],
        people: deque[str],
        places: deque[str],
        was: dt.date,
    ) -> None:
        who = []
        for _ in range(int(segment["wanted"])):
            who.append(people[0])
            people.rotate(-1)
        name, notes = self.holiday(was), []
        if day != was:
            how = "顺延" if day > was else "提前"
            notes = [f"原定{shown(was)}，因{name}放假{how}至{shown(day)}"]
        elif name:
            notes = [f"{name}放假期间照常值班"]
        for session in sessions:
            manner = self.manner(segment)
            self.put(rotation, day, session, places[0], list(who), *notes, manner=manner)
            if day != was:
                said = f"{name}放假，已{how}到{shown(day)} {clock(session)}"
                if self.planned_otherwise(day, places[0]):
                    said = f"{name}放假，停一次"
                self.dropped.add((was, session, places[0], rotation["id"], "postponed", notes[0], said))
        places.rotate(-1)

    def manner(self, segment: Entry) -> tuple[str, str]:
        """What the segment's duties are for, and how they are held."""
        return segment.get("for", ""), segment.get("by", "place")

    def planned_otherwise(self, day: dt.date, place: str) -> bool:
        return any(
            day_of(plan["from"]) <= day <= day_of(plan["to"]) and place in plan.get("places", [place])
            for plan in self.file["temporary"]
        )
