"""The service map: its page component, and the files that the page loads from our own site."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import resources
from importlib.metadata import files, version
from pathlib import Path
from typing import Any

from markupsafe import Markup

from macros.domain import geo, places
from macros.domain.areas import Area, districts
from macros.domain.edition import Edition
from macros.kept import kept
from macros.models.places import GROUPS, Group, Place
from macros.models.site import GroupWords, Site
from macros.views import ways
from macros.views.map_ground import map_ground
from macros.views.map_said import map_said
from macros.views.templates import render

FOLDER = "assets/map"
_DISTRIBUTION = "django-js-lib-leaflet"
# Nearer than this the ground is empty, and positions would look more exact than they are.
_NEAREST_ZOOM, _NEAREST_VAGUE_ZOOM = 17, 15
_MARGIN = 600
# So many marks can be taken in at once; where there are more, service-map-choice.js joins them by town.
_ALL_AT_ONCE = 90
# A hundred-thousandth of a degree, about a metre: as fine as the nearest zoom can show.
_STEPS = 100_000
_LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Legend:
    """A group that is on the map."""

    group: Group
    words: GroupWords


@dataclass(frozen=True, order=True)
class Look:
    """How a place is drawn and told of; many places share one."""

    rank: int
    group: Group
    approximate: bool
    sample: bool
    featured: bool

    @classmethod
    def of(cls, place: Place) -> Look:
        """The look of one place."""
        vague, sample = places.is_approximate(place), places.is_sample(place)
        return cls(GROUPS.index(place.group), place.group, vague, sample, place.featured is not None)


@dataclass(frozen=True)
class LookWords:
    """A look with the words of its group."""

    look: Look
    words: GroupWords


def service_map(edition: Edition) -> Markup:
    """The map with its legend and its files; the list of places must be on the same page."""
    town = edition.town
    drawn = places.drawable(town.places)
    legend = [Legend(group, town.site.groups.of(group)) for group, _ in places.grouped(drawn)]
    return render(
        "service-map",
        town=town.site.town,
        legend=legend,
        ground=map_ground(town),
        net=ways.metres(_net(_bounds(drawn))[0]) if drawn else "",
        sample_count=sum(map(places.is_sample, drawn)),
        approximate=any(map(places.is_approximate, drawn)),
        featured=any(place.featured for place in drawn),
        undrawn=len(town.places) - len(drawn),
        looks=[LookWords(look, town.site.groups.of(look.group)) for look in _looks(drawn)],
        joined=len(drawn) > _ALL_AT_ONCE,
    )


def map_files(edition: Edition) -> dict[str, bytes]:
    """The generated files of the map by their path in the site; none when there is nothing to draw."""
    town = edition.town
    drawn = places.drawable(town.places)
    if not drawn:
        return {}
    vague = all(map(places.is_approximate, drawn))
    text = _script(map_data(drawn, town.site), _NEAREST_VAGUE_ZOOM if vague else _NEAREST_ZOOM)
    # In a smaller town the cards of all places are on the page.
    said = dict(map_said(edition, FOLDER)) if edition.wards else {}
    return {f"{FOLDER}/service-map-data.js": text.encode()} | said | _leaflet()


def _script(data: dict[str, Any], nearest: int) -> str:
    (south, west), (north, east) = data["bounds"]
    bounds = geo.Bounds(geo.Point(west, south), geo.Point(east, north))

    def drawn() -> str:
        # numpy and requests come with folium: a quarter of a second, and 35 MB.
        from macros.views import folium_map

        return folium_map.script("service", bounds, data, max_zoom=nearest)

    code = Path(__file__).with_name("folium_map.py").read_bytes()
    return kept("map", (json.dumps(data), str(nearest), code, version("folium"), version("branca")), drawn)


def map_data(drawn: Iterable[Place], site: Site) -> dict[str, Any]:
    """What the scripts draw: the bounds, the net of lines, the looks, and the places by district and town."""
    drawn = tuple(drawn)
    bounds, looks = _bounds(drawn), _looks(drawn)
    corner, far = bounds.southwest, bounds.northeast
    _, longitudes, latitudes = _net(bounds)
    return {
        "all": _ALL_AT_ONCE,
        "bounds": [[corner.latitude, corner.longitude], [far.latitude, far.longitude]],
        "net": {"longitudes": longitudes, "latitudes": latitudes},
        "looks": [_look(look, site.groups.of(look.group)) for look in looks],
        "districts": [
            {"name": found.name, "towns": [_town(area, looks, site) for area in found.towns]}
            for found in districts(drawn, site)
        ],
    }


def _looks(drawn: Iterable[Place]) -> tuple[Look, ...]:
    return tuple(sorted({Look.of(place) for place in drawn}))


def _look(look: Look, words: GroupWords) -> dict[str, Any]:
    said = [words.plain]
    if look.featured:
        said.append("示范")
    if look.sample:
        said.append("位置是示例")
    elif look.approximate:
        said.append("位置是大概的")
    return {
        "group": look.group,
        "name": words.name,
        "said": "，".join(said),
        "featured": look.featured,
    }


def _town(area: Area, looks: tuple[Look, ...], site: Site) -> dict[str, Any]:
    """The places in columns, which are shorter than rows; positions are steps from the town's corner."""
    points = [point for place in area.places if (point := places.point(place))]
    east = [round(point.longitude * _STEPS) for point in points]
    north = [round(point.latitude * _STEPS) for point in points]
    labels = [places.short_name(place, site) for place in area.places]
    named = zip(area.places, labels, strict=True)
    return {
        "name": area.name,
        "at": [min(east), min(north)],
        "east": [step - min(east) for step in east],
        "north": [step - min(north) for step in north],
        "ids": " ".join(place.id for place in area.places),
        "looks": "".join(_LETTERS[looks.index(Look.of(place))] for place in area.places),
        "labels": labels,
        # Most names are the label and the group's.
        "names": {
            str(number): place.name
            for number, (place, label) in enumerate(named)
            if place.name != label + site.groups.of(place.group).name
        },
    }


def _bounds(drawn: Iterable[Place]) -> geo.Bounds:
    found = geo.around([point for place in drawn if (point := places.point(place))], margin=_MARGIN)
    return geo.Bounds(found.southwest.rounded(), found.northeast.rounded())


def _net(bounds: geo.Bounds) -> tuple[int, tuple[float, ...], tuple[float, ...]]:
    # The map's window is seldom of the town's shape: the net goes on for the town's size on every side.
    corner, far = bounds.southwest, bounds.northeast
    wide = geo.metres(corner, geo.Point(far.longitude, corner.latitude))
    high = geo.metres(corner, geo.Point(corner.longitude, far.latitude))
    return geo.grid(geo.around((corner, far), margin=2 * max(wide, high), share=0), lines=60)


def _leaflet() -> dict[str, bytes]:
    folder = resources.files("js_lib_leaflet") / "static/js_lib_leaflet"
    style = (folder / "leaflet.css").read_bytes()
    # The package has the map for debuggers; residents don't need 300 kB more, nor a link to nothing.
    code = re.sub(rb"\n?//# sourceMappingURL=\S+\s*$", b"\n", (folder / "leaflet.js").read_bytes())
    found = {"leaflet.js": code, "leaflet.css": style}
    for name in sorted(set(re.findall(rb"url\((images/[\w.-]+)\)", style))):
        found[name.decode()] = (folder / name.decode()).read_bytes()
    licence = next(path for path in files(_DISTRIBUTION) or () if path.name == "LICENSE")
    found["leaflet-licence.txt"] = licence.read_binary()
    return {f"{FOLDER}/{name}": content for name, content in found.items()}
