"""What the events of a year come to: for the whole town, by category, by village, by unit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from macros.domain.events import status, villages
from macros.models.events import Event
from macros.models.figures import Count, Figures
from macros.models.places import Place

_COUNTED = ("present", "consulted", "leaflets", "gifts")


@dataclass(frozen=True)
class Total:
    """So many events were held, and what is known to have come of them."""

    name: str
    held: int
    figures: Figures


@dataclass(frozen=True)
class YearTotals:
    """A year's total and its parts; what belongs to several villages or units counts for each."""

    year: int
    whole: Total
    categories: tuple[Total, ...]
    villages: tuple[Total, ...]
    units: tuple[Total, ...]


def year_totals(
    events: Iterable[Event], places: Mapping[str, Place], today: dt.date
) -> tuple[YearTotals, ...]:
    """The totals of each year in which an event was held, the latest first; samples don't count."""
    years: dict[int, list[Event]] = {}
    for event in events:
        if status(event, today) == "held" and not event.sample:
            years.setdefault(event.date.year, []).append(event)
    return tuple(_totals(year, years[year], places) for year in sorted(years, reverse=True))


def _totals(year: int, held: list[Event], places: Mapping[str, Place]) -> YearTotals:
    return YearTotals(
        year,
        _total("合计", held),
        tuple(_parts((event.category, event) for event in held)),
        tuple(_parts((name, event) for event in held for name in dict.fromkeys(villages(event, places)))),
        tuple(_parts((name, event) for event in held for name in _units(event))),
    )


def _units(event: Event) -> dict[str, None]:
    return dict.fromkeys((*event.organisers, *event.partners))


def _parts(named: Iterable[tuple[str, Event]]) -> Iterator[Total]:
    """A total for each name, the one with the most events first."""
    found: dict[str, list[Event]] = {}
    for name, event in named:
        found.setdefault(name, []).append(event)
    totals = [_total(name, held) for name, held in found.items()]
    yield from sorted(totals, key=lambda total: -total.held)


def _total(name: str, held: list[Event]) -> Total:
    known = [event.figures for event in held if event.figures]
    sums = {key: _sum(getattr(one, key) for one in known) for key in _COUNTED}
    return Total(name, sum(map(_times, held)), Figures.model_validate(sums))


def _times(event: Event) -> int:
    """How many events an entry stands for."""
    return event.figures.events.number if event.figures and event.figures.events else 1


def _sum(counts: Iterable[Count | None]) -> Count | None:
    known = [count for count in counts if count]
    return Count(sum(one.number for one in known), any(one.more for one in known)) if known else None
