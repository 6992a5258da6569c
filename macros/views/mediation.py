"""人民调解 and how to complain: two pages of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from macros.domain.edition import Edition
from macros.domain.people import TOGETHER
from macros.domain.topics import numbers
from macros.models.people import ROLE_NAMES
from macros.models.topics import Step
from macros.views.templates import render
from macros.views.topic_help import topic_help
from macros.views.topics import time_limits

# In units of the drawing: a box, and the way to the next one below it.
WIDE, HIGH, GAP = 220, 56, 30


@dataclass(frozen=True)
class Box:
    """A step of the drawing, and where it stands."""

    number: int
    title: str
    top: int

    @property
    def middle(self) -> int:
        """Where its words stand."""
        return self.top + HIGH // 2

    @property
    def bottom(self) -> int:
        """Where the way to the next one begins."""
        return self.top + HIGH


def mediation(edition: Edition) -> Markup:
    """Who mediates, how to ask, what happens, and what a written agreement is worth."""
    town = edition.town
    told = town.topics.mediation
    mediators = [person for person in town.persons if person.role == "mediator"]
    boxes = _boxes(told.steps) if told else ()
    return render(
        "mediation",
        told=told,
        mediators=mediators[:TOGETHER],
        help=topic_help(edition, (ROLE_NAMES["mediator"],), "哪天能找到调解员"),
        drawing=render(
            "step-drawing",
            boxes=boxes,
            ways=list(pairwise(boxes)),
            wide=WIDE,
            high=HIGH,
            whole=boxes[-1].bottom if boxes else 0,
        ),
        limits=time_limits(edition, told.limits if told else ()),
        office=town.site.office,
    )


def complaints(edition: Edition) -> Markup:
    """Whom to tell when those who should help don't."""
    town = edition.town
    entries = [(each, numbers(town.site, each.numbers)) for each in town.topics.complaints]
    return render("complaints", complaints=entries, office=town.site.office)


def _boxes(steps: Sequence[Step]) -> tuple[Box, ...]:
    return tuple(Box(n, step.title, (n - 1) * (HIGH + GAP) + 2) for n, step in enumerate(steps, start=1))
