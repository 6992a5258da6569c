"""fahu next-year: a draft of the next year's rotations, to be looked at and pasted; it changes no file."""

from __future__ import annotations

import argparse
import datetime as dt
from collections import Counter
from collections.abc import Iterator

from macros.commands.arguments import Command, Parser, year
from macros.commands.loading import loaded
from macros.domain.days import spoken
from macros.domain.duty.holidays import Calendar
from macros.domain.duty.shift import Names
from macros.domain.next_year import Draft, drafts
from macros.models.duty import Segment

MORE = """\
只显示，不改动任何文件。显示的内容本身就是 YAML：# 开头的是说明，其余可以粘贴到 duty.yml。"""
_POLICIES = {
    "skip": "停一次，轮到的人不变",
    "forfeit": "停一次，轮到的人跳过",
    "postpone": "顺延到下一个工作日",
    "advance": "提前到上一个工作日",
    "keep": "照常值班",
}


def _options(parser: Parser) -> None:
    parser.options.add_argument("--year", type=year, metavar="年", help="哪一年，例如 2027；不写就是明年")


def _run(arguments: argparse.Namespace, today: dt.date) -> int:
    town = loaded(arguments.data).town
    wanted = arguments.year or today.year + 1
    found = drafts(town, wanted)
    print(f"# {wanted}年值班草稿（{today} 生成），没有改动任何文件。")
    print(f"# {_announced(Calendar.of(town.holidays), wanted)}")
    if not found:
        print(f"# {wanted}年没有要接着排的轮值。")
        return 0
    print("# 把新的一段粘贴到 duty.yml 里同一个 id 的 segments 末尾，再运行 fahu check。\n")
    print("rotations:" if any(draft.segment for draft in found) else "rotations: []")
    names = Names.of(town)
    for draft in found:
        print("\n".join(_told(draft, names, wanted)))
    return 0


def _announced(calendar: Calendar, year: int) -> str:
    if year in calendar.years:
        return f"{year}年的放假安排已经公布，遇到的节假日列在每条轮值下面。"
    return (
        f"{year}年的放假安排待国务院办公厅公布（一般在前一年 11 月）；公布后写进 holidays.yml，再运行一次。"
    )


def _told(draft: Draft, names: Names, year: int) -> Iterator[str]:
    rotation = draft.rotation
    yield f"  # {rotation.name}：{_state(draft)}"
    yield f"  # {year}年 {_served(draft, names)}"
    if draft.holidays:
        days = "、".join(f"{spoken(day)}（{name}）" for day, name in draft.holidays)
        yield f"  # 遇到节假日{_POLICIES[rotation.stretches[-1].holidays]}：{days}"
    if draft.missed:
        days = "、".join(map(spoken, draft.missed))
        yield f"  # 为了接着原来的周数，新一段晚些开始，这些日子要另外安排：{days}"
    if draft.segment:
        yield f"  - id: {rotation.id}"
        yield "    segments:"
        yield from _yaml(draft.segment)
    yield ""


def _state(draft: Draft) -> str:
    if draft.segment is None:
        return f"已经安排到 {draft.ends}" if draft.ends else "已经安排好了，不用粘贴"
    if draft.ends:
        return f"到 {draft.ends} 结束，要接着轮就粘贴这一段"
    return "没有写结束日期，不粘贴也照常轮下去；要换人或换时间，就粘贴后再改"


def _served(draft: Draft, names: Names) -> str:
    duties = {(shift.date, shift.place): shift for shift in draft.shifts if shift.state == "on"}
    counts = Counter(person for shift in duties.values() for person in shift.people)
    if not duties:
        return "一次也没有"
    begins = min(day for day, _ in duties)
    people = "、".join(f"{names.person(person)} {count} 次" for person, count in counts.items())
    return f"共 {len(duties)} 次，从 {spoken(begins)} 起：{people}"


def _yaml(segment: Segment) -> Iterator[str]:
    whens = [str(when) for when in segment.when]
    yield f"      - from: {segment.from_}"
    yield f"        when: {whens[0] if len(whens) == 1 else _listed(whens)}"
    yield f"        people: {_listed(segment.people)}"
    if segment.start:
        yield f"        start: {segment.start}"


def _listed(words: Iterator[str] | list[str] | tuple[str, ...]) -> str:
    return f"[{', '.join(words)}]"


COMMAND = Command("next-year", "明年的值班草稿：接着今年的规律轮下去是什么样", _options, _run, MORE)
