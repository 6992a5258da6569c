"""A build, or one after another while a server shows them: what MkDocs's events leave to each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from macros.clock import seconds
from macros.domain.again import Again
from macros.domain.edition import Edition
from macros.domain.seen import Shown
from macros.publish import folder as site_folder
from macros.publish.address import taken
from macros.publish.made import Writer, write
from macros.publish.progress import Progress
from macros.publish.shell import ADDRESS, POLICY, Blank
from macros.publishable import Remembered
from macros.subjects import FilePart, GeneratedPage, file_parts
from macros.subjects import pages as subject_pages
from macros.views.links import relative
from macros.views.templates import reread


@dataclass
class Run:
    """What one event leaves to another."""

    serving: bool = False
    started: bool = False
    staging: Path | None = None
    served: site_folder.Served | None = None
    remembered: Remembered = field(default_factory=Remembered)
    shown: Shown | None = None
    components: int = 0
    pages: tuple[GeneratedPage, ...] = ()
    files: tuple[FilePart, ...] = ()
    nav: Any = None
    theme: Any = None
    progress: Progress = field(default_factory=lambda: Progress(None, seconds))

    def start(self, host: str, port: int) -> str:
        """Why a server can't have the address that it asks for as it starts; empty otherwise."""
        why = taken(host, port) if self.serving and not self.started else ""
        self.started = True
        return why

    def begin(self) -> None:
        """Nothing; where a component has changed, all are read again, and what they made is made anew."""
        before, self.components = self.components, reread(self.components)
        if self.serving and self.components != before:
            self.remembered.again, self.shown = Again(), Shown()

    def stage(self, site: Path) -> Path:
        """The folder to build into, swapped in when it is whole: until then the last good site stays."""
        self.staging = site_folder.unfinished(site)
        if self.serving and (self.served is None):
            self.served = site_folder.Served(site)
        return self.staging

    def mistaken(self) -> None:
        """Nothing; what was made from data is shown no more, for the data can't be published."""
        self.pages = ()
        if self.shown:
            self.shown = Shown()

    def draw(self, kind: str, config: Any) -> str:
        """What the theme draws around the pages of a folder."""
        blank = Blank(f"{kind}/page.html", ADDRESS if config.site_url else None)
        main = self.theme.get_template("main.html")
        given = {"nav": self.nav, "config": config, "page": blank, "base_url": "", "policy": lambda _: POLICY}
        drawn: str = main.render(given)
        return drawn

    def planned(self, edition: Edition, address: str) -> None:
        """Nothing; it is known which pages and files there will be."""
        seen = self.shown.begin(edition) if self.shown else edition
        self.pages = tuple(subject_pages(seen, address))
        self.files = tuple(file_parts(seen, address, self.pages))

    def write(self, staging: Path, address: str, draw: Callable[[str], str]) -> None:
        """Nothing; what is made from data is in the folder, or already where a server shows it."""
        folder = self.served.folder if self.served else staging
        writer = Writer(folder, address, draw, relative, self.shown.once if self.shown else None)
        # A server has threads, whose locks a second process would take along.
        write(writer, self.pages, self.files, self.progress.tell, alone=self.serving)
        self.progress.end()

    def finish(self) -> Path | None:
        """The site's folder with the finished site in it, which was built beside it."""
        if self.staging is None:
            return None
        if self.served:
            return self.served.taking(self.staging, self.shown.paths() if self.shown else ())
        return site_folder.put_in_place(self.staging)

    def give_up(self) -> None:
        """Nothing; the unfinished site is thrown away."""
        self.progress.end()
        if self.staging:
            site_folder.thrown_away(self.staging)
