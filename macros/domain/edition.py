"""One town on one day: what every view is handed."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar, cast

from macros.domain import days
from macros.domain.again import Again
from macros.domain.duty import Resolved
from macros.domain.duty.ledger import Span
from macros.domain.duty.named_shifts import KEPT
from macros.domain.duty.patterns import place_patterns
from macros.domain.event_book import EventBook
from macros.domain.event_told import EventFollow
from macros.domain.followed import Follow
from macros.domain.openings import Openings
from macros.domain.people import Knowing, by_person, knowing
from macros.domain.places import Surroundings, Way
from macros.domain.reach import Reach
from macros.domain.roster import Outline, Roster
from macros.domain.shift_view import Coming, Row
from macros.domain.tiers import Tiers
from macros.domain.wards import Ward, wards
from macros.domain.years import Review, reviews
from macros.models.captions import Cue
from macros.models.places import Place
from macros.models.town import Town

# At least 90 days must be left when nobody has rebuilt the site for a month.
HORIZON = dt.timedelta(days=125)
# Where it stands who knows about a matter.
KNOWS = "knows"
# So many other places are named on the page of one.
NEAR = 3
# The parts of which `seen_at` tells all that is told at a place; what is near or above it the ground tells.
SEEN_AT = frozenset(
    {"roster", "rosters", "coming", "openings", "reach", "patterns", "wards", "near", "tiers"}
)
T = TypeVar("T")


# The macros plugin writes what it is handed as text on each build: a whole town would take long.
@dataclass(frozen=True, repr=False)
class Edition:
    """A town, the day, its duty worked out once, and what the files around the data say.

    `updated` is the day of the last change of the data, `sizes` holds the bytes of the files that
    are published of media/, `follows` what those have who follow the duty, `event_follows` the events,
    `seconds` how long our own films are, `spoken` what files of captions say. `again` is what a server
    made of the same town on that day, as long as only its duty changes. `lines` says where each place
    stands in the files, for the office.
    """

    town: Town
    today: dt.date
    resolved: Resolved
    updated: dt.date
    sizes: Mapping[str, int] = field(default_factory=dict)
    follows: tuple[Follow, ...] = ()
    seconds: Mapping[str, int] = field(default_factory=dict)
    spoken: Mapping[str, tuple[Cue, ...]] = field(default_factory=dict)
    again: Again | None = None
    event_follows: tuple[EventFollow, ...] = ()
    lines: Mapping[str, str] = field(default_factory=dict)
    _made: dict[str, object] = field(default_factory=dict, init=False, compare=False)

    @cached_property
    def ground(self) -> object:
        """All that pages are made of but the duty, which is what changes every week."""
        # Iterating over it would find what it has worked out as well.
        parts = {name: getattr(self.town, name) for name in Town.model_fields if name != "duty"}
        return self.today, self.sizes, self.seconds, self.spoken, parts

    @property
    def last(self) -> dt.date:
        """The last day of which anything is known."""
        return self.today + HORIZON

    @property
    def first(self) -> dt.date:
        """The Monday or the first of the month of the day, from which on shifts are told."""
        return min(self.today.replace(day=1), days.monday(self.today))

    @cached_property
    def roster(self) -> Roster:
        """Every shift from the first day to the last."""
        found = self.resolved.window(self.first, self.last)
        return Roster.of(self.town, found.shifts, self.today, self.last, found.dropped)

    @cached_property
    def rosters(self) -> dict[str, Roster]:
        """The part of each place, by its id."""
        return self.roster.by_place()

    @cached_property
    def wards(self) -> tuple[Ward, ...]:
        """The parts of a town that is too large for pages of the whole; none of another."""
        rows: tuple[Row, ...] = (*self.roster.shifts, *self.roster.stops)
        shifts = Counter(row.date.replace(day=1) for row in rows)
        return wards(self.town, max(shifts.values(), default=0))

    @cached_property
    def ward_rosters(self) -> dict[str, Roster]:
        """The part of each ward, by its id."""
        return self.roster.parted({place.id: ward.id for ward in self.wards for place in ward.places})

    @cached_property
    def person_rosters(self) -> Mapping[str, Roster]:
        """The part of each person who has a duty, by id."""
        return by_person(self.roster)

    @cached_property
    def knowing(self) -> list[list[Knowing]]:
        """The matters of each page of 谁懂这件事."""
        left = (person for person in self.town.people if person.until and person.until < self.today)
        gone = {person.id for person in left}
        return knowing([one for one in self.town.persons if one.id not in gone], KNOWS)

    @cached_property
    def coming(self) -> dict[str, Coming]:
        """The next duties of each place in short, by its id."""
        return self.roster.coming()

    @cached_property
    def openings(self) -> Openings:
        """Whether each place is open, for as long as the roster is known."""
        duty, calendar = self.roster.duty_days(), self.resolved.calendar
        return Openings.of(self.town, duty, calendar, self.today, self.last)

    @cached_property
    def events(self) -> EventBook:
        """The events, sorted out."""
        return EventBook(self.town.events.events, self.town.places, self.today, self.event_follows)

    @cached_property
    def around(self) -> Surroundings:
        """What is near each place."""
        # What was made on the same ground knows already who asked.
        return self.once("around", lambda: None, lambda: Surroundings.of(self.town.places))

    @cached_property
    def tiers(self) -> Tiers:
        """Which place belongs to which of the tier above."""
        return Tiers.of(self.town.places)

    def near(self, place: Place) -> tuple[tuple[Place, Way], ...]:
        """The places that are nearest to one, with the way there."""
        return self.once(f"near {place.id}", tuple, lambda: self.around.nearest(place, NEAR))

    @cached_property
    def reach(self) -> Reach:
        """Where else to go, among the places that have a duty."""
        held = tuple(place for place in self.town.places if self.rosters[place.id].shifts)
        return self.once("reach", lambda: tuple(place.id for place in held), lambda: Reach.of(held))

    @cached_property
    def reviews(self) -> tuple[Review, ...]:
        """The years of which there is something to tell, the latest first."""
        return reviews(self.town, self.resolved, self.today)

    @cached_property
    def patterns(self) -> dict[str, tuple[str, ...]]:
        """How often each place has a duty, in words, by its id."""
        return place_patterns(self.town.duty, self.today)

    @cached_property
    def outlines(self) -> dict[str, Outline]:
        """What the part of each place tells, by its id; of the last build where it tells the same."""
        # One that is the same object is quickly compared, and each is by a dozen of its neighbours.
        return {
            place: self.once(f"outline of {place}", roster.outline, roster.outline)
            for place, roster in self.rosters.items()
        }

    def seen_at(self, place: Place) -> tuple[object, ...]:
        """All of the duty that is told at a place: its own, and that of those within reach of it."""
        around = tuple((other.id, self.outlines[other.id]) for other, _ in self.reach.around(place))
        own = self.outlines[place.id], self._opening(place)
        near = tuple(self._opening(other) for other, _ in self.near(place))
        return *own, self.patterns.get(place.id), bool(self.wards), around, near

    def _opening(self, place: Place) -> tuple[object, ...]:
        view = self.openings.views[place.id]
        return view, self.openings.schedules.get(view.key)

    def once(self, name: str, of: Callable[[], object], make: Callable[[], T]) -> T:
        """What `make` makes; what it made for a server's last build if it was `of` an equal thing."""
        return self.again.once(name, of(), make) if self.again else make()

    def kept(self, name: str, make: Callable[[], T]) -> T:
        """What `make` makes; in this build only once, although several views ask for it."""
        if name not in self._made:
            self._made[name] = make()
        # Nobody else uses its name.
        return cast(T, self._made[name])


def span_of(today: dt.date) -> Span:
    """The days that followers of a site built on that day are told of."""
    return Span(today - KEPT, today + HORIZON, HORIZON)
