"""A number is shown only as long as somebody's consent lasts, or when it needs none."""

from __future__ import annotations

import datetime as dt

from macros.domain.contacts import asking_phone, published
from macros.models.contacts import Phone

CONSENT = {"scope": ["phone"], "until": "2030-01-01"}
PRIVATE = Phone.model_validate({"number": "13800138000", "consent": CONSENT})
OFFICE = Phone.model_validate({"number": "13900139000", "office": "true"})


def test_a_private_number_is_published_until_the_consent_ends() -> None:
    assert published([PRIVATE, OFFICE], dt.date(2030, 1, 1)) == (PRIVATE, OFFICE)
    assert published([PRIVATE, OFFICE], dt.date(2030, 1, 2)) == (OFFICE,)


def test_the_number_to_ask_needs_nobodys_consent() -> None:
    assert asking_phone([PRIVATE]) is None
    assert asking_phone([PRIVATE, OFFICE]) == OFFICE
