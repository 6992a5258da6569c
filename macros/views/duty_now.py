"""Who can help now, in the town or at one place: two weeks stand on the page, later days in a small file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

from markupsafe import Markup

from macros.domain import days
from macros.domain.calls import Call
from macros.domain.edition import Edition
from macros.domain.roster import Roster
from macros.domain.shift_view import DutyDay, ShiftView
from macros.domain.stops import StopGroup, by_reason
from macros.models.dates import Session
from macros.models.places import Place
from macros.views.data_script import data_script
from macros.views.duty import beyond
from macros.views.links import relative
from macros.views.nearest_help import nearest_help
from macros.views.templates import render

# The one who counts and two more are shown at a time; of a day with many hours fewer each are drawn.
AT_ONCE, A_DAY = 3, 12
# And at a place so many on the days after.
AFTER = 2
# So many elements the days on a page may have, and those of a shift in full, of a line, of a day.
ROOM, IN_FULL, LINE, DAY = 400, 14, 6, 4


@dataclass(frozen=True)
class CardDay:
    """A day of the card: the shifts that are drawn, the one that comes first, and how many there are.

    `firsts` are the first shifts of each hour: the others are never the one that counts.
    """

    date: dt.date
    drawn: tuple[ShiftView, ...]
    firsts: tuple[ShiftView, ...]
    lead: ShiftView
    count: int

    @property
    def held(self) -> bool:
        """Whether somebody is there."""
        return self.lead.state == "on"

    @property
    def planned(self) -> bool:
        """Whether the holidays of its year aren't announced."""
        return not self.lead.announced

    @property
    def size(self) -> int:
        """How many elements it takes, about."""
        lines = len(self.drawn) * LINE if len(self.drawn) > 1 else 0
        return len(self.firsts) * IN_FULL + lines + DAY


@dataclass(frozen=True)
class Part:
    """What a card says from one day on: complete through the day `known`, then the next day with a duty."""

    days: tuple[CardDay, ...]
    stops: tuple[StopGroup, ...]
    known: dt.date

    @property
    def personal(self) -> bool:
        """Whether somebody's own number is offered during some shift."""
        return any(shift.personal for day in self.days for shift in day.firsts)

    @property
    def desk(self) -> Call | None:
        """Whom all of its shifts are called by; None where they differ."""
        desks = {shift.desk for day in self.days for shift in day.firsts}
        return desks.pop() if len(desks) == 1 else None

    def free(self, day: dt.date) -> bool:
        """Whether on that day there is no duty, and none was called off."""
        return bool(self.days) and self.days[0].date > day and all(stop.date != day for stop in self.stops)

    @classmethod
    def of(cls, roster: Roster, shown: Sequence[CardDay], first: dt.date, known: dt.date) -> Part:
        """The part with these days, and what doesn't take place between them."""
        last = shown[-1].date if shown else known
        stops = [row for row in roster.stopped() if first <= row.date <= max(known, last)]
        return cls(tuple(shown), tuple(by_reason(stops)), known)


def duty_now(edition: Edition, place: Place | None = None) -> Markup:
    """The card that answers "who can help me today", of the town or of one place."""
    roster = _roster(edition, place)
    return _card(edition, place, first_part(roster))


def place_now(edition: Edition, place: Place) -> tuple[Markup, Markup]:
    """The card of a place, and where else to go when its next duty is far off.

    Of that the page knows today's: it is published every night, and later days come as those of the card do.
    """
    roster = edition.rosters[place.id]
    near = _nearest(edition, place, roster.today, roster.today)
    return _card(edition, place, first_part(roster)), near


def now_elsewhere(edition: Edition, place: Place) -> Markup:
    """The card of a place for the page of its village's people, which has no later days."""
    return _card(edition, place, first_part(edition.rosters[place.id]), elsewhere=True)


def now_of(edition: Edition, roster: Roster) -> Markup:
    """The card of some of the town's shifts, such as those of one person, which has no later days."""
    return _card(edition, None, first_part(roster), elsewhere=True)


def _nearest(edition: Edition, place: Place, since: dt.date, known: dt.date) -> Markup:
    return nearest_help(edition, place, since, known, _later_path(place)) if place.tier else Markup()


