"""Which of several numbers a page shows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from macros.models.contacts import Phone, is_mobile


def published(phones: Iterable[Phone], today: dt.date) -> tuple[Phone, ...]:
    """Those that may stand on a page of that day."""
    return tuple(phone for phone in phones if phone.published(today))


def is_free(phone: Phone) -> bool:
    """Whether it needs nobody's consent, so that it may stand where nobody can take it back."""
    return phone.office or not is_mobile(phone.number)


def free(phones: Iterable[Phone]) -> tuple[Phone, ...]:
    """Those that need nobody's consent."""
    return tuple(filter(is_free, phones))


def asking_phone(phones: Iterable[Phone]) -> Phone | None:
    """The first number that needs nobody's consent, so that a page stays right when a consent expires."""
    return next(filter(is_free, phones), None)
