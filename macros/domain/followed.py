"""What those who follow a town's duty in a calendar or a feed are told of each shift, in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, replace
from uuid import NAMESPACE_URL, UUID, uuid5

from macros.domain.contacts import asking_phone
from macros.domain.duty.ledger import Followed
from macros.domain.duty.named_shifts import NamedShift
from macros.domain.duty.shift import with_reason
from macros.domain.roster import Roster
from macros.domain.shift_view import ShiftView
from macros.models.dates import Session
from macros.models.places import Place
from macros.models.rotations import BY_NAMES
from macros.models.town import Town

_OURS = uuid5(NAMESPACE_URL, "tag:fahu,2026:changes")


@dataclass(frozen=True)
class Told:
    """A shift in the words it is told in; two that are equal say the same.

    `due` is the day it was to be on. `owners` are those whose duty it is, `people` and
    `places` all in whose calendars it is: whose turn it was, and where it was to be, as well.
    """

    day: dt.date
    due: dt.date
    session: Session
    place: str
    places: frozenset[str]
    owners: frozenset[str]
    people: frozenset[str]
    status: str
    what: str
    unusual: bool
    short: str
    who: str
    place_name: str
    location: str
    notes: tuple[str, ...]
    lines: tuple[str, ...]
    phone: str
    sample: bool

    @property
    def essence(self) -> Hashable:
        """When and where it is, who is there, and whether that is usual."""
        off = self.status == "CANCELLED"
        return self.day, self.session, self.place, self.owners, off, self.unusual


Follow = Followed[Told]


def told(town: Town, shifts: Iterable[NamedShift]) -> dict[str, Told]:
    """What is told of each shift, by its name."""
    found = tuple(shifts)
    # The day matters for people's own numbers only, which aren't told.
    views = Roster.of(town, (named.shift for named in found), dt.date.max, dt.date.max).shifts
    phones = {place.id: _phone(town, place) for place in town.places}
    return {
        named.name: _told(town, named, view, phones[view.place.id])
        for named, view in zip(found, views, strict=True)
    }


def as_new(town: Town, shifts: Iterable[NamedShift], updated: dt.date) -> tuple[Follow, ...]:
    """The shifts for somebody who never had them before."""
    return tuple(
        Followed(name, one, 0, updated, gone=False, altered=False, places=one.places, people=one.people)
        for name, one in told(town, shifts).items()
    )


def now_told(one: Follow) -> Told:
    """What is told of a shift now, also when it isn't there any more."""
    if not one.gone:
        return one.told
    note = "这一次已经不在值班表里。"
    return replace(
        one.told,
        owners=frozenset(),
        status="CANCELLED",
        what="取消",
        who="取消",
        notes=(note,),
        lines=(note, one.told.phone),
    )


def identity(town: Town) -> str:
    """What no other town in the world is called in calendars.

    The statistical code of its station, which stays when the site gets an address or the
    office another name; without a code a name made of district, town and office.
    """
    site = town.site
    codes = (place.code for place in town.places if place.tier == "station" and place.code)
    return f"{next(codes, uuid5(_OURS, f'{site.district}/{site.town}/{site.office.name}'))}.fahu"


def feed_id(town: Town) -> UUID:
    """The identifier of the town's feed, absolute as each has to be; those of its entries are made of it."""
    return uuid5(_OURS, identity(town))


def _told(town: Town, named: NamedShift, view: ShiftView, phone: str) -> Told:
    shift = named.shift
    sample = "（示例）" if view.sample else ""
    off = "已调整" if named.left else "停一次"
    who = {"cancelled": off, "vacant": "暂缺"}.get(view.state, view.names)
    lines = [f"{person.name}，{person.role_name}" for person in view.people]
    lines += filter(None, (view.manner.words, view.manner.way))
    if view.state == "vacant":
        lines.append(f"这一次暂时没有人值班，请打电话问{town.site.office.name}。")
    lines += [*view.notes, phone]
    if view.sample:
        lines.append("这是示例，不是真的值班安排。")
    return Told(
        day=shift.date,
        due=shift.slot.date,
        session=shift.session,
        place=shift.place,
        places=frozenset({shift.place, shift.slot.place}),
        owners=frozenset(shift.people),
        people=frozenset({*shift.people, *shift.planned}),
        status=_status(view),
        what=_what(named),
        unusual=named.unusual,
        short=view.short,
        who=with_reason(who, view.manner.words) + sample,
        place_name=view.place.name,
        location=_location(view.place) if view.manner.at_place else BY_NAMES[view.manner.by],
        notes=shift.notes,
        lines=tuple(lines),
        phone=phone,
        sample=view.sample,
    )


def _phone(town: Town, place: Place) -> str:
    # A copy in somebody's calendar can't be taken back when a consent ends.
    phone = asking_phone((*place.phones, *town.site.office.phones))
    assert phone is not None, "the office's first number needs nobody's consent"
    return f"电话 {phone.number}{'（示例）' if phone.sample else ''}"


def _location(place: Place) -> str:
    address = f"，{place.address}" if place.address else ""
    return f"{place.name}{address}{'（示例地址）' if 'address' in place.sample else ''}"


def _status(view: ShiftView) -> str:
    if view.state == "cancelled":
        return "CANCELLED"
    return "TENTATIVE" if view.state == "vacant" or not view.announced else "CONFIRMED"


def _what(named: NamedShift) -> str:
    shift = named.shift
    if named.left:
        return "改按临时安排"
    if shift.state != "on":
        return "停一次" if shift.state == "cancelled" else "暂缺"
    if (shift.date, shift.place) != (shift.slot.date, shift.slot.place):
        return "改时间或地点"
    if set(shift.people) != set(shift.planned):
        return "换人"
    if shift.session.start != shift.slot.start:
        return "改时间或地点"
    return "有调整" if named.unusual else "有更新"
