"""A place's entry for the contacts of a phone holds what will still be right in years."""

from __future__ import annotations

import datetime as dt
from typing import Any

from macros.views.contact_card import contact_card, contact_cards
from tests.making import edition, place
from tests.second_town import TOWN

DAY = dt.date(2026, 11, 23)


def told(site: str = "", /, **more: Any) -> list[str]:
    """The lines of a card, unfolded."""
    made = place("aiguo", **more)
    town = TOWN.model_copy(update={"places": (made, *TOWN.places)})
    card = contact_card(edition(town, DAY), made, site)
    return card.replace(b"\r\n ", b"").decode().split("\r\n")


def test_a_card_says_who_where_and_when() -> None:
    lines = told(
        "https://fa.example.cn/town/",
        address="桥头, 3 号",
        phones=[{"number": "021-59441234"}],
        hours=["每周三 13:30-16:00"],
    )
    assert lines[:3] == ["BEGIN:VCARD", "VERSION:3.0", "PRODID:-//fahu//place//ZH"]
    assert lines[-2:] == ["END:VCARD", ""]
    assert "FN:aiguo村公共法律服务室" in lines
    assert "N:aiguo村公共法律服务室;;;;" in lines
    assert "ORG:柳溪镇司法所" in lines
    assert "TEL;TYPE=WORK,VOICE:021-59441234" in lines
    assert "ADR;TYPE=WORK:;;桥头\\, 3 号;柳溪镇;桐山县;;" in lines
    assert "URL:https://fa.example.cn/town/places/aiguo.html" in lines
    assert "GEO:31.5258;121.75369" in lines
    assert "NOTE:开门：每周三 13:30-16:00" in lines


def test_a_number_that_was_lent_or_made_up_is_not_kept_in_a_phone() -> None:
    consent = {"scope": ["phone"], "until": "2026-12-31"}
    for more in (
        {"phones": [{"number": "13812345678", "consent": consent}]},
        {"phones": [{"number": "021-59441234"}], "sample": ["phones"]},
        {},
    ):
        lines = told(**more)
        # The hotline stands in for it, under its own name.
        assert [line for line in lines if "TEL" in line] == ["item1.TEL:12345"]
        assert "item1.X-ABLabel:便民热线" in lines
        assert "NOTE:这里的电话还没有核实，先打 12345（便民热线）" in lines
        assert "13812345678" not in "".join(lines)


def test_samples_and_guessed_positions_are_left_out() -> None:
    parts = ["address", "hours"]
    lines = told(
        address="桥头", hours=["每天 9:00-17:00"], sample=parts, position={"precision": "approximate"}
    )
    assert not [line for line in lines if line.startswith(("ADR", "GEO", "URL"))]
    assert "每天" not in "".join(lines)


def test_every_place_has_a_card_of_whole_lines() -> None:
    cards = dict(contact_cards(edition(TOWN, DAY), ""))
    assert list(cards) == [f"cards/{each.id}.vcf" for each in TOWN.places]
    for card in cards.values():
        assert all(len(line) <= 75 for line in card.split(b"\r\n"))
