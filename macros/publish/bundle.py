"""Our small style sheets and scripts put into few: a request each would be slow on a slow network."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

# Run before the page is drawn, in this order; they are small.
EARLY = ("scripted.js", "flex-gap.js", "scheme.js", "large-view.js")
# Asked for by the page of the map, in this order.
MAP = (
    "service-map-places.js",
    "service-map-choice.js",
    "service-map-layout.js",
    "service-map-popups.js",
    "service-map-marks.js",
    "service-map-keys.js",
    "service-map.js",
)
# Asked for by the pages that need them.
ALONE = frozenset({"search.js"})
# Stand within a page of their own, and are never published.
NOT_FOUND = "not-found.css"
NEVER = frozenset({"mistakes.css", NOT_FOUND})
_FIRST, _LAST = ("tokens.css", "reset.css", "page.css", "clock.js"), ("print.css",)


def bundles(sources: Mapping[str, str]) -> dict[str, str]:
    """The files that pages load, by their path in the site, made of our own by their name."""
    late = set(sources) - {*EARLY, *MAP}
    return {
        "assets/first.js": _joined(sources, (name for name in EARLY if name in sources)),
        "assets/fahu.css": _joined(sources, _in_order(late, ".css")),
        "assets/fahu.js": _joined(sources, _in_order(late, ".js")),
        "assets/map.js": _joined(sources, (name for name in MAP if name in sources)),
    }


def _joined(sources: Mapping[str, str], names: Iterable[str]) -> str:
    return "\n".join(sources[name] for name in names)


def _in_order(names: Iterable[str], suffix: str) -> list[str]:
    found = {name for name in names if name.endswith(suffix)}
    middle = sorted(found - {*_FIRST, *_LAST})
    return [name for name in (*_FIRST, *middle, *_LAST) if name in found]
