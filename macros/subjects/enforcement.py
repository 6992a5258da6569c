"""enforcement.yml on the site: how to object and who may enforce what, on pages of units where it is much."""

from __future__ import annotations

from collections.abc import Iterator

from macros.domain.edition import Edition
from macros.models.town import Town
from macros.subjects.subject import GeneratedPage, Subject, page
from macros.views import enforcement as views
from macros.views.search import Entry


def _pages(edition: Edition) -> Iterator[GeneratedPage]:
    for unit, shelf in views.unit_pages(edition.town):
        made = page(shelf.path, shelf.title, views.unit_page, unit, shelf)
        about = f"{unit.name}能管什么、依据哪部法律。{unit.about}"
        described = made.described(about, sample=unit.sample)
        yield described.below("行政执法公示", "enforcement.html")


def _entries(town: Town) -> Iterator[Entry]:
    for number, objection in enumerate(town.enforcement.objections, start=1):
        address = f"enforcement.html#objection-{number}"
        yield Entry(objection.title, "不服怎么办", address, (), objection.text)
    units = {unit.id: unit.name for unit in town.enforcement.units}
    for matter, address in views.addresses(town):
        law = f"《{matter.law.name}》{matter.law.article}" if matter.law else ""
        yield Entry(matter.name, "行政执法", address, (), "，".join(filter(None, (units[matter.unit], law))))


ENFORCEMENT = Subject(
    "enforcement",
    macros={"enforcement_list": views.enforcement_list},
    pages=_pages,
    entries=_entries,
)
