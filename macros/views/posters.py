"""Posters: a sheet for the door of each place, in A4 and A3, cards to hand out, and the list of all.

They are files beside the site's pages, with a frame of their own: nothing on them is for a screen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote, urljoin

import segno
from markupsafe import Markup

from macros.domain.calls import Call, desk_call
from macros.domain.edition import Edition
from macros.domain.hotlines import urgent_first
from macros.domain.places import grouped
from macros.domain.posters import Line, Table, cut, hours, table, width
from macros.models.places import Place
from macros.models.site import GroupWords, Hotline
from macros.views.links import relative
from macros.views.poster_map import PosterMap, PosterMaps
from macros.views.templates import render

OVERVIEW = "posters.html"
A4, A3, CARDS = "posters/{}.html", "posters/a3/{}.html", "posters/cards/{}.html"
STYLES = {A4: "posters", A3: "posters-a3", CARDS: "posters"}
# Where a complaint about any office in China is taken.
COMPLAINTS = "12345"
_HOTLINES = 3
# A card's lines, and the characters in which they say who comes.
_ON_A_CARD, _WHO = 4, 8
# What of the services and of what to bring fits.
_ENTRIES, _ENTRY = 3, 24
# Chinese characters of a name in one line and in all, of whom it is for, and of the way.
_SHORT, _NAME, _SERVED, _WHERE = 14, 32, 20, 40
# Of a line of opening hours, and how many lines.
_FACT, _OPEN = 19, 3


@dataclass(frozen=True)
class Poster:
    """All that a poster or card of a place shows; `title` and `below` are the lines of its name."""

    place: Place
    words: GroupWords
    title: str
    below: str
    call: Call
    table: Table
    hours: tuple[str, ...]
    cells: PosterMap
    qr: Markup
    hotlines: tuple[Hotline, ...]
    complaints: Call
    edition: Edition

    @property
    def sample(self) -> bool:
        """Whether anything on it is made up."""
        return bool(self.place.sample) or self.call.sample or self.table.sample

    @property
    def services(self) -> tuple[str, ...]:
        """What people can be helped with, as much as fits."""
        return _few(self.place.services or self.words.services)

    @property
    def bring(self) -> tuple[str, ...]:
        """What they should have with them, as much as fits."""
        return _few(self.place.bring or self.words.bring)

    @property
    def serves(self) -> str:
        """Whom it is for, where it is for certain villages."""
        names, count = "、".join(self.place.villages), len(self.place.villages)
        if len(names) <= _SERVED:
            return names
        return cut(names, _SERVED) if count == 1 else f"{cut(self.place.villages[0], 12)}等 {count} 个村居"

    @property
    def where(self) -> str:
        """The address and the last steps to the door."""
        way = self.place.directions
        door = way.door or way.landmark if way else None
        return cut("，".join(part for part in (self.place.address, door) if part), _WHERE)

    @property
    def first_lines(self) -> tuple[Line, ...]:
        """The next duties, as many as a card has room for."""
        return tuple(line for line in self.table.lines if len(line.who) <= _WHO)[:_ON_A_CARD]

    @property
    def roomy(self) -> bool:
        """Whether a short name and few dates leave room for a larger code and map."""
        return self.table.size in ("large", "normal") and width(self.title) <= _SHORT

    @property
    def steps(self) -> bool:
        """Whether somebody is met there: a venue is only looked at."""
        return self.place.tier is not None


def posters(edition: Edition, address: str) -> Iterator[tuple[str, bytes]]:
    """The files of a town's posters; none of a large town, whose builds they would double."""
    if edition.wards:
        return
    maps = PosterMaps.of(edition)
    for place in edition.town.places:
        seen, make = partial(edition.seen_at, place), partial(_three, maps, place, address)
        yield from edition.once(f"posters of {place.id}", seen, make)
    groups = [
        (edition.town.site.groups.of(group), members) for group, members in grouped(edition.town.places)
    ]
    overview = render("poster-overview", groups=groups, site=edition.town.site)
    yield OVERVIEW, relative(overview, OVERVIEW).encode()


def _three(maps: PosterMaps, place: Place, address: str) -> list[tuple[str, bytes]]:
    made = poster(maps, place, address)
    sheet, cards = render("poster-sheet", poster=made), render("poster-cards", poster=made)
    return [_file(path, content, made) for path, content in ((A4, sheet), (A3, sheet), (CARDS, cards))]


def all_posters(edition: Edition, address: str) -> str:
    """The A4 posters of all places in one page, whose links begin at the root."""
    maps = PosterMaps.of(edition)
    sheets = [render("poster-sheet", poster=poster(maps, each, address)) for each in edition.town.places]
    title = f"门牌海报 - {edition.town.site.name}"
    whole = render("poster-page", title=title, content=Markup("").join(sheets), style="posters", poster=None)
    return relative(whole, OVERVIEW)


def poster(maps: PosterMaps, place: Place, address: str) -> Poster:
    """What the poster of a place shows; `address` is the site's own, empty where it isn't known."""
    edition = maps.edition
    site = edition.town.site
    words = site.groups.of(place.group)
    own = place.name.removesuffix(words.name)
    open_, lines = hours([str(when) for when in place.hours], _FACT, _OPEN)
    taken = max(lines - 1, 0) + 2 * (width(own) > _SHORT)
    shown = table(edition.rosters[place.id], taken)
    calls = (line for line in urgent_first(site.hotlines) if line.number != COMPLAINTS)
    return Poster(
        place,
        words,
        cut(own or place.name, _NAME),
        cut(words.name, _NAME // 2) if own and own != place.name else "",
        # A number that may not hang there until the last day is replaced by the office's.
        desk_call(site, place, shown.until),
        shown,
        open_,
        maps.around(place),
        qr_code(page_address(place, address)) if address else Markup(),
        tuple(calls)[:_HOTLINES],
        _complaints(site.hotlines, desk_call(site, place.model_copy(update={"phones": ()}), shown.until)),
        edition,
    )


def _few(entries: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(cut(entry, _ENTRY) for entry in entries[:_ENTRIES])


def _complaints(hotlines: Iterable[Hotline], office: Call) -> Call:
    found = (line for line in hotlines if line.number == COMPLAINTS)
    return next((Call(line.name, line.number, sample=False) for line in found), office)


def page_address(place: Place, address: str) -> str:
    """The place's page on the site, with the village set where it serves one."""
    page = urljoin(address, f"places/{place.id}.html")
    return f"{page}?village={quote(place.villages[0])}" if len(place.villages) == 1 else page


def qr_code(text: str) -> Markup:
    """A square code as a drawing, black, with the quiet zone that scanners need."""
    made = segno.make(text, error="m", micro=False)
    drawing = made.svg_inline(omitsize=True, border=4, svgclass="fh-poster__code", lineclass=None)
    # Drawn by segno from bits alone: nothing of the text is in it.
    return Markup(drawing)  # noqa: S704


def _file(path: str, content: Markup, made: Poster) -> tuple[str, bytes]:
    where = path.format(made.place.id)
    kind = {A4: "门牌海报", A3: "门牌海报 A3", CARDS: "卡片"}[path]
    title = f"{made.place.name}：{kind}"
    whole = render("poster-page", title=title, content=content, style=STYLES[path], poster=made)
    return where, relative(whole, where).encode()
