"""A small drawing of where a place is, made at build: it prints, and needs no script."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from markupsafe import Markup

from macros.domain import geo, places
from macros.domain.edition import NEAR
from macros.domain.openings import OpeningView
from macros.domain.places import Surroundings
from macros.models.places import Group, Place
from macros.models.town import Town
from macros.views import ways
from macros.views.templates import render

WIDTH, HEIGHT = 320, 260
_SIDE, _HEAD, _FOOT = 44, 52, 48
_MARK, _THIS_MARK, _LETTER = 30, 44, 16
_LONGEST_LABEL = 9
_BARS = (100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 500_000)

_NOBODY: Mapping[str, OpeningView] = MappingProxyType({})


@dataclass(frozen=True)
class Spot:
    """A place on the drawing; without a label when there is no room for one."""

    x: float
    y: float
    size: int
    group: Group
    mark: str
    approximate: bool
    featured: bool
    label: str = ""
    label_x: int = 0
    label_y: int = 0

    @property
    def left(self) -> int:
        """Where its mark begins."""
        return round(self.x - self.size / 2)

    @property
    def top(self) -> int:
        """Where its mark begins from above."""
        return round(self.y - self.size / 2)

    @property
    def key(self) -> str:
        """The name of its mark, which is drawn once."""
        parts = ("mark", self.group, "rough" if self.approximate else "", "star" if self.featured else "")
        return "-".join(filter(None, parts))


@dataclass(frozen=True)
class Neighbour:
    """A place nearby and the way there in words."""

    place: Place
    words: str


@dataclass(frozen=True)
class Sketch:
    """Everything the drawing and its words show; the first spot is the place itself."""

    spots: tuple[Spot, ...]
    columns: tuple[int, ...]
    rows: tuple[int, ...]
    bar: int
    bar_words: str
    words: str
    approximate: bool
    near: tuple[Neighbour, ...]

    @property
    def marks(self) -> list[Spot]:
        """One spot for each mark that is on it."""
        return list({spot.key: spot for spot in self.spots}.values())

    width: int = WIDTH
    height: int = HEIGHT


@dataclass(frozen=True)
class _Box:
    left: float
    top: float
    width: float
    height: float

    def overlaps(self, other: _Box) -> bool:
        return (
            self.left < other.left + other.width
            and other.left < self.left + self.width
            and self.top < other.top + other.height
            and other.top < self.top + self.height
        )

    @property
    def inside(self) -> bool:
        return self.left >= 2 and self.left + self.width <= WIDTH - 2 and 30 <= self.top <= HEIGHT - 50


def place_sketch(
    town: Town, place: Place, around: Surroundings, openings: Mapping[str, OpeningView] = _NOBODY
) -> Markup:
    """The drawing of a place with its neighbours, and the same in words; who of them is open, where known."""
    drawn = sketch(town, place, around)
    return render("place-sketch", sketch=drawn, place=place, openings=openings)


def sketch(town: Town, place: Place, around: Surroundings) -> Sketch | None:
    """What the drawing of a place shows; None when its position isn't known or is made up."""
    if not places.known_point(place):
        return None
    station = around.station
    near = around.nearest(place, NEAR)
    every = [place, *([station] if station else []), *(other for other, _ in near)]
    shown = list({each.id: each for each in every}.values())
    scale, spots = _project(town, shown)
    bar = max((length for length in _BARS if length * scale <= WIDTH / 2), default=_BARS[0])
    columns, rows = _net(spots[0], bar * scale)
    return Sketch(
        spots=_labelled(spots, [places.short_name(other, town.site) for other in shown]),
        columns=columns,
        rows=rows,
        bar=round(bar * scale),
        bar_words=ways.metres(bar),
        words=ways.seen_from(station, place),
        approximate=places.is_approximate(place),
        near=tuple(Neighbour(other, ways.towards(way)) for other, way in near),
    )


def _project(town: Town, shown: Sequence[Place]) -> tuple[float, list[Spot]]:
    points = [point for place in shown if (point := places.point(place))]
    metre = geo.degrees_per_metre(points[0].latitude)
    east = [(point.longitude - points[0].longitude) / metre.longitude for point in points]
    north = [(point.latitude - points[0].latitude) / metre.latitude for point in points]
    wide, high = max(east) - min(east), max(north) - min(north)
    room_x, room_y = WIDTH - 2 * _SIDE, HEIGHT - _HEAD - _FOOT
    # A kilometre at least is shown, so that places in one house don't look like a county.
    scale = min(room_x / max(wide, 800), room_y / max(high, 800))
    left = _SIDE + (room_x - wide * scale) / 2
    top = _HEAD + (room_y - high * scale) / 2
    spots = [
        Spot(
            x=round(left + (x - min(east)) * scale, 1),
            y=round(top + (max(north) - y) * scale, 1),
            size=_MARK if number else _THIS_MARK,
            group=place.group,
            mark=town.site.groups.of(place.group).mark,
            approximate=places.is_approximate(place),
            featured=place.featured is not None,
        )
        for number, (place, x, y) in enumerate(zip(shown, east, north, strict=True))
    ]
    return scale, spots


def _labelled(spots: Sequence[Spot], names: Sequence[str]) -> tuple[Spot, ...]:
    taken: list[_Box] = []
    kept: list[tuple[Spot, str]] = []
    for spot, name in zip(spots, names, strict=True):
        box = _Box(spot.x - spot.size / 2, spot.y - spot.size / 2, spot.size, spot.size)
        # What would lie on top of another is only in the words below.
        if not any(box.overlaps(other) for other in taken):
            taken.append(box)
            kept.append((spot, name))
    return tuple(_with_label(spot, name, taken) for spot, name in kept)


def _with_label(spot: Spot, name: str, taken: list[_Box]) -> Spot:
    text = name if len(name) <= _LONGEST_LABEL else name[: _LONGEST_LABEL - 1] + "…"
    width = sum(_LETTER if unicodedata.east_asian_width(c) in "WFA" else _LETTER * 0.6 for c in text)
    height, aside = _LETTER * 1.3, spot.size / 2 + 2
    places_to_try = (
        _Box(spot.x + aside, spot.y - height / 2, width, height),
        _Box(spot.x - aside - width, spot.y - height / 2, width, height),
        _Box(spot.x - width / 2, spot.y + aside, width, height),
        _Box(spot.x - width / 2, spot.y - aside - height, width, height),
    )
    for box in places_to_try:
        if box.inside and not any(box.overlaps(other) for other in taken):
            taken.append(box)
            baseline = box.top + height / 2 + _LETTER * 0.36
            return replace(spot, label=text, label_x=round(box.left), label_y=round(baseline))
    return spot


def _net(centre: Spot, step: float) -> tuple[tuple[int, ...], tuple[int, ...]]:
    def lines(middle: float, end: int) -> tuple[int, ...]:
        first = middle % step
        return tuple(round(first + step * number) for number in range(int((end - first) / step) + 1))

    return lines(centre.x, WIDTH), lines(centre.y, HEIGHT)
