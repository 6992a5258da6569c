"""fahu stats: who served how much in a year, how evenly, and what was promised against what was done."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from macros.commands.arguments import Command, Parser, add_format, year
from macros.commands.loading import loaded
from macros.commands.output import table, write
from macros.domain.duty.cover import promise
from macros.domain.duty.holidays import WAITING, Calendar
from macros.domain.duty.shift import Names
from macros.domain.stats import Fairness, Pair, Promise, Stats, Tally, stats
from macros.models.town import Town
from macros.views.tables import as_csv, as_json

MORE = """\
一天在一处值班算一次，不管分几段；代班算代班人的，取消和暂缺不算。“记下”和“来问”照 visits.yml。
今天起还没到的班次按排定的算，“已值”是今天以前的次数。“两人相比”只算两个人都在这条轮值里的日子。
csv 开头有 BOM，Excel 可以直接打开。"""


@dataclass(frozen=True)
class _Told:
    """The numbers with the names of whom they are about."""

    town: Town
    names: Names
    found: Stats
    today: dt.date

    @cached_property
    def titles(self) -> dict[str, str]:
        """What the rotations are called."""
        return {rotation.id: rotation.name for rotation in self.town.duty.rotations}


def _options(parser: Parser) -> None:
    parser.options.add_argument("--year", type=year, metavar="年", help="哪一年，例如 2026；不写就是今年")
    add_format(parser, ("table", "csv", "json"), "表格、Excel 表或 JSON")


def _run(arguments: argparse.Namespace, today: dt.date) -> int:
    town = loaded(arguments.data).town
    told = _Told(town, Names.of(town), stats(town, arguments.year or today.year, today), today)
    if arguments.format == "json":
        write(as_json(_everything(told)))
    elif arguments.format == "csv":
        header = ("类别", "编号", "名称", "次数", "小时", "已值", "承诺", "做到", "应做", "记下", "来问")
        write(as_csv(header, _rows(told)))
    else:
        print("\n".join(_tables(told)), end="")
    return 0


def _tables(told: _Told) -> Iterator[str]:
    found, names = told.found, told.names
    yield f"{found.year}年值班统计\n"
    if found.year not in Calendar.of(told.town.holidays).years:
        yield f"{found.year}年{WAITING}，下面按平常的日子算。\n"
    if told.today.year <= found.year:
        yield "次数和小时是全年排定的，“已值”只算今天以前。\n"
    people = [(names.person(one.id), one.duties, _hours(one.minutes), one.past) for one in found.people]
    yield table(("人员", "次数", "小时", "已值"), people)
    busy = [one.duties for one in found.people if one.duties] or [0]
    yield f"有值班的人里，最少 {min(busy)} 次，最多 {max(busy)} 次\n"
    places = [(names.place(one.id), one.duties, _hours(one.minutes), one.past) for one in found.places]
    yield table(("场所", "次数", "小时", "已值"), places)
    if found.rotations:
        rows = [_fairness_row(told, one) for one in found.rotations]
        yield table(("轮值", "人数", "最少", "最多", "相差", "两人相比，差得最多的"), rows)
    if found.promises:
        header = ("承诺", "场所", "到场", "小时", "做到", "记下")
        yield table(header, [_promise_row(told, one) for one in found.promises])
    if found.logs:
        yield table(("值班记录", "已值", "记下", "来问", "问得最多的"), _log_rows(told))


def _fairness_row(told: _Told, one: Fairness) -> tuple[object, ...]:
    pair = one.widest
    return (
        told.titles[one.rotation],
        len(one.served),
        one.least,
        one.most,
        one.most - one.least,
        _pair(told.names, pair) if pair else "",
    )


def _pair(names: Names, pair: Pair) -> str:
    one, other = (
        f"{names.person(person)} {count} 次" for person, count in zip(pair.people, pair.served, strict=True)
    )
    together = f"，一起 {pair.together} 次" if pair.together else ""
    return f"{one}、{other}，差 {pair.difference}{together}"


def _promise_row(told: _Told, one: Promise) -> tuple[object, ...]:
    done = "，".join(_done(one))
    place = told.names.place(one.place)
    return promise(one.cover), place, f"{one.visits} 次", _hours(one.minutes), done, f"{one.logged} 次"


def _done(one: Promise) -> Iterator[str]:
    if one.cover.counted:
        yield f"{one.kept}/{one.periods} 段时间"
    if one.cover.lectures:
        yield f"讲座 {one.lectures} 场，{one.quarters_kept}/{one.quarters} 个季度"


def _log_rows(told: _Told) -> list[tuple[object, ...]]:
    past = {one.id: one.past for one in told.found.places}
    return [
        (told.names.place(id), past[id], one.logged, one.asked, one.about[0][0] if one.about else "")
        for id, one in told.found.logs
    ]


def _hours(minutes: int) -> str:
    return f"{minutes / 60:.10g}" if minutes % 6 == 0 else f"{minutes / 60:.2f}"


def _rows(told: _Told) -> Iterator[tuple[object, ...]]:
    promised = {one.place: one for one in told.found.promises}
    logs = dict(told.found.logs)
    for one in told.found.people:
        name = told.names.person(one.id)
        yield "人员", one.id, name, one.duties, _hours(one.minutes), one.past, *("" for _ in range(5))
    for one in told.found.places:
        name, due = told.names.place(one.id), promised.get(one.id)
        cover = (promise(due.cover), due.kept, due.periods) if due else ("", "", "")
        log = (logs[one.id].logged, logs[one.id].asked) if one.id in logs else ("", "")
        yield "场所", one.id, name, one.duties, _hours(one.minutes), one.past, *cover, *log


def _everything(told: _Told) -> dict[str, object]:
    found, names = told.found, told.names
    return {
        "year": found.year,
        "announced": found.year in Calendar.of(told.town.holidays).years,
        "people": [{**_numbers(one), "name": names.person(one.id)} for one in found.people],
        "places": [{**_numbers(one), "name": names.place(one.id)} for one in found.places],
        "rotations": list(map(_fairness, found.rotations)),
        "promises": list(map(_promised, found.promises)),
        "logs": [
            {"place": id, "logged": one.logged, "asked": one.asked, "about": dict(one.about)}
            for id, one in found.logs
        ],
    }


def _numbers(one: Tally) -> dict[str, object]:
    return {"id": one.id, "duties": one.duties, "minutes": one.minutes, "past": one.past}


def _fairness(one: Fairness) -> dict[str, object]:
    pairs = [
        {
            "people": pair.people,
            "duties": pair.served,
            "difference": pair.difference,
            "together": pair.together,
        }
        for pair in one.pairs
    ]
    served = {"least": one.least, "most": one.most, "people": dict(one.served)}
    return {"rotation": one.rotation, **served, "pairs": pairs}


def _promised(one: Promise) -> dict[str, object]:
    done = {"periods": one.periods, "kept": one.kept, "visits": one.visits, "minutes": one.minutes}
    done |= {"logged": one.logged, "lectures": one.lectures}
    done |= {"quarters": one.quarters, "quarters_kept": one.quarters_kept}
    return {"place": one.place, "promised": promise(one.cover), **done}


COMMAND = Command("stats", "一年里谁值了多少班、各处去了多少次、匀不匀", _options, _run, MORE)
