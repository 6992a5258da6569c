"""fahu: from a town's YAML files to its public legal service site.

errors, glossary  what can be wrong, in Chinese; what clerks call keys and values
models/           the shape of data/, a module per file
load/             text -> models, with file, line and column
domain/           questions about the models, asked with the day they are asked on
views/            models -> HTML and files
checked           a folder loaded and looked at as a whole: what the site and `fahu check` start from
clock, history    the only modules that ask what day it is, and git
plugin, hooks     the only modules that know MkDocs
cli, commands/    the `fahu` command
sample_videos     films for the videos that are marked as samples
"""

from __future__ import annotations

from typing import Any


def define_env(env: Any) -> None:
    """Registers the macros that docs/*.md call (mkdocs-macros looks for this name)."""
    # Imported late, so that `fahu check` doesn't wait for MkDocs.
    from macros.plugin import register_macros

    register_macros(env)
