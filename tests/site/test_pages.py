"""The pages made from data: all are there, and say what the data says."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.domain.duty import shifts, window
from macros.domain.duty.holidays import WAITING
from macros.domain.duty.shift import Shift
from macros.models.events import Event
from macros.models.town import Town
from macros.models.videos import Video
from tests.site.reading import Node, page, pages

TODAY = dt.date(2026, 11, 23)
SAMPLE_PHONE = re.compile(r"0\d{2,3}-0000-?\d{3,4}")
# What a resident sees as one thing.
BOXES = {"tr", "li", "article", "section", "details", "footer"}


@pytest.fixture(scope="module", params=["first", "second"])
def built(request: pytest.FixtureRequest) -> tuple[Path, Town]:
    """Each of the built sites with its town."""
    names = {"first": ("site", "town"), "second": ("second_site", "second_town")}[request.param]
    return request.getfixturevalue(names[0]), request.getfixturevalue(names[1])


def test_each_place_has_a_page_headed_by_its_name(built: tuple[Path, Town]) -> None:
    site, town = built
    heads = {place.id: page(site / "places" / f"{place.id}.html").all("h1")[0].text for place in town.places}
    assert heads == {place.id: place.name for place in town.places}


def test_each_event_has_a_page_headed_by_its_title(site: Path, town: Town) -> None:
    events = town.events.events
    heads = {event.id: page(site / "events" / f"{event.id}.html").all("h1")[0].text for event in events}
    assert heads == {event.id: event.title for event in events}


def test_each_month_until_the_last_valid_day_has_a_page(site: Path) -> None:
    months = ["2026-11", "2026-12", "2027-01", "2027-02", "2027-03"]
    assert sorted(path.stem for path in (site / "duty").iterdir()) == months
    doors = page(site / "duty.html").classed("fh-duty-months")[0].all("a")
    assert [f"duty/{month}.html" for month in months] == [link.attributes["href"] for link in doors]


def test_each_page_has_a_title_that_says_what_it_is_and_whose(built: tuple[Path, Town]) -> None:
    site, town = built
    titles = {path: tree.all("title")[0].text for path, tree in pages(site).items()}
    assert len(set(titles.values())) == len(titles)
    assert [path for path, title in titles.items() if not title.endswith(town.site.name)] == []


def test_each_page_has_one_main_heading(built: tuple[Path, Town]) -> None:
    heads = {path: len(tree.all("h1")) for path, tree in pages(built[0]).items()}
    assert {path for path, count in heads.items() if count != 1} == set()


def test_each_page_is_in_chinese(built: tuple[Path, Town]) -> None:
    for path, tree in pages(built[0]).items():
        assert tree.all("html")[0].attributes["lang"].startswith("zh"), path


def test_dates_for_at_least_90_days_stand_on_the_page_of_a_place_with_weekly_duty(site: Path) -> None:
    dates = [
        row.attributes["data-date"]
        for row in page(site / "places" / "station.html").all("tr", data_date=None)
    ]
    assert dt.date.fromisoformat(max(dates)) - TODAY >= dt.timedelta(days=90)


def test_every_duty_table_is_valid_for_at_least_90_days(site: Path) -> None:
    for path, tree in pages(site).items():
        for table in tree.all(data_last=None):
            if "data-event" not in table.attributes:
                last = dt.date.fromisoformat(table.attributes["data-last"])
                assert last - TODAY >= dt.timedelta(days=90), path


def rows(tree: Node, tag: str = "tr") -> list[tuple[str, str]]:
    """Date and text of each row of duty."""
    return [(row.attributes["data-date"], row.text) for row in tree.all(tag, data_date=None)]


def standing(shift: Shift, town: Town, where: list[tuple[str, str]], *, place: bool = False) -> bool:
    """Whether a row has all that is to be said about a shift."""
    said = [str(shift.session), *(town.person_by_id[person].name for person in shift.people)]
    # That a year isn't announced is said by 按计划; a cancelled shift's note is said as 停一次.
    said += [note.replace("本次取消", "停一次") for note in shift.notes if note != WAITING]
    said += ["暂缺"] * (shift.state == "vacant")
    said += [town.place_by_id[shift.place].name] * place
    return any(date == shift.date.isoformat() and all(word in text for word in said) for date, text in where)


def test_every_shift_of_five_weeks_stands_on_the_duty_page(built: tuple[Path, Town]) -> None:
    site, town = built
    weeks = [row for table in page(site / "duty.html").all("table", data_week=None) for row in rows(table)]
    known = window(town, TODAY, TODAY + dt.timedelta(days=34))
    assert [shift for shift in known.shifts if not standing(shift, town, weeks, place=True)] == []
    said = [(str(drop.date), drop.said) for drop in known.dropped if drop.why != "temporary"]
    assert [one for one in said if not any(one[0] == day and one[1] in text for day, text in weeks)] == []
    assert len(weeks) == len(known.shifts) + len(said)


def test_every_shift_of_a_place_stands_on_its_page(built: tuple[Path, Town]) -> None:
    site, town = built
    tables = {place.id: rows(page(site / "places" / f"{place.id}.html")) for place in town.places}
    known = shifts(town, TODAY, TODAY + dt.timedelta(days=90))
    assert len(known) > 20
    assert [shift for shift in known if not standing(shift, town, tables[shift.place])] == []


def test_every_shift_stands_in_the_calendar_of_its_month(built: tuple[Path, Town]) -> None:
    site, town = built
    known = shifts(town, dt.date(2026, 12, 1), dt.date(2026, 12, 31))
    cells = rows(page(site / "duty" / "2026-12.html"), "td")
    assert [shift for shift in known if not standing(shift, town, cells)] == []


def test_a_cancelled_shift_says_so_and_why(site: Path) -> None:
    text = dict(rows(page(site / "places" / "congge-point.html")))["2026-12-05"]
    assert "停一次" in text
    assert "服务点检修电路" in text


def test_a_cancelled_shift_is_not_offered_as_the_next_one(site: Path) -> None:
    card = page(site / "places" / "congge-point.html").all("section", data_duty_now=None)[0]
    assert "2026-12-05" not in [day.attributes["data-date"] for day in card.all(data_date=None)]


def test_dates_of_a_year_whose_holidays_are_not_announced_say_so(site: Path) -> None:
    words = "按计划：放假安排还没公布"
    for path, tree in pages(site).items():
        for month in tree.all("tbody", data_month=None):
            assert (words in month.text) is any(date.startswith("2027") for date, _ in rows(month)), path
    later = page(site / "duty" / "2027-01.html").all(data_duty_table=None)[0]
    assert words in later.text
    assert "按计划" not in page(site / "duty" / "2026-12.html").text


def boxes(tree: Node, words: re.Pattern[str]) -> Iterator[Node]:
    """The nearest box around each text that has one of the words."""
    for node in tree.walk():
        if words.search(node.own) and node.tag not in ("script", "title"):
            yield next((each for each in (node, *node.above()) if each.tag in BOXES), node)


def test_every_sample_number_says_that_it_is_one(built: tuple[Path, Town]) -> None:
    seen = 0
    for path, tree in pages(built[0]).items():
        whole = tree.all("body")[0].text
        for found in SAMPLE_PHONE.finditer(whole):
            seen += 1
            assert "示例" in whole[found.end() : found.end() + 8], (
                f"{path}: {whole[found.start() - 20 : found.end() + 20]}"
            )
    assert seen > 10


def test_every_sample_person_is_said_to_be_one(built: tuple[Path, Town]) -> None:
    site, town = built
    names = re.compile("|".join(person.name for person in town.people if person.sample))
    found = [(path, box) for path, tree in pages(site).items() for box in boxes(tree, names)]
    assert len(found) > 10
    assert {(path, box.text[:80]) for path, box in found if "示例" not in box.text} == set()


@pytest.mark.parametrize("part", ["address", "directions"])
def test_every_sample_part_of_a_place_is_said_to_be_one(site: Path, town: Town, part: str) -> None:
    for place in town.places:
        if part not in place.sample:
            continue
        ways = place.directions
        known = [ways.landmark, ways.bus, ways.door] if ways else []
        for text in filter(None, [place.address] if part == "address" else known):
            facts = [
                fact for fact in page(site / "places" / f"{place.id}.html").all("dd") if text in fact.text
            ]
            assert facts, f"{place.id}: {text}"
            assert ["示例" in fact.text for fact in facts] == [True] * len(facts), f"{place.id}: {text}"


def test_every_sample_event_and_video_is_said_to_be_one(site: Path, town: Town) -> None:
    entries: tuple[Event | Video, ...] = (*town.events.events, *town.videos.videos)
    names = re.compile("|".join(re.escape(entry.title) for entry in entries if entry.sample))
    found = [(path, box) for path, tree in pages(site).items() for box in boxes(tree, names)]
    assert len(found) > 10
    assert {(path, box.text[:80]) for path, box in found if "示例" not in box.text} == set()


def test_no_page_leads_to_or_from_a_made_up_position(site: Path, town: Town) -> None:
    made_up = [place for place in town.places if "position" in place.sample]
    assert len(made_up) > 5
    leads = re.compile(r"/marker\?|coord:|往[东南西北]+，|公里|附近还有")
    for place in made_up:
        whole = (site / "places" / f"{place.id}.html").read_text("utf-8")
        card = page(site / "map.html").all(id=f"place-{place.id}")[0]
        links = [link.attributes["href"] for link in card.all("a")]
        assert not leads.search(re.sub(r"<footer.*", "", whole, flags=re.DOTALL)), place.id
        assert not leads.search(card.text + " ".join(links)), place.id
    names = re.compile("|".join(place.name for place in made_up))
    for path, tree in pages(site).items():
        for words in tree.all("figcaption"):
            assert not names.search(words.text), path


def test_every_page_says_what_it_is_not_and_who_corrects_it(built: tuple[Path, Town]) -> None:
    site, town = built
    standing = re.compile(rf"本站不是政府门户网站；.+有错，请告诉{town.site.office.name}")
    for path, tree in pages(site).items():
        (footer,) = tree.all("footer")
        assert standing.search(footer.text), path
    assert standing.search(page(site / "about.html").all("article")[0].text)


def test_hard_words_are_explained_where_they_first_stand(site: Path) -> None:
    for path, tree in pages(site).items():
        text = tree.all("article")[0].text if tree.all("article") else ""
        for word, said in (
            ("申请仲裁", "断一断"),
            ("复议", "重新查|行政复议基层"),
            ("示意图", "不画路|只画个样子"),
        ):
            # The office's own page has the word as the title of a row.
            if word in text and path != "compliance.html":
                assert re.search(said, text), (path, word)
        assert not re.search("止付|司法确认", text), path
