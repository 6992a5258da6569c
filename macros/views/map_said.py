"""What the map of a large town says of a place that is pressed, in a file for each part of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import islice
from typing import Any

from macros.domain import days, places
from macros.domain.areas import districts
from macros.domain.calls import desk_call
from macros.domain.duty.shift import with_reason
from macros.domain.edition import Edition
from macros.domain.shift_view import ShiftView
from macros.models.places import Place
from macros.views.data_script import data_script

# Of a place so many duties are known.
SHOWN = 4


def map_said(edition: Edition, folder: str) -> Iterator[tuple[str, bytes]]:
    """The files by their path, named after the numbers of district and town in the data of the map."""
    known = min(edition.today + days.FORTNIGHT, edition.last)
    site, drawn = edition.town.site, places.drawable(edition.town.places)
    for one, district in enumerate(districts(drawn, site)):
        for two, area in enumerate(district.towns):
            said = {place.id: _said(edition, place, known) for place in area.places}
            data = {"known": known.isoformat(), "places": said}
            yield f"{folder}/{one}-{two}.js", data_script("mapSaid", data).encode()


def _said(edition: Edition, place: Place, known: dt.date) -> list[Any]:
    """Whom to call, the number, whether it is a sample, and the next duties."""
    # A number that may not be shown that long is left out at once.
    call = desk_call(edition.town.site, place, known)
    held = (shift for shift in edition.rosters[place.id].shifts if shift.state == "on")
    coming = islice((shift for shift in held if shift.date >= edition.today), SHOWN)
    return [call.whom, call.number, int(call.sample), [_shift(shift) for shift in coming]]


def _shift(shift: ShiftView) -> list[Any]:
    names = "、".join(person.name for person in shift.people)
    names = with_reason(names, shift.manner.words) + ("（示例）" if shift.sample else "")
    hours = [f"{shift.session.start:%H:%M}", f"{shift.session.end:%H:%M}"]
    return [shift.date.isoformat(), *hours, names, "" if shift.announced else "按计划，先打电话问"]
