"""fahu: from a town's YAML files to its public legal service site.

errors            what can be wrong, in Chinese
yamltext, load    text -> models, with file, line and column
models/           the shape of data/, a module per file
domain/           questions about the models, asked with the day they are asked on
views/            models -> HTML and files
plugin, hooks     the only modules that know MkDocs
cli               the `fahu` command
"""

from __future__ import annotations

from typing import Any


def define_env(env: Any) -> None:
    """Registers the macros that docs/*.md call (mkdocs-macros looks for this name)."""
    # Imported late, so that `fahu check` doesn't wait for MkDocs.
    from macros.plugin import register_macros

    register_macros(env)
