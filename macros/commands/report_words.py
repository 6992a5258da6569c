"""What the report of a year or month says, in blocks that are Markdown as well as a document for Word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.domain.days import short
from macros.domain.event_words import partial
from macros.domain.years import Review
from macros.models.events import Count, Event
from macros.models.town import Town
from macros.views.years import Numbers, called, duty_numbers, promises

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#])")


@dataclass(frozen=True)
class Heading:
    """A line above others; level 1 is the title."""

    text: str
    level: int = 2


@dataclass(frozen=True)
class Paragraph:
    """A sentence or two."""

    text: str


@dataclass(frozen=True)
class Table:
    """Rows under a header."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Heading | Paragraph | Table


def title(town: Town, review: Review) -> str:
    """What the report is called."""
    if review.month is None:
        return f"{called(town.site)}：{review.year}"
    return f"{called(town.site).removesuffix('这一年')}：{review.year}年{review.month}月"


def blocks(town: Town, review: Review) -> Iterator[Block]:
    """Everything that the report says, in order."""
    yield Heading(title(town, review), 1)
    last = "" if review.is_whole else f"，算到{review.last.year}年{short(review.last)}"
    yield Paragraph(f"{town.site.office.name}整理{last}。")
    if review.sample:
        yield Paragraph("下面有示例数据，不是真的情况。")
    if review.is_empty:
        yield Paragraph("这段时间没有登记内容。")
    yield from _report(review)
    yield from _events(town, review)
    yield from _duty(town, review)
    yield from _visits(review)


def _report(review: Review) -> Iterator[Block]:
    if not review.said:
        return
    yield Heading("年度报告里的数字")
    for line in (review.said.summary or "").splitlines():
        yield Paragraph(line)
    if review.said.figures.named:
        yield _numbers(review.said.figures.named)
    for word, said in (("数字来自", review.said.source), ("报告全文：", review.said.report)):
        if said:
            yield Paragraph(f"{word}{said}")


def _events(town: Town, review: Review) -> Iterator[Block]:
    found = review.events
    if not found.events:
        return
    yield Heading("办了的活动")
    yield Paragraph(f"登记在网站上的有 {found.held} 场。")
    ordered = sorted(found.events, key=lambda event: (event.date.first, event.id))
    yield Table(("日期", "活动", "类别", "地点"), tuple(_row(town, event) for event in ordered))
    yield _counts("类别", "场", found.by_category)
    if found.figures.named:
        yield _numbers(found.figures.named)


def _row(town: Town, event: Event) -> tuple[str, ...]:
    where = (town.place_by_id[event.place].name if event.place else "", event.venue or "")
    return partial(event.date), event.title, event.category, "，".join(filter(None, where))


def _duty(town: Town, review: Review) -> Iterator[Block]:
    if not review.duty.duties:
        return
    yield Heading("值班")
    yield _numbers(duty_numbers(review.duty).named)
    if review.month is None:
        yield _counts("月份", "次", review.duty.by_month)
    if review.periods:
        done = f"{review.periods} 段时间里做到了 {review.kept} 段"
        yield Paragraph(f"承诺过的（{promises(town)}），{done}。")


def _visits(review: Review) -> Iterator[Block]:
    found = review.visits
    if not found.logged:
        return
    yield Heading("来问的人")
    named = (("记下的值班", Count(found.logged), "次"), ("来问的人", Count(found.asked), "人"))
    yield _numbers(Numbers(named).named)
    if found.about:
        yield _counts("问的是什么事", "人", found.about)


def _numbers(named: Iterable[tuple[str, Count, str]]) -> Table:
    return Table(("项目", "数字"), tuple((label, f"{count} {unit}") for label, count, unit in named))


def _counts(name: str, unit: str, counts: Iterable[tuple[str, int]]) -> Table:
    return Table((name, "数字"), tuple((label, f"{count} {unit}") for label, count in counts))


def markdown(found: Iterable[Block]) -> str:
    """The blocks as Markdown (CommonMark with tables)."""
    return "\n".join(map(_markdown, found))


def _markdown(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {_escaped(block.text)}\n"
    if isinstance(block, Paragraph):
        return f"{_escaped(block.text)}\n"
    lines = [block.header, ("---",) * len(block.header), *(map(_escaped, row) for row in block.rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
