"""fahu import: a table from Excel or WPS as YAML, with what it changes; writes only when told to."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from macros.commands.arguments import Command, Parser, UsageError
from macros.commands.import_entries import entries_draft
from macros.commands.loading import require
from macros.commands.tell_draft import refused, tell
from macros.domain.duty import shifts
from macros.domain.duty.shift import Teams, members, teams_of
from macros.edit.draft import Draft, RefusedError
from macros.edit.entries import Entry
from macros.edit.inserted import CannotEditError, put
from macros.errors import one_line
from macros.load import load
from macros.models.town import Town
from macros.sheets import roster
from macros.sheets.cells import Sheet, SheetError, Slip, sheets
from macros.sheets.roster import Listed
from macros.sheets.schedule import past_slips, schedules
from macros.sheets.values import Words

MORE = """\
表格可以一行一班（日期、时间、地点、谁值班），也可以竖着写日期、横着写地方，格子里写谁值班。
表头写中文。年份写在日期里，或者写在工作表的名字、表的标题里，例如“2026年12月值班表”。
标题里写了月份的，表里没有的班，就是那个月没有这一班；没写月份的，只管表里最早到最晚的日子。
先显示会变什么；看好了，再加 --write 写进 duty.yml。fahu roster --format xlsx 写出的表可以改好再读回来。"""


def _options(parser: Parser) -> None:
    parser.add_argument("file", type=Path, metavar="文件", help="值班表，.xlsx、.xls、.et 另存的 .xlsx、.csv")
    parser.options.add_argument("--write", action="store_true", help="写进数据文件；不写这个，只显示")


def _run(arguments: argparse.Namespace, today: dt.date) -> int:
    require(arguments.data)
    files = load(arguments.data)
    town = files.town
    try:
        read = sheets(arguments.file)
        entries = entries_draft(read, files, arguments.data, today)
        if isinstance(entries, list):
            return _refused(arguments.file, entries)
        if entries is not None:
            return tell(entries, today, write=arguments.write)
        listed = _read(arguments.file, read, town)
        slips = [slip for each in listed for slip in each.slips] or list(past_slips(town, listed, today))
        if slips:
            return _refused(arguments.file, slips)
        found = schedules(town, listed, today)
        draft = Draft.of(arguments.data, "duty", partial(_changed, found), today, found)
    except (SheetError, CannotEditError) as error:
        raise UsageError(str(error)) from None
    except RefusedError as error:
        return refused(error)
    if slips := list(_unlike(draft.now.loaded.town, listed, today)):
        return _refused(arguments.file, slips)
    return tell(draft, today, write=arguments.write)


def _read(file: Path, read: Iterable[Sheet], town: Town) -> list[Listed]:
    villages = ((place.id, (place.name, place.short, *place.also, *place.villages)) for place in town.places)
    places = Words.of("地方", villages)
    people = Words.of("人", ((person.id, (person.name,)) for person in town.people))
    found = [listed for sheet in read if (listed := roster.read(sheet, places, people))]
    if not found:
        raise SheetError(f"{file.name} 里没有值班表：表头要有“日期”，下面一行一天")
    return [_with_members(listed, teams_of(town)) for listed in found]


def _with_members(listed: Listed, teams: Teams) -> Listed:
    duties = (replace(duty, people=members(duty.people, teams)) for duty in listed.duties)
    return replace(listed, duties=tuple(duties))


def _changed(schedule: Mapping[str, Entry | None], text: str) -> str:
    for id, entry in schedule.items():
        text = put(text, "temporary", id, entry)
    return text


def _unlike(town: Town, listed: Iterable[Listed], today: dt.date) -> Iterable[Slip]:
    """The duties that wouldn't be as a table says, because of leave, a closure or another exception."""
    for table in listed:
        held = {
            (shift.date, shift.place, shift.session, shift.manner): shift
            for shift in shifts(town, max(today, table.first), table.last)
            if shift.place in table.places
        }
        for duty in table.duties:
            if duty.date < today:
                continue
            shift = held.pop((duty.date, duty.place, duty.session, duty.manner), None)
            if shift is None or shift.state != "on" or shift.people != duty.people:
                why = "；".join(shift.notes) if shift else "那天停开"
                yield Slip.at(duty.cell, f"这一班排不成：{why}", "请改表格，或者先改 duty.yml 里的请假、停开")
        for shift in held.values():
            if shift.state == "on":
                told = f"{shift.date} {shift.session} 还有一班，是调班带来的：{'；'.join(shift.notes)}"
                place = town.place_by_id[shift.place].name
                yield Slip(table.sheet, 1, 1, f"{place} {told}。表里没有，请加进表里，或者先删掉那条调班")


def _refused(file: Path, slips: Iterable[Slip]) -> int:
    for slip in sorted(set(slips)):
        print(one_line(f"{file.name} {slip}"))
    return 1


COMMAND = Command("import", "读值班表（Excel、WPS），看会变什么，再写进数据", _options, _run, MORE)
