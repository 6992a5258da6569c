"""Components and Markdown: a component's HTML is put in when Markdown is done, which would take it apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

# Stands for a component while Markdown works on the page around it.
_SLOT = '<div data-component="{}"></div>'
_MADE = "components"


def register(env: Any, macros: Mapping[str, Callable[[], str]]) -> None:
    """Nothing; the macros plugin knows the macros, each of which leaves a slot in the page that calls it."""

    def called(name: str) -> Callable[[], str]:
        def macro() -> str:
            made = env.page.meta.setdefault(_MADE, [])
            made.append(macros[name]())
            return _SLOT.format(len(made) - 1)

        return macro

    for name in macros:
        env.macro(called(name), name)


def filled(html: str, meta: Mapping[str, Any]) -> str:
    """The page's HTML with what its macros made."""
    for number, component in enumerate(meta.get(_MADE, ())):
        html = html.replace(_SLOT.format(number), component)
    return html
