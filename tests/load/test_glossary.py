"""A word of the clerk's stands for one key, or for the values that it may mean."""

from __future__ import annotations

import pytest

from macros.load.choices import explained, values_called
from macros.load.glossary import keys_called


@pytest.mark.parametrize(
    ("word", "keys", "meant"),
    [
        ("日期", ["to", "from", "date"], ["date"]),
        ("日期", ["to", "from"], ["from"]),
        ("日期", ["to"], []),
        ("天气", ["date"], []),
    ],
)
def test_a_word_stands_for_the_first_of_its_keys_that_may_be_written(
    word: str, keys: list[str], meant: list[str]
) -> None:
    assert keys_called(word, keys) == meant


def test_a_word_stands_for_each_value_that_it_may_mean() -> None:
    assert values_called("律师", ["judge", "adviser", "other"]) == ["adviser"]
    assert values_called("电话", ["phones", "phone"]) == ["phones", "phone"]


def test_a_value_is_explained_where_it_needs_to_be() -> None:
    assert [explained(value) for value in ("off", "other")] == ["off（放假）", "other"]
