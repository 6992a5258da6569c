"""What MkDocs says while it builds, and who hears it."""

from __future__ import annotations

import logging
import sys
from typing import TextIO

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import CountHandler

_LOGGER = logging.getLogger("mkdocs")


def count_warnings(config: MkDocsConfig) -> None:
    """Lets a strict build see its warnings, which `--quiet` would hide from it as well."""
    if config.strict and _LOGGER.level > logging.WARNING:
        _LOGGER.setLevel(logging.WARNING)


def warned() -> bool:
    """Whether a strict build will be given up for its warnings."""
    counters = (each for each in _LOGGER.handlers if isinstance(each, CountHandler))
    return any(counter.get_counts() for counter in counters)


def watched() -> TextIO | None:
    """Where somebody looks on who hasn't asked for quiet."""
    quiet = _LOGGER.level > logging.INFO
    return sys.stderr if sys.stderr.isatty() and not quiet else None
