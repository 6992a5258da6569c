"""What lies below the places of the map: the town's own sketch, and street tiles where it has them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from macros.domain import geo, places
from macros.domain.edition import Edition
from macros.models.lines import GroundLine, Landmark, Lines
from macros.models.site import Site
from macros.models.town import Town
from macros.views.data_script import data_script

PATH = "assets/map/ground.js"
# One host: a page's policy names it, and it answers several requests at a time.
TIANDITU = "https://t0.tianditu.gov.cn"


@dataclass(frozen=True)
class Streets:
    """Tiles that a visitor may ask for: their host, the town's key there, and the number of the review."""

    host: str
    token: str
    review: str

    @classmethod
    def of(cls, site: Site) -> Streets | None:
        """Those of a town that has key and number; None for any other."""
        tiles = site.map
        return cls(TIANDITU, tiles.token, tiles.review) if tiles and tiles.token and tiles.review else None


@dataclass(frozen=True)
class Ground:
    """Whether there is a sketch to load, and which tiles may be asked for."""

    sketch: bool
    streets: Streets | None


def map_ground(town: Town) -> Ground:
    """What the page of the map has to load and say because of its ground."""
    return Ground(bool(town.lines.lines or town.lines.points), Streets.of(town.site))


def ground_files(edition: Edition, _: str) -> Iterator[tuple[str, bytes]]:
    """The sketch as the map's script reads it; none where nothing is drawn on the map, or below it."""
    town = edition.town
    if map_ground(town).sketch and places.drawable(town.places):
        yield PATH, data_script("mapGround", sketch(town.lines)).encode()


def sketch(drawn: Lines) -> dict[str, Any]:
    """The lines and landmarks as points of latitude and longitude, with their names."""
    return {
        "lines": [_line(one) for one in drawn.lines],
        "words": [
            {"name": _called(one), "at": _at(geo.read_off(one.at, one.system))} for one in drawn.points
        ],
    }


def _line(one: GroundLine) -> dict[str, Any]:
    points = [_at(geo.read_off(spot, one.system)) for spot in one.points]
    return {"kind": one.kind, "name": _called(one), "points": points}


def _called(one: GroundLine | Landmark) -> str:
    return f"{one.name}（示例）" if one.name and one.sample else one.name or ""


def _at(point: geo.Point) -> list[float]:
    # Five decimals are a metre; it was pointed at by hand.
    return [round(point.latitude, 5), round(point.longitude, 5)]
