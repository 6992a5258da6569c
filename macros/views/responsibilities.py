"""Who publicises which law as HTML: the plan of a year by month, and each unit's own page."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from macros.domain.edition import Edition
from macros.domain.event_words import partial
from macros.domain.responsibilities import Planned, by_month, by_year, plan
from macros.models.dates import PartialDate
from macros.models.responsibilities import Responsibility, Step
from macros.views.shelves import Shelf, shelved
from macros.views.templates import render

# A step has a dozen elements with its events; a card of a unit fewer.
TOGETHER = 60


def responsibility_list(edition: Edition) -> Markup:
    """The plan of this year by month, the units, and the way to other years."""
    plans = year_plans(edition)
    here = next((one for one in plans if _is_here(edition, one)), None)
    units = unit_shelves(edition)
    return render(
        "responsibility-list",
        plan=here,
        months=_months(here.items) if here else (),
        plans=[one for one in plans if one is not here],
        units=units[0].items if len(units) == 1 else (),
        shelves=units if len(units) > 1 else (),
        when=when,
    )


def plan_pages(edition: Edition) -> list[Shelf[Planned]]:
    """The plans of years that have pages of their own: all but a short one of this year."""
    return [one for one in year_plans(edition) if not _is_here(edition, one)]


def year_plans(edition: Edition) -> list[Shelf[Planned]]:
    """Every plan, the latest year first."""
    return [
        shelf
        for year, steps in by_year(_plan(edition)).items()
        for shelf in shelved(f"responsibilities/{year}", f"{year}年普法计划", steps, TOGETHER)
    ]


def unit_shelves(edition: Edition) -> list[Shelf[Responsibility]]:
    """The units on as many pages as they need."""
    return shelved("responsibilities/all", "普法责任单位", _units(edition), TOGETHER)


def unit_pages(edition: Edition) -> list[tuple[Responsibility, Shelf[Planned]]]:
    """The pages of each unit with their share of its plan, the latest year first."""
    found = []
    planned: dict[str, list[Planned]] = {unit.id: [] for unit in _units(edition)}
    for one in _plan(edition):
        planned[one.unit.id].append(one)
    for unit in _units(edition):
        steps = [step for of_year in by_year(planned[unit.id]).values() for step in of_year]
        path = f"responsibilities/units/{unit.id}"
        found += [(unit, shelf) for shelf in shelved(path, f"{unit.name}：普法责任", steps, TOGETHER)]
    return found


def plan_page(shelf: Shelf[Planned]) -> Markup:
    """One page of a year's plan."""
    return render("plan-page", shelf=shelf, months=_months(shelf.items), when=when)


def units_page(shelf: Shelf[Responsibility]) -> Markup:
    """One page of the units where they are many."""
    return render("units-page", shelf=shelf)


def unit_page(unit: Responsibility, shelf: Shelf[Planned]) -> Markup:
    """The page of one unit: its laws, to whom it speaks, and its plan."""
    years = [(f"{year}年", steps) for year, steps in by_year(shelf.items).items()]
    return render("unit-page", unit=unit, shelf=shelf, years=years, when=when)


def when(step: Step) -> str:
    """When a step is due, in words: 全年, 12月, 3月至12月, 12月4日."""
    words = [_short(part, step.date.year) for part in (step.date, step.until) if part]
    return "至".join(dict.fromkeys(words))


def _short(date: PartialDate, year: int) -> str:
    text = partial(date)
    return text.removeprefix(f"{year}年") or "全年"


def _months(steps: Sequence[Planned]) -> list[tuple[str, tuple[Planned, ...]]]:
    return [(f"{month}月" if month else "全年", found) for month, found in by_month(steps)]


def _units(edition: Edition) -> tuple[Responsibility, ...]:
    return edition.town.responsibilities.responsibilities


def _plan(edition: Edition) -> tuple[Planned, ...]:
    events = {event.id: event for event in edition.town.events.events}
    return plan(_units(edition), events, edition.today)


def _is_here(edition: Edition, shelf: Shelf[Planned]) -> bool:
    """Whether a plan stands on the overview itself."""
    return shelf.of == 1 and shelf.path == f"responsibilities/{edition.today.year}"
