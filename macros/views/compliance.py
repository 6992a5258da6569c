"""The page for the office that says what it still owes: nothing leads there but the handbook."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from macros.domain.compliance import ITEMS, KINDS, OPENNESS, Board, Compliance, OldLaw, compliance
from macros.domain.duty.cover import promise
from macros.domain.edition import Edition
from macros.models.events import Count
from macros.models.law import Law
from macros.models.places import Place
from macros.views.charts import chart
from macros.views.templates import render
from macros.views.years import Numbers

# More would make the page heavy; the command tells them all.
SHOWN, ARTICLES = 40, 4


@dataclass(frozen=True)
class GapView:
    """What is wrong with some things of a board, and the law that asks for them, if one does."""

    kind: str
    items: str
    law: Law | None
    expired: bool


@dataclass(frozen=True)
class BoardView:
    """A board that lacks something, and where the clerk writes it."""

    place: Place
    line: str
    gaps: tuple[GapView, ...]


@dataclass(frozen=True)
class KeptView:
    """What a place was promised, in how many periods, and in how many of them it was kept."""

    place: Place
    promised: str
    periods: int
    kept: int

    @property
    def length(self) -> int:
        """How much of it was kept, in percent."""
        return round(self.kept * 100 / self.periods)


@dataclass(frozen=True)
class OldLawView:
    """A law to look up again, with the first few of its articles."""

    law: OldLaw
    articles: str


def compliance_title(edition: Edition) -> str:
    """What the page is called."""
    return f"{edition.town.site.town}：还差什么"


def compliance_page(edition: Edition) -> Markup:
    """What boards lack, the weightiest first, what was promised, what is old, and what is made up."""
    found = compliance(edition.town, edition.resolved, edition.today)
    lacking = found.lacking
    return render(
        "compliance",
        title=compliance_title(edition),
        today=edition.today,
        found=found,
        law=OPENNESS,
        numbers=_numbers(found),
        items=chart("items", "每一项，有几处还差", "处", [one for one in found.by_item if one[1]]),
        boards=[_board(board, edition.lines.get(board.place.id, "")) for board in lacking[:SHOWN]],
        more=max(0, len(lacking) - SHOWN),
        kept=_kept(edition, found),
        old=[OldLawView(one, articles(one)) for one in found.old],
        samples=chart("samples", "哪些文件里还有示例", "处", found.samples),
    )


def _board(board: Board, line: str) -> BoardView:
    gaps = (
        GapView(KINDS[kind], "、".join(ITEMS[item] for item in items), law, kind == "expired")
        for kind, law, items in board.alike
    )
    return BoardView(board.place, line, tuple(gaps))


def articles(one: OldLaw) -> str:
    """The first few of its articles."""
    return "、".join(one.articles[:ARTICLES]) + ("等" if len(one.articles) > ARTICLES else "")


def _numbers(found: Compliance) -> Numbers:
    whole, lacking = len(found.boards), len(found.lacking)
    named = (
        ("服务场所", Count(whole), "处"),
        ("什么都不差的", Count(whole - lacking), "处"),
        ("一共还差", Count(len(found.gaps)), "项"),
        ("其中法律要求公开的", Count(found.by_law), "项"),
    )
    return Numbers(named)


def _kept(edition: Edition, found: Compliance) -> list[KeptView]:
    """Every promise of which a period is over."""
    names = edition.town.place_by_id
    return [
        KeptView(names[one.place], promise(one.cover), one.periods, one.kept)
        for one in found.kept
        if one.periods
    ]
