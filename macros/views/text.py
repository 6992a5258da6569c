"""How vague dates and numbers are written for residents."""

from __future__ import annotations

import re

from macros.models.dates import PartialDate


def partial(date: PartialDate) -> str:
    """A date as precisely as it is known: `2022年`, `2022年12月`, `2022年12月4日`."""
    if not date.month:
        return f"{date.year}年"
    return f"{date.year}年{date.month}月" + (f"{date.day}日" if date.day else "")


def tel(number: str) -> str:
    """The number as a `tel:` link (RFC 3966) wants it: digits only."""
    return "tel:" + re.sub(r"\D", "", number)
