"""A folder of data, loaded and then looked at as a whole: what every command and the site start from."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from macros.domain.checks import lasting
from macros.domain.checks.contacts import contacts
from macros.errors import Problem, told
from macros.load import Loaded, load

# At least 90 days must be left when nobody has rebuilt the site for a month.
HORIZON = dt.timedelta(days=125)


def checked(folder: Path, today: dt.date) -> tuple[Loaded, list[Problem]]:
    """The town, what is wrong with it, and what to look at today; DataError if it can't be read."""
    loaded = load(folder)
    found = (*lasting(loaded.town, today, today + HORIZON), *contacts(loaded.town))
    return loaded, told(map(loaded.problem, found))
