"""The only module that imports folium: a map without tiles, without foreign files and without chance."""

from __future__ import annotations

import json
import re
from typing import Any

import folium
from branca.element import Figure, MacroElement
from folium.template import Template

from macros.domain.geo import Bounds

# In a script these could end the element, end a line, or be taken for a template by branca,
# which renders every script a second time.
_UNSAFE = re.compile(r"[<>&\u2028\u2029]|\{(?=[{%#])")


def literal(data: Any) -> str:
    """The data as JSON that is safe wherever folium may put it."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


class PlainMap(folium.Map):
    """A map of our own ground: no tiles, no CDN, a fixed name."""

    def __init__(self, name: str, bounds: Bounds, *, max_zoom: int) -> None:
        corner, far = bounds.southwest, bounds.northeast
        super().__init__(
            location=((corner.latitude + far.latitude) / 2, (corner.longitude + far.longitude) / 2),
            tiles=None,
            zoom_start=12,
            zoom_control=False,
            attribution_control=False,
            scroll_wheel_zoom=False,
            zoom_snap=0.25,
            max_bounds_viscosity=1.0,
        )
        self.default_js, self.default_css = [], []
        # folium keeps its own `max_zoom` for the tiles that this map doesn't have.
        self.options["max_zoom"] = max_zoom
        self._id = name


class Places(MacroElement):
    """The places, handed to the project's script that draws them."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "fahu.serviceMap({{ this._parent.get_name() }}, {{ this.data }});"
        "{% endmacro %}"
    )

    def __init__(self, data: Any) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name, self._id = "Places", "service"
        self.data = literal(data)


def script(name: str, bounds: Bounds, data: Any, *, max_zoom: int) -> str:
    """The script that makes the map `map_<name>` and draws the data on it; nothing without Leaflet."""
    drawing = PlainMap(name, bounds, max_zoom=max_zoom)
    drawing.add_child(Places(data))
    figure = drawing.get_root()
    if not isinstance(figure, Figure):
        raise TypeError("folium no longer puts a map into a figure")
    figure.render()
    return f"if (window.L && window.fahu && fahu.serviceMap) {{\n{figure.script.render()}\n}}\n"
