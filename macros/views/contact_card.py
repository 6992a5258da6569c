"""A place as an entry for the contacts of a phone (vCard 3.0, RFC 2426, which every phone reads)."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin

from macros.domain.calls import Listed, listed
from macros.domain.edition import Edition
from macros.domain.places import known_point
from macros.models.places import Place
from macros.views.ics import lines, text


def card_path(place: Place) -> str:
    """Where the card of a place is."""
    return f"cards/{place.id}.vcf"


def contact_cards(edition: Edition, address: str) -> Iterator[tuple[str, bytes]]:
    """The cards of all places, by their path; `address` is that of the site, empty where it isn't known."""
    for place in edition.town.places:
        yield card_path(place), contact_card(edition, place, address)


def contact_card(edition: Edition, place: Place, address: str) -> bytes:
    """The card of one place: what somebody keeps for years holds no sample, and no number that was lent."""
    name = text(place.name)
    return lines(
        [
            "BEGIN:VCARD",
            "VERSION:3.0",
            "PRODID:-//fahu//place//ZH",
            f"N:{name};;;;",
            f"FN:{name}",
            f"ORG:{text(edition.town.site.office.name)}",
            "X-ABShowAs:COMPANY",
            *_numbers(edition, place),
            *_where(edition, place),
            *([f"URL:{urljoin(address, f'places/{place.id}.html')}"] if address else []),
            f"NOTE:{text(_note(edition, place))}",
            "END:VCARD",
        ]
    )


def _kept(edition: Edition, place: Place) -> list[Listed]:
    """Its numbers without those whose consent ends, and without samples."""
    found = listed(place.phones, edition.today)
    made_up = "phones" in place.sample
    return [phone for phone in found if not (made_up or phone.sample or phone.until)]


def _numbers(edition: Edition, place: Place) -> Iterator[str]:
    if kept := _kept(edition, place):
        yield from (f"TEL;TYPE=WORK,VOICE:{phone.number}" for phone in kept)
    else:
        line = edition.town.site.hotlines[0]
        yield f"item1.TEL:{line.number}"
        yield f"item1.X-ABLabel:{text(line.name)}"


def _where(edition: Edition, place: Place) -> Iterator[str]:
    site = edition.town.site
    if place.address and "address" not in place.sample:
        yield f"ADR;TYPE=WORK:;;{text(place.address)};{text(site.town)};{text(site.district or '')};;"
    where = known_point(place)
    if where and place.position and place.position.precision == "surveyed":
        near = where.rounded()
        yield f"GEO:{near.latitude};{near.longitude}"


def _note(edition: Edition, place: Place) -> str:
    """When it is open and how often somebody is on duty, and what is still missing."""
    parts = []
    if place.hours and "hours" not in place.sample:
        parts.append(f"开门：{'；'.join(map(str, place.hours))}")
    patterns = edition.patterns.get(place.id)
    if patterns and not any(shift.sample for shift in edition.rosters[place.id].shifts):
        parts.append(f"值班：{'；'.join(patterns)}，日期看网页")
    if not _kept(edition, place):
        line = edition.town.site.hotlines[0]
        parts.append(f"这里的电话还没有核实，先打 {line.number}（{line.name}）")
    return "\n".join(parts)
