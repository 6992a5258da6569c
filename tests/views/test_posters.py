"""What stands on a poster, and what never does."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest

from macros.domain.edition import Edition
from macros.models.contacts import Consent
from macros.models.places import Place
from macros.models.town import Town
from macros.views.place_grid import COLUMNS
from macros.views.poster_map import ROWS, PosterMaps
from macros.views.posters import all_posters, page_address, posters, qr_code
from tests.making import edition, place
from tests.poster_town import TODAY, full_edition
from tests.second_town import TOWN

ADDRESS = "https://a.example.cn/zx/"
SHEET, CARDS = "posters/aiguo-room.html", "posters/cards/aiguo-room.html"


@pytest.fixture(scope="module")
def made(town: Town) -> dict[str, str]:
    """The files of the first town's posters."""
    return {path: text.decode() for path, text in posters(edition(town, TODAY), ADDRESS)}


def with_phone(until: str) -> Edition:
    """A town with one place whose number is somebody's own, with consent until a day."""
    consent = {"scope": ["phone"], "until": until}
    one = place("a", phones=[{"number": "13800138000", "consent": consent}])
    return edition(TOWN.model_copy(update={"places": (*TOWN.places, one)}), TODAY)


def test_each_place_has_a_sheet_in_two_sizes_and_cards(town: Town, made: dict[str, str]) -> None:
    names = {f"posters/{size}{each.id}.html" for each in town.places for size in ("", "a3/", "cards/")}
    assert made.keys() == names | {"posters.html"}
    assert all('<meta name="robots" content="noindex">' in html for html in made.values())
    assert made[SHEET].replace("posters.css", "posters-a3.css").count("fh-poster") == made[
        "posters/a3/aiguo-room.html"
    ].count("fh-poster")


def test_a_sheet_says_all_that_a_board_must(made: dict[str, str]) -> None:
    text = re.sub(r"<[^>]+>|\s+", "", made[SHEET])
    for said in (
        "爱国村公共法律服务室",
        "021-0000-0004",
        "11月25日星期三",
        "13:30–16:00",
        "李律师",
        "示例律师事务所",
        "能帮您什么",
        "来了以后",
        "您在这里",
        "扫一扫",
        "110",
        "12345",
        "2026年11月23日制作",
        "有效到2026年12月31日",
        "不要张贴",
    ):
        assert said in text, said


def test_nobodys_own_number_is_on_a_poster(town: Town, made: dict[str, str]) -> None:
    for person in town.people:
        assert person.phone
        assert not any(person.phone in html for html in made.values())


def test_a_private_number_hangs_there_only_as_long_as_its_owner_agrees() -> None:
    hung = {path: html.decode() for path, html in posters(with_phone("2026-12-31"), "")}["posters/a.html"]
    assert "13800138000" in hung
    hung = {path: html.decode() for path, html in posters(with_phone("2026-12-30"), "")}["posters/a.html"]
    assert "13800138000" not in hung
    assert TOWN.site.office.phones[0].number in hung


def test_the_code_leads_to_the_page_with_the_village_set(town: Town) -> None:
    one = town.place_by_id["aiguo-room"]
    address = page_address(one, ADDRESS)
    assert address == f"{ADDRESS}places/aiguo-room.html?village=%E7%88%B1%E5%9B%BD%E6%9D%91"
    code = qr_code(address)
    assert re.match(r'<svg viewBox="0 0 \d+ \d+" class="fh-poster__code"><path', code)
    assert "style=" not in code


def test_the_code_has_a_quiet_zone_of_four_modules() -> None:
    assert 'd="M4 4.5h7' in qr_code("x")


def test_without_an_address_there_are_words_instead_of_a_code(town: Town) -> None:
    made = {path: html.decode() for path, html in posters(edition(town, TODAY), "")}
    assert "fh-poster__code" not in "".join(made.values())
    assert "找我的村" in made[SHEET]


def test_no_style_or_script_stands_within_a_poster(made: dict[str, str]) -> None:
    for path, html in made.items():
        assert "style=" not in html, path
        assert re.findall(r"<script[^>]*>(?!</script>)", html) == [], path


def test_links_lead_from_where_a_poster_lies(made: dict[str, str]) -> None:
    assert 'href="../../assets/posters.css"' in made[CARDS]
    assert 'href="posters/cards/aiguo-room.html"' in made["posters.html"]


def test_what_data_say_is_text() -> None:
    evil = place("a", name="<b>村", address="<script>x</script>", villages=["<i>村"])
    made = dict(posters(edition(TOWN.model_copy(update={"places": (*TOWN.places, evil)}), TODAY), ADDRESS))
    html = made["posters/a.html"].decode() + made["posters/cards/a.html"].decode()
    assert "<b>村" not in html
    assert "<script>x" not in html
    assert "<i>村" not in html


def test_the_map_shows_what_is_around_and_the_place_itself() -> None:
    found = full_edition()
    maps = PosterMaps.of(found)
    for each in found.town.places[:9]:
        rows = maps.around(each)
        assert len(rows) <= ROWS
        assert {len(row) for row in rows} == {COLUMNS}
        assert sum(cell.here for row in rows for cell in row if cell) == 1


def test_a_place_without_a_position_has_no_map(town: Town) -> None:
    lost = place("lost", at=None)
    found = edition(town.model_copy(update={"places": (*town.places, lost)}), TODAY)
    assert PosterMaps.of(found).around(lost) == []


def large(town: Town) -> Edition:
    """A town so large that it is in wards."""
    more: tuple[Place, ...] = tuple(
        place(f"p{n}", at=(f"121.{700 + n}", f"31.{500 + n % 9}")) for n in range(70)
    )
    found = edition(town.model_copy(update={"places": (*town.places, *more)}), TODAY)
    assert found.wards
    return found


def test_a_large_town_has_posters_only_when_they_are_printed(town: Town) -> None:
    found = large(town)
    assert list(posters(found, ADDRESS)) == []
    html = all_posters(found, ADDRESS)
    assert html.count("<article class=") == len(found.town.places)
    assert html.count("您在") == sum(each.position is not None for each in found.town.places)


def test_a_sheet_is_the_same_whatever_else_the_day_brings(town: Town) -> None:
    first, again = (dict(posters(edition(town, TODAY), ADDRESS)) for _ in range(2))
    assert first == again
    later = replace(edition(town, TODAY + dt.timedelta(days=1)))
    assert dict(posters(later, ADDRESS))[SHEET] != first[SHEET]


@pytest.mark.parametrize(("until", "shown"), [("2027-12-31", True), ("2026-12-15", False)])
def test_a_face_is_on_a_sheet_only_as_long_as_it_is_agreed_to(town: Town, until: str, shown: bool) -> None:
    consent = Consent.model_validate({"scope": ["photo"], "until": until})
    faces = {"portrait": "media/a.jpg", "consent": consent, "sample": False}
    agreed = tuple(each.model_copy(update=faces) for each in town.people)
    made = dict(posters(edition(town.model_copy(update={"people": agreed}), TODAY), ADDRESS))
    assert any(b'<img src="../media/a.jpg"' in sheet for sheet in made.values()) == shown
