"""MkDocs's events of a build: load once, add what is made from data, put the finished site in place."""

from __future__ import annotations

import gc
import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import mkdocs
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.utils import get_build_date

from macros.clock import seconds
from macros.clock import today as today_in
from macros.domain.edition import Edition
from macros.forms.tables import key_tables
from macros.models.samples import samples
from macros.plugin.files import add, add_later, built, only, taken_out, without_git, without_theme
from macros.plugin.log import annotate, count_warnings, remind, warned, watched
from macros.publish import bundle, handbook
from macros.publish.identity import identity
from macros.publish.media import media
from macros.publish.policy import policy, sealed
from macros.publish.progress import Progress
from macros.publish.shell import blanks
from macros.publishable import MistakesError, publishable
from macros.run import Run
from macros.subjects import LINKED, entries, menu
from macros.views.frame import Frame
from macros.views.links import Slim
from macros.views.mistakes import mistakes_site
from macros.views.search import search_files
from macros.views.templates import compiled

if TYPE_CHECKING:
    # Only a server needs one.
    from mkdocs.livereload import LiveReloadServer

ROOT = Path(__file__).parents[2]
_run = Run()


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remembers whether a server shows the site."""
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
    if why := _run.start(*config.dev_addr):
        raise Abort(why)
    config.extra["fahu_folder"] = folder
    without_theme(config)
    without_git()
    _run.begin()
    config.site_dir = str(_run.stage(Path(config.site_dir)))
    try:
        edition, problems = publishable(folder, today, _run.remembered)
    except MistakesError as error:
        annotate(error.problems, os.environ)
        _run.mistaken()
        if not _run.serving:
            raise PluginError(str(error)) from None
        return _instead(config, error)
    annotate(problems, os.environ)
    remind(problems)
    frame = Frame(edition, sample=samples(edition.town) > 0, handbook=(folder / "README.md").exists())
    config.site_name = frame.name
    if not config.site_url:
        # A map of addresses that nobody knows would name wrong ones.
        config.theme.static_templates -= {"sitemap.xml"}
    config.extra["fahu"] = frame
    return config


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
    # A module that is loaded later would leave its bytecode in a folder that is watched, and start a build.
    sys.dont_write_bytecode = True
    server.watch(str(config.extra["fahu_folder"]))
    return server


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """The files with the pages and assets made from data."""
    sources = taken_out(files)
    if config.extra["fahu"] is None:
        sheets = (sources[f"stylesheets/{name}.css"] for name in ("tokens", "mistakes"))
        return only(config, mistakes_site(config.extra["fahu_problems"], config.site_url or "/", sheets))
    edition: Edition = config.extra["fahu"].edition
    address, town = config.site_url or "", edition.town
    _run.planned(edition, address)
    add_later(files, config, LINKED)
    add(files, config, dict(search_files(town, entries(town, menu(config.nav or ())))))
    add(files, config, dict(media(config.extra["fahu_folder"], edition.sizes)))
    add(files, config, identity(town.site.name, address))
    add(files, config, {f"assets/{path}": text for path, text in bundle.published(sources).items()})
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """The menu, which stands on every page."""
    _run.nav = nav
    return nav


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """The theme's environment, knowing what a page may load."""
    assets = Path(config.docs_dir, "assets")
    style = (assets / "stylesheets" / bundle.NOT_FOUND).read_text("utf-8")
    env.add_extension(Slim)
    _run.theme = env
    env.bytecode_cache = compiled("theme", mkdocs.__version__)
    # What the server adds to a page to load it again after a change is a script within it.
    env.globals |= {"serving": _run.serving, "policy": policy, "sealed": sealed, "not_found_style": style}
    return env


def on_template_context(context: Any, template_name: str, config: MkDocsConfig) -> Any:
    """What a template of the theme is handed; the pages made from data stand in the sitemap too."""
    if template_name == "sitemap.xml":
        shown = blanks(
            (made.url for made in _run.pages if made.listed), config.site_url or "", get_build_date()
        )
        context["pages"] = [*context["pages"], *({"page": page} for page in shown)]
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Writes what is made from data, and puts the finished site in place, with the staff handbook in it."""
    frame: Frame | None = config.extra["fahu"]
    site = Path(config.site_dir)
    if frame is not None:
        _run.write(site, config.site_url or "", partial(_run.draw, config=config))
        if frame.handbook and not warned():
            text = (config.extra["fahu_folder"] / "README.md").read_text("utf-8") + key_tables()
            style = Path(config.docs_dir, "assets", "stylesheets", handbook.STYLE).read_text("utf-8")
            pictures = ROOT / ".github" / "pictures" / "handbook"
            handbook.build_handbook(text, style, config.site_name, get_build_date(), site, built, pictures)
    gc.enable()
    # A strict build is given up after this for its warnings.
    if not warned() and (finished := _run.finish()):
        config.site_dir = str(finished)


def on_build_error(error: Exception) -> None:
    """Throws the unfinished site away."""
    gc.enable()
    _run.give_up()
