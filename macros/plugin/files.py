"""The files that MkDocs copies or draws: what we take from them and add to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs_macros import context


class Later(File):
    """A file that pages in docs/ may link to, and that is written with all that is made from data."""

    def copy_file(self, dirty: bool = False) -> None:
        """Nothing."""


def add(files: Files, config: MkDocsConfig, made: Mapping[str, str | bytes | Path]) -> None:
    """Nothing; MkDocs knows of more files, by their paths; a path stands for the file that is there."""
    for path, content in made.items():
        given = {"abs_src_path": str(content)} if isinstance(content, Path) else {"content": content}
        files.append(File.generated(config, path, **given))


def add_later(files: Files, config: MkDocsConfig, paths: Iterable[str]) -> None:
    """Nothing; pages may link to what will be there."""
    for path in paths:
        files.append(Later.generated(config, path, content=""))


def only(config: MkDocsConfig, made: Mapping[str, str]) -> Files:
    """The files of a site that has no others."""
    files = Files([])
    add(files, config, made)
    return files


def taken_out(files: Files) -> dict[str, str]:
    """Our small style sheets and scripts, by their paths in docs/assets/: they aren't copied as they are."""
    found = {}
    for file in list(files):
        if file.abs_src_path and re.fullmatch(r"assets/.+\.(css|js)", file.src_uri):
            files.remove(file)
            found[file.src_uri.removeprefix("assets/")] = file.content_string
    return found


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


def built(settings: Mapping[str, Any]) -> None:
    """Nothing; MkDocs has built another site, all of whose settings these are."""
    with TemporaryDirectory() as folder:
        config = MkDocsConfig(config_file_path=str(Path(folder, "mkdocs.yml")))
        config.load_dict({**settings})
        config.validate()
        build(config)
