"""responsibilities.yml on the site: the plan of this year, those of others, a page for each unit."""

from __future__ import annotations

from collections.abc import Iterator

from macros.domain.edition import Edition
from macros.models.town import Town
from macros.subjects.subject import GeneratedPage, Subject, page
from macros.views import responsibilities as views
from macros.views.search import Entry

_LIST = ("普法责任清单", "responsibilities.html")


def _pages(edition: Edition) -> Iterator[GeneratedPage]:
    for plan in views.plan_pages(edition):
        yield page(plan.path, plan.title, views.plan_page, plan).below(*_LIST)
    for unit, shelf in views.unit_pages(edition):
        about = f"{unit.name}把这些法律讲给{'、'.join(unit.audience)}听：{'、'.join(unit.laws)}"
        made = page(shelf.path, shelf.title, views.unit_page, unit, shelf)
        yield made.described(about, sample=unit.sample).below(*_LIST)
    units = views.unit_shelves(edition)
    for listed in units if len(units) > 1 else ():
        yield page(listed.path, listed.title, views.units_page, listed).below(*_LIST)


def _entries(town: Town) -> Iterator[Entry]:
    for one in town.responsibilities.responsibilities:
        text = "，".join(step.what for step in one.plan)
        yield Entry(one.name, "普法责任", f"responsibilities/units/{one.id}.html", one.laws, text)


RESPONSIBILITIES = Subject(
    "responsibilities",
    macros={"responsibility_list": views.responsibility_list},
    pages=_pages,
    entries=_entries,
)
