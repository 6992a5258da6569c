"""Where the project meets MkDocs: load once, add the pages made from data, register the macros."""

from __future__ import annotations

import gc
import logging
import os
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urljoin, urlsplit

import mkdocs
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils import get_build_date

from macros.clock import seconds
from macros.clock import today as today_in
from macros.domain.edition import Edition
from macros.errors import Problem
from macros.files import Later, build_handbook, bundle, media, menu, mistakes, without_theme
from macros.followers import Memory
from macros.log import count_warnings, warned, watched
from macros.models.samples import samples
from macros.publish import folder as site_folder
from macros.publish import slots
from macros.publish.address import taken
from macros.publish.bundle import NOT_FOUND
from macros.publish.identity import identity
from macros.publish.made import Writer, write
from macros.publish.policy import policy, sealed
from macros.publish.progress import Progress
from macros.publish.shell import ADDRESS, POLICY, Blank
from macros.publishable import MistakesError, publishable
from macros.subjects import LINKED, MACROS, GeneratedPage, entries
from macros.subjects import files as subject_files
from macros.subjects import pages as subject_pages
from macros.views.frame import Frame
from macros.views.links import Slim, relative, rooted
from macros.views.search import FILE, search_file
from macros.views.templates import compiled

ROOT = Path(__file__).parents[1]
MACRO_ERROR = re.compile(r"\s*# _Macro \w+ Error_.*?\n_(?!File_)(?P<said>[^\n]+)", re.DOTALL)
log = logging.getLogger("mkdocs.plugins.fahu")


@dataclass
class Run:
    """What one hook leaves to another."""

    serving: bool = False
    started: bool = False
    staging: Path | None = None
    memory: Memory = field(default_factory=dict)
    pages: tuple[GeneratedPage, ...] = ()
    nav: Navigation | None = None
    theme: Any = None
    progress: Progress = field(default_factory=lambda: Progress(None, seconds))


_run = Run()


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remembers whether a server shows the site, which has a folder of its own."""
    _run.serving = command == "serve"


# Before the macros plugin, which asks for the macros in its own on_config.
@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """The configuration with the town in it; raises PluginError when data/ can't be published."""
    # Nothing that a build makes refers to itself: collecting would only count the town again and again.
    gc.disable()
    folder = Path(os.environ.get("FAHU_DATA") or ROOT / "data")
    today = today_in(os.environ)
    _run.progress = Progress(watched(), seconds)
    count_warnings(config)
    _first_start(config)
    config.extra["fahu_folder"] = folder
    without_theme(config)
    try:
        edition, problems = publishable(folder, today, _run.memory)
    except MistakesError as error:
        _annotate(error.problems)
        if not _run.serving:
            raise PluginError(str(error)) from None
        return _instead(config, error)
    _annotate(problems)
    for problem in problems:
        log.info(str(problem))
    frame = Frame(edition, sample=samples(edition.town) > 0, handbook=(folder / "README.md").exists())
    config.site_name = frame.name
    if not config.site_url:
        # A map of addresses that nobody knows would name wrong ones.
        config.theme.static_templates -= {"sitemap.xml"}
    config.extra["fahu"] = frame
    if not _run.serving:
        # Swapped in when it is whole; until then the last good site stays.
        _run.staging = site_folder.unfinished(Path(config.site_dir))
        config.site_dir = str(_run.staging)
    return config


def _first_start(config: MkDocsConfig) -> None:
    """Raises Abort with one line when a server can't have the address it is asked for."""
    if _run.serving and not _run.started:
        if why := taken(*config.dev_addr):
            raise Abort(why)
        _run.started = True


def _instead(config: MkDocsConfig, error: MistakesError) -> MkDocsConfig:
    """The configuration of a site that only says what is wrong with the data."""
    print(error, file=sys.stderr)
    config.extra["fahu"] = None
    config.extra["fahu_problems"] = error.errors
    config.nav = None
    config.theme.static_templates = set()
    return config


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """The server, watching the town's folder wherever it is."""
    server.watch(str(config.extra["fahu_folder"]))
    return server


def _annotate(problems: Iterable[Problem]) -> None:
    """Says to GitHub where in the files each problem is."""
    if os.environ.get("GITHUB_ACTIONS") == "true":
        print(*(problem.annotation() for problem in problems), sep="\n")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """The files with the pages and assets made from data."""
    if config.extra["fahu"] is None:
        return mistakes(files, config, config.extra["fahu_problems"])
    edition: Edition = config.extra["fahu"].edition
    _run.pages = tuple(subject_pages(edition, config.site_url or ""))
    for path in LINKED:
        files.append(Later.generated(config, path, content=""))
    found = search_file(edition.town, entries(edition.town, menu(config)))
    files.append(File.generated(config, FILE, content=found))
    for path in edition.sizes:
        files.append(media(config, config.extra["fahu_folder"], path))
    for path, text in identity(edition.town.site.name, config.site_url or "").items():
        files.append(File.generated(config, path, content=text))
    bundle(files, config)
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """The menu, which stands on every page."""
    _run.nav = nav
    return nav


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """The theme's environment, knowing what a page may load."""
    style = Path(config.docs_dir, "assets", "stylesheets", NOT_FOUND).read_text("utf-8")
    env.add_extension(Slim)
    _run.theme = env
    env.bytecode_cache = compiled("theme", mkdocs.__version__)
    # What the server adds to a page to load it again after a change is a script within it.
    env.globals |= {"serving": _run.serving, "policy": policy, "sealed": sealed, "not_found_style": style}
    return env


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


def on_template_context(context: Any, template_name: str, config: MkDocsConfig) -> Any:
    """What a template of the theme is handed; the pages made from data stand in the sitemap too."""
    if template_name == "sitemap.xml":
        root, day = config.site_url or "", get_build_date()
        shown = (Blank(made.url, urljoin(root, made.url), update_date=day) for made in _run.pages)
        context["pages"] = [*context["pages"], *({"page": page} for page in shown)]
    return context


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """The page that a server shows at any address, its links leading from the root."""
    return rooted(output_content, urlsplit(config.site_url or "/").path)


def _write(config: MkDocsConfig) -> None:
    """Nothing; what is made from data is in the folder."""
    frame: Frame = config.extra["fahu"]
    address = config.site_url or ""
    writer = Writer(Path(config.site_dir), address, partial(_drawn, config=config), relative)
    files = subject_files(frame.edition, address)
    # A server has threads, whose locks a second process would take along.
    write(writer, _run.pages, files, _run.progress.tell, alone=_run.serving)
    _run.progress.end()


def _drawn(kind: str, config: MkDocsConfig) -> str:
    """What the theme draws around the pages of a folder."""
    blank = Blank(f"{kind}/page.html", ADDRESS if config.site_url else None)
    main = _run.theme.get_template("main.html")
    given = {"nav": _run.nav, "config": config, "page": blank, "base_url": "", "policy": lambda _: POLICY}
    drawn: str = main.render(given)
    return drawn


def on_post_build(config: MkDocsConfig) -> None:
    """Writes what is made from data, and puts the finished site in place, with the staff handbook in it."""
    if frame := config.extra["fahu"]:
        _write(config)
        if frame.handbook and not warned():
            build_handbook(config.extra["fahu_folder"], config)
    gc.enable()
    # A strict build is given up after this for its warnings.
    if (staging := _run.staging) and not warned():
        config.site_dir = str(site_folder.put_in_place(staging))


def on_build_error(error: Exception) -> None:
    """Throws the unfinished site away."""
    gc.enable()
    _run.progress.end()
    if _run.staging:
        site_folder.thrown_away(_run.staging)
