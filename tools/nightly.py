"""What the night tells the office, as issues of the repository: `python -m tools.nightly` in nightly.yml.

One issue for mistakes that keep the site from being published, one for what falls due within 30 days. Each is
opened once, follows what is left to do, and is closed when nothing is. FAHU_DATA is the town's folder,
GH_REPO the repository, and `gh` has a token that may write issues.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.checked import checked
from macros.clock import today
from macros.commands.diff_report import escaped
from macros.errors import DataError, Problem
from macros.history import history
from tools.due import due

ROOT = Path(__file__).parents[1]
LABEL = "夜里的检查"
MISTAKES = "数据有错误，网站没有更新"
DUE = "到期要办的事"
_BEFORE = {
    MISTAKES: "从出错那天起，网上还是原来的样子。请照下面的位置改好；改好的当天夜里，这一条自己关掉。",
    DUE: "下面这些，30 天里到期，或者已经到期。办好、改好数据，当天夜里这一条自己关掉。",
}
MENDED = "都改好了，自动关掉。"
# GitHub refuses a text of more than 65,536 characters.
MOST = 100
# An issue stays readable for everybody after the slip is mended.
_PRIVATE = re.compile(r"(1[3-9]\d)(?:[ -]?\d{4}){2}|(\d{3})\d{4,}")

# What `gh` answers to some words and what it reads.
Gh = Callable[[list[str], str], str]


@dataclass(frozen=True)
class Notice:
    """What one issue says today; without a body there is nothing to say."""

    title: str
    body: str | None


def notices(folder: Path, day: dt.date, since: dt.date | None) -> tuple[Notice, ...]:
    """What is to be told on that day; `since` is when the town's data began, where that is known."""
    try:
        found = checked(folder, day)
    except DataError as error:
        # What falls due can't be read now: its issue stays as it is.
        return (_notice(MISTAKES, error.problems, folder),)
    wrong = [problem for problem in found.problems if problem.level == "error"]
    later = sorted(map(found.loaded.problem, due(found.loaded.town, day, since)))
    return _notice(MISTAKES, wrong, folder), _notice(DUE, later, folder)


def _notice(title: str, problems: Iterable[Problem], folder: Path) -> Notice:
    lines = [f"- {_line(problem, folder)}" for problem in problems]
    if len(lines) > MOST:
        lines[MOST:] = [f"- 还有 {len(lines) - MOST} 处"]
    return Notice(title, "\n".join((_BEFORE[title], "", *lines)) if lines else None)


def _line(problem: Problem, folder: Path) -> str:
    said = str(problem).removeprefix(f"{folder.parent}/")
    return escaped(_PRIVATE.sub(lambda found: f"{found[1] or found[2]}****", said))


def keep(told: Iterable[Notice], gh: Gh) -> list[str]:
    """What was done, a line each: issues are opened, rewritten or closed until they say what is told."""
    listed = gh(
        ["issue", "list", "--label", LABEL, "--state", "open", "--json", "number,title,body"],
        "",
    )
    issues: dict[str, dict[str, Any]] = {issue["title"]: issue for issue in json.loads(listed)}
    return [done for notice in told if (done := _kept(notice, issues.get(notice.title), gh))]


def _kept(notice: Notice, issue: dict[str, Any] | None, gh: Gh) -> str:
    if issue is None:
        if notice.body is None:
            return ""
        gh(["label", "create", LABEL, "--force"], "")
        gh(["issue", "create", "--title", notice.title, "--label", LABEL, "--body-file", "-"], notice.body)
        return f"开了：{notice.title}"
    number = str(issue["number"])
    if notice.body is None:
        gh(["issue", "close", number, "--comment", MENDED], "")
        return f"关了：{notice.title}"
    # GitHub keeps a text with the line ends of the web.
    if issue["body"].replace("\r\n", "\n").strip() == notice.body:
        return ""
    gh(["issue", "edit", number, "--body-file", "-"], notice.body)
    return f"改了：{notice.title}"


def began(folder: Path) -> dt.date | None:
    """The day of the first commit with the folder in it; None where the history doesn't go so far."""
    past = history(folder)
    return None if past.cut else next((commit.day for commit in past.commits if commit.tree), None)


def _gh(words: list[str], text: str) -> str:
    return subprocess.run(["gh", *words], input=text, capture_output=True, text=True, check=True).stdout


def main() -> int:
    """The exit status, after the issues say what is to be told."""
    folder = Path(os.environ.get("FAHU_DATA") or ROOT / "data")
    told = notices(folder, today(os.environ), began(folder))
    for notice in told:
        print(f"### {notice.title}\n\n{notice.body or '没有'}\n")
    try:
        # A fork has no issues until its owner switches them on.
        about = _gh(["repo", "view", os.environ["GH_REPO"], "--json", "hasIssuesEnabled"], "")
        if json.loads(about)["hasIssuesEnabled"]:
            print("\n".join(keep(told, _gh)))
        else:
            print("这个仓库没有开 Issues（Settings › General › Features），只写在这里")
    except subprocess.CalledProcessError as error:
        print(error.stderr, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
