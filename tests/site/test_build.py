"""The build: strict, repeatable, and harmless when the data is wrong."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.conftest import NOON, ROOT, build
from tests.second_town import FOLDER
from tests.site import towns
from tests.site.reading import contents, pages

SITE_URL = "https://flzx.example.cn/some/prefix/"
Refused = tuple[Path, subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def addressed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The second town's site, built for a known address in the first hour of the same day in Shanghai."""
    site = tmp_path_factory.mktemp("addressed") / "site"
    done = build(site, FOLDER, SITE_URL=SITE_URL, SOURCE_DATE_EPOCH=str(NOON - 11 * 3600 - 1800))
    assert done.returncode == 0, done.stderr
    return site


def spoilt(folder: Path) -> Path:
    """The second town with a mistake in each of three files."""
    town = towns.copied(folder)
    towns.replaced(town, "people.yml", "role: mediator", "role: doctor")
    towns.replaced(town, "places.yml", "tier: point", "tier: pint")
    towns.replaced(town, "duty/town.yml", "date: 2026-12-18", "date: 2026-12-32")
    return town


def test_the_build_says_nothing_when_all_is_right(tmp_path: Path) -> None:
    done = build(tmp_path / "site", FOLDER)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_two_builds_on_the_same_day_are_byte_identical(site: Path, tmp_path: Path) -> None:
    done = build(tmp_path / "site", SOURCE_DATE_EPOCH=str(NOON + 9 * 3600), PYTHONHASHSEED="7")
    assert done.returncode == 0, done.stderr
    first, second = contents(site), contents(tmp_path / "site")
    assert [path for path in {**first, **second} if first.get(path) != second.get(path)] == []


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> Refused:
    """The second town with its mistakes, and what the build says about it."""
    folder = tmp_path_factory.mktemp("refused")
    town = spoilt(folder)
    return town, build(folder / "site", town)


def test_every_mistake_of_every_file_comes_out_of_one_run(refused: Refused) -> None:
    town, done = refused
    lines = [line.split(" ")[0] for line in done.stderr.splitlines() if line.startswith(str(town))]
    assert done.returncode == 1
    assert lines == [f"{town}/duty/town.yml:64:12:", f"{town}/people.yml:19:11:", f"{town}/places.yml:45:11:"]


def test_a_mistake_is_told_in_chinese_without_a_traceback(refused: Refused) -> None:
    _, done = refused
    assert "值班 › 调班第 1 条（2026-12-32） › date: 没有这一天（写的是 2026-12-32）" in done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    assert "Error:" not in done.stderr


def test_a_mistake_leaves_the_last_good_site_and_nothing_beside_it(tmp_path: Path) -> None:
    site = tmp_path / "out" / "site"
    assert build(site, FOLDER).returncode == 0
    before = contents(site)
    assert build(site, spoilt(tmp_path)).returncode == 1
    assert contents(site) == before
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_a_duty_that_cannot_be_found_is_refused_like_a_slip_of_the_pen(tmp_path: Path) -> None:
    town = towns.copied(tmp_path)
    towns.replaced(town, "duty/town.yml", "date: 2026-12-18", "date: 2026-12-17")
    done = build(tmp_path / "site", town)
    assert done.returncode == 1
    assert f"{town}/duty/town.yml:64:" in done.stderr
    assert not (tmp_path / "site").exists()


def test_github_gets_an_annotation_for_each_mistake(tmp_path: Path) -> None:
    town = spoilt(tmp_path)
    done = build(tmp_path / "site", town, GITHUB_ACTIONS="true")
    found = [line.split("::")[1] for line in done.stdout.splitlines() if line.startswith("::")]
    assert found == [
        f"error file={town}/duty/town.yml,line=64,col=12",
        f"error file={town}/people.yml,line=19,col=11",
        f"error file={town}/places.yml,line=45,col=11",
    ]


def test_with_an_address_the_sitemap_names_each_page_with_it(addressed: Path) -> None:
    sitemap = (addressed / "sitemap.xml").read_text("utf-8")
    for path in pages(addressed):
        assert (f"<loc>{SITE_URL}{path}</loc>" in sitemap) == (path not in UNLISTED), path


def test_what_is_for_the_office_asks_search_engines_to_leave_it_out(addressed: Path) -> None:
    asking = {path for path, page in pages(addressed).items() if page.all("meta", name="robots")}
    assert asking == UNLISTED
    leading = {
        path
        for path, page in pages(addressed).items()
        for link in page.all("a", href=None)
        if link.attributes["href"].endswith("compliance.html")
    }
    assert leading == set()
    assert "compliance" not in (addressed / "assets" / "search-data.js").read_text("utf-8")


def test_with_an_address_the_page_not_found_finds_its_way_home(addressed: Path) -> None:
    links = pages(addressed)["404.html"].all("a", class_="fh-404__home")
    assert [link.attributes["href"] for link in links] == ["/some/prefix/index.html"]


def test_the_day_of_the_build_is_that_of_shanghai(addressed: Path) -> None:
    # Half past midnight there is still the day before in Greenwich.
    weeks = pages(addressed)["duty.html"].all("table", data_week=None)
    assert weeks[0].attributes["data-week"] == "2026-11-23"


def test_pages_made_from_data_are_not_in_the_menu(site: Path) -> None:
    for path, page in pages(site).items():
        if path == "404.html":
            continue
        menus = page.all("nav", aria_label="主菜单")
        links = {link.attributes["href"].replace("../", "") for menu in menus for link in menu.all("a")}
        assert {link.lstrip("/") for link in links} == MENU, path


UNLISTED = {"404.html", "compliance.html"}
# Subscribing is reached from the foot of each page, search from the head, the rest from other pages.
ELSEWHERE = {
    "subscribe.html",
    "search.html",
    "mediation.html",
    "complain.html",
    "responsibilities.html",
    "enforcement.html",
    "open-data.html",
    "tips.html",
}
MENU = {f"{path.stem}.html" for path in (ROOT / "docs").glob("*.md")} - ELSEWHERE
