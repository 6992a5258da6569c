"""fahu todo: what a town still has to fill in, the most needed first, each with its line."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from macros.commands.arguments import Command, Parser
from macros.commands.loading import loaded
from macros.domain.compliance import ITEMS, compliance
from macros.domain.duty import Resolved
from macros.errors import one_line
from macros.load import Loaded
from macros.models.contacts import is_sample_phone
from macros.models.samples import samples

AHEAD = dt.timedelta(weeks=4)


def _options(_: Parser) -> None:
    pass


def _run(arguments: argparse.Namespace, today: dt.date) -> int:
    told = _Todo(loaded(arguments.data), today)
    lines = [*told.town_lines(), *told.place_lines(), *told.sample_lines()]
    print(f"还要填 {len(lines)} 项" if lines else "都填好了")
    for line in lines:
        print(one_line(f"  {line}"))
    return 0


@dataclass(frozen=True)
class _Todo:
    loaded: Loaded
    today: dt.date

    def town_lines(self) -> Iterator[str]:
        """What the whole site waits for."""
        town = self.loaded.town
        for number, phone in enumerate(town.site.office.phones):
            if is_sample_phone(phone.number):
                yield self._line("site", ("office", "phones", number, "number"), "司法所电话还是示例号码")
        if all(person.sample for person in town.people):
            yield self._line("people", ("people",), "还没有真的人，写上法律顾问、调解员")
        if all(rotation.sample for rotation in town.duty.rotations):
            yield self._line("duty", ("rotations",), "还没有真的轮值，写上谁、什么时候、在哪里")
        if town.site.bounds is None:
            yield self._line("site", (), "bounds 没有写：本镇东西南北到哪里，写了，位置打错会报错")
        if town.site.footer.organiser is None:
            yield self._line("site", (), "footer 没有写：主办单位、备案号")
        if not town.events.events:
            yield self._line("events", (), "还没有活动")

    def place_lines(self) -> Iterator[str]:
        """What each place lacks, in one line."""
        town = self.loaded.town
        found = compliance(town, Resolved.of(town, self.today + AHEAD), self.today)
        for board in found.boards:
            if items := "、".join(ITEMS[gap.item] for gap in board.gaps):
                yield self._line("places", ("places", board.number), f"{board.place.name}：{items}")

    def sample_lines(self) -> Iterator[str]:
        """How many samples are left in the other files."""
        for name in ("topics", "events", "videos", "quiz", "tips"):
            if count := samples(getattr(self.loaded.town, name)):
                yield self._line(name, (), f"还有 {count} 处示例")

    def _line(self, subject: str, loc: tuple[str | int, ...], said: str) -> str:
        mark = self.loaded.mark(subject, *loc)
        return f"{mark.file}:{mark.line} {said}"


COMMAND = Command("todo", "还要填什么，一条一条列出来", _options, _run)
