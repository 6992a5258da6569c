"""我的村: what pages answer first when a village is chosen on the device, in a small file for each place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from macros.domain import days
from macros.domain.calls import Call, called, desk_call
from macros.domain.edition import Edition
from macros.domain.places import main_station, serving
from macros.domain.shift_view import ShiftView
from macros.domain.wards import Ward
from macros.models.places import Place
from macros.views import ways
from macros.views.data_script import data_script
from macros.views.duty_now import now_elsewhere
from macros.views.events import place_events
from macros.views.links import rooted
from macros.views.notices import notices_at
from macros.views.opening import opening_line
from macros.views.templates import render

# Who waits looks at so many places beside the own one, and at so many of their duties.
NEAR, URGENT = 5, 16
WHOLE = "all"
# my-village.js puts the way to the site's root there: the file serves pages of every folder.
_ROOT = "~/"


def my_village(_: Edition) -> Markup:
    """The line that says which village is chosen, or offers to choose one."""
    return render("my-village")


def my_village_files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """The script of each place that serves a village first."""
    parts: list[tuple[Ward | None, Iterable[Place]]] = [(ward, ward.places) for ward in edition.wards]
    for ward, places in parts or [(None, edition.town.places)]:
        held: dict[str, tuple[Place, list[str]]] = {}
        for village, own in serving(places).items():
            held.setdefault(own[0].id, (own[0], []))[1].append(village)
        for place, villages in held.values():
            yield f"assets/mine/{place.id}.js", _file(edition, place, villages, ward)


def _file(edition: Edition, place: Place, villages: list[str], ward: Ward | None) -> bytes:
    now = notices_at(edition.town.site.notices, place, edition.today)
    now += opening_line(edition.openings, place) + now_elsewhere(edition, place)
    title = f"{villages[0] if len(villages) == 1 else called(place)}：近期活动"
    shown = {
        "now": now,
        "beside": _urgent(edition, place),
        "ways": render("my-village-ways", place=place, ward=ward),
        "events": place_events(edition, place, 3, title),
    }
    html = {name: rooted(each, _ROOT) for name, each in shown.items()}
    known = {"place": place.id, "part": ward.id if ward else WHOLE, "villages": villages}
    return data_script("mine", known | html).encode()


def _urgent(edition: Edition, place: Place) -> Markup:
    rows = [
        (shift, far, _call(edition, shift.place))
        for shift, far in sorted(_soon(edition, place), key=lambda row: (row[0].date, row[0].session))
    ]
    return render("urgent-help", rows=rows[:URGENT], line=edition.town.site.hotlines[0])


def _soon(edition: Edition, place: Place) -> Iterator[tuple[ShiftView, str]]:
    """The duties of the next two weeks near a place, with how far it is."""
    around = edition.around.nearest(place, NEAR)
    near = {other.id: ways.distance(way) if way.surveyed else "" for other, way in around}
    station = main_station(edition.town.places)
    if station and station.id != place.id:
        near.setdefault(station.id, "")
    for other, far in near.items():
        for shift in edition.rosters[other].met(edition.today):
            if shift.date >= edition.today + days.FORTNIGHT:
                break
            if shift.announced:
                yield shift, far


def _call(edition: Edition, place: Place) -> Call:
    return desk_call(edition.town.site, place, edition.last)
