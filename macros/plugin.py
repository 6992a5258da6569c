"""Where the project meets MkDocs: load once, add the pages made from data, register the macros."""

from __future__ import annotations

import datetime as dt
import errno
import logging
import os
import re
import shutil
import socket
import sys
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal
from urllib.parse import urlsplit

from markupsafe import Markup
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils import CountHandler

from macros.checked import Checked, checked
from macros.clock import today as today_in
from macros.domain.edition import Edition, span_of
from macros.errors import DataError, Problem
from macros.followers import Memory, followers
from macros.history import last_change
from macros.models.samples import samples
from macros.publish import folder as site_folder
from macros.publish import handbook
from macros.publish.bundle import NOT_FOUND, bundles
from macros.publish.identity import identity
from macros.publish.lower import lowered, slim
from macros.publish.media import published
from macros.publish.policy import policy, sealed
from macros.subjects import MACROS, GeneratedPage, entries
from macros.subjects import files as subject_files
from macros.subjects import pages as subject_pages
from macros.views.frame import Frame
from macros.views.links import relative, rooted
from macros.views.mistakes import mistakes_page
from macros.views.search import FILE, search_file

ROOT = Path(__file__).parents[1]
MACRO_ERROR = re.compile(r"\s*# _Macro \w+ Error_.*?\n_(?!File_)(?P<said>[^\n]+)", re.DOTALL)
log = logging.getLogger("mkdocs.plugins.fahu")

# Stands for a component while Markdown works on the page around it.
SLOT = '<div data-component="{}"></div>'


class TownPage(Page):
    """A page whose HTML comes from data and isn't parsed as Markdown: 4 times as fast."""

    def __init__(self, made: GeneratedPage, file: File, config: MkDocsConfig) -> None:
        # The macros plugin takes a title for a template and works it out.
        super().__init__(str(made.title).replace("{", "&#123;"), file, config)
        self.made = made

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no source."""
        self.markdown = ""
        self.meta = {}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Takes the HTML that is ready."""
        self.content = self.made.html
        self.toc = get_toc([])


@dataclass
class Run:
    """What one hook leaves to another: whether a server runs, the folder being filled, past revisions."""

    serving: bool = False
    started: bool = False
    staging: Path | None = None
    memory: Memory = field(default_factory=dict)


class MistakesError(PluginError):
    """The data can't be published; `problems` says why."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__("\n".join(("data/ 里有错误，网站没有更新：", *map(str, problems))))


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
    _count_warnings(config)
    _first_start(config)
    config.extra["fahu_folder"] = folder
    try:
        edition = _edition(folder, _sound(folder, today), today)
    except MistakesError as error:
        if not _run.serving:
            raise
        return _instead(config, error)
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


def _count_warnings(config: MkDocsConfig) -> None:
    """Lets a strict build see its warnings, which `--quiet` would hide from it as well."""
    logger = logging.getLogger("mkdocs")
    if config.strict and logger.level > logging.WARNING:
        logger.setLevel(logging.WARNING)


def _first_start(config: MkDocsConfig) -> None:
    """Raises Abort with one line when a server can't have the address it is asked for."""
    if not _run.serving or _run.started:
        return
    host, port = config.dev_addr
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except OSError as error:
        why = "已经有别的程序在用" if error.errno == errno.EADDRINUSE else f"用不了（{error.strerror}）"
        other = f"make serve ADDRESS={host}:{port + 1 if port < 65535 else 8001}"
        raise Abort(f"地址 {host}:{port} {why}：请先关掉那个程序，或者换一个：{other}") from None
    _run.started = True


def _instead(config: MkDocsConfig, error: MistakesError) -> MkDocsConfig:
    """The configuration of a site that only says what is wrong with the data."""
    print(error, file=sys.stderr)
    config.extra["fahu"] = None
    config.extra["fahu_problems"] = error.problems
    config.nav = None
    config.theme.static_templates = set()
    return config


def _mistakes(files: Files, config: MkDocsConfig) -> Files:
    """The files of that site: the page at the front door, and at every other address."""
    problems, root = config.extra["fahu_problems"], config.site_url or "/"
    sheets = (files.get_file_from_path(f"assets/stylesheets/{name}.css") for name in ("tokens", "mistakes"))
    style = "\n".join(sheet.content_string for sheet in sheets if sheet)
    contents = {
        "index.html": mistakes_page(problems, root, again=False),
        # MkDocs leaves this page without the script that waits for the next build.
        "404.html": mistakes_page(problems, root, again=True),
        "assets/mistakes.css": style,
    }
    return Files([File.generated(config, path, content=content) for path, content in contents.items()])


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """The server, watching the town's folder wherever it is."""
    server.watch(str(config.extra["fahu_folder"]))
    return server


def _sound(folder: Path, today: dt.date) -> Checked:
    try:
        found = checked(folder, today)
        problems = found.problems
    except DataError as error:
        problems = list(error.problems)
    if os.environ.get("GITHUB_ACTIONS") == "true":
        print(*(problem.annotation() for problem in problems), sep="\n")
    if errors := [problem for problem in problems if problem.level == "error"]:
        raise MistakesError(errors)
    for problem in problems:
        log.info(str(problem))
    return found


