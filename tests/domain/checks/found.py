"""The findings about a small town, for the tests beside this file."""

from __future__ import annotations

import datetime as dt

from macros.domain.checks import findings
from macros.errors import Finding
from tests.domain.duty_parts import YEAR, Parts

NOWHERE = "没有排任何值班"


def found(parts: Parts, first: dt.date = YEAR[0], last: dt.date = YEAR[1]) -> list[Finding]:
    """All findings, by default of 2026."""
    # The town has more people than most of its rotations need.
    return [finding for finding in findings(parts, first, last) if NOWHERE not in finding.message]


def one(parts: Parts, last: dt.date = YEAR[1]) -> Finding:
    """The only finding."""
    (finding,) = found(parts, YEAR[0], last)
    return finding
