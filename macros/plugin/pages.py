"""MkDocs's events of a page in docs/: its macros, what they made, and its links."""

from __future__ import annotations

import re
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from macros.publish import slots
from macros.subjects import MACROS
from macros.views.frame import Frame
from macros.views.links import relative, rooted

MACRO_ERROR = re.compile(r"\s*# _Macro \w+ Error_.*?\n_(?!File_)(?P<said>[^\n]+)", re.DOTALL)


def register_macros(env: Any) -> None:
    """Gives docs/*.md the macros of the page that is being rendered."""
    frame: Frame | None = env.conf.extra["fahu"]
    if frame is not None:
        slots.register(env, {name: partial(macro, frame.edition) for name, macro in MACROS.items()})


# After the macros plugin, which puts what went wrong into the page and goes on.
@event_priority(-100)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The page as it is; raises PluginError when a macro of it failed, whatever the flags of MkDocs."""
    if found := MACRO_ERROR.match(markdown):
        raise PluginError(f"docs/{page.file.src_uri}: 这一页的宏出错了：{found['said'].strip()}")
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The page's HTML with its components, which Markdown never sees: it would take them apart."""
    # Material makes a link that skips to the first heading of it; the frame has one of its own.
    page.toc = get_toc([])
    return slots.filled(html, page.meta)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """The whole page, its links leading from where it stands."""
    return relative(output, page.url)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """The page that a server shows at any address, its links leading from the root."""
    return rooted(output_content, urlsplit(config.site_url or "/").path)
