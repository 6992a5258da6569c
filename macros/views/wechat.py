"""Duty as plain text, to paste into a village's WeChat group, where calendar files don't open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby

from markupsafe import Markup

from macros.domain.contacts import published
from macros.domain.days import each, monday, short, spoken, sunday
from macros.domain.edition import Edition
from macros.domain.fitting import fitting
from macros.domain.roster import Roster
from macros.domain.shift_view import Row
from macros.domain.wards import Ward
from macros.models.places import Place
from macros.models.town import Town
from macros.views.duty import beyond, weeks_end
from macros.views.templates import render
from macros.views.wards import ward_list

PLANNED = "按计划：放假安排还没公布，去之前先打电话问。"
# A town with more shifts has messages for the weeks on the duty page only: the page stays small.
MESSAGE_SHIFTS = 1500
# A place with more in a few weeks is open all day: nobody reads on.
PLACE_ROWS = 12


def wechat_text(roster: Roster, first: dt.date, last: dt.date, heading: str) -> str:
    """The message about the duties from `first` to `last`; days are named when there are several."""
    rows = roster.rows
    inside = [row for row in rows if first <= row.date <= last]
    lines = [f"【{roster.town.site.name}】{heading}"]
    for day, held in groupby(inside, lambda row: row.date):
        if first != last:
            lines += ["", spoken(day)]
        lines += [line for row in held for line in _lines(row, rows)]
    if not inside:
        lines.append("没有安排值班，有事请打电话。")
    if any(not row.announced for row in inside):
        lines += ["", PLANNED] if first != last else [PLANNED]
    gap = [""] if first != last else []
    return "\n".join((*lines, *gap, *_numbers(roster.town, first)))


def day_text(roster: Roster, day: dt.date) -> str:
    """The message about one day."""
    return wechat_text(roster, day, day, f"{spoken(day)}值班")


def week_text(roster: Roster, first: dt.date) -> str:
    """The message about the week that starts on that Monday, as far as it is known."""
    last = min(sunday(first), roster.last)
    return wechat_text(roster, first, last, f"{short(first)}—{short(last)}值班")


def wechat_texts(edition: Edition) -> Markup:
    """The messages about today, tomorrow and this week, and those of later days for the reader's clock.

    In a large town each village has its own, on the page of its ward.
    """
    if edition.wards:
        return render("wechat-wards", wards=ward_list(edition, "subscribe"))
    roster = edition.roster
    today, last = roster.today, roster.last
    if len(roster.shifts) > MESSAGE_SHIFTS:
        last = weeks_end(roster)
    mondays = [day for day in each(monday(today), last) if day.weekday() == 0]
    return render(
        "wechat-texts",
        days=[(day, day_text(roster, day)) for day in each(today, last)],
        weeks=[(first, min(sunday(first), last), week_text(roster, first)) for first in mondays],
        today=today,
        beyond=beyond(edition, last, last),
        last=roster.last,
        office=roster.town.site.office,
    )


def ward_texts(edition: Edition, ward: Ward) -> Markup:
    """A message for each place of a ward that has a duty, about the next weeks."""
    rosters, last = edition.rosters, weeks_end(edition.roster)
    return render(
        "wechat-places",
        texts=[
            (place, place_text(rosters[place.id], place, last))
            for place in ward.places
            if rosters[place.id].shifts
        ],
        last=last,
        office=edition.town.site.office,
    )


def place_text(roster: Roster, place: Place, last: dt.date) -> str:
    """The message about the duties of one place until a day, or until as many as somebody reads."""
    today = roster.today
    found = fitting([day for day in roster.days() if day.date <= last], last, PLACE_ROWS)
    end = max(found.last, today)
    return wechat_text(roster, today, end, f"{place.name} {short(today)}—{short(end)}值班")


def _lines(row: Row, rows: Sequence[Row]) -> Iterator[str]:
    sample = "（示例）" if row.sample else ""
    who = row.said or "、".join(person.name for person in row.people)
    yield f"{row.session} {row.where} {who}{sample}"
    for note in row.details:
        yield f"　{note}"
    if row.said and (later := _next(row, rows)):
        yield f"　下一次：{spoken(later.date)} {later.session}"


def _next(row: Row, rows: Sequence[Row]) -> Row | None:
    if not row.place:
        return None
    later = (one for one in rows if one.place == row.place and not one.said)
    return next((one for one in later if (one.date, one.session) > (row.date, row.session)), None)


def _numbers(town: Town, day: dt.date) -> Iterator[str]:
    site = town.site
    yield f"{site.hotlines[0].name} {site.hotlines[0].number}"
    for phone in published(site.office.phones, day)[:1]:
        yield f"{site.office.name} {phone.number}{'（示例）' if phone.sample else ''}"
