"""The map for the office's desk: one page that opens offline, to drag places to where they are."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from markupsafe import Markup

from macros.domain import geo, places
from macros.models.lines import Lines
from macros.models.places import Group, Place
from macros.models.site import GroupWords, Site
from macros.views.map_ground import Streets, sketch
from macros.views.templates import render

_ASSETS = Path(__file__).parents[2] / "docs" / "assets"
_STYLES = ("tokens", "place-mark", "desk-map")
# What is shown where nobody knows where the town is.
_CHINA = geo.Bounds(geo.Point(73, 18), geo.Point(136, 54))
_MARGIN = 600


@dataclass(frozen=True)
class Written:
    """Where a place's position is written, or has to be: the line and a link to it, and how it is indented.

    `inline` says that the whole place stands in braces, where a position has to be in braces too.
    """

    line: str
    link: str
    indent: int
    inline: bool


@dataclass(frozen=True)
class DeskPlace:
    """A place with the line of its position."""

    place: Place
    written: Written


@dataclass(frozen=True)
class Look:
    """A group with its words, of which there is a mark to copy."""

    group: Group
    words: GroupWords


def desk_map(site: Site, lines: Lines, listed: Sequence[DeskPlace], today: dt.date) -> str:
    """The whole page; positions that are changed on it say that they were dragged on that day."""
    # numpy and requests come with folium.
    from macros.views.folium_desk import desk_script

    streets = Streets.of(site)
    ground = sketch(lines)
    told = [_told(one, site) for one in listed]
    data = {
        "today": today.isoformat(),
        "bounds": _limits(site),
        "places": told,
        "words": ground["words"],
    }
    bounds = _bounds(site, [one.place for one in listed])
    scripts = [_leaflet("leaflet.js"), (_ASSETS / "javascripts" / "desk-map.js").read_text("utf-8")]
    scripts.append(desk_script(bounds, data, ground, streets))
    style = _leaflet("leaflet.css") + "".join(
        (_ASSETS / "stylesheets" / f"{name}.css").read_text("utf-8") for name in _STYLES
    )
    groups = dict.fromkeys(one.place.group for one in listed)
    return str(
        render(
            "desk-map",
            town=site.town,
            places=listed,
            looks=[Look(group, site.groups.of(group)) for group in groups],
            review=streets.review if streets else "",
            policy=_policy(style, scripts, streets),
            # The files are our own, and what folium made of data is safe in a script.
            style=Markup(style),  # noqa: S704
            scripts=[Markup(script) for script in scripts],  # noqa: S704
        )
    ).lstrip()


def _told(one: DeskPlace, site: Site) -> dict[str, Any]:
    """What the script has to know of a place, the line excepted, which stands in the list."""
    place, point = one.place, places.point(one.place)
    return {
        "id": place.id,
        "name": place.name,
        "label": places.short_name(place, site),
        "group": place.group,
        "at": [point.latitude, point.longitude] if point else None,
        "system": place.position.system if place.position else "wgs84",
        "indent": one.written.indent,
        "inline": one.written.inline,
        "sample": "position" in place.sample,
    }


def _bounds(site: Site, listed: Sequence[Place]) -> geo.Bounds:
    points = [point for place in listed if (point := places.point(place))]
    if points:
        return geo.around(points, margin=_MARGIN)
    if site.bounds is None:
        return _CHINA
    corner, far = (site.bounds.west, site.bounds.south), (site.bounds.east, site.bounds.north)
    return geo.Bounds(geo.Point(*corner), geo.Point(*far))


def _limits(site: Site) -> list[float] | None:
    found = site.bounds
    return [found.west, found.south, found.east, found.north] if found else None


def _leaflet(name: str) -> str:
    text = (resources.files("js_lib_leaflet") / "static/js_lib_leaflet" / name).read_text("utf-8")
    text = re.sub(r"\n?//# sourceMappingURL=\S+\s*$", "\n", text)
    # Its pictures are of controls and marks that this page doesn't have.
    return re.sub(r"url\(images/[\w.-]+\)", "none", text) if name.endswith(".css") else text


def _policy(style: str, scripts: Sequence[str], streets: Streets | None) -> str:
    """What the page may do: run these scripts, look like this, and load tiles where the town has them."""
    images = " ".join(("img-src data:", *([streets.host] if streets else [])))
    ours = " ".join(map(_digest, scripts))
    return f"default-src 'none'; script-src {ours}; style-src {_digest(style)}; {images}; base-uri 'none'"


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
