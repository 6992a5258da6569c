"""What the oracle makes of rotations: holidays and whose turn it is."""

from __future__ import annotations

import datetime as dt
from collections import deque

from tests.domain.duty.oracle_days import ONE, Days, Entry, day_of


class Turns(Days):
    """Every rotation walked through day by day; two queues stand for whose turn it is."""

    def __init__(self, file: Entry, holidays: list[Entry], last: dt.date) -> None:
        super().__init__(file, holidays)
        self.last = last
        self.shifts: list[Entry] = []
        for rotation in file["rotations"]:
            self.walk(rotation)

    def put(
        self, rotation: Entry, day: dt.date, session: tuple[int, int], place: str, people: list[str]
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
            }
        )

    def walk(self, rotation: Entry) -> None:
        """Go through the days; two queues stand for whose turn it is."""
        people: deque[str] = deque()
        places: deque[str] = deque()
        current: str | None = None
        taken: dict[dt.date, list[tuple[int, int]]] = {}
        day = min(day_of(s["from"]) for s in rotation["segments"])
        while day <= self.last + 60 * ONE:
            segment = self.segment(rotation, day)
            if segment is not None and segment["from"] != current:
                people = self.line_up(people, segment)
                places = self.follow(places, self.tour(segment))
                current, taken = segment["from"], {}
            if segment is not None and segment["holidays"] == "postpone" and day in taken:
                self.serve(rotation, segment, day, taken[day], people, places)
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
        taken: dict[dt.date, list[tuple[int, int]]],
    ) -> None:
        policy, goes_to = segment["holidays"], day
        if self.holiday(day) and policy in ("postpone", "advance"):
            step = ONE if policy == "postpone" else -ONE
            goes_to += step
            while not self.works(segment, goes_to):
                goes_to += step
            own = self.sessions(segment, goes_to) and not self.holiday(goes_to)
            if self.segment(rotation, goes_to) != segment or own or goes_to in taken:
                return
            taken[goes_to] = sessions
            if policy == "postpone":
                # The day itself comes later, and with it the turn.
                return
        elif self.holiday(day) and policy == "skip":
            return
        lost = self.holiday(day) and policy == "forfeit"
        self.serve(rotation, segment, goes_to, [] if lost else sessions, people, places)

    def serve(
        self,
        rotation: Entry,
        segment: Entry,
        day: dt.date,
        sessions: list[tuple[int, int]],
        people: deque[str],
        places: deque[str],
    ) -> None:
        who = []
        for _ in range(int(segment["wanted"])):
            who.append(people[0])
            people.rotate(-1)
        for session in sessions:
            self.put(rotation, day, session, places[0], list(who))
        places.rotate(-1)
