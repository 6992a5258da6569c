"""Our small style sheets and scripts put into few: a request each would be slow on a slow network."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

# Run before the page is drawn, in this order; they are small.
EARLY = ("scripted.js", "flex-gap.js", "scheme.js", "large-view.js")
# Asked for by the pages that need them.
ALONE = frozenset(
    {
        "filter.js",
        "nearest-help.js",
        "search.js",
        "service-map.css",
        "service-map-layout.js",
        "service-map.js",
        "village-finder.js",
    }
)
# Stand within a page of their own, and are never published.
NOT_FOUND = "not-found.css"
NEVER = frozenset({"mistakes.css", NOT_FOUND})
_FIRST, _LAST = ("tokens.css", "reset.css", "page.css", "clock.js"), ("print.css",)


def bundles(sources: Mapping[str, str]) -> dict[str, str]:
    """The files that every page loads, and those of some, by their path, made of our own by their name."""
    late = set(sources) - {*EARLY} - ALONE
    return {
        "assets/first.js": _joined(sources, (name for name in EARLY if name in sources)),
        "assets/fahu.css": _joined(sources, _in_order(late, ".css")),
        "assets/fahu.js": _joined(sources, _in_order(late, ".js")),
        **{_path(name): sources[name] for name in sorted(ALONE & set(sources))},
    }


def _path(name: str) -> str:
    return f"assets/{'stylesheets' if name.endswith('.css') else 'javascripts'}/{name}"


def _joined(sources: Mapping[str, str], names: Iterable[str]) -> str:
    return "\n".join(sources[name] for name in names)


def _in_order(names: Iterable[str], suffix: str) -> list[str]:
    found = {name for name in names if name.endswith(suffix)}
    middle = sorted(found - {*_FIRST, *_LAST})
    return [name for name in (*_FIRST, *middle, *_LAST) if name in found]
