"""Five hundred films: the work grows as they do, and no page is heavy."""

from __future__ import annotations

import datetime as dt
import gzip
import sys
from dataclasses import replace
from types import FrameType
from typing import Any

import pytest

from macros.domain.edition import Edition
from macros.load import build
from macros.load.text_files import parse
from macros.models.captions import Cue
from macros.subjects.videos import VIDEOS
from macros.views.weight import elements
from tests.findings import TOWN
from tests.making import edition

TODAY = dt.date(2026, 11, 23)
FILM = """\
  - id: film-{0}
    title: 第{0}部 怎么写借条
    date: {1}-05-{2:02}
    category: {3}
    series: 系列{4}
    summary: 写清谁借谁、借多少、哪天还。
    teaches: [姓名写全, 数目写大写]
    programme:
      scenes: [{{title: 借钱, start: 0:05}}, {{title: 还钱, start: 0:10}}]
    length: 0:25
    sources: [{{file: media/{0}.mp4}}]
    captions: media/{0}.vtt
"""
CUES = tuple(Cue(number, f"第{number}句话说的是借条怎么写") for number in range(40))


def loaded(count: int) -> Edition:
    """A town of so many films, read from what a clerk would write."""
    films = "".join(
        FILM.format(
            number, 2000 + number % 25, number % 28 + 1, "讲解" if number % 2 else "动漫", number % 30
        )
        for number in range(count)
    )
    series = ", ".join(f"系列{number}" for number in range(30))
    text = f"categories: [讲解, 动漫]\nseries: [{series}]\nvideos:\n{films}"
    texts = {"holidays": "{}\n"} | TOWN | {"videos": text}
    media = {f"media/{number}.{kind}": "" for number in range(count) for kind in ("mp4", "vtt")}
    sources = {name: parse(written.encode(), f"{name}.yml") for name, written in texts.items()}
    found = edition(build(sources, media).town, TODAY, dict.fromkeys(media, 1_000_000))
    return replace(found, spoken={name: CUES for name in media if name.endswith("vtt")})


def drawn(found: Edition) -> dict[str, str]:
    """Every page of the films."""
    pages = {page.url: str(page.html()) for page in VIDEOS.pages(found)}
    return pages | {"videos.html": str(VIDEOS.macros["video_list"](found))}


def calls(count: int) -> int:
    """How many functions are called to read and draw so many films: a clock would tell of the machine."""
    made = 0

    def called(_frame: FrameType, event: str, _: Any) -> None:
        nonlocal made
        made += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        drawn(loaded(count))
    finally:
        sys.setprofile(before)
    return made


def test_twice_as_many_films_are_twice_the_work() -> None:
    drawn(loaded(1))
    some, twice = calls(120), calls(240)
    assert twice <= 2.2 * some


@pytest.fixture(scope="module")
def many() -> dict[str, str]:
    """The pages of 500 films."""
    return drawn(loaded(500))


def test_no_page_of_500_films_is_heavy(many: dict[str, str]) -> None:
    assert len(many) == 500 + 9
    heavy = {
        name: (elements(html), len(gzip.compress(html.encode())))
        for name, html in many.items()
        if elements(html) > 2_850 or len(gzip.compress(html.encode())) > 25_000
    }
    assert heavy == {}


def test_every_film_is_listed_once(many: dict[str, str]) -> None:
    lists = [html for name, html in many.items() if name == "videos.html" or name.startswith("videos/list/")]
    assert len(lists) == 9
    for number in range(500):
        assert sum(html.count(f'videos/film-{number}.html"') for html in lists) == 1


def test_the_page_of_a_film_of_two_hours_is_not_heavy() -> None:
    found = loaded(1)
    cues = tuple(Cue(number * 3.6, f"第{number}句话说的是借条怎么写") for number in range(2_000))
    html = drawn(replace(found, spoken={"media/0.vtt": cues}))["videos/film-0.html"]
    assert elements(html) < 2_850
    assert len(gzip.compress(html.encode())) < 55_000
