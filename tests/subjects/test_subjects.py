"""Every file of data is declared once, and what is declared is there."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from markupsafe import Markup

from macros.load.folder import SUBJECTS as FILES
from macros.models.duty import Duty
from macros.models.events import Events
from macros.models.site import Site
from macros.models.town import Town
from macros.models.videos import Videos
from macros.subjects import LINKED, MACROS, SUBJECTS, files, has_samples, pages
from macros.subjects.subject import page
from tests.making import edition, event, place, video
from tests.second_town import TOWN

DOCS = Path(__file__).parents[2] / "docs"
EDITION = edition(TOWN, dt.date(2026, 11, 23))
# The calendar's days are on no page of their own.
NOT_SHOWN = {"holidays"}


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
    paths = [made.path for made in pages(EDITION)]
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


def test_what_pages_link_to_is_made() -> None:
    assert {*LINKED} <= {path for path, _ in files(EDITION, "")}


def bare() -> Town:
    """The second town without anything in it, and nothing that is a sample."""
    entry = TOWN.site.model_dump(by_alias=True, exclude_none=True, mode="json")
    office = {"name": "司法所", "phones": [{"number": "0571-12345678"}]}
    site = Site.model_validate(entry | {"office": office, "notices": (), "footer": {}, "players": ()})
    nothing = {"duty": Duty(), "events": Events(), "videos": Videos(), "people": (), "places": ()}
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
    assert not has_samples(bare())
    assert has_samples(bare().model_copy(update=more))
