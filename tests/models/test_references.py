"""A reference that nobody would check can't be written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

import pytest
from pydantic import BaseModel

from macros.models.reference import MEDIA, OFFICE_NUMBERS, VILLAGES, Ref, Target
from macros.models.site import Office
from macros.models.town import FILES


def test_a_reference_to_what_has_no_id_fails_where_it_is_written() -> None:
    with pytest.raises(TypeError, match="Office has no id"):
        Ref(Office, "办公室")


def references(model: type[BaseModel]) -> Iterator[Target]:
    """What the entries of a model refer to."""
    for info in model.model_fields.values():
        for part in parts(info.annotation, *info.metadata):
            if isinstance(part, Ref):
                yield part.to
            elif isinstance(part, type) and issubclass(part, BaseModel):
                yield from references(part)


def parts(*kinds: object) -> Iterator[object]:
    for kind in kinds:
        yield kind
        yield from parts(*get_args(kind))


def test_the_files_list_all_that_is_referred_to() -> None:
    listed = {target for file in FILES for _, target in file.targets()}
    referred = {target for file in FILES for target in references(file.model)}
    # These are no list of a file: what places serve, and what lies in media/.
    assert referred - {VILLAGES, MEDIA} <= listed
    assert len(referred) >= 8
    assert OFFICE_NUMBERS not in listed


def test_what_can_be_referred_to_is_told_by_the_models() -> None:
    found = {file.name: [key for key, _ in file.targets()] for file in FILES}
    assert found == {
        "site": ["players"],
        "places": ["places"],
        "people": ["people", "teams", "firms"],
        "duty": ["rotations", "temporary"],
        "topics": ["questions", "topics"],
        "events": ["categories", "units", "series", "events"],
        "videos": ["categories", "series", "languages", "videos", "taken_down"],
        "quiz": ["categories", "questions"],
        "tips": ["tips"],
        "holidays": [],
        "responsibilities": ["responsibilities"],
        "enforcement": ["units"],
        "years": [],
        "visits": [],
        "lines": [],
    }
