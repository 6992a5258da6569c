"""Links of components: marked where they stand, made relative once, and never made by text from data/."""

from __future__ import annotations

from jinja2 import DictLoader

from macros.views.links import ROOT, relative, rooted
from macros.views.templates import environment


def drawn(source: str, **params: str) -> str:
    env = environment().overlay(loader=DictLoader({"x": source}))
    return env.get_template("x").render(params)


def test_a_link_leads_from_the_page_it_ends_up_on() -> None:
    html = drawn('<a href="~/places/{{ id }}.html">', id="room")
    assert relative(html, "duty.html") == '<a href="places/room.html">'
    assert relative(html, "places/point.html") == '<a href="../places/room.html">'
    assert rooted(html, "/repo/") == '<a href="/repo/places/room.html">'


def test_text_from_data_makes_no_link() -> None:
    html = drawn('<a title="{{ text }}" href="{{ text }}">{{ text }}</a>', text="~/a")
    assert ROOT not in html
    assert relative(html, "places/point.html") == '<a title="~/a" href="~/a">~/a</a>'
