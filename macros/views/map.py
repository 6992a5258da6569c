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
from macros.domain.edition import Edition
from macros.kept import kept
from macros.models.places import Group, Place
from macros.models.site import GroupWords, Site
from macros.views import ways
from macros.views.templates import render

FOLDER = "assets/map"
_DISTRIBUTION = "django-js-lib-leaflet"
# Nearer than this the ground is empty, and positions would look more exact than they are.
_NEAREST_ZOOM, _NEAREST_VAGUE_ZOOM = 17, 15
_MARGIN = 600


@dataclass(frozen=True)
class Legend:
    """A group that is on the map."""

    group: Group
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
        net=ways.metres(_net(_bounds(drawn))[0]) if drawn else "",
        sample_count=sum(map(places.is_sample, drawn)),
        approximate=any(map(places.is_approximate, drawn)),
        featured=any(place.featured for place in drawn),
        undrawn=len(town.places) - len(drawn),
    )


def map_files(edition: Edition) -> dict[str, bytes]:
    """The generated files of the map by their path in the site; none when there is nothing to draw."""
    town = edition.town
    drawn = places.drawable(town.places)
    if not drawn:
        return {}
    vague = all(map(places.is_approximate, drawn))
    text = _script(map_data(drawn, town.site), _NEAREST_VAGUE_ZOOM if vague else _NEAREST_ZOOM)
    return {f"{FOLDER}/service-map-data.js": text.encode()} | _leaflet()


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
    """What service-map.js draws: the bounds, the net of lines, and the places as GeoJSON (RFC 7946)."""
    drawn = tuple(drawn)
    bounds = _bounds(drawn)
    corner, far = bounds.southwest, bounds.northeast
    _, longitudes, latitudes = _net(bounds)
    return {
        "bounds": [[corner.latitude, corner.longitude], [far.latitude, far.longitude]],
        "net": {"longitudes": longitudes, "latitudes": latitudes},
        "places": {
            "type": "FeatureCollection",
            "features": [_feature(place, point, site) for place in drawn if (point := places.point(place))],
        },
    }


def _feature(place: Place, point: geo.Point, site: Site) -> dict[str, Any]:
    plain = site.groups.of(place.group).plain
    said = [place.name, plain]
    if place.featured is not None:
        said.append("示范")
    if places.is_sample(place):
        said.append("位置是示例")
    elif places.is_approximate(place):
        said.append("位置是大概的")
    return {
        "type": "Feature",
        "id": place.id,
        "geometry": {"type": "Point", "coordinates": [point.longitude, point.latitude]},
        "properties": {
            "name": place.name,
            "label": places.short_name(place, site),
            "said": "，".join(said),
            "group": place.group,
            "featured": place.featured is not None,
        },
    }


def _bounds(drawn: Iterable[Place]) -> geo.Bounds:
    found = geo.around([point for place in drawn if (point := places.point(place))], margin=_MARGIN)
    return geo.Bounds(found.southwest.rounded(), found.northeast.rounded())


def _net(bounds: geo.Bounds) -> tuple[int, tuple[float, ...], tuple[float, ...]]:
    # The map's window is seldom of the town's shape: the net goes on for the town's size on every side.
    wide = geo.around((bounds.southwest, bounds.northeast), margin=0, share=2)
    return geo.grid(wide, lines=60)


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
