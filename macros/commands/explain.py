"""fahu explain: how the duty of a day came about, rule by rule, and who would step in."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from macros.commands import choosing
from macros.commands.arguments import Command, Parser, UsageError, day
from macros.commands.loading import loaded
from macros.domain.days import ONE_DAY, spoken
from macros.domain.duty import window
from macros.domain.duty.segments import segment_on
from macros.domain.duty.shift import Dropped, Names, Shift
from macros.errors import one_line
from macros.load import Loaded
from macros.models.duty import Leave
from macros.models.town import Town

AHEAD = dt.timedelta(days=120)
_STATES = {"cancelled": "取消", "vacant": "暂缺"}


def _options(parser: Parser) -> None:
    parser.add_argument("day", type=day, metavar="日期", help="哪一天，例如 2026-12-08")
    parser.add_argument("place", nargs="?", metavar="地方", help="编号、名称或村居名；不写就是所有地方")


def _run(arguments: argparse.Namespace, _: dt.date) -> int:
    town = loaded(arguments.data)
    places = choosing.places(town.town, [arguments.place]) if arguments.place else frozenset()
    if len(places) > 1:
        raise UsageError(f"“{arguments.place}”不止一处，请写编号：{'、'.join(sorted(places))}")
    told = _Told(town, Names.of(town.town), arguments.day)
    for line in told.lines(places):
        print(one_line(line))
    return 0


@dataclass(frozen=True)
class _Told:
    loaded: Loaded
    names: Names
    day: dt.date

    @property
    def town(self) -> Town:
        return self.loaded.town

    def lines(self, places: frozenset[str]) -> Iterator[str]:
        found = window(self.town, self.day, self.day)
        held = [shift for shift in found.shifts if not places or shift.place in places]
        lost = [drop for drop in found.dropped if not places or drop.place in (None, *places)]
        if not held and not lost:
            yield f"{spoken(self.day)}没有值班，也没有取消的班"
        for shift in held:
            yield from self._shift(shift)
        for drop in lost:
            yield from self._lost(drop)

    def _shift(self, shift: Shift) -> Iterator[str]:
        who = _STATES.get(shift.state) or self.names.people(shift.people)
        yield f"{spoken(shift.date)} {shift.session} {self.names.place(shift.place)}：{who}"
        yield from (f"  {number}. {step}" for number, step in enumerate(self._steps(shift), 1))
        if shift.state == "on":
            yield from self._instead(shift)
        yield self._following(shift)

    def _steps(self, shift: Shift) -> Iterator[str]:
        rotations = {rotation.id: rotation for rotation in self.town.duty.rotations}
        if shift.rotation not in rotations:
            number = [one.id for one in self.town.duty.temporary].index(shift.rotation)
            yield f"{self._at('temporary', number)} 这几天按“{self.town.duty.temporary[number].name}”排"
        else:
            rotation = rotations[shift.rotation]
            stretch = segment_on(rotation, shift.slot.date)
            number = [*rotations].index(rotation.id)
            at = self._at("rotations", number, "segments", stretch.number)
            when = "、".join(map(str, stretch.when))
            yield f"{at} {rotation.name}，从 {stretch.from_} 起的一段：{when}"
            order = "、".join(map(self.names.person, stretch.people))
            if shift.planned:
                turn = f"轮到{self.names.people(shift.planned)}"
                yield turn + (f"（按先后：{order}）" if len(stretch.people) > 1 else "（固定的人）")
            if len(stretch.tour) > 1:
                yield f"轮到{self.names.place(shift.slot.place)}（{len(stretch.tour)} 处按先后）"
        yield from shift.notes

    def _instead(self, shift: Shift) -> Iterator[str]:
        """Who would be there if somebody couldn't come: the engine's own answer to a leave of that day."""
        for person in shift.people:
            leave = Leave.model_validate({"person": person, "from": str(shift.date), "rotation": None})
            duty = self.town.duty.model_copy(update={"leave": (*self.town.duty.leave, leave)})
            town = self.town.model_copy(update={"duty": duty})
            then = (
                one
                for one in window(town, shift.date, shift.date).shifts
                if (one.place, one.session, one.rotation) == (shift.place, shift.session, shift.rotation)
            )
            found = next(then, None)
            others = [one for one in found.people if one not in shift.people] if found else []
            who = self.names.people(others) if others else "没有人能代，会写“暂缺”"
            yield f"  {self.names.person(person)}要是来不了：{who}"

    def _following(self, shift: Shift) -> str:
        coming = window(self.town, shift.date + ONE_DAY, shift.date + AHEAD).shifts
        found = next((one for one in coming if one.place == shift.place and one.state == "on"), None)
        if found is None:
            return f"  {AHEAD.days} 天里，这个地方没有下一次"
        return f"  这个地方下一次：{spoken(found.date)} {found.session} {self.names.people(found.people)}"

    def _lost(self, drop: Dropped) -> Iterator[str]:
        duty = self.town.duty
        names = {one.id: one.name for one in duty.rotations} | {one.id: one.name for one in duty.temporary}
        where = f"{self.names.place(drop.place)}，" if drop.place else ""
        yield f"{spoken(drop.date)} {drop.session} {where}{names[drop.rotation]}：没有值班"
        yield f"  1. {drop.note}"

    def _at(self, *loc: str | int) -> str:
        mark = self.loaded.mark("duty", *loc)
        return f"{mark.file}:{mark.line}"


COMMAND = Command("explain", "某一天的班是怎么排出来的，来不了由谁代", _options, _run)
