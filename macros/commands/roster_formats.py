"""The shifts that were asked for, in each of the formats of fahu roster."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from macros.commands.output import table
from macros.domain.days import ONE_DAY, monday, spoken, weekday
from macros.domain.duty import Resolved, window
from macros.domain.duty.ledger import Span
from macros.domain.duty.shift import Dropped, Names, Shift
from macros.domain.edition import HORIZON
from macros.models.rotations import BY_NAMES, IN_PERSON
from macros.models.town import Town
from macros.views.tables import as_csv, as_json

if TYPE_CHECKING:
    from macros.domain.roster import Roster

NEXT = 60 * ONE_DAY
_REMARK = "改好以后用 fahu import 读回去：“谁值班”写姓名，几个人用顿号隔开；不值班了，就删掉这一行。"
_STATES = {"on": "有人", "cancelled": "取消", "vacant": "暂缺"}
# Where a shift went says the shift itself.
_UNSAID = ("moved", "postponed", "temporary")


@dataclass(frozen=True)
class Choice:
    """The days, places and people asked for; no places or people means all of them."""

    first: dt.date
    last: dt.date
    places: frozenset[str]
    people: frozenset[str]

    def has(self, shift: Shift) -> bool:
        """Whether a shift is asked for; one that nobody serves is also of those whose turn it was."""
        involved = shift.people if shift.state == "on" else (*shift.people, *shift.planned)
        return (not self.places or shift.place in self.places) and (
            not self.people or not self.people.isdisjoint(involved)
        )


def as_table(town: Town, chosen: Choice, shifts: list[Shift], dropped: Iterable[Dropped]) -> str:
    """A table for a terminal, and under it the duties that don't take place."""
    heading = _span(chosen)
    names = Names.of(town)
    rows = [
        (
            *(_date(shift.date, chosen), shift.session, *_where_who(names, shift)),
            "；".join(filter(None, (shift.manner.words, _notes(shift)))),
        )
        for shift in shifts
    ]
    if not rows:
        text = f"{heading}没有值班\n"
    else:
        text = f"{heading}，共 {len(rows)} 个班次\n\n"
        text += table(("日期", "时间", "地点", "谁值班", "说明"), rows)
    titles = {rotation.id: rotation.name for rotation in town.duty.rotations}
    lost = [drop for drop in dropped if drop.why not in _UNSAID]
    if lost:
        # A day with several sessions is told once.
        told = list(
            dict.fromkeys((_date(drop.date, chosen), titles[drop.rotation], drop.note) for drop in lost)
        )
        text += "\n这些日子没有值班\n\n" + table(("日期", "轮值", "原因"), told)
    return text


def _span(chosen: Choice) -> str:
    first = f"{chosen.first.year}年{spoken(chosen.first)}"
    if chosen.first == chosen.last:
        return first
    return f"{first} 至 {_date(chosen.last, chosen)}"


def _date(day: dt.date, chosen: Choice) -> str:
    return f"{day.year}年{spoken(day)}" if chosen.first.year != chosen.last.year else spoken(day)


def _where_who(names: Names, shift: Shift) -> tuple[str, str]:
    who = names.people(shift.people) if shift.state == "on" else _STATES[shift.state]
    return names.place(shift.place), who


def _notes(shift: Shift) -> str:
    return "；".join((*shift.notes, "示例") if shift.sample else shift.notes)


def csv_text(town: Town, shifts: list[Shift]) -> str:
    """A table for Excel, each cell as text."""
    header = (
        "日期",
        "星期",
        "开始",
        "结束",
        "场所编号",
        "场所",
        "人员",
        "状态",
        "说明",
        "轮值编号",
        "示例",
        "事项",
    )
    rows = [
        (
            shift.date,
            weekday(shift.date),
            f"{shift.session.start:%H:%M}",
            f"{shift.session.end:%H:%M}",
            shift.place,
            town.place_by_id[shift.place].name,
            "、".join(town.person_by_id[person].name for person in shift.people),
            _STATES[shift.state],
            "；".join(shift.notes),
            shift.rotation,
            "是" if shift.sample else "否",
            shift.manner.words,
        )
        for shift in shifts
    ]
    return as_csv(header, rows)


