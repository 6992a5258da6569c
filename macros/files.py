"""The files that MkDocs copies or draws: what we take from them, add to them, and put beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.utils import get_build_date
from mkdocs_macros import context

from macros.errors import Problem
from macros.kept import kept_folder
from macros.publish import handbook
from macros.publish.bundle import bundles
from macros.publish.lower import lowered, slim
from macros.publish.media import published
from macros.views.mistakes import mistakes_page

# What the handbook's pages are made by.
_RELEASES = tuple(map(version, ("mkdocs", "mkdocs-material", "pymdown-extensions", "markdown", "jinja2")))


class Later(File):
    """A file that pages in docs/ may link to, and that is written with all that is made from data."""

    def copy_file(self, dirty: bool = False) -> None:
        """Nothing."""


def menu(config: MkDocsConfig) -> dict[str, str]:
    """The addresses of the pages in the menu by their titles."""
    items: list[dict[str, str]] = config.nav or []
    return {title: path.replace(".md", ".html") for item in items for title, path in item.items()}


def without_theme(config: MkDocsConfig) -> None:
    """Keeps the theme's style sheets, scripts and pictures out: our pages ask for none of them."""
    made = config.theme.get_env

    def bare() -> Any:
        env: Any = made()
        # What MkDocs copies is found among 14,000 icons, a quarter of a small build.
        env.list_templates = lambda *_, **__: []
        return env

    config.theme.get_env = bare  # type: ignore[method-assign]


def without_git() -> None:
    """Keeps the macros plugin from asking git twelve questions a build, whose answers no page shows."""
    context.get_git_info = dict


def bundle(files: Files, config: MkDocsConfig) -> None:
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


def media(config: MkDocsConfig, folder: Path, path: str) -> File:
    """A picture, film or caption file without what it says about place, device and owner."""
    source = folder / path
    content = published(source)
    if content is None:
        return File.generated(config, path, abs_src_path=str(source))
    return File.generated(config, path, content=content)


def mistakes(files: Files, config: MkDocsConfig, problems: Sequence[Problem]) -> Files:
    """The files of a site that only says what is wrong: at the front door, and at every other address."""
    root = config.site_url or "/"
    sheets = (files.get_file_from_path(f"assets/stylesheets/{name}.css") for name in ("tokens", "mistakes"))
    style = "\n".join(sheet.content_string for sheet in sheets if sheet)
    contents = {
        "index.html": mistakes_page(problems, root, again=False),
        # MkDocs leaves this page without the script that waits for the next build.
        "404.html": mistakes_page(problems, root, again=True),
        "assets/mistakes.css": style,
    }
    return Files([File.generated(config, path, content=content) for path, content in contents.items()])


def build_handbook(data: Path, config: MkDocsConfig) -> None:
    """Builds a town's handbook as a site within the site, with the theme's own look and search."""
    text = (data / "README.md").read_text("utf-8")
    style = Path(config.docs_dir, "assets", "stylesheets", handbook.STYLE).read_text("utf-8")

    def fill(site: Path) -> None:
        with TemporaryDirectory() as folder:
            docs = Path(folder, "docs")
            docs.mkdir()
            for name, page in {**handbook.pages(text), handbook.STYLE: style}.items():
                Path(docs, name).write_text(page, "utf-8")
            inner = MkDocsConfig(config_file_path=str(Path(folder, "mkdocs.yml")))
            inner.load_dict({**handbook.settings(config.site_name, docs, site)})
            inner.validate()
            build(inner)
            for path in handbook.unused(site):
                path.unlink(missing_ok=True)

    code = (Path(module).read_text("utf-8") for module in (__file__, handbook.__file__))
    depends = (text, style, config.site_name, get_build_date(), *_RELEASES, *code)
    kept_folder("handbook", depends, Path(config.site_dir, handbook.FOLDER), fill)
