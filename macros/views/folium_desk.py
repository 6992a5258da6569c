"""The map of the office's desk as folium makes it: the ground, and tiles that may be asked for."""

from __future__ import annotations

from typing import Any

import folium
from branca.element import Figure, MacroElement
from folium.template import Template

from macros.domain.geo import Bounds
from macros.views.folium_map import PlainMap, literal
from macros.views.map_ground import Streets

# As near as the provider's tiles go: a door is pointed at.
_NEAREST = 18
_WMTS = (
    "{host}/{layer}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER={layer}&STYLE=default"
    "&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={{z}}&TILEROW={{y}}&TILECOL={{x}}&tk={token}"
)
_COLOURS = {"river": "#c3dbe8"}


class Desk(MacroElement):
    """The places, handed to desk-map.js with the layers of tiles."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "fahu.deskMap({{ this._parent.get_name() }}, {{ this.data }}, [{{ this.layers }}]);"
        "{% endmacro %}"
    )

    def __init__(self, data: Any, layers: list[folium.TileLayer]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name, self._id = "Desk", "desk"
        self.data = literal(data)
        self.layers = ", ".join(layer.get_name() for layer in layers)


def desk_script(bounds: Bounds, data: Any, ground: dict[str, Any], streets: Streets | None) -> str:
    """The script that makes the map `map_desk`, with fixed names for all that is on it."""
    drawing = PlainMap("desk", bounds, max_zoom=_NEAREST)
    drawing.options["scroll_wheel_zoom"] = True
    for number, line in enumerate(ground["lines"]):
        colour = _COLOURS.get(line["kind"], "#d9d5cb")
        # folium types some of its classes, and not this one.
        way = folium.PolyLine(line["points"], color=colour, weight=6, interactive=False)  # type: ignore[no-untyped-call]
        way._id = str(number)
        way.add_to(drawing)
    layers = [_layer(name, streets) for name in ("vec", "cva")] if streets else []
    for layer in layers:
        layer.add_to(drawing)
    drawing.add_child(Desk(data, layers))
    figure = drawing.get_root()
    if not isinstance(figure, Figure):
        raise TypeError("folium no longer puts a map into a figure")
    figure.render()
    return figure.script.render()


def _layer(name: str, streets: Streets) -> folium.TileLayer:
    """Tiles that are not asked for before the script adds them; whose they are stands on the page."""
    address = _WMTS.format(host=streets.host, layer=name, token=streets.token)
    layer = folium.TileLayer(address, attr="tianditu", name=name, show=False, control=False)
    layer._id = name
    return layer
