"""Our small style sheets and scripts put into few: a request each would be slow, and modules need a server.

The files that stand directly in docs/assets/ are what pages load. Each says in its imports what it is made
of, and in which order; what no such file imports is not published.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path, PurePosixPath

from macros.kept import kept
from macros.publish import lower

# Every page loads these, in this order.
_EVERYWHERE = ("first.js", "fahu.js")
# They stand within a page of its own.
NOT_FOUND = "not-found.css"
_SHEET = re.compile(r'^@import "\./(?P<path>[\w/-]+\.css)";$', re.MULTILINE)
_MODULE = re.compile(
    r'^import (?:\{(?P<names>[^}]+)\} from )?"(?P<path>\.\.?/[\w/.-]+\.js)";\n', re.MULTILINE
)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class) (\w+))", re.MULTILINE)
# Scripts share their exports through it, also those that another file holds.
_SHARED = "window.fahu = window.fahu || { modules: {} };\n"


def bundles(sources: Mapping[str, str]) -> dict[str, str]:
    """What pages load, by its path within docs/assets/, as `sources` are by theirs.

    Raises ValueError for modules that import each other in a circle, KeyError for one that isn't there.
    """
    made: dict[str, str] = {}
    everywhere: set[str] = set()
    for path in _entries(sources):
        if path.endswith(".css"):
            made[path] = "\n".join(sources[found["path"]] for found in _SHEET.finditer(sources[path]))
        else:
            modules = dict.fromkeys(each for each in _modules(path, sources, ()) if each not in everywhere)
            if path in _EVERYWHERE:
                everywhere |= set(modules)
            made[path] = _SHARED + "".join(_wrapped(each, sources[each]) for each in modules)
    return made


def published(sources: Mapping[str, str]) -> dict[str, str]:
    """The bundles for old phones, and without what only developers read."""
    made = bundles(sources)
    code = Path(lower.__file__).read_text("utf-8"), version("lightningcss")
    return kept("bundles", (*made, *made.values(), *code), lambda: _plain(made))


def _plain(made: Mapping[str, str]) -> dict[str, str]:
    return {
        path: lower.lowered(content) if path.endswith(".css") else lower.slim(content)
        for path, content in made.items()
    }


def _entries(sources: Mapping[str, str]) -> list[str]:
    """The files to make: those that every page loads come first, for what others need is in them."""
    found = [path for path in sources if "/" not in path]
    return [*(path for path in _EVERYWHERE if path in found), *sorted(set(found) - {*_EVERYWHERE})]


def _modules(path: str, sources: Mapping[str, str], above: tuple[str, ...]) -> Iterator[str]:
    """The modules that a module needs, in the order in which they run, and itself; some more than once."""
    if path in above:
        raise ValueError(f"{path} imports itself, by way of {above[-1]}")
    for found in _MODULE.finditer(sources[path]):
        yield from _modules(_resolved(path, found["path"]), sources, (*above, path))
    yield path


def _resolved(path: str, to: str) -> str:
    parts: list[str] = []
    for part in (PurePosixPath(path).parent / to).parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)


def _wrapped(path: str, source: str) -> str:
    """A module as a script: what it imports is taken from the shared ones, what it exports goes there."""
    body = _MODULE.sub(_taken, source)
    names = ", ".join(_EXPORT.findall(body))
    given = f"window.fahu.modules[{_name(path)}] = {{ {names} }};\n" if names else ""
    return f'(() => {{\n"use strict";\n{_EXPORT.sub("", body)}{given}}})();\n'


def _taken(found: re.Match[str]) -> str:
    if not found["names"]:
        return ""
    return f"const {{{found['names']}}} = window.fahu.modules[{_name(found['path'])}];\n"


def _name(path: str) -> str:
    return f'"{PurePosixPath(path).stem}"'
