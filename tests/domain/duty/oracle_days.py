"""What the oracle knows about single days, read off the calendar page and the words of the file."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import cache
from typing import Any

import chinese_calendar
from lunar_python import Lunar

Entry = dict[str, Any]
ONE = dt.timedelta(days=1)
WEEK = "一二三四五六日"


def day_of(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def minutes(clock: str) -> int:
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)


def hours_of(text: str) -> tuple[int, int]:
    start, end = text.split("-")
    return minutes(start), minutes(end)


def cross(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return any(other[0] <= minute < other[1] for minute in range(*one))


def shown(day: dt.date) -> str:
    return f"{day.month}月{day.day}日"


def clock(session: tuple[int, int]) -> str:
    return "–".join(f"{minute // 60:02}:{minute % 60:02}" for minute in session)


def because(note: str, entry: Entry) -> str:
    return note + (f"（{entry['reason']}）" if "reason" in entry else "")


@cache
def listed(day: dt.date) -> tuple[bool, str | None]:
    """Whether the day is free by the notices, and the name it has there."""
    free, name = chinese_calendar.get_holiday_detail(day)
    return bool(free), name


@cache
def by_law(day: dt.date) -> str:
    """The name of the holiday that the law makes of the day, read off both calendars."""
    suns = {(1, 1): "元旦", (5, 1): "劳动节", (5, 2): "劳动节"} | {(10, n): "国庆节" for n in (1, 2, 3)}
    if name := suns.get((day.month, day.day)):
        return name
    farmers, next_day = (Lunar.fromDate(dt.datetime.combine(one, dt.time(12))) for one in (day, day + ONE))
    if farmers.getJieQi() == "清明":
        return "清明"
    if (next_day.getMonth(), next_day.getDay()) == (1, 1):
        return "春节"
    moons = {(5, 5): "端午", (8, 15): "中秋"} | {(1, n): "春节" for n in (1, 2, 3)}
    return moons.get((farmers.getMonth(), farmers.getDay()), "")


class Days:
    """A duty file with its holidays, one day at a time."""

    def __init__(self, file: Entry, holidays: list[Entry]) -> None:
        self.file = file
        self.extra = {
            day_of(entry["from"]) + number * ONE: entry
            for entry in holidays
            for number in range((day_of(entry["to"]) - day_of(entry["from"])).days + 1)
        }
        self.noticed = {day.year for day, entry in self.extra.items() if "国务院" in entry["notice"]}

    def announced(self, day: dt.date) -> bool:
        return day.year <= 2026 or day.year in self.noticed

    def holiday(self, day: dt.date) -> str:
        """The name of the holiday that the day is, or nothing."""
        if day in self.extra:
            entry = self.extra[day]
            return entry["name"] if entry["kind"] == "off" else by_law(day)
        if day.year <= 2026:
            free, name = listed(day)
            if free and name is not None:
                return str(chinese_calendar.Holiday(name).chinese)
        return by_law(day)

    def make_up(self, day: dt.date) -> bool:
        if day in self.extra:
            return bool(self.extra[day]["kind"] == "work")
        if day.year > 2026:
            return False
        free, name = listed(day)
        return not free and name is not None

    def works(self, segment: Entry, day: dt.date) -> bool:
        if self.holiday(day):
            return False
        return day.isoweekday() <= 5 or (segment["makeup_days"] == "true" and self.make_up(day))

    def segment(self, rotation: Entry, day: dt.date) -> Entry | None:
        begun = [s for s in rotation["segments"] if day_of(s["from"]) <= day]
        if not begun:
            return None
        current = max(begun, key=lambda s: day_of(s["from"]))
        return None if "to" in current and day > day_of(current["to"]) else self.whole(rotation, current)

    def whole(self, rotation: Entry, segment: Entry) -> Entry:
        """A segment with whatever was said last up to it."""
        found: Entry = {"wanted": "1", "holidays": "skip", "makeup_days": "false", "standby": []}
        for one in sorted(rotation["segments"], key=lambda s: str(s["from"])):
            if one["from"] <= segment["from"]:
                found |= {key: value for key, value in one.items() if key not in ("to", "start")}
        return found | segment

    def says(self, line: str, day: dt.date, segment: Entry) -> bool:
        """Whether a line of the grammar means the day, read off the words."""
        words = line.split(" ")[0]
        name = WEEK[day.weekday()]
        length = calendar.monthrange(day.year, day.month)[1]
        if words == "每天":
            return True
        if words == "每个工作日":
            extra = day.isoweekday() > 5 and segment["makeup_days"] == "true" and self.make_up(day)
            return day.isoweekday() <= 5 or extra
        if words == "周一至周五":
            return day.isoweekday() <= 5
        if "个周" in words:
            if name not in words.rpartition("周")[2]:
                return False
            nth = sum(
                1 for d in range(1, day.day + 1) if dt.date(day.year, day.month, d).weekday() == day.weekday()
            )
            is_last = day.day + 7 > length
            return str(nth) in re.findall(r"\d", words) or ("最后" in words and is_last)
        if words.startswith("每月"):
            return str(day.day) in re.findall(r"\d+", words) or ("最后" in words and day.day == length)
        every = re.match(r"每(\d+|两)周的", words)
        if every and (day - day_of(segment["from"])).days // 7 % (2 if every[1] == "两" else int(every[1])):
            return False
        return name in words.rpartition("周")[2]

    def sessions(self, segment: Entry, day: dt.date) -> list[tuple[int, int]]:
        found = set()
        for line in segment["when"]:
            if self.says(line, day, segment):
                found |= {hours_of(part) for part in line.split(" ")[1].split("、")}
        return sorted(found)

    def closure(self, place: str, day: dt.date) -> Entry | None:
        """Why the place is closed that day; of several the one that lasts longest."""
        found = [
            c
            for c in self.file["closures"]
            if c["place"] == place and day_of(c["from"]) <= day <= day_of(c["to"])
        ]
        return max(found, key=lambda c: (str(c["to"]), c.get("reason", "")), default=None)
