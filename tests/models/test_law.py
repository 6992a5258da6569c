"""A law is named with its article as people say it."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from macros.models.law import Law


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("20", "第20条"),
        ("第20条", "第20条"),
        ("20、87", "第20、87条"),
        ("第27条，第53条", "第27、53条"),
        ("1134-1138", "第1134至1138条"),
    ],
)
def test_an_article_is_said_in_one_way(typed: str, said: str) -> None:
    law = Law(name="《行政复议法》", article=typed, checked_on="2025-04-19")
    assert (law.name, law.article) == ("行政复议法", said)


@pytest.mark.parametrize("typed", ["二十", "", "第条", "0", "20款"])
def test_an_article_without_a_number_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError):
        Law(name="行政复议法", article=typed, checked_on="2025-04-19")
