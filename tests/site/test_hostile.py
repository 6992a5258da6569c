"""Text from data/ stays text, whatever is written in it."""

from __future__ import annotations

from pathlib import Path

from tests.site.reading import Node, page, pages, texts
from tests.site.towns import HOSTILE


def harm(tree: Node) -> list[str]:
    """The elements that only the hostile text can have made."""
    found = [node.tag for node in tree.all("img", src="x")]
    found += [node.tag for node in tree.walk() for name in node.attributes if name.startswith("on")]
    found += [node.tag for node in tree.all("script") if node.own.startswith("alert")]
    return found + [
        node.tag for node in tree.all(href=None) if node.attributes["href"].startswith("javascript")
    ]


def test_no_page_has_an_element_made_by_hostile_text(hostile_site: Path) -> None:
    assert {path: harm(tree) for path, tree in pages(hostile_site).items() if harm(tree)} == {}


def test_hostile_text_stands_on_each_page_as_it_was_typed(hostile_site: Path) -> None:
    missing = [path for path, tree in pages(hostile_site).items() if HOSTILE not in tree.all("body")[0].text]
    assert missing == []


def test_hostile_names_stand_in_titles_as_they_were_typed(hostile_site: Path) -> None:
    title = page(hostile_site / "places" / "taoyuan-room.html").all("title")[0]
    assert title.own == f"桃源村法律服务工作室{HOSTILE} - 柳溪镇法律服务{HOSTILE}"


def test_no_template_in_the_data_is_worked_out(hostile_site: Path) -> None:
    for path, tree in pages(hostile_site).items():
        text = tree.all("body")[0].text
        assert text.count("{{ 7*7 }}") == text.count("<script>alert(1)</script>"), path


def test_hostile_text_never_ends_a_script(hostile_site: Path) -> None:
    for path, text in texts(hostile_site).items():
        if path.endswith(".html"):
            assert "<script>alert" not in text, path
