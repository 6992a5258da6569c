"""Whom to call: a person only while on duty and as long as their consent holds, otherwise the desk."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from macros.domain.contacts import published
from macros.models.contacts import Phone, is_mobile
from macros.models.people import Person
from macros.models.places import Place
from macros.models.site import Site


@dataclass(frozen=True)
class Call:
    """A number and whose it is."""

    whom: str
    number: str
    sample: bool


@dataclass(frozen=True)
class Listed:
    """A number in a list: shown through the day `until`, or only after the day `after`."""

    number: str
    sample: bool
    label: str | None
    until: dt.date | None = None
    after: dt.date | None = None


def called(place: Place) -> str:
    """What a place is called on a button: 爱国村服务室."""
    return place.name.replace("公共法律", "")


def desk_call(site: Site, place: Place, day: dt.date) -> Call:
    """The number of a place on that day, or else the office's, which needs nobody's consent."""
    if own := published(place.phones, day):
        return Call(called(place), own[0].number, own[0].sample)
    first = site.office.phones[0]
    return Call(site.office.name, first.number, first.sample)


def personal_call(people: Iterable[Person], day: dt.date) -> Call | None:
    """The first number of theirs that may be published on that day."""
    offered = ((person, person.public_phone(day)) for person in people)
    return next((Call(person.name, number, person.sample) for person, number in offered if number), None)


def listed(phones: Iterable[Phone], today: dt.date) -> tuple[Listed, ...]:
    """Those that may be published on that day, each with its last day if it has one."""
    return tuple(_listed(phone) for phone in published(phones, today))


def listed_for(site: Site, place: Place, today: dt.date) -> tuple[Listed, ...]:
    """The numbers of a place; the office's takes over when the last of them may not be shown any more."""
    own = listed(place.phones, today)
    last_days = [phone.until for phone in own if phone.until]
    if len(last_days) < len(own):
        return own
    after = max(last_days, default=None)
    office = (phone for phone in site.office.phones if _last_day(phone) is None)
    named = (phone.model_copy(update={"label": f"{site.office.name}电话"}) for phone in office)
    return own + tuple(_listed(phone, after) for phone in named)


def _listed(phone: Phone, after: dt.date | None = None) -> Listed:
    return Listed(phone.number, phone.sample, phone.label, _last_day(phone), after)


def _last_day(phone: Phone) -> dt.date | None:
    private = is_mobile(phone.number) and not phone.office
    return phone.consent.until if private and phone.consent else None
