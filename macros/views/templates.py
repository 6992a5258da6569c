"""The project's own Jinja environment: everything from data/ is escaped, nothing is undefined."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from macros.domain import days
from macros.domain.event_words import partial
from macros.errors import printable
from macros.kept import FOLDER, digest
from macros.views import links, text
from macros.views.links import Links, Slim, link
from macros.views.video_words import moment

OVERRIDES = Path(__file__).parents[2] / "overrides"


def compiled(environment: str, *code: str | bytes) -> FileSystemBytecodeCache | None:
    """Where the templates of an environment stay compiled, as modules do; None where nothing can be written.

    Jinja looks whether a template has changed, not by which options and extensions it was compiled:
    environments have folders of their own, and new ones when the `code` that makes them is another.
    """
    folder = FOLDER / f"templates.{environment}.{digest((jinja2.__version__, *code))}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder))


@cache
def environment() -> Environment:
    """The environment that renders `overrides/components/`."""
    code = (Path(module).read_bytes() for module in (__file__, links.__file__))
    env = Environment(
        loader=FileSystemLoader(OVERRIDES),
        auto_reload=False,
        bytecode_cache=compiled("ours", *code),
        extensions=[Links, Slim],
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    env.filters |= {
        "day": days.short,
        "weekday": days.weekday,
        "month": days.month,
        "partial": partial,
        "pieces": text.pieces,
        "tel": text.tel,
        "iso": dt.date.isoformat,
        "link": link,
        "moment": moment,
        "printable": printable,
        "quoted": _quoted,
    }
    return env


def render(component: str, /, **params: Any) -> Markup:
    """The HTML of one component: the macro of the same name in `components/`."""
    return Markup(_component(component)(**params))


@cache
def _component(name: str) -> Callable[..., str]:
    template = environment().get_template(f"components/{name}.html")
    macro: Callable[..., str] = getattr(template.module, name.replace("-", "_"))
    return macro


def reread(before: int) -> int:
    """What stands for the components as they are now; if it isn't the one of `before`, they are read again.

    Looking at each when it is rendered costs a page of many more than the looks of a whole build.
    """
    now = sum(path.stat().st_mtime_ns for path in OVERRIDES.rglob("*.html"))
    if now != before:
        _component.cache_clear()
        environment.cache_clear()
    return now


def _quoted(data: str) -> Markup:
    """JSON as an attribute between single quotes, where it is half as long."""
    return Markup(data.replace("&", "&amp;").replace("'", "&#39;").replace("<", "&lt;"))
