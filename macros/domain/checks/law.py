"""Sentences that state the law without naming it, and laws that nobody has looked up for a year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from macros.domain.checks.scope import Loc, Scope
from macros.domain.law import VALID, laws, sentences, states
from macros.errors import Finding
from macros.models.law import Law

# So many articles are named of a law.
NAMED = 4
_NO_LAW = (
    "写了期限、收不收费或者权利，要写明依据，例如 law: {name: 人民调解法, article: 4, checked_on: 2026-11-25}"
)


def law(scope: Scope) -> Iterator[Finding]:
    """What the office should add or look up again."""
    for sentence in sentences(scope.town):
        if sentence.law is None and states(sentence.text):
            yield Finding(sentence.subject, sentence.loc, _NO_LAW, "warning")
    yield from _old(scope)


def _old(scope: Scope) -> Iterator[Finding]:
    old: dict[tuple[str, dt.date], list[tuple[str, Loc, Law]]] = {}
    for subject, loc, one in laws(scope.town):
        if one.checked_on > scope.first:
            yield Finding(subject, (*loc, "checked_on"), "查对的日子还没有到，请核对", "warning")
        elif scope.first - one.checked_on > VALID:
            old.setdefault((one.name, one.checked_on), []).append((subject, loc, one))
    # Whoever looks up a law looks up all that is said of it.
    for (name, _), spots in old.items():
        subject, loc, _ = spots[0]
        articles = list(dict.fromkeys(one.article for *_, one in spots))
        named = "、".join(articles[:NAMED]) + ("等" if len(articles) > NAMED else "")
        more = f"，一共 {len(spots)} 处" if len(spots) > 1 else ""
        message = f"《{name}》{named}查对已经超过一年，请再查一遍，改 checked_on{more}"
        yield Finding(subject, (*loc, "checked_on"), message, "warning")
