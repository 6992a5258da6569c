"""How far it is and where to go, in words that are no more exact than the positions are known."""

from __future__ import annotations

from macros.domain import places
from macros.domain.places import Way
from macros.models.places import Place

# In metres; what is nearer has no direction that anybody could use.
_SAME_SPOT, _CLOSE = 20, 500


def metres(length: int) -> str:
    """A round length: `500 米`, `2 公里`."""
    return f"{length} 米" if length < 1000 else f"{length // 1000} 公里"


def distance(way: Way) -> str:
    """How far it is: `约 350 米`, `约 1.2 公里`, or `大约 1 公里` between positions that aren't surveyed."""
    kilometres = way.metres / 1000
    if not way.surveyed:
        return f"大约 {round(kilometres)} 公里" if kilometres >= 1 else "1 公里以内"
    return f"约 {kilometres:.1f} 公里" if kilometres >= 1 else f"约 {max(1, round(way.metres / 50)) * 50} 米"


def towards(way: Way) -> str:
    """Where to go: `往东北，约 1.2 公里`."""
    if not way.surveyed and way.metres < _CLOSE:
        return "很近"
    if way.metres < _SAME_SPOT:
        return "在同一处"
    return f"往{way.direction}，{distance(way)}"


def seen_from(station: Place | None, place: Place) -> str:
    """Where a place is as seen from the station that everybody knows, in a sentence."""
    way = places.way(station, place) if station and station.id != place.id else None
    if way is None or station is None:
        return "图上最大的记号就是这里。"
    if not way.surveyed and way.metres < _CLOSE:
        return f"就在{station.name}附近。"
    if way.metres < _SAME_SPOT:
        return f"和{station.name}在同一处。"
    return f"在{station.name}{way.direction}方向，{distance(way)}。"
