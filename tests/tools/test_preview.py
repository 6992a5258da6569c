"""A change of the data as whoever merges it sees it: the pages that differ, the site, pictures."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tools.preview import NotBuiltError, preview

TOWN = Path(__file__).parents[1] / "mistakes" / "town"
DAY = dt.date(2026, 11, 23)
REPLACED = "overrides:\n  - {date: 2026-12-02, rotation: east, replace: [zhang]}\n"
pytestmark = pytest.mark.browser


def git(folder: Path, *words: str) -> None:
    who = ("-c", "user.name=clerk", "-c", "user.email=clerk@example.invalid", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A town's folder within a repository."""
    folder = tmp_path / "town" / "data"
    shutil.copytree(TOWN, folder)
    git(folder.parent, "init", "--quiet")
    git(folder.parent, "add", ".")
    git(folder.parent, "commit", "--quiet", "-m", "起点")
    return folder


def add(town: Path, text: str) -> None:
    with (town / "duty.yml").open("a", encoding="utf-8") as file:
        file.write(text)


def test_the_change_of_a_shift_is_shown_where_it_stands(town: Path, tmp_path: Path, browser: Browser) -> None:
    add(town, REPLACED)
    told = preview(town, "HEAD", tmp_path / "out", DAY, browser)
    assert "- 爱国村法律服务室（places/aiguo-room.html）" in told
    assert "（duty/2026-12.html）" in told
    assert "（places/station.html）" not in told
    assert "截图 3 张" in told
    drawn = {file.name for file in (tmp_path / "out" / "pictures").iterdir()}
    assert drawn == {"index.png", "places-aiguo-room.png", "duty-2026-12.png"}
    assert (tmp_path / "out" / "site" / "index.html").exists()


def test_a_mistake_builds_nothing(town: Path, tmp_path: Path, browser: Browser) -> None:
    add(town, REPLACED.replace("zhang", "zhnag"))
    with pytest.raises(NotBuiltError, match=r"duty\.yml:11:50"):
        preview(town, "HEAD", tmp_path / "out", DAY, browser)


def test_an_older_town_that_has_a_mistake_is_no_reason_to_show_nothing(
    town: Path, tmp_path: Path, browser: Browser
) -> None:
    text = (town / "duty.yml").read_text("utf-8")
    add(town, REPLACED.replace("zhang", "zhnag"))
    git(town, "commit", "--quiet", "--all", "-m", "写错了")
    (town / "duty.yml").write_text(text, "utf-8")
    told = preview(town, "HEAD", tmp_path / "out", DAY, browser)
    assert "没有可以比的" in told
    assert str(tmp_path) not in told
    assert "截图 1 张" in told
