"""What is new on the site: one thing that a feed tells of."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class News:
    """Something that was added or changed.

    `name` is unique on the site and stays the same, `changed` the day of the last change that
    readers should hear of, `address` leads there from the site's root.
    """

    name: str
    title: str
    changed: dt.date
    address: str
    text: str
