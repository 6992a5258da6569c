"""The folder of data as git remembers it."""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
from collections import Counter
from pathlib import Path, PurePosixPath

from macros.commands.arguments import UsageError
from macros.domain.duty.corrections import Correction, corrections
from macros.errors import DataError
from macros.history import git
from macros.load import load
from macros.models.town import FILES, Town

# Of a town that was published, only these say who was on duty.
_ROSTER = {"duty", "people", "places", "holidays"}


class NothingToCompareError(Exception):
    """There is no older town to compare with that can be found and read; the text says why."""


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


def known(folder: Path, revision: str) -> str:
    """The full name of a revision that was published; raises NothingToCompareError when git has lost it."""
    try:
        return commit(folder, revision)
    except UsageError as error:
        if git(folder, "rev-parse", "--git-dir") is None:
            raise NothingToCompareError(str(error)) from None
    if (git(folder, "rev-parse", "--is-shallow-repository") or b"").strip() == b"true":
        why = "这里只有最近的几次提交，请先运行 git fetch --unshallow"
    else:
        why = "多半是历史被改写了（force push），或者换了仓库"
    raise NothingToCompareError(f"那个版本（{revision[:12]}）不在这里的历史里，{why}")


def town_at(folder: Path, commit: str) -> Town:
    """The town as the folder was then, under whatever name; raises NothingToCompareError."""
    here = (git(folder, "rev-parse", "--show-prefix") or b"").decode().strip()
    entries = _entries(folder, commit, here)
    if not entries and (before := _renamed(folder, commit, here)) is not None:
        entries = _entries(folder, commit, before)
    if not entries:
        raise NothingToCompareError(f"那时还没有 {folder} 这个文件夹，也看不出它是从哪个文件夹改名来的")
    with tempfile.TemporaryDirectory() as scratch:
        for path, blob in entries.items():
            file = Path(scratch, *PurePosixPath(path).parts)
            file.parent.mkdir(parents=True, exist_ok=True)
            # Of films and pictures the data only asks whether they are there.
            wanted = file.suffix == ".yml" and git(folder, "cat-file", "blob", blob)
            file.write_bytes(wanted or b"")
        try:
            return _town(Path(scratch), folder)
        except DataError as error:
            problem = error.problems[0]
            file_name = PurePosixPath(problem.file).name
            told = f"{file_name} 第 {problem.line} 行：{problem.message}"
            count = f"（共 {len(error.problems)} 处）" if len(error.problems) > 1 else ""
            raise NothingToCompareError(f"那时的数据现在读不出来：{told}{count}") from None


def corrections_since(folder: Path, since: str, today: dt.date) -> tuple[Correction, ...]:
    """Every line such as `更正 2026-12-02：原因` in the messages of the commits after `since`."""
    messages = (git(folder, "log", "--format=%B", f"{since}..HEAD") or b"").decode(errors="replace")
    return corrections(messages, today)


def _entries(folder: Path, commit: str, prefix: str) -> dict[str, str]:
    """The files below a folder of a commit, by their path from there, with the names of their blobs."""
    tree = f"{commit}:{prefix.rstrip('/')}"
    listed = (git(folder, "ls-tree", "-r", "-z", "--full-tree", tree) or b"").decode(errors="replace")
    found = (line.partition("\t") for line in listed.split("\0") if line)
    return {path: about.split()[-1] for about, _, path in found}


def _renamed(folder: Path, commit: str, here: str) -> str | None:
    """Where most of the folder's files were in a commit in which it had another name."""
    answer = git(folder, "diff", "--find-renames", "--diff-filter=R", "--name-status", "-z", commit)
    words = (answer or b"").decode(errors="replace").split("\0")
    homes: Counter[str] = Counter()
    for old, new in zip(words[1::3], words[2::3], strict=False):
        inner = new.removeprefix(here)
        if new.startswith(here) and inner.endswith(".yml") and old.endswith(f"/{inner}"):
            homes[old.removesuffix(inner)] += 1
    return max(homes, key=lambda home: homes[home]) if homes else None


def _town(then: Path, now: Path) -> Town:
    """The town of that time; files that say nothing about duty may be those of today instead."""
    try:
        return load(then, past=True).town
    except DataError as error:
        unread = {_subject(problem.file) for problem in error.problems}
        if unread & _ROSTER:
            raise
    for path in now.rglob("*"):
        inner = path.relative_to(now)
        if inner.parts[0] == "media" and path.is_file():
            (then / inner.parent).mkdir(parents=True, exist_ok=True)
            (then / inner).touch()
    paths = {file.name: file.path for file in FILES}
    for name in unread:
        _replaced(then, now, paths.get(name, name))
    return load(then, past=True).town


def _replaced(then: Path, now: Path, path: str) -> None:
    shutil.rmtree(then / path, ignore_errors=True)
    (then / f"{path}.yml").unlink(missing_ok=True)
    (then / path).parent.mkdir(parents=True, exist_ok=True)
    if (now / path).is_dir():
        shutil.copytree(now / path, then / path)
    if (now / f"{path}.yml").exists():
        shutil.copy(now / f"{path}.yml", then / f"{path}.yml")


def _subject(file: str) -> str:
    path = PurePosixPath(file)
    known = {file.name for file in FILES}
    return path.parent.name if path.parent.name in known else path.stem
