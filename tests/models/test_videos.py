"""A film has what can play it, and a programme its scenes in order with the law behind it."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from macros.models.videos import Programme, Source

FILE, EMBED = {"file": "media/a.mp4"}, {"embed": "https://v.example.com/1"}
CODE = {"channels": {"picture": "media/code.png"}}


@pytest.mark.parametrize("entry", [FILE, EMBED, CODE])
def test_a_source_is_one_thing(entry: dict[str, Any]) -> None:
    assert Source.model_validate(entry).model_dump(exclude_none=True) == entry


@pytest.mark.parametrize("entry", [{}, FILE | EMBED, FILE | CODE, EMBED | CODE])
def test_a_source_is_not_two_things_and_not_nothing(entry: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="也只能写一个"):
        Source.model_validate(entry)


def test_a_scene_begins_at_a_moment_of_the_film() -> None:
    found = Programme.model_validate({"scenes": [{"title": "取存折", "start": "1：05"}, {"title": "尾声"}]})
    assert [scene.start for scene in found.scenes] == [65, None]


def test_an_article_has_its_law() -> None:
    with pytest.raises(ValidationError):
        Programme.model_validate({"laws": [{"text": "要赔"}]})
