"""fahu: from a town's YAML files to its public legal service site.

errors            what can be wrong, and the line that says it
models/           the shape of data/, a module per file
load/             text -> models, with file, line and column; complaints in Chinese
domain/           questions about the models, asked with the day they are asked on; roster.py joins
                  shifts with places, people and numbers, edition.py is one town on one day
  duty/           the engine: who is on duty, and what is asked of its shifts
  checks/         what is wrong or remarkable in a whole town
views/            models -> HTML and files
subjects/         one declaration per file of data: its macros, pages and files on the site, its samples
publish/          what happens to files on their way into the folder that is served
checked           a folder loaded and looked at as a whole: what the site and `fahu check` start from
followers         what those have who follow the duty, from every revision of the data
kept              what takes long and depends on little, from the last time
clock, history    the only modules that ask what day it is, and git
publishable       a folder of data as what a site is built from, or why it can't be
run               a build, or one after another: what MkDocs's events leave to each other
plugin/, hooks    the only modules that know MkDocs
cli, commands/    the `fahu` command
"""

from __future__ import annotations

from typing import Any


def define_env(env: Any) -> None:
    """Registers the macros that docs/*.md call (mkdocs-macros looks for this name)."""
    # Imported late, so that `fahu check` doesn't wait for MkDocs.
    from macros.plugin import register_macros

    register_macros(env)
