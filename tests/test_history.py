"""The day of the last change is that of the folder's last commit."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from macros.history import git, last_change

TODAY = dt.date(2026, 11, 23)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose data changed on 1 November and something else on the 5th."""
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "tester")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "tester@example.com")
    git(tmp_path, "init", "--quiet")
    (tmp_path / "data").mkdir()
    for file, day in (("data/duty.yml", "2026-11-01"), ("README.md", "2026-11-05")):
        (tmp_path / file).write_text("a", "utf-8")
        monkeypatch.setenv("GIT_COMMITTER_DATE", f"{day}T12:00:00+08:00")
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "--quiet", "--no-gpg-sign", "-m", day)
    return tmp_path


def test_only_commits_that_touch_the_folder_count(repository: Path) -> None:
    assert last_change(repository / "data", TODAY) == dt.date(2026, 11, 1)


def test_a_change_is_never_after_the_day_of_the_build(repository: Path) -> None:
    assert last_change(repository / "data", dt.date(2026, 10, 1)) == dt.date(2026, 10, 1)


def test_where_git_knows_nothing_it_is_today(tmp_path: Path) -> None:
    assert last_change(tmp_path, TODAY) == TODAY
    assert last_change(tmp_path / "missing", TODAY) == TODAY
