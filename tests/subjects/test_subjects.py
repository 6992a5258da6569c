"""Every file of data is declared once, and what is declared is there."""

from __future__ import annotations

import datetime as dt
import re
from html import unescape
from pathlib import Path

import pytest
from markupsafe import Markup

from macros.models.data_file import DataFile
from macros.models.events import Events
from macros.models.samples import samples
from macros.models.site import Site
from macros.models.town import FILES, Town
from macros.models.videos import Videos
from macros.subjects import LINKED, MACROS, SITE_PICTURE, SUBJECTS, files, pages
from macros.subjects.subject import Subject, page
from tests.browser.visits import KINDS
from tests.making import edition, event, place, video
from tests.second_town import TOWN
from tests.views.test_structured import data

ROOT = Path(__file__).parents[2]
DOCS, MISTAKES = ROOT / "docs", ROOT / "tests" / "mistakes"
HANDBOOK = (ROOT / "data" / "README.md").read_text("utf-8")
DAY = dt.date(2026, 11, 23)
EDITION = edition(TOWN, DAY)
# The calendar's days are on no page of their own, and visits only in the sums of their year.
NOT_SHOWN = {"holidays", "visits"}


def test_each_file_of_data_has_a_declaration() -> None:
    assert sorted(one.name for one in SUBJECTS) == sorted({one.name for one in FILES} - NOT_SHOWN)


def test_pages_call_every_macro_that_is_declared_and_no_other() -> None:
    called = {
        name
        for path in DOCS.rglob("*.md")
        for name in re.findall(r"{{ (\w+)\(\) }}", path.read_text("utf-8"))
    }
    assert called == MACROS.keys()
    assert len(MACROS) == sum(len(one.macros) for one in SUBJECTS)


def test_no_two_subjects_make_the_same_page_or_file() -> None:
    paths = [made.path for made in pages(EDITION, "")]
    assert len(paths) == len(set(paths))
    paths += [path for path, _ in files(EDITION, "")]
    assert len(paths) == len(set(paths))


def test_a_page_is_drawn_only_when_it_is_its_turn() -> None:
    drawn: list[str] = []

    def view(name: str) -> Markup:
        drawn.append(name)
        return Markup("<p>")

    made = page("a/b", "<b>", view, "x")
    assert (made.url, made.title, drawn) == ("a/b.html", "&lt;b&gt;", [])
    assert (made.html(), drawn) == ("<p>", ["x"])


def test_a_page_is_described_in_short_and_whatever_its_data_hold() -> None:
    made = page("a/b", "x", Markup).described('<b>"讲座"\n' + "讲" * 200)
    assert made.about.startswith("&lt;b&gt;&#34;讲座&#34; 讲")
    assert unescape(made.about).endswith("讲…")
    assert len(unescape(made.about)) == 110
    described = {each.path: each.about for each in pages(EDITION, "")}
    assert all(described.values())


def test_a_page_says_where_it_stands_only_where_addresses_are_known() -> None:
    made = page("events/x", "讲座 <1>", lambda: Markup("<p>")).below("活动", "events.html")
    assert made.in_trail("").html() == "<p>"
    html = made.in_trail("https://a.cn/town/").html()
    assert html.endswith("<p>")
    assert [(step["name"], step.get("item")) for step in data(html[:-3])["itemListElement"]] == [
        ("首页", "https://a.cn/town/index.html"),
        ("活动", "https://a.cn/town/events.html"),
        ("讲座 <1>", None),
    ]


def test_where_the_address_is_known_each_page_has_its_picture() -> None:
    wanted = [made.picture for made in pages(EDITION, "https://a.cn/")]
    assert all(wanted)
    drawn = dict(files(EDITION, "https://a.cn/"))
    assert {*wanted, SITE_PICTURE} <= drawn.keys()
    assert all(drawn[path].startswith(b"\x89PNG") for path in wanted)
    assert not any(made.picture for made in pages(EDITION, ""))
    assert SITE_PICTURE not in dict(files(EDITION, ""))


def test_what_pages_link_to_is_made() -> None:
    assert {*LINKED} <= {path for path, _ in files(EDITION, "")}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_file_of_data_is_tried_explained_and_refused_when_wrong(file: DataFile, town: Town) -> None:
    for each in (town, TOWN):
        assert not file.counted or file.entries(each), "an entry in both towns"
    assert re.search(rf"# data/{file.path}(/\d+)?\.yml", HANDBOOK), (
        "an example under a heading of the handbook"
    )
    assert list(MISTAKES.glob(f"{file.name}-*.yml")), "mistakes with the lines that they must print"


@pytest.mark.parametrize("one", SUBJECTS, ids=lambda one: one.name)
def test_each_kind_of_page_is_opened_in_the_browser(one: Subject, town: Town) -> None:
    made = {page.path.partition("/")[0] for page in one.pages(edition(town, DAY))}
    opened = {name.partition("/")[0].removesuffix(".html") for name in KINDS}
    assert made <= opened
    assert {called for name in KINDS for called in macros_of(name)} == MACROS.keys()


def macros_of(name: str) -> list[str]:
    """The macros that a page of docs/ calls; none where data make the page."""
    path = DOCS / name.replace(".html", ".md")
    return re.findall(r"{{ (\w+)\(\) }}", path.read_text("utf-8")) if path.exists() else []


def bare() -> Town:
    """The second town without anything in it, and nothing that is a sample."""
    entry = TOWN.site.model_dump(by_alias=True, exclude_none=True, mode="json")
    office = {"name": "司法所", "phones": [{"number": "0571-12345678"}]}
    site = Site.model_validate(entry | {"office": office, "notices": (), "footer": {}, "players": ()})
    nothing = {file.name: () if file.part else file.model() for file in FILES if file.counted}
    return TOWN.model_copy(update={"site": site, **nothing})


@pytest.mark.parametrize(
    "more",
    [
        {"places": (place(sample=["position"]),)},
        {"events": Events.model_validate({"categories": ["讲座"], "events": [event("2026", sample="true")]})},
        {"videos": Videos.model_validate({"categories": ["动漫"], "videos": [video(sample="true")]})},
    ],
    ids=lambda more: next(iter(more)),
)
def test_one_sample_anywhere_makes_the_site_say_so(more: dict[str, object]) -> None:
    assert samples(bare()) == 0
    assert samples(bare().model_copy(update=more)) == 1
