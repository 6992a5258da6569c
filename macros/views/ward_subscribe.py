"""What the page of a ward has to send and to follow."""

from __future__ import annotations

from markupsafe import Markup

from macros.domain.edition import Edition
from macros.domain.wards import Ward
from macros.views.calendars import place_calendars
from macros.views.templates import render
from macros.views.wechat import ward_texts


def ward_subscribe(edition: Edition, ward: Ward) -> Markup:
    """The page of a ward's messages and calendars."""
    return render(
        "ward-subscribe",
        ward=ward,
        texts=ward_texts(edition, ward),
        calendars=place_calendars(edition, ward.places),
    )