def xlsx(town: Town, shifts: list[Shift]) -> bytes:
    """A workbook with a sheet a month, to print, or to change and read back with fahu import."""
    from macros.sheets.workbook import Column, Page, workbook

    names = Names.of(town)
    headings = {"日期": 10, "星期": 8, "时间": 13, "地点": 26, "谁值班": 18, "说明": 30}
    plain = all(shift.manner == IN_PERSON for shift in shifts)
    headings |= {} if plain else {"办什么": 10, "方式": 10, "怎么连上": 24}
    columns = tuple(Column(heading, width) for heading, width in headings.items())
    months: dict[str, list[tuple[dt.date | str, ...]]] = {}
    for shift in shifts:
        months.setdefault(f"{shift.date.year}年{shift.date.month}月", []).append(
            _row(names, shift)[: len(columns)]
        )
    pages = (
        Page(
            month,
            f"{town.site.name} {month}值班表",
            _REMARK,
            columns,
            tuple(rows),
        )
        for month, rows in months.items()
    )
    return workbook(pages)


def _row(names: Names, shift: Shift) -> tuple[dt.date | str, ...]:
    where, who = _where_who(names, shift)
    manner = shift.manner
    by = "" if manner.at_place else BY_NAMES[manner.by]
    told = (weekday(shift.date), str(shift.session), where, who, _notes(shift))
    return shift.date, *told, manner.for_, by, manner.way


def json_text(town: Town, chosen: Choice, shifts: list[Shift]) -> str:
    """Everything that is known about the shifts, for other programs."""
    listed = [dict(_entry(town, shift)) for shift in shifts]
    return as_json({"from": str(chosen.first), "to": str(chosen.last), "shifts": listed})


def _entry(town: Town, shift: Shift) -> Iterator[tuple[str, object]]:
    yield "date", str(shift.date)
    yield "from", f"{shift.session.start:%H:%M}"
    yield "to", f"{shift.session.end:%H:%M}"
    yield "place", shift.place
    yield "place_name", town.place_by_id[shift.place].name
    yield "people", shift.people
    yield "people_names", [town.person_by_id[person].name for person in shift.people]
    yield "planned", shift.planned
    yield "rotation", shift.rotation
    yield "for", shift.manner.for_
    yield "by", shift.manner.by
    yield "way", shift.manner.way
    yield "state", shift.state
    yield "notes", shift.notes
    yield "announced", shift.announced
    yield "sample", shift.sample


def ics_text(town: Town, chosen: Choice, folder: Path, today: dt.date) -> str:
    """One calendar of what was asked for, with what its followers had of it before."""
    # Only this format and text need templates.
    from macros.followers import followers
    from macros.views.calendars import calendar_files

    span = Span(chosen.first, chosen.last, HORIZON)
    found = followers(folder, town, Resolved.of(town, chosen.last), span, today)
    kept = (
        one
        for one in found
        if not (chosen.places and chosen.places.isdisjoint(one.places))
        and not (chosen.people and chosen.people.isdisjoint(one.people))
    )
    return dict(calendar_files(town, kept))["calendars/all.ics"].decode()


def message(town: Town, chosen: Choice, today: dt.date) -> str:
    """The message for a WeChat group about the days asked for."""
    from macros.views.wechat import wechat_text

    part = _part(town, chosen, chosen.first, chosen.last, today)
    return wechat_text(part, chosen.first, chosen.last, f"{_span(chosen)}值班") + "\n"


def messages(town: Town, chosen: Choice, today: dt.date) -> str:
    """The messages for a WeChat group about today, tomorrow and this week."""
    from macros.views.wechat import day_text, week_text

    first = monday(today)
    # On a Sunday tomorrow is in the week after.
    part = _part(town, chosen, first, first + 7 * ONE_DAY, today)
    texts = (day_text(part, today), day_text(part, today + ONE_DAY), week_text(part, first))
    return f"\n{'—' * 12}\n".join(f"{text}\n" for text in texts)


def _part(town: Town, chosen: Choice, first: dt.date, last: dt.date, today: dt.date) -> Roster:
    from macros.domain.roster import Roster

    # The next duty after one that is stopped may be later than the days asked for.
    found = window(town, first, last + NEXT)
    held = [shift for shift in found.shifts if chosen.has(shift)]
    dropped = () if chosen.places or chosen.people else found.dropped
    return Roster.of(town, held, today, last, dropped)
