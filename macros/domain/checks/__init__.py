"""What is wrong or remarkable about a duty file, seen as a whole."""

from __future__ import annotations

import datetime as dt

from macros.domain.checks.events import events
from macros.domain.checks.exceptions import exceptions
from macros.domain.checks.leave import leave
from macros.domain.checks.network import network
from macros.domain.checks.notices import notices
from macros.domain.checks.opening import opening
from macros.domain.checks.people import people
from macros.domain.checks.places import places
from macros.domain.checks.rotations import rotations
from macros.domain.checks.scope import CheckedTown, Scope
from macros.domain.checks.years import years
from macros.errors import Finding, Level

__all__ = ["CheckedTown", "findings"]

_RANK: dict[Level, int] = {"error": 0, "warning": 1, "notice": 2}


def findings(town: CheckedTown, first: dt.date, last: dt.date) -> list[Finding]:
    """Everything the office should know about the days from `first` to `last`, errors first.

    Exceptions are checked wherever they are dated: one that no longer hits anything
    is a mistake in next year's part of the file too.
    """
    scope = Scope.of(town, first, last)
    checks = (exceptions, leave, people, places, network, rotations, years, events, notices, opening)
    return sorted((finding for check in checks for finding in check(scope)), key=_rank)


def _rank(finding: Finding) -> tuple[int, str, list[str], str]:
    return _RANK[finding.level], finding.subject, [str(key).zfill(6) for key in finding.loc], finding.message
