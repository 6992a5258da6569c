"""One page of each folder goes through the theme; the others of that folder are joined into what it drew."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from macros.publish.policy import policy

# Of the characters for private use, which are refused in data/: what the theme draws around can't hold them.
TITLE, ABOUT, CONTENT, ADDRESS, POLICY = "\ue001", "\ue002", "\ue003", "\ue004", "\ue005"
PICTURE, ROBOTS = "\ue006", "\ue007"
_MARK = re.compile(f"([{TITLE}{ABOUT}{CONTENT}{ADDRESS}{POLICY}{PICTURE}{ROBOTS}])")


@dataclass(frozen=True)
class Blank:
    """A page for the theme to draw, with marks for what makes one page of a folder differ from another."""

    url: str
    canonical_url: str | None
    title: str = TITLE
    about: str = ABOUT
    picture: str = PICTURE
    robots: str = ROBOTS
    content: str = CONTENT
    update_date: str = ""
    is_homepage: bool = False


def blanks(urls: Iterable[str], root: str, day: str) -> Iterator[Blank]:
    """Pages as the sitemap asks for them, where the site's root is."""
    return (Blank(url, urljoin(root, url), update_date=day) for url in urls)


@dataclass(frozen=True)
class Shell:
    """What the theme drew around the marks, and the marks."""

    pieces: tuple[str, ...]

    @classmethod
    def of(cls, drawn: str) -> Shell:
        """The shell of a blank page that the theme drew."""
        return cls(tuple(_MARK.split(drawn)))

    def page(
        self,
        title: str,
        about: str,
        content: str,
        address: str,
        picture: str = "",
        *,
        listed: bool = True,
    ) -> str:
        """The whole page; all but `address` and `picture` are HTML; they are empty where no page has one.

        One that isn't `listed` asks search engines to leave it out.
        """
        filled = {
            TITLE: title,
            ABOUT: about,
            CONTENT: content,
            ADDRESS: address,
            PICTURE: picture,
            ROBOTS: "" if listed else '<meta name="robots" content="noindex,nofollow">',
        }
        filled[POLICY] = policy(content)
        return "".join(filled.get(piece, piece) for piece in self.pieces)
