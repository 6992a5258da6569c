"""The night opens an issue once, lets it follow the data, and closes it when nothing is left."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tools.nightly import DUE, LABEL, MISTAKES, MOST, Notice, began, keep, main, notices

TOWN = Path(__file__).parents[1] / "mistakes" / "town"
DAY = dt.date(2026, 11, 23)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A town that a test may change."""
    return Path(shutil.copytree(TOWN, tmp_path / "data"))


def add(folder: Path, name: str, text: str) -> None:
    with (folder / f"{name}.yml").open("a", encoding="utf-8") as file:
        file.write(text)


class Hub:
    """A repository's issues as `gh` would keep them."""

    def __init__(self) -> None:
        self.open: dict[int, dict[str, str]] = {}
        self.said: list[str] = []

    def __call__(self, words: list[str], text: str) -> str:
        self.said.append(" ".join(words[:2]))
        match words:
            case ["issue", "list", "--label", label, *_]:
                assert label == LABEL
                return json.dumps([{"number": number, **issue} for number, issue in self.open.items()])
            case ["issue", "create", "--title", title, *_]:
                # As GitHub gives it back.
                self.open[len(self.said)] = {"title": title, "body": text.replace("\n", "\r\n") + "\r\n"}
            case ["issue", "edit", number, *_]:
                self.open[int(number)]["body"] = text
            case ["issue", "close", number, *_]:
                del self.open[int(number)]
        return ""


def test_nothing_is_told_of_a_town_without_fault(folder: Path) -> None:
    assert notices(folder, DAY, None) == (Notice(MISTAKES, None), Notice(DUE, None))


def test_mistakes_are_told_with_their_lines(folder: Path) -> None:
    add(folder, "duty", "overrides:\n  - {date: 2026-12-02, rotation: eats, cancel: true}\n")
    (told,) = notices(folder, DAY, None)
    assert told.title == MISTAKES
    assert told.body is not None
    assert "\n- data/duty.yml:11:34: 值班 › 调班第 1 条" in told.body


def test_a_number_does_not_stay_in_an_issue(folder: Path) -> None:
    add(folder, "people", "  - {id: qian, name: 钱律师, role: adviser, phone: 13800138000}\n")
    (told,) = notices(folder, DAY, None)
    assert told.body is not None
    assert "138\\*\\*\\*\\*" in told.body
    assert "0138000" not in told.body


def test_what_falls_due_is_told_where_there_is_no_file_yet(folder: Path) -> None:
    mistakes, later = notices(folder, dt.date(2029, 12, 1), None)
    assert mistakes.body is None
    assert later.body is not None
    assert "2030 年放假安排" in later.body


def test_many_lines_end(folder: Path) -> None:
    people = (f"  - {{id: p{n}, name: 人{n}, role: x}}\n" for n in range(MOST + 20))
    add(folder, "people", "".join(people))
    (told,) = notices(folder, DAY, None)
    assert told.body is not None
    assert len(told.body) < 65_536
    assert len(told.body.splitlines()) <= MOST + 3


def test_an_issue_is_opened_once_follows_and_is_closed() -> None:
    hub = Hub()
    assert keep([Notice(DUE, None)], hub) == []
    assert keep([Notice(DUE, "一\n二"), Notice(MISTAKES, "三")], hub) == [f"开了：{DUE}", f"开了：{MISTAKES}"]
    assert keep([Notice(DUE, "一\n二"), Notice(MISTAKES, "三")], hub) == []
    assert keep([Notice(DUE, "二"), Notice(MISTAKES, "三")], hub) == [f"改了：{DUE}"]
    assert keep([Notice(MISTAKES, "三")], hub) == []
    assert keep([Notice(DUE, None), Notice(MISTAKES, None)], hub) == [f"关了：{DUE}", f"关了：{MISTAKES}"]
    assert hub.open == {}


def test_a_town_begins_with_its_first_commit(folder: Path) -> None:
    def git(*words: str) -> None:
        who = (
            "-c",
            "user.name=clerk",
            "-c",
            "user.email=clerk@example.invalid",
            "-c",
            "commit.gpgsign=false",
        )
        day = {"GIT_COMMITTER_DATE": "2026-08-23T12:00:00+08:00"}
        subprocess.run(["git", *who, *words], cwd=folder, env=day, check=True, capture_output=True)

    assert began(folder) is None
    git("init", "--quiet")
    git("add", ".")
    git("commit", "--quiet", "-m", "起点")
    assert began(folder) == dt.date(2026, 8, 23)


@pytest.mark.parametrize("enabled", ["true", "false"])
def test_a_repository_without_issues_is_only_told_in_the_summary(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    enabled: str,
) -> None:
    (tmp_path / "bin").mkdir()
    script = f"""#!/bin/sh
echo "$@" >> {tmp_path}/said
case "$1 $2" in
"repo view") echo '{{"hasIssuesEnabled": {enabled}}}' ;;
"issue list") echo '[]' ;;
"issue create") cat >> {tmp_path}/body ;;
esac
"""
    (tmp_path / "bin" / "gh").write_text(script, "utf-8")
    (tmp_path / "bin" / "gh").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}/bin:/usr/bin:/bin")
    monkeypatch.setenv("GH_REPO", "town/site")
    monkeypatch.setenv("FAHU_DATA", str(folder))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795406400")
    add(folder, "people", "  - {id: qian, name: 钱律师, role: lawyer}\n")
    assert main() == 0
    told = capsys.readouterr().out
    assert "data/people.yml:8:" in told
    assert (tmp_path / "body").exists() == (enabled == "true")
    assert (tmp_path / "said").read_text("utf-8").startswith("repo view town/site ")
    assert ("没有开 Issues" in told) == (enabled == "false")
