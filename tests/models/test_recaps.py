"""Nobody's face is published without consent."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from pydantic import ValidationError

from macros.models.events import Event, Events
from macros.models.recaps import Picture
from tests.making import event as make
from tests.second_town import TOWN

AGREED = {"scope": ["photo"], "until": "2026-12-01"}


def picture(**more: Any) -> dict[str, Any]:
    """A picture as it is written."""
    return {"file": "media/a.jpg", "alt": "早市", "faces": "false"} | more


@pytest.mark.parametrize(
    "more",
    [
        {"faces": "true"},
        {"faces": "true", "consent": {"scope": ["phone"], "until": "2027-01-01"}},
        {"consent": AGREED},
        {"faces": None},
    ],
)
def test_who_is_on_it_and_who_agrees_is_said(more: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Picture.model_validate(picture(**more))


def test_a_face_is_shown_as_long_as_somebody_agrees() -> None:
    face = Picture.model_validate(picture(faces="true", consent=AGREED))
    assert [face.published(dt.date(2026, 12, day)) for day in (1, 2)] == [True, False]
    assert Picture.model_validate(picture()).published(dt.date(2030, 1, 1))


def event(**more: Any) -> Event:
    """An event with pictures."""
    return make("2026-11-01", **more)


def test_no_file_is_published_that_nobody_agrees_to_any_more() -> None:
    recap = {"text": "好", "pictures": [picture(file="media/b.jpg", faces="true", consent=AGREED)]}
    events = Events.model_validate(
        {"categories": ["讲座"], "events": [event(picture=picture(), recap=recap)]}
    )
    town = TOWN.model_copy(update={"events": events})
    assert {"media/a.jpg", "media/b.jpg"} <= {*town.media}
    assert town.withheld(dt.date(2026, 12, 1)) == frozenset()
    assert town.withheld(dt.date(2026, 12, 2)) == {"media/b.jpg"}
