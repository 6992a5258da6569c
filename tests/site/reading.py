"""Pages of the built site, read as trees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass(eq=False)
class Node:
    """An element of a page."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    parent: Node | None = None
    children: list[Node | str] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        """The elements inside it, in the order of the page."""
        for child in self.children:
            if isinstance(child, Node):
                yield child
                yield from child.walk()

    def all(self, tag: str = "", **attributes: str | None) -> list[Node]:
        """The elements inside it with this tag and these attributes; None: whatever its value."""
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        return [
            node
            for node in self.walk()
            if tag in ("", node.tag)
            and all(
                name in node.attributes and value in (None, node.attributes[name])
                for name, value in wanted.items()
            )
        ]

    def classed(self, name: str) -> list[Node]:
        """The elements inside it that have a class."""
        return [node for node in self.walk() if name in node.attributes.get("class", "").split()]

    @property
    def own(self) -> str:
        """The text that stands directly in it."""
        return "".join(child for child in self.children if isinstance(child, str))

    @property
    def text(self) -> str:
        """All the text in it, with single spaces."""
        return " ".join("".join(self._pieces()).split())

    def _pieces(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.tag not in ("script", "style"):
                yield from child._pieces()

    def above(self) -> Iterator[Node]:
        """The elements around it, from the nearest."""
        node = self.parent
        while node:
            yield node
            node = node.parent


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = self.open = Node("")
        self.unbalanced: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs}, self.open)
        self.open.children.append(node)
        if tag not in VOID:
            self.open = node

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # Only a drawing has these; HTML reads `<p/>` as `<p>`.
        self.open.children.append(Node(tag, {name: value or "" for name, value in attrs}, self.open))

    def handle_endtag(self, tag: str) -> None:
        if self.open.tag != tag or not self.open.parent:
            self.unbalanced.append(f"</{tag}> in <{self.open.tag}> at line {self.getpos()[0]}")
            return
        self.open = self.open.parent

    def handle_data(self, data: str) -> None:
        self.open.children.append(data)


def parsed(html: str) -> tuple[Node, list[str]]:
    """The tree of some HTML, and the tags that don't fit into each other."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    left = [f"<{node.tag}> is never closed" for node in (reader.open, *reader.open.above()) if node.tag]
    return reader.root, reader.unbalanced + left


@cache
def page(path: Path) -> Node:
    """The tree of one page."""
    return parsed(path.read_text("utf-8"))[0]


def pages(site: Path) -> dict[str, Node]:
    """Every page for residents by its path."""
    return {path.relative_to(site).as_posix(): page(path) for path in public(site)}


def public(site: Path) -> list[Path]:
    """The files of a site's pages, without the staff handbook and posters, which have a look of their own."""
    own = ("handbook", "posters", "posters.html")
    return [path for path in sorted(site.rglob("*.html")) if path.relative_to(site).parts[0] not in own]


def posters(site: Path) -> dict[str, Node]:
    """What is printed for doors, and the list of it, by its path."""
    found = [site / "posters.html", *sorted((site / "posters").rglob("*.html"))]
    return {path.relative_to(site).as_posix(): page(path) for path in found}


def texts(site: Path) -> dict[str, str]:
    """What is in every file of a site; a picture or film as whatever letters it happens to hold."""
    return {
        path.relative_to(site).as_posix(): path.read_text("utf-8", errors="ignore")
        for path in sorted(site.rglob("*"))
        if path.is_file() and path.suffix != ".gz"
    }


def contents(site: Path) -> dict[str, bytes]:
    """Every file of a site, byte by byte."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }
