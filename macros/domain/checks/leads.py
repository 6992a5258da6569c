"""Doors and words of the search that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from macros.errors import Finding, did_you_mean
from macros.models.town import FILES, Town

_CALLED = {page.called: page.name for file in FILES for page in file.pages}
_ANY = f"可以写页面（{'、'.join(_CALLED.values())}）、热线的号码，或者服务场所、活动、遇事找法的编号"


def leads(town: Town) -> Iterator[Finding]:
    """What names no page, number or entry."""
    titles = {door.title for door in town.site.doors if door.title}
    topics = {topic.id for topic in town.topics.topics}
    for number, door in enumerate(town.site.doors):
        if door.to not in town.addresses:
            yield _astray("doors", number, door.to, town.addresses, _ANY)
        elif door.to not in topics and not (door.title and door.hint):
            message = "title 和 hint 都要写，只有去 topics.yml 里的一件事才可以不写"
            yield Finding("site", ("doors", number, "to"), message)
    for number, words in enumerate(town.site.words):
        if words.to not in town.addresses and words.to not in titles:
            known = {*town.addresses, *titles}
            yield _astray("words", number, words.to, known, f"{_ANY}，或者 doors 里的 title")


def _astray(key: str, number: int, to: str, known: Iterable[str], right: str) -> Finding:
    meant = f"要写 {_CALLED[to]}" if to in _CALLED else did_you_mean(to, sorted(known))
    return Finding("site", (key, number, "to"), f"没有这个去处（写的是 {to}），{meant or right}")
