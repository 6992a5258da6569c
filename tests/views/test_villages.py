"""A village is found by each of its names, in every reading and in traditional characters."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from pypinyin import Style, pinyin

from macros.models.town import Town
from macros.views import villages as views
from macros.views.traditional import fold_for, pairs
from macros.views.villages import READINGS, spellings, village_finder, village_pages, villages
from tests.making import edition


def test_a_name_is_spelt_without_its_ending_in_every_reading() -> None:
    assert spellings("爱国村") == ("ai guo",)
    assert "qi xiao" in spellings("七滧村")
    assert "guang fu" in spellings("广福居委会")
    assert spellings("村") == ("cun",)
    assert len(spellings("行行行行行行行行")) == READINGS


def test_a_village_has_the_other_names_of_the_places_that_serve_it(second_town: Town) -> None:
    found = {village.name: village for village in villages(second_town)}
    village = found["上畈中畈下畈联合行政村牛角湾片"]
    assert village.names[1:] == ("老街", "武陵路", "牛角湾3组")
    assert {"lao jie", "wu ling lu"} <= set(village.spellings)
    assert found["桃源村"].names == ("桃源村",)


def test_a_traditional_character_is_read_as_its_simplified_one() -> None:
    def readings(letter: str) -> set[str]:
        return set(pinyin(letter, style=Style.NORMAL, heteronym=True)[0])

    assert [pair for pair in pairs() if not readings(pair[0]) & readings(pair[1])] == []
    for side in zip(*pairs(), strict=True):
        assert len(set(side)) == len(side)


def test_only_what_the_names_need_is_folded() -> None:
    assert fold_for(["爱国村", "国"]) == "愛爱國国"


def test_too_many_villages_for_a_page_stand_on_several_that_lead_to_each_other(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "ON_A_PAGE", 5)
    built = edition(town, dt.date(2026, 11, 23))
    pages = {"villages": village_finder(built), **dict(village_pages(built))}
    assert list(pages) == ["villages", "villages/2", "villages/3"]
    named = [name for html in pages.values() for name in re.findall(r"data-village [^>]+>([^<]+)<", html)]
    assert named == [village.name for village in villages(town)]
    for html in pages.values():
        assert all(f"{path}.html" in html for path in pages)


def test_villages_that_fit_stand_on_one_page(town: Town) -> None:
    built = edition(town, dt.date(2026, 11, 23))
    assert list(village_pages(built)) == []
    assert "<nav" not in village_finder(built)
