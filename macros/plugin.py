"""Where the project meets MkDocs: load once, add the pages made from data, register the macros."""

from __future__ import annotations

import datetime as dt
import json
import logging
import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from macros.checked import HORIZON, checked
from macros.clock import today as today_in
from macros.domain import days
from macros.domain.duty import roster as duty_of
from macros.errors import DataError
from macros.history import last_change
from macros.models.town import Town
from macros.views.map import map_files
from macros.views.pages import GeneratedPage, Pages
from macros.views.roster import Roster

ROOT = Path(__file__).parents[1]
HAN = re.compile(r"([\u3400-\u9fff\U00020000-\U0003134f])(?=[\u3400-\u9fff\U00020000-\U0003134f])")
log = logging.getLogger("mkdocs.plugins.fahu")

# Stands for a component while Markdown works on the page around it.
SLOT = '<div data-component="{}"></div>'
# Asked for by the pages that need them, or before the page is drawn.
ALONE = {"large-view.js", "service-map.js", "service-map-layout.js"}
FIRST, LAST = ("tokens.css", "page.css", "clock.js"), ("print.css",)


class TownPage(Page):
    """A page whose HTML comes from data and isn't parsed as Markdown: 4 times as fast."""

    def __init__(self, made: GeneratedPage, file: File, config: MkDocsConfig) -> None:
        # The macros plugin takes a title for a template and works it out.
        super().__init__(str(made.title).replace("{", "&#123;"), file, config)
        self.made = made

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no source, only what search asks for."""
        self.markdown = ""
        self.meta = {} if self.made.searchable else {"search": {"exclude": True}}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Takes the HTML that is ready."""
        self.content = self.made.html
        self.toc = get_toc([])


@dataclass
class Run:
    """What MkDocs tells one hook and another needs: whether a server runs, and the folder being filled."""

    serving: bool = False
    staging: Path | None = None


_run = Run()


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remembers whether a server shows the site, which has a folder of its own."""
    _run.serving = command == "serve"


# Before the macros plugin, which asks for the macros in its own on_config.
@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """The configuration with the town in it; raises PluginError when data/ can't be published."""
    folder = Path(os.environ.get("FAHU_DATA") or ROOT / "data")
    today = today_in(os.environ)
    pages = _pages(folder, _sound(folder, today), today)
    config.site_name = pages.name
    config.extra["fahu"] = pages
    config.extra["fahu_folder"] = folder
    if not _run.serving:
        # Swapped in when it is whole; until then the last good site stays.
        _run.staging = Path(f"{config.site_dir}.new")
        config.site_dir = str(_run.staging)
    return config


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """The server, watching the town's folder wherever it is."""
    server.watch(str(config.extra["fahu_folder"]))
    return server


def _sound(folder: Path, today: dt.date) -> Town:
    try:
        loaded, problems = checked(folder, today)
    except DataError as error:
        problems = list(error.problems)
    if os.environ.get("GITHUB_ACTIONS") == "true":
        print(*(problem.annotation() for problem in problems), sep="\n")
    if any(problem.level == "error" for problem in problems):
        lines = (str(problem) for problem in problems if problem.level == "error")
        raise PluginError("\n".join(("data/ 里有错误，网站没有更新：", *lines)))
    for problem in problems:
        log.info(str(problem))
    return loaded.town


def _pages(folder: Path, town: Town, today: dt.date) -> Pages:
    last = today + HORIZON
    first = min(today.replace(day=1), days.monday(today))
    found = duty_of(town, first, last)
    roster = Roster.of(town, found.shifts, today, last, found.dropped)
    sizes = {file: (folder / file).stat().st_size for file in town.media}
    return Pages(town, roster, last_change(folder, today), sizes)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """The files with the pages and assets made from data."""
    pages: Pages = config.extra["fahu"]
    for made in pages.generated():
        file = File.generated(config, f"{made.path}.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)
        TownPage(made, file, config)
        files.append(file)
    for path, content in {**map_files(pages.town), **pages.files(config.site_url or "")}.items():
        files.append(File.generated(config, path, content=content))
    for path in pages.sizes:
        files.append(File.generated(config, path, abs_src_path=str(config.extra["fahu_folder"] / path)))
    for suffix in ("css", "js"):
        _bundle(files, config, suffix)
    return files


def _bundle(files: Files, config: MkDocsConfig, suffix: str) -> None:
    """Puts our small files of a kind into one: a request each would be slow on a slow network."""
    ours = {
        Path(file.src_uri).name: file
        for file in list(files)
        if file.src_uri.startswith("assets/")
        and file.src_uri.endswith(f".{suffix}")
        and file.abs_src_path
        and Path(file.abs_src_path).is_relative_to(config.docs_dir)
        and Path(file.src_uri).name not in ALONE
    }
    middle = sorted(set(ours) - {*FIRST, *LAST})
    names = [name for name in (*FIRST, *middle, *LAST) if name in ours]
    content = "\n".join(ours[name].content_string for name in names)
    files.append(File.generated(config, f"assets/fahu.{suffix}", content=content))
    for file in ours.values():
        files.remove(file)


def register_macros(env: Any) -> None:
    """Gives docs/*.md the macros of the page that is being rendered."""
    pages: Pages = env.conf.extra["fahu"]

    def called(name: str) -> Any:
        def macro(*args: Any, **kwargs: Any) -> str:
            root = "../" * env.page.url.count("/")
            made = env.page.meta.setdefault("components", [])
            made.append(pages.macros(root)[name](*args, **kwargs))
            return SLOT.format(len(made) - 1)

        return macro

    for name in pages.macros(""):
        env.macro(called(name), name)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The page's HTML with its components, which Markdown never sees: it would take them apart."""
    # Material makes a link that skips to the first heading of it; the frame has one of its own.
    page.toc = get_toc([])
    made: list[Markup] = page.meta.get("components", [])
    for number, component in enumerate(made):
        html = html.replace(SLOT.format(number), component)
    return html


# After the search plugin has written its index.
@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Lets search find Chinese words, then puts the finished site in place."""
    index = Path(config.site_dir, "search", "search_index.json")
    index.write_text(_searchable(index.read_text("utf-8")), "utf-8")
    if staging := _run.staging:
        final, old = staging.with_suffix(""), staging.with_suffix(".old")
        shutil.rmtree(old, ignore_errors=True)
        if final.exists():
            final.rename(old)
        staging.rename(final)
        shutil.rmtree(old, ignore_errors=True)
        config.site_dir = str(final)


def _searchable(index: str) -> str:
    """The search index with a zero-width space between Han characters, so that each is a word of its own.

    Headings without a text, because it was kept out of the search, are left out too.
    """
    content = json.loads(index)
    content["docs"] = [entry for entry in content["docs"] if entry["text"] or "#" not in entry["location"]]
    for entry in content["docs"]:
        for key in ("title", "text"):
            entry[key] = HAN.sub("\\1\u200b", entry[key])
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def on_build_error(error: Exception) -> None:
    """Throws the unfinished site away."""
    if _run.staging:
        shutil.rmtree(_run.staging, ignore_errors=True)
