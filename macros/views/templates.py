"""The project's own Jinja environment: everything from data/ is escaped, nothing is undefined."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from macros.domain import days
from macros.errors import printable
from macros.views import text
from macros.views.links import Links, Slim, link

OVERRIDES = Path(__file__).parents[2] / "overrides"


@cache
def environment() -> Environment:
    """The environment that renders `overrides/components/`."""
    env = Environment(
        loader=FileSystemLoader(OVERRIDES),
        extensions=[Links, Slim],
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters |= {
        "day": days.short,
        "weekday": days.weekday,
        "month": days.month,
        "partial": text.partial,
        "pieces": text.pieces,
        "tel": text.tel,
        "iso": dt.date.isoformat,
        "link": link,
        "printable": printable,
        "quoted": _quoted,
    }
    return env


def render(component: str, /, **params: Any) -> Markup:
    """The HTML of one component: the macro of the same name in `components/`."""
    template = environment().get_template(f"components/{component}.html")
    return Markup(getattr(template.module, component.replace("-", "_"))(**params))


def _quoted(data: str) -> Markup:
    """JSON as an attribute between single quotes, where it is half as long."""
    return Markup(data.replace("&", "&amp;").replace("'", "&#39;").replace("<", "&lt;"))
