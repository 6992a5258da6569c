"""Doors and words lead to a page, a number or an entry that there is."""

from __future__ import annotations

import pytest

from macros.domain.checks.leads import leads
from macros.models.site import Door, Words
from macros.models.town import Town
from tests.second_town import TOWN


def with_door(to: str) -> Town:
    """A town whose only door leads there, and whose words too."""
    door = Door.model_validate({"title": "起纠纷", "hint": "问一问", "to": to})
    words = Words.model_validate({"say": ["吵架"], "to": to})
    return TOWN.model_copy(
        update={"site": TOWN.site.model_copy(update={"doors": (door,), "words": (words,)})}
    )


@pytest.mark.parametrize(
    ("to", "address"),
    [
        ("duty", "duty.html"),
        ("subscribe", "subscribe.html"),
        ("hotlines", "index.html#hotlines"),
        (TOWN.site.hotlines[0].number, f"tel:{TOWN.site.hotlines[0].number}"),
        (TOWN.places[0].id, f"places/{TOWN.places[0].id}.html"),
        (TOWN.events.events[0].id, f"events/{TOWN.events.events[0].id}.html"),
    ],
)
def test_a_door_leads_to_any_page_number_or_entry(to: str, address: str) -> None:
    town = with_door(to)
    assert town.addresses[to] == address
    assert list(leads(town)) == []


def test_words_lead_to_a_trouble_too() -> None:
    door, words = leads(with_door("起纠纷")), leads(with_door("duty"))
    assert [one.loc for one in door] == [("doors", 0, "to")]
    assert list(words) == []


@pytest.mark.parametrize(
    ("to", "said"),
    [("值班", "要写 duty"), ("event", "是不是想写 events？"), ("外面", "可以写页面（hotlines、about、map、")],
)
def test_what_leads_nowhere_is_told_for_each_entry_with_what_would_be_right(to: str, said: str) -> None:
    found = list(leads(with_door(to)))
    assert [one.loc for one in found] == [("doors", 0, "to"), ("words", 0, "to")]
    assert all(f"没有这个去处（写的是 {to}），{said}" in one.message for one in found)
    assert all(one.level == "error" for one in found)
    endings = [one.message.endswith("，或者 doors 里的 title") for one in found]
    assert endings == [False, said.startswith("可以写")]
