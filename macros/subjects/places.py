"""places.yml on the site: the map and list of all, the villages they serve, a page each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from macros.domain.edition import SEEN_AT, Edition
from macros.models.town import Town
from macros.subjects.subject import GeneratedPage, Made, Subject, page
from macros.views.compliance import compliance_page, compliance_title
from macros.views.contact_card import contact_cards
from macros.views.map import map_files
from macros.views.my_village import my_village, my_village_files
from macros.views.place_map import place_map
from macros.views.places import group_words, place_page
from macros.views.posters import posters
from macros.views.search import Entry
from macros.views.village_list import village_list
from macros.views.villages import village_files, village_pages, villages
from macros.views.wards import ward_places


def _pages(edition: Edition) -> Iterator[GeneratedPage]:
    for ward in edition.wards:
        yield page(f"wards/places/{ward.id}", f"{ward.name}：地方", ward_places, edition, ward)
    for place in edition.town.places:
        about = f"{place.name}：{edition.town.site.groups.of(place.group).about}"
        made = page(f"places/{place.id}", place.name, place_page, edition, place)
        told = made.telling(partial(edition.seen_at, place), SEEN_AT)
        yield told.described(about).below("服务地图", "map.html")
    # In a large town the pages of wards list them.
    for path, html in () if edition.wards else village_pages(edition):
        yield page(path, "找我的村", Markup, html)
    made = page("compliance", compliance_title(edition), compliance_page, edition)
    yield made.described("给司法所看的：公开栏还差什么、答应的做到了没有。").unlisted()


def _files(edition: Edition, address: str) -> Iterator[Made]:
    yield from map_files(edition).items()
    yield from village_files(edition)
    yield from contact_cards(edition, address)
    yield from my_village_files(edition)
    yield from posters(edition, address)


def _entries(town: Town) -> Iterator[Entry]:
    served: dict[str, list[str]] = {}
    for village in villages(town):
        served.setdefault(village.place.id, []).append(village.name)
    for place in town.places:
        kind = town.site.groups.of(place.group).plain
        also = tuple(dict.fromkeys((*served.get(place.id, ()), *place.also)))
        text = "，".join(filter(None, (place.address, *place.services)))
        yield Entry(place.name, kind, f"places/{place.id}.html", also, text)


PLACES = Subject(
    "places",
    macros={
        "villages": village_list,
        "place_map": place_map,
        "group_words": group_words,
        "my_village": my_village,
    },
    pages=_pages,
    files=_files,
    entries=_entries,
)
