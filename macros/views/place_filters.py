"""How the list of places is narrowed, and what each entry has to say for itself so that scripts can do it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.domain import places
from macros.domain.edition import Edition
from macros.models.places import Place
from macros.views.filters import FilterGroup, filter_group

OPEN, DUTY = "open", "duty"


@dataclass(frozen=True)
class Sought:
    """An entry of the list as scripts find it: its number on paper, what it is narrowed and sorted by.

    `ends` are the instants at which its certain duties end, `at` is its point where one is known.
    """

    number: int
    label: str
    group: str
    villages: tuple[str, ...]
    matters: tuple[str, ...]
    ends: tuple[str, ...]
    at: str
    surveyed: bool


def in_order(shown: Iterable[Place]) -> tuple[Place, ...]:
    """The places as their list has them, from number 1 on."""
    return tuple(place for _, members in places.grouped(shown) for place in members)


def sought(edition: Edition, shown: Iterable[Place]) -> dict[str, Sought]:
    """What the entries of these places say, by their ids."""
    return {
        place.id: _sought(edition, place, number) for number, place in enumerate(in_order(shown), start=1)
    }


def place_filters(edition: Edition) -> tuple[FilterGroup, ...]:
    """The choices that part the places of a town whose list stands on one page."""
    if edition.wards:
        return ()
    site, shown = edition.town.site, in_order(edition.town.places)
    # Each kind that there is, in their order, and its plain words.
    names: dict[str, str] = {place.group: site.groups.of(place.group).plain for place in shown}
    entries = list(sought(edition, shown).values())
    matters = sorted({matter for entry in entries for matter in entry.matters})
    villages = [village for place in shown for village in place.villages]
    # Which places these are changes with the hour: the script knows.
    now = FilterGroup("now", "现在", (OPEN, DUTY), {OPEN: "现在开门", DUTY: "今天有人值班"})
    return (
        now,
        *filter_group("village", "哪个村", villages, [entry.villages for entry in entries]),
        *filter_group("matter", "要问什么事", matters, [entry.matters for entry in entries]),
        *filter_group("tier", "什么地方", names, [[entry.group] for entry in entries], called=names),
    )


def _sought(edition: Edition, place: Place, number: int) -> Sought:
    where = places.known_point(place)
    shifts = [shift for shift in edition.coming[place.id].shifts if shift["people"] != "暂缺"]
    return Sought(
        number=number,
        label=places.short_name(place, edition.town.site),
        group=place.group,
        villages=tuple(place.villages),
        matters=tuple(dict.fromkeys(_matters(edition, place))),
        ends=tuple(f"{shift['date']}T{shift['time'][-5:]}" for shift in shifts if not shift["planned"]),
        at=f"{where.longitude:.5f},{where.latitude:.5f}" if where else "",
        surveyed=where is not None and not places.is_approximate(place),
    )


def _matters(edition: Edition, place: Place) -> Iterator[str]:
    """What those know who are on duty at a place."""
    for shift in edition.rosters[place.id].shifts:
        for person in shift.people:
            yield from person.specialities
