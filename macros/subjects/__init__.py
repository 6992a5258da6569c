"""Every subject of data as the site has it: a new one is one declaration here, its model and its views."""

from __future__ import annotations

from collections.abc import Iterator

from macros.domain.edition import Edition
from macros.models.town import Town
from macros.subjects.duty import DUTY
from macros.subjects.events import EVENTS
from macros.subjects.people import PEOPLE
from macros.subjects.places import PLACES
from macros.subjects.site import SITE
from macros.subjects.subject import GeneratedPage, Macro, Made, Subject
from macros.subjects.videos import VIDEOS

__all__ = ["LINKED", "MACROS", "SUBJECTS", "GeneratedPage", "files", "has_samples", "pages"]

SUBJECTS: tuple[Subject, ...] = (SITE, PLACES, PEOPLE, EVENTS, VIDEOS, DUTY)
MACROS: dict[str, Macro] = {name: macro for one in SUBJECTS for name, macro in one.macros.items()}
# The files made from data that pages in docs/ link to.
LINKED = tuple(path for one in SUBJECTS for path in one.linked)


def pages(edition: Edition) -> Iterator[GeneratedPage]:
    """Every page made from data, not drawn yet."""
    return (made for one in SUBJECTS for made in one.pages(edition))


def files(edition: Edition, address: str) -> Iterator[Made]:
    """What isn't a page, each made when it is asked for; `address` is the site's own, if it has one."""
    return (made for one in SUBJECTS for made in one.files(edition, address))


def has_samples(town: Town) -> bool:
    """Whether anything on the site is sample data."""
    return any(one.sample(town) for one in SUBJECTS)