def later_files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """The scripts with what cards say after two weeks: the town's by month, a place's in one."""
    roster = edition.roster
    for month, part in month_parts(roster):
        content = _script({"now": _card(edition, None, part)}, "index.html")
        yield _later_path(None, f"{month:%Y-%m}"), content
    for place in edition.town.places:
        seen, make = partial(edition.seen_at, place), partial(_later, edition, place)
        if content := edition.once(f"later of {place.id}", seen, make):
            yield _later_path(place), content


def _later(edition: Edition, place: Place) -> bytes:
    """What the script of a place holds; nothing where its page says all."""
    roster = edition.rosters[place.id]
    known = first_part(roster).known
    parts = {}
    if known < roster.last:
        parts["now"] = _card(edition, place, rest_part(roster, known + days.ONE_DAY))
    if found := _nearest(edition, place, roster.today + days.ONE_DAY, roster.last):
        parts["nearest"] = found
    return _script(parts, f"places/{place.id}.html") if parts else b""


def _script(parts: Mapping[str, Markup], url: str) -> bytes:
    """One of them, its links leading from the page that asks for it."""
    whole = {name: relative(html, url) for name, html in parts.items()}
    return data_script("later", whole).encode()


def _later_path(place: Place | None, month: str = "{month}") -> str:
    return f"assets/later/places/{place.id}.js" if place else f"assets/later/{month}.js"


def _roster(edition: Edition, place: Place | None) -> Roster:
    return edition.rosters[place.id] if place else edition.roster


def _card(edition: Edition, place: Place | None, part: Part, *, elsewhere: bool = False) -> Markup:
    return render(
        "duty-now",
        part=part,
        free=part.free(edition.today),
        later=_later_path(place),
        beyond=beyond(edition, part.known, edition.today),
        office=edition.town.site.office,
        last=edition.last,
        place=place,
        elsewhere=elsewhere,
        after=_after(edition.rosters[place.id], part) if place and not elsewhere else (),
    )


def _after(roster: Roster, part: Part) -> list[ShiftView]:
    """The next shifts on later days than that on the card, with somebody there."""
    if not part.days:
        return []
    held = (shift for shift in roster.shifts if shift.state == "on" and shift.date > part.days[0].date)
    return list(islice(held, AFTER))


def card_days(roster: Roster) -> Iterator[CardDay]:
    """The days that have a shift which isn't cancelled."""
    for day in roster.days():
        if held := tuple(shift for shift in day.shifts if shift.state != "cancelled"):
            yield card_day(DutyDay(day.date, held))


def card_day(day: DutyDay) -> CardDay:
    """The day with as many shifts of each hour as are left to show when the earlier ones are over."""
    hours: dict[Session, list[ShiftView]] = {}
    for shift in day.shifts:
        hours.setdefault(shift.session, []).append(shift)
    each = max(1, min(AT_ONCE, A_DAY // len(hours)))
    # Somebody who can help comes first; a vacant shift only when there is nobody else.
    shown = [sorted(same, key=_vacant)[:each] for same in hours.values()]
    firsts = [same[0] for same in shown]
    drawn = (shift for same in shown for shift in same)
    return CardDay(day.date, tuple(drawn), tuple(firsts), min(firsts, key=_vacant), len(day.shifts))


def _vacant(shift: ShiftView) -> bool:
    return shift.state == "vacant"


def first_part(roster: Roster) -> Part:
    """What stands on the page: two weeks, or as many days of a large town as a page can hold."""
    enough = roster.today + days.FORTNIGHT
    shown: list[CardDay] = []
    size = 0
    for day in card_days(roster):
        shown.append(day)
        full = len(shown) > 1 and size + day.size > ROOM
        if day.held and (full or day.date >= enough):
            return Part.of(roster, shown, roster.today, day.date - days.ONE_DAY)
        size += day.size
    return Part.of(roster, shown, roster.today, roster.last)


def rest_part(roster: Roster, first: dt.date) -> Part:
    """Everything from a day on."""
    shown = [day for day in card_days(roster) if day.date >= first]
    return Part.of(roster, shown, first, roster.last)


def month_parts(roster: Roster) -> Iterator[tuple[dt.date, Part]]:
    """The later days by month, each with the next day on which somebody is there."""
    every = list(card_days(roster))
    first = first_part(roster).known + days.ONE_DAY
    while first <= roster.last:
        after = days.next_month(first)
        inside = [day for day in every if first <= day.date < after]
        inside += [day for day in every if day.held and day.date >= after][:1]
        known = min(after - days.ONE_DAY, roster.last)
        yield first.replace(day=1), Part.of(roster, inside, first, known)
        first = after
