"""Links to our own pages and files: a component writes `~/places/x.html`, whatever page it ends up on."""

from __future__ import annotations

from jinja2.ext import Extension

# Of the characters for private use, which are refused in data/: no name or address can hold it.
ROOT = "\ue000"


class Links(Extension):
    """Marks the links of a component; they are made relative when the page is whole."""

    def preprocess(self, source: str, *_: object) -> str:
        """The component's source with a mark where it says `~/`."""
        return source.replace("~/", ROOT)


def link(address: str) -> str:
    """An address of the town as a component links to it: a page from the root, or a number."""
    return address if address.startswith("tel:") else f"{ROOT}{address}"


def relative(html: str, url: str) -> str:
    """The page with links that lead from its own address, `url`, which begins at the site's root."""
    return rooted(html, "../" * url.count("/"))


def rooted(html: str, root: str) -> str:
    """The page with links that go by way of `root`."""
    return html.replace(ROOT, root)
