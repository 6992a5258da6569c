"""Our iCalendar text is what a library writes of the same values."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event, vText

from macros.views.ics import calendar, lines, local, midnight, text

# The library takes `\N` for the end of a line, and never parts `^` from what follows.
LETTERS = st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="^")
WORDS = st.text(LETTERS, max_size=90).filter(lambda words: "\\N" not in words)


@given(WORDS, st.lists(WORDS, max_size=4))
def test_texts_are_escaped_and_folded_as_the_library_does(name: str, said: list[str]) -> None:
    event = Event()
    event["summary"], event["description"] = vText(name), vText("\n".join(said))
    ours = (
        "BEGIN:VEVENT",
        f"SUMMARY:{text(name)}",
        f"DESCRIPTION:{text(chr(10).join(said))}",
        "END:VEVENT",
    )
    assert lines(ours) == event.to_ical()


def test_a_character_is_never_parted_where_a_line_is_folded() -> None:
    for shift in range(5):
        folded = lines(["x" * shift + "村𠮷" * 60]).split(b"\r\n ")
        assert [part.decode() for part in folded]
        assert max(len(part) for part in folded) <= 74


def test_a_time_is_of_shanghai_and_a_day_begins_there() -> None:
    assert local(dt.date(2026, 11, 3), dt.time(9, 5)) == ";TZID=Asia/Shanghai:20261103T090500"
    assert midnight(dt.date(2026, 11, 3)) == "20261102T160000Z"


def test_the_library_reads_a_calendar_and_its_zone() -> None:
    event = lines(("BEGIN:VEVENT", f"DTSTART{local(dt.date(2026, 11, 3), dt.time(9))}", "END:VEVENT"))
    read = Calendar.from_ical(calendar("甲,乙;丙", [event, event]))
    assert read["x-wr-calname"] == "甲\\,乙\\;丙"
    assert [str(one.decoded("dtstart").utcoffset()) for one in read.walk("VEVENT")] == ["8:00:00"] * 2
    assert [str(one["tzid"]) for one in read.walk("VTIMEZONE")] == ["Asia/Shanghai"]
