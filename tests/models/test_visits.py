"""A visit has no field into which anything personal fits."""

from __future__ import annotations

import datetime as dt
from typing import get_args

import pytest
from pydantic import ValidationError

from macros.models.places import Place
from macros.models.reference import Ref
from macros.models.visits import ABOUT, About, Visit

ENTRY = {"date": "2026-11-03", "place": "a", "asked": "3"}


def test_every_field_is_a_day_a_number_a_flag_or_the_id_of_a_place() -> None:
    fields = dict(Visit.model_fields)
    assert {type(part) for part in fields["place"].metadata} >= {Ref}
    assert [part.to for part in fields["place"].metadata if isinstance(part, Ref)] == [Place]
    kinds = {name: info.annotation for name, info in fields.items() if name != "place"}
    assert kinds == {"date": dt.date, "asked": int, "about": About, "sample": bool}
    assert {info.annotation for info in About.model_fields.values()} == {int}
    assert not get_args(int)


def test_every_matter_has_its_words() -> None:
    assert ABOUT.keys() == About.model_fields.keys()


@pytest.mark.parametrize(
    "more", [{"asked": "13800138000"}, {"asked": "501"}, {"about": {"land": "4"}}, {"about": {"张三": "1"}}]
)
def test_what_cannot_be_a_count_is_refused(more: dict[str, object]) -> None:
    assert Visit.model_validate(ENTRY).asked == 3
    with pytest.raises(ValidationError):
        Visit.model_validate(ENTRY | more)
