"""Duty as plain text, to paste into a village's WeChat group, where calendar files don't open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import groupby

from markupsafe import Markup

from macros.domain.contacts import published
from macros.domain.days import each, monday, short, spoken, sunday
from macros.domain.shift import Shift
from macros.models.town import Town
from macros.views.duty import WEEKS_SHOWN
from macros.views.templates import render


def wechat_text(town: Town, shifts: Iterable[Shift], first: dt.date, last: dt.date, heading: str) -> str:
    """The message about the duties from `first` to `last`; days are named when there are several."""
    inside = [shift for shift in shifts if first <= shift.date <= last]
    lines = [f"【{town.site.name}】{heading}"]
    for day, held in groupby(inside, lambda shift: shift.date):
        if first != last:
            lines += ["", spoken(day)]
        lines += [line for shift in held for line in _lines(town, shift)]
    if not inside:
        lines.append("没有安排值班，有事请打电话。")
    return "\n".join((*lines, *[""] * (first != last), *_numbers(town, first)))


def day_text(town: Town, shifts: Iterable[Shift], day: dt.date) -> str:
    """The message about one day."""
    return wechat_text(town, shifts, day, day, f"{spoken(day)}值班")


def week_text(town: Town, shifts: Iterable[Shift], first: dt.date) -> str:
    """The message about the week that starts on that Monday."""
    last = sunday(first)
    return wechat_text(town, shifts, first, last, f"{short(first)}—{short(last)}值班")


def wechat_texts(town: Town, shifts: Iterable[Shift], today: dt.date, root: str) -> Markup:
    """The messages about today, tomorrow and this week, and spare ones for when nobody builds the site."""
    found = tuple(shifts)
    mondays = [monday(today) + dt.timedelta(weeks=number) for number in range(WEEKS_SHOWN)]
    last = sunday(mondays[-1])
    return render(
        "wechat-texts",
        days=[(day, day_text(town, found, day)) for day in each(today, last)],
        weeks=[(first, sunday(first), week_text(town, found, first)) for first in mondays],
        today=today,
        last=last,
        office=town.site.office,
        root=root,
    )


def _lines(town: Town, shift: Shift) -> Iterator[str]:
    people = [town.person_by_id[person] for person in shift.people]
    sample = shift.sample or any(person.sample for person in people)
    who = "、".join(person.name for person in people)
    said = {"cancelled": "停一次", "vacant": "暂缺"}.get(shift.state) or who
    yield f"{shift.session} {town.place_by_id[shift.place].name} {said}{'（示例）' * sample}"
    for note in shift.notes:
        yield f"　{note}"


def _numbers(town: Town, day: dt.date) -> Iterator[str]:
    site = town.site
    yield f"{site.hotlines[0].name} {site.hotlines[0].number}"
    for phone in published(site.office.phones, day)[:1]:
        yield f"{site.office.name} {phone.number}{'（示例）' * phone.sample}"
