"""What git remembers of a folder."""

from __future__ import annotations

import datetime as dt
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.clock import SHANGHAI


@dataclass(frozen=True)
class Commit:
    """A commit, its time in seconds since 1970, and the folder's tree then, None where there was none."""

    id: str
    parents: tuple[str, ...]
    time: int
    tree: str | None

    @property
    def day(self) -> dt.date:
        """The day in Shanghai."""
        return _day(self.time)


@dataclass(frozen=True)
class History:
    """The commits that the folder's HEAD is made of, parents first.

    `cut` says that a shallow clone has left out what was before its first commits.
    """

    commits: tuple[Commit, ...] = ()
    cut: bool = False


def git(folder: Path, *arguments: str, asked: bytes = b"") -> bytes | None:
    """What git answers in the folder; None where it refuses, or where there is none."""
    command = ["git", *arguments]
    try:
        return subprocess.run(command, cwd=folder, capture_output=True, check=True, input=asked).stdout
    except (OSError, subprocess.CalledProcessError):
        return None


def last_change(folder: Path, today: dt.date) -> dt.date:
    """The day of the last commit that touched the folder, in Shanghai; today where git doesn't know."""
    answer = git(folder, "log", "-1", "--format=%ct", "--", ".")
    try:
        return min(_day(int(answer or b"")), today)
    except ValueError:
        return today


def history(folder: Path) -> History:
    """Every commit with what it says of the folder; none where git doesn't know the folder."""
    listed = (git(folder, "log", "--topo-order", "--reverse", "--format=%H %ct %P") or b"").decode()
    lines = [line.split() for line in listed.splitlines()]
    told = (git(folder, "rev-parse", "--is-shallow-repository", "--show-prefix") or b"") if lines else b""
    if not told:
        return History()
    shallow, inside = told.decode().split("\n")[:2]
    asked = "".join(f"{line[0]}:{inside.rstrip('/')}\n" for line in lines).encode()
    found = git(folder, "cat-file", "--batch-check=%(objecttype) %(objectname)", asked=asked) or b""
    trees = [about.split() for about in found.decode().splitlines()]
    if len(trees) != len(lines):
        return History()
    commits = tuple(
        Commit(line[0], tuple(line[2:]), int(line[1]), about[1] if about[0] == "tree" else None)
        for line, about in zip(lines, trees, strict=True)
    )
    return History(commits, cut=shallow == "true")


def objects(folder: Path, names: Iterable[str]) -> dict[str, bytes]:
    """What files and trees hold, by their names in git."""
    wanted = sorted(set(names))
    answer = git(folder, "cat-file", "--batch", asked="".join(f"{name}\n" for name in wanted).encode()) or b""
    found, at = {}, 0
    while at < len(answer):
        end = answer.index(b"\n", at)
        name, *about = answer[at:end].decode().split()
        at = end + 1
        if len(about) == 2:
            found[name] = answer[at : at + int(about[1])]
            at += int(about[1]) + 1
    return found


def files(folder: Path, trees: Iterable[str], wanted: Iterable[str]) -> dict[str, Mapping[str, str]]:
    """By tree, the names in git of the YAML files called so, or in folders called so, by their paths."""
    stems = set(wanted)
    tops = _listed(folder, trees)
    below = _listed(folder, {name for top in tops.values() for path, name in top.items() if path in stems})
    found: dict[str, Mapping[str, str]] = {}
    for tree, top in tops.items():
        parts = {path: name for path, name in top.items() if path.removesuffix(".yml") in stems}
        for path in stems & parts.keys():
            parts |= {f"{path}/{part}": name for part, name in below[parts.pop(path)].items()}
        found[tree] = {path: name for path, name in sorted(parts.items()) if path.endswith(".yml")}
    return found


def _listed(folder: Path, trees: Iterable[str]) -> dict[str, dict[str, str]]:
    return {name: dict(_entries(content, len(name) // 2)) for name, content in objects(folder, trees).items()}


def _entries(tree: bytes, size: int) -> Iterator[tuple[str, str]]:
    # Each is `mode path`, a zero, and the bytes of the object's name.
    at = 0
    while at < len(tree):
        end = tree.index(b"\0", at)
        path = tree[at:end].split(b" ", 1)[1].decode(errors="replace")
        yield path, tree[end + 1 : end + 1 + size].hex()
        at = end + 1 + size


def _day(seconds: int) -> dt.date:
    return dt.datetime.fromtimestamp(seconds, SHANGHAI).date()
