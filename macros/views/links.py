"""What is done to a component before it is filled: links to our own pages and files, and indents.

A component writes `~/places/x.html`, whatever page it ends up on.
"""

from __future__ import annotations

import re

from jinja2.ext import Extension

# Of the characters for private use, which are refused in data/: no name or address can hold it.
ROOT = "\ue000"
# Behind a tag of Jinja the end of the line goes too: there a space must stay.
_INDENT, _AFTER_TAG = re.compile(r"(?<![%#]\})\n[ \t]+"), re.compile(r"(?<=[%#]\}\n)[ \t]+")
# Elements around which a space is never seen.
_BLOCK = "p|[uod]l|li|d[dt]|div|section|article|header|footer|fig\\w+|table|t(?:head|body|[rhd])|h[1-4]"
_BEFORE = re.compile(rf"\s+(?=</?(?:{_BLOCK})\b)")
_BEHIND = re.compile(rf"(</?(?:{_BLOCK})(?: [^<>{{}}]*)?>)\s+")


class Links(Extension):
    """Marks the links of a component; they are made relative when the page is whole."""

    def preprocess(self, source: str, *_: object) -> str:
        """The component's source with a mark where it says `~/`."""
        return source.replace("~/", ROOT)


class Slim(Extension):
    """Takes out of a component the spaces that nobody sees: they would be a tenth of each page."""

    def preprocess(self, source: str, *_: object) -> str:
        """The component's source without spaces at the beginning of lines, and around blocks."""
        narrow = _AFTER_TAG.sub(" ", _INDENT.sub("\n", source))
        return _BEHIND.sub(r"\1", _BEFORE.sub("", narrow))


def link(address: str) -> str:
    """An address of the town as a component links to it: a page from the root, or a number."""
    return address if address.startswith("tel:") else f"{ROOT}{address}"


def relative(html: str, url: str) -> str:
    """The page with links that lead from its own address, `url`, which begins at the site's root."""
    return rooted(html, "../" * url.count("/"))


def rooted(html: str, root: str) -> str:
    """The page with links that go by way of `root`."""
    return html.replace(ROOT, root)
