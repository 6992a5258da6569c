"""A folder of data, loaded and then looked at as a whole: what every command and the site start from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.domain.checks import everything, lasting_in
from macros.domain.checks.contacts import contacts
from macros.domain.checks.leads import leads
from macros.domain.checks.topics import topics
from macros.domain.checks.videos import videos
from macros.domain.checks.visits import visits
from macros.domain.duty import Resolved
from macros.domain.edition import HORIZON
from macros.errors import Problem, told
from macros.load import Loaded, load
from macros.load.text_files import Parsing


@dataclass(frozen=True)
class Checked:
    """A town that could be read, its duty worked out, and what is wrong or to be looked at today."""

    loaded: Loaded
    resolved: Resolved
    problems: list[Problem]


def checked(
    folder: Path,
    today: dt.date,
    instead: Mapping[Path, bytes] | None = None,
    parsing: Parsing | None = None,
) -> Checked:
    """The folder looked at on that day, some files as given `instead`; DataError if it can't be read."""
    loaded = load(folder, instead=instead, parsing=parsing)
    last = today + HORIZON
    whole = everything(loaded.town, today, last)
    town = loaded.town
    found = (
        *lasting_in(whole, today, last),
        *contacts(town),
        *leads(town),
        *topics(town),
        *videos(town),
        *visits(town, whole.resolved, today),
    )
    return Checked(loaded, whole.resolved, told(map(loaded.problem, found)))
