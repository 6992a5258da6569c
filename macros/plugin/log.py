"""What MkDocs says while it builds, and who hears it."""

from __future__ import annotations

import logging
import sys
from collections.abc import Mapping, Sequence
from typing import TextIO

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import CountHandler

from macros.errors import Problem

_LOGGER = logging.getLogger("mkdocs")


def count_warnings(config: MkDocsConfig) -> None:
    """Lets a strict build see its warnings, which `--quiet` would hide from it as well."""
    if config.strict and _LOGGER.level > logging.WARNING:
        _LOGGER.setLevel(logging.WARNING)


def warned() -> bool:
    """Whether a strict build will be given up for its warnings."""
    counters = (each for each in _LOGGER.handlers if isinstance(each, CountHandler))
    return any(counter.get_counts() for counter in counters)


def annotate(problems: Sequence[Problem], environ: Mapping[str, str]) -> None:
    """Says to GitHub where in the files each problem is."""
    if environ.get("GITHUB_ACTIONS") == "true":
        print(*(problem.annotation() for problem in problems), sep="\n")


def remind(problems: Sequence[Problem]) -> None:
    """Says what is to be looked at, where MkDocs says what it does."""
    for problem in problems:
        _LOGGER.getChild("plugins.fahu").info(str(problem))


def watched() -> TextIO | None:
    """Where somebody looks on who hasn't asked for quiet."""
    quiet = _LOGGER.level > logging.INFO
    return sys.stderr if sys.stderr.isatty() and not quiet else None
