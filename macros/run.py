"""A build, or one after another while a server shows them: what MkDocs's events leave to each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from macros.clock import seconds
from macros.domain.again import Again
from macros.domain.edition import Edition
from macros.followers import Memory
from macros.publish import folder as site_folder
from macros.publish.address import taken
from macros.publish.made import Writer, write
from macros.publish.progress import Progress
from macros.publish.shell import ADDRESS, POLICY, Blank
from macros.subjects import GeneratedPage
from macros.subjects import files as subject_files
from macros.views.links import relative
from macros.views.templates import reread


@dataclass
class Run:
    """What one event leaves to another."""

    serving: bool = False
    started: bool = False
    staging: Path | None = None
    memory: Memory = field(default_factory=dict)
    again: Again | None = None
    components: int = 0
    pages: tuple[GeneratedPage, ...] = ()
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
            self.again = Again()

    def stage(self, site: Path) -> Path:
        """The folder to build into, swapped in when it is whole: until then the last good site stays."""
        if self.serving:
            return site
        self.staging = site_folder.unfinished(site)
        return self.staging

    def draw(self, kind: str, config: Any) -> str:
        """What the theme draws around the pages of a folder."""
        blank = Blank(f"{kind}/page.html", ADDRESS if config.site_url else None)
        main = self.theme.get_template("main.html")
        given = {"nav": self.nav, "config": config, "page": blank, "base_url": "", "policy": lambda _: POLICY}
        drawn: str = main.render(given)
        return drawn

    def write(self, edition: Edition, folder: Path, address: str, draw: Callable[[str], str]) -> None:
        """Nothing; what is made from data is in the folder."""
        writer = Writer(folder, address, draw, relative)
        files = subject_files(edition, address)
        # A server has threads, whose locks a second process would take along.
        write(writer, self.pages, files, self.progress.tell, alone=self.serving)
        self.progress.end()

    def finish(self) -> Path | None:
        """The site's folder with the finished site in it, if it was built beside it."""
        return site_folder.put_in_place(self.staging) if self.staging else None

    def give_up(self) -> None:
        """Nothing; the unfinished site is thrown away."""
        self.progress.end()
        if self.staging:
            site_folder.thrown_away(self.staging)
