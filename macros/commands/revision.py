"""The folder of data as git remembers it."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path, PurePosixPath

from macros.commands.arguments import UsageError
from macros.errors import DataError
from macros.history import git
from macros.load import load
from macros.models.town import Town

_CORRECTION = re.compile(r"^\s*更正\s*[:：]\s*(\S.*)$", re.MULTILINE)


class NothingToCompareError(Exception):
    """The revision exists and holds no town that can be read; the text says why."""


def commit(folder: Path, revision: str) -> str:
    """The full name of a revision; raises UsageError when there is none."""
    if git(folder, "rev-parse", "--git-dir") is None:
        raise UsageError(f"{folder} 不在 git 仓库里（或者没有装 git），没有旧版本可以比较")
    found = None
    if revision and not revision.startswith("-"):
        found = git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if not found:
        raise UsageError(f"没有 {revision} 这个版本，可以写 HEAD、HEAD~1、main 或提交编号")
    return found.decode().strip()


def town_at(folder: Path, commit: str) -> Town:
    """The town as the folder was then; raises NothingToCompareError."""
    # Run inside the folder, git lists what is below it, with paths that start there.
    listed = (git(folder, "ls-tree", "-r", "-z", commit) or b"").decode(errors="replace")
    entries = [line.partition("\t")[::2] for line in listed.split("\0") if line]
    if not entries:
        raise NothingToCompareError(f"那时还没有 {folder} 这个文件夹")
    with tempfile.TemporaryDirectory() as scratch:
        for about, path in entries:
            file = Path(scratch, *PurePosixPath(path).parts)
            file.parent.mkdir(parents=True, exist_ok=True)
            # Of films and pictures the data only asks whether they are there.
            wanted = file.suffix == ".yml" and git(folder, "cat-file", "blob", about.split()[-1])
            file.write_bytes(wanted or b"")
        try:
            return load(Path(scratch), past=True).town
        except DataError as error:
            problem = error.problems[0]
            file_name = PurePosixPath(problem.file).name
            told = f"{file_name} 第 {problem.line} 行：{problem.message}"
            count = f"（共 {len(error.problems)} 处）" if len(error.problems) > 1 else ""
            raise NothingToCompareError(f"那时的数据现在读不出来：{told}{count}") from None


def correction(folder: Path, since: str) -> str | None:
    """The reason that a commit after `since` gives in a line such as `更正：原因`, the latest one."""
    messages = (git(folder, "log", "--format=%B", f"{since}..HEAD") or b"").decode(errors="replace")
    found = _CORRECTION.search(messages)
    return found[1].strip() if found else None
