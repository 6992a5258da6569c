"""The places and people that somebody means by an id or a name."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from macros.commands.arguments import UsageError
from macros.domain.duty.shift import HasName
from macros.errors import similar
from macros.models.base import narrow
from macros.models.town import Town

AT_MOST = 4


def places(town: Town, words: Iterable[str]) -> frozenset[str]:
    """The ids of the places meant, each by its id, its name or a village it serves."""
    villages = {place.id: place.villages for place in town.places}
    return _chosen(town.places, words, "服务场所", lambda place: (place.name, *villages[place.id]))


def people(town: Town, words: Iterable[str]) -> frozenset[str]:
    """The ids of the people meant, each by id or name."""
    return _chosen(town.people, words, "人员", lambda person: (person.name,))


def _chosen(
    entries: Iterable[HasName], words: Iterable[str], called: str, names: Callable[[HasName], tuple[str, ...]]
) -> frozenset[str]:
    known = {entry.id: (entry.id, *names(entry)) for entry in entries}
    found: set[str] = set()
    for word in map(narrow, words):
        meant = {id for id, words in known.items() if word in words}
        if not meant:
            raise UsageError(f"没有“{word}”这个{called}{_hint(word, known)}")
        found |= meant
    return frozenset(found)


def _hint(word: str, known: dict[str, tuple[str, ...]]) -> str:
    near = [id for id, words in known.items() if word and any(word in one for one in words)]
    if not near:
        close = set(similar(word, [one for words in known.values() for one in words]))
        near = [id for id, words in known.items() if close.intersection(words)]
    told = [f"{known[id][1]}（{id}）" for id in near[:AT_MOST]]
    return f"，是不是想写 {' 或 '.join(told)}？" if told else ""