def _edition(folder: Path, found: Checked, today: dt.date) -> Edition:
    town, resolved = found.loaded.town, found.resolved
    sizes = {file: (folder / file).stat().st_size for file in town.media}
    follows = followers(folder, town, resolved, span_of(today), today, _run.memory)
    return Edition(town, today, resolved, last_change(folder, today), sizes, follows)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """The files with the pages and assets made from data."""
    if config.extra["fahu"] is None:
        return _mistakes(files, config)
    _without_theme(files, config)
    edition: Edition = config.extra["fahu"].edition
    for made in subject_pages(edition):
        file = File.generated(config, f"{made.path}.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)
        TownPage(made, file, config)
        files.append(file)
    for path, content in subject_files(edition, config.site_url or "").items():
        files.append(File.generated(config, path, content=content))
    files.append(
        File.generated(config, FILE, content=search_file(edition.town, entries(edition.town, _menu(config))))
    )
    for path in edition.sizes:
        files.append(_media(config, path))
    for path, text in identity(edition.town.site.name, config.site_url or "").items():
        files.append(File.generated(config, path, content=text))
    _bundle(files, config)
    return files


def _menu(config: MkDocsConfig) -> dict[str, str]:
    """The addresses of the pages in the menu by their titles."""
    menu: list[dict[str, str]] = config.nav or []
    return {title: path.replace(".md", ".html") for item in menu for title, path in item.items()}


def _media(config: MkDocsConfig, path: str) -> File:
    """A picture, film or caption file without what it says about place, device and owner."""
    source: Path = config.extra["fahu_folder"] / path
    content = published(source)
    if content is None:
        return File.generated(config, path, abs_src_path=str(source))
    return File.generated(config, path, content=content)


def _without_theme(files: Files, config: MkDocsConfig) -> None:
    """Takes the theme's style sheets, scripts and pictures out: our pages ask for none of them."""
    for file in list(files):
        if file.abs_src_path and not Path(file.abs_src_path).is_relative_to(config.docs_dir):
            files.remove(file)


def _bundle(files: Files, config: MkDocsConfig) -> None:
    """Puts our small style sheets and scripts into few."""
    ours = [
        file
        for file in list(files)
        if file.abs_src_path and re.fullmatch(r"assets/.+\.(css|js)", file.src_uri)
    ]
    for file in ours:
        files.remove(file)
    sources = {file.src_uri.removeprefix("assets/"): file.content_string for file in ours}
    for path, content in bundles(sources).items():
        content = lowered(content) if path.endswith(".css") else slim(content)
        files.append(File.generated(config, f"assets/{path}", content=content))


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """The theme's environment, knowing what a page may load."""
    style = Path(config.docs_dir, "assets", "stylesheets", NOT_FOUND).read_text("utf-8")
    # What the server adds to a page to load it again after a change is a script within it.
    env.globals |= {"serving": _run.serving, "policy": policy, "sealed": sealed, "not_found_style": style}
    return env


def register_macros(env: Any) -> None:
    """Gives docs/*.md the macros of the page that is being rendered."""
    frame: Frame | None = env.conf.extra["fahu"]
    if frame is None:
        return

    def called(name: str) -> Any:
        def macro() -> str:
            made = env.page.meta.setdefault("components", [])
            made.append(MACROS[name](frame.edition))
            return SLOT.format(len(made) - 1)

        return macro

    for name in MACROS:
        env.macro(called(name), name)


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
    made: list[Markup] = page.meta.get("components", [])
    for number, component in enumerate(made):
        html = html.replace(SLOT.format(number), component)
    return html


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """The whole page, its links leading from where it stands."""
    return relative(output, page.url)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """The page that a server shows at any address, its links leading from the root."""
    return rooted(output_content, urlsplit(config.site_url or "/").path)


def on_post_build(config: MkDocsConfig) -> None:
    """Puts the finished site in place, with the staff handbook in it."""
    if (text := _handbook(config)) and not _warned():
        _build_handbook(text, config)
    # A strict build is given up after this for its warnings.
    if (staging := _run.staging) and not _warned():
        config.site_dir = str(site_folder.put_in_place(staging))


def _handbook(config: MkDocsConfig) -> str | None:
    path = Path(config.extra["fahu_folder"], "README.md")
    return path.read_text("utf-8") if config.extra["fahu"] and path.exists() else None


def _build_handbook(text: str, config: MkDocsConfig) -> None:
    """Builds the handbook as a site within the site, with the theme's own look and search."""
    with TemporaryDirectory() as folder:
        docs, site = Path(folder, "docs"), Path(config.site_dir, handbook.FOLDER)
        docs.mkdir()
        for name, page in handbook.pages(text).items():
            Path(docs, name).write_text(page, "utf-8")
        shutil.copy(Path(config.docs_dir, "assets", "stylesheets", handbook.STYLE), docs)
        inner = MkDocsConfig(config_file_path=str(Path(folder, "mkdocs.yml")))
        inner.load_dict({**handbook.settings(config.site_name, docs, site)})
        inner.validate()
        build(inner)
        for path in handbook.unused(site):
            path.unlink(missing_ok=True)


def _warned() -> bool:
    counters = (each for each in logging.getLogger("mkdocs").handlers if isinstance(each, CountHandler))
    return any(counter.get_counts() for counter in counters)


def on_build_error(error: Exception) -> None:
    """Throws the unfinished site away."""
    if _run.staging:
        site_folder.thrown_away(_run.staging)
