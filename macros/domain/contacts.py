"""Which of several numbers a page shows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from macros.models.contacts import Phone, is_mobile


def published(phones: Iterable[Phone], today: dt.date) -> tuple[Phone, ...]:
    """Those that may stand on a page of that day."""
    return tuple(phone for phone in phones if phone.published(today))


def asking_phone(phones: Iterable[Phone]) -> Phone | None:
    """The first number that needs nobody's consent, so that a page stays right when a consent expires."""
    return next((phone for phone in phones if phone.office or not is_mobile(phone.number)), None)
