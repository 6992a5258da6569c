"""What the town may enforce as HTML: how to object first, then each unit's matters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from macros.domain.edition import Edition
from macros.models.enforcement import Enforcement, Matter, Unit
from macros.models.town import Town
from macros.views.shelves import Shelf, shelved
from macros.views.templates import render

TOGETHER = 60


def enforcement_list(edition: Edition) -> Markup:
    """How to object, and every unit with its matters, or the way to them where they are many."""
    town, found = edition.town, edition.town.enforcement
    return render(
        "enforcement-list",
        objections=found.objections,
        asked=[place for place in town.places if place.kind == "reconsideration_point"],
        units=() if is_long(town) else _by_unit(found),
        pages=unit_pages(town),
    )


def is_long(town: Town) -> bool:
    """Whether the matters are more than one page can hold."""
    return len(town.enforcement.matters) + len(town.enforcement.units) > TOGETHER


def unit_pages(town: Town) -> list[tuple[Unit, Shelf[Matter]]]:
    """The pages of units of a long list, none of a short one."""
    return list(_unit_pages(town.enforcement)) if is_long(town) else []


def _unit_pages(found: Enforcement) -> Iterator[tuple[Unit, Shelf[Matter]]]:
    for unit, matters in _by_unit(found):
        path, title = f"enforcement/{unit.id}", f"{unit.name}：执法事项"
        yield from ((unit, shelf) for shelf in shelved(path, title, matters, TOGETHER))


def _by_unit(found: Enforcement) -> list[tuple[Unit, list[Matter]]]:
    by_unit: dict[str, list[Matter]] = {unit.id: [] for unit in found.units}
    for matter in found.matters:
        by_unit[matter.unit].append(matter)
    return [(unit, by_unit[unit.id]) for unit in found.units]


def unit_page(unit: Unit, shelf: Shelf[Matter]) -> Markup:
    """One page of a unit's matters."""
    return render("enforcement-page", unit=unit, shelf=shelf)


def addresses(town: Town) -> Iterable[tuple[Matter, str]]:
    """Each matter with the address at which it stands."""
    if not is_long(town):
        return ((matter, f"enforcement.html#unit-{matter.unit}") for matter in town.enforcement.matters)
    pages = unit_pages(town)
    return ((matter, f"{shelf.path}.html") for _, shelf in pages for matter in shelf.items)
