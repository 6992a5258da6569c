"""Where the events of a village are: in Latin letters, the same for page, calendar and feed."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from functools import lru_cache

from macros.models.town import Town
from macros.views.villages import villages


def village_slug(town: Town, name: str) -> str:
    """The village in an address: its pinyin, with something added where two would have the same."""
    return _slugs(town)[name]


def _slugs(town: Town) -> dict[str, str]:
    return _spelt(tuple((each.name, each.spellings[0]) for each in villages(town)))


@lru_cache(maxsize=4)
def _spelt(spellings: tuple[tuple[str, str], ...]) -> dict[str, str]:
    plain = {name: re.sub(r"[^a-z0-9]", "", spelling)[:40] for name, spelling in spellings}
    count = Counter(plain.values())
    return {name: _own(name, slug, count[slug]) for name, slug in plain.items()}


def _own(name: str, slug: str, count: int) -> str:
    return slug if slug and count == 1 else f"{slug or 'v'}-{_mark(name)}"


def _mark(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:6]
