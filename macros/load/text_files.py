"""The files of a folder of data: which are there, which are missing, which don't belong."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from collections.abc import Mapping as Table
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from macros.errors import DataError, Problem, did_you_mean
from macros.load.rawtext import MOST_BYTES
from macros.load.tree import Mapping, Mark, Pair, Sequence
from macros.load.yamltext import Parsed, read

_IGNORED = re.compile(r"media|README\.md|\..*|.*~|~\$.*|#.*#|.*\.(bak|orig|swp|tmp)|Thumbs\.db|desktop\.ini")


@dataclass
class TextFile:
    """A subject's tree, from one file or several, or None when it can't be trusted.

    `covered` are the lines of files that a problem already speaks about, `lines` each file's own.
    """

    root: Mapping | None = None
    problems: list[Problem] = field(default_factory=list)
    covered: set[tuple[str, int]] = field(default_factory=set)
    lines: dict[str, list[str]] = field(default_factory=dict)


def gather(
    folder: Path,
    subjects: Table[str, str],
    optional: Iterable[str],
    instead: Table[Path, bytes] = MappingProxyType({}),
    parsing: Parsing | None = None,
) -> dict[str, TextFile]:
    """The text files of a folder by name; `subjects` are their paths with their Chinese names.

    `instead` are files that aren't read but hold what is given, whether they are there or not;
    `parsing` remembers what it parsed.
    """
    reader = _Reader(instead, parsing or Parsing())
    if not folder.is_dir():
        raise DataError([Problem(shown(folder), 1, 1, "", "没有这个文件夹")])
    texts = {
        PurePosixPath(path).name: _text_file(folder, path, called, reader, optional=path in optional)
        for path, called in subjects.items()
    }
    texts[""] = TextFile(problems=list(_strays(folder, subjects)))
    return texts


def shown(path: Path) -> str:
    """The path as it stands in problems: from the current folder where it is below it."""
    here = Path.cwd()
    full = path.absolute()
    return (full.relative_to(here) if full.is_relative_to(here) else full).as_posix()


def unlike_a_file(path: Path) -> str:
    """What is wrong with a path that is no plain file of its own; empty for one that is."""
    if path.is_symlink():
        return "这是快捷方式（符号链接），请换成文件本身"
    return "" if path.is_file() else "这不是普通的文件，请移走"


def parse(data: bytes, file: str) -> TextFile:
    """The text file that one file's bytes are."""
    parsed = read(data, file)
    if parsed.root is None and not parsed.problems:
        parsed = Parsed(problems=[Problem(file, 1, 1, "", "文件是空的")])
    covered = {(file, line) for line in parsed.covered}
    return TextFile(parsed.root, parsed.problems, covered, {file: parsed.lines})


class Parsing:
    """What the bytes of files are, which a server asks again and again of the same."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[bytes, TextFile]] = {}

    def of(self, data: bytes, file: str) -> TextFile:
        """The text file that one file's bytes are; nobody changes it."""
        if file not in self._known or self._known[file][0] != data:
            self._known[file] = data, parse(data, file)
        return self._known[file][1]


@dataclass(frozen=True)
class _Reader:
    """How the files of a folder are read."""

    instead: Table[Path, bytes]
    parsing: Parsing

    def read(self, path: Path) -> TextFile:
        """The text file at a path."""
        if path in self.instead:
            return self.parsing.of(self.instead[path], shown(path))
        # A pipe would be waited for, and a link may lead to anything on this machine.
        if message := unlike_a_file(path):
            return TextFile(problems=[Problem(shown(path), 1, 1, "", message)])
        try:
            with path.open("rb") as file:
                return self.parsing.of(file.read(MOST_BYTES + 1), shown(path))
        except OSError:
            return TextFile(problems=[Problem(shown(path), 1, 1, "", "文件打不开")])


def joined(parts: Iterable[TextFile], subject: str) -> TextFile:
    """The text file that the files of a subject are together, one or more."""
    found = list(parts)
    return found[0] if len(found) == 1 else _merged(found, subject, subject)


def _text_file(folder: Path, path: str, called: str, reader: _Reader, *, optional: bool) -> TextFile:
    file, parts = folder / f"{path}.yml", folder / path
    if parts.is_symlink():
        return TextFile(problems=[Problem(shown(parts), 1, 1, called, unlike_a_file(parts))])
    alone = [file] if file in reader.instead or file.exists() or file.is_symlink() else []
    if parts.is_dir():
        found = sorted(path for path in parts.glob("*.yml") if not _IGNORED.fullmatch(path.name))
        # A folder beside the file is emptied by whoever takes back the last thing that a form wrote.
        return _merged([reader.read(path) for path in alone + found], shown(parts), called)
    if alone:
        return reader.read(file)
    if optional:
        return TextFile(Mapping(Mark(shown(file), 1, 1), {}))
    return TextFile(problems=[Problem(shown(file), 1, 1, called, "没有这个文件")])


def _merged(texts: list[TextFile], folder: str, called: str) -> TextFile:
    """Several files as one: their lists are joined, any other key may stand in one of them only."""
    if not texts:
        return TextFile(problems=[Problem(folder, 1, 1, called, "文件夹里没有 .yml 文件")])
    merged = TextFile(problems=[problem for text in texts for problem in text.problems])
    merged.covered = {line for text in texts for line in text.covered}
    merged.lines = {file: lines for text in texts for file, lines in text.lines.items()}
    roots = [text.root for text in texts if text.root is not None]
    if len(roots) < len(texts):
        return merged
    merged.root = Mapping(roots[0].mark, {})
    for root in roots:
        for key, (mark, value) in root.entries.items():
            first = merged.root.entries.get(key)
            if first is None:
                kept = Sequence(value.mark, [*value.items]) if isinstance(value, Sequence) else value
                merged.root.entries[key] = Pair(mark, kept)
            elif isinstance(first.value, Sequence) and isinstance(value, Sequence):
                first.value.items.extend(value.items)
            else:
                message = f"{key} 在 {first.key.file} 第 {first.key.line} 行已经写过"
                merged.problems.append(Problem(*mark, called, message))
    return merged


def _strays(folder: Path, subjects: Iterable[str]) -> Iterator[Problem]:
    """A problem for each file that belongs to no subject, and for folders that are something else."""
    homes = {home: {*names} for home, names in _by_home(subjects).items()}
    for home, names in homes.items():
        inside, known = folder / home, [f"{name}.yml" for name in names]
        if home and (inside.is_symlink() or (inside.exists() and not inside.is_dir())):
            yield Problem(shown(inside), 1, 1, "", f"{home} 应是一个文件夹，{' 和 '.join(known)} 放在里面")
            continue
        expected = {*names, *known} | (homes.keys() if not home else set())
        for path in inside.iterdir() if inside.is_dir() else ():
            if not (path.name in expected or _IGNORED.fullmatch(path.name)):
                right = _elsewhere(path, home, homes) or _right(path, known)
                yield Problem(shown(path), 1, 1, "", f"这里不用这个名字的文件，{right}")


def _by_home(subjects: Iterable[str]) -> dict[str, list[str]]:
    """The names of files by the folder that they stand in, the town's own being empty."""
    found: dict[str, list[str]] = {"": []}
    for path in subjects:
        home, _, name = path.rpartition("/")
        found.setdefault(home, []).append(name)
    return found


def _elsewhere(path: Path, here: str, homes: Table[str, Collection[str]]) -> str:
    """Where a file belongs that is called right and stands in a wrong folder; empty for another."""
    for home, names in homes.items():
        if home != here and path.name in {f"{name}.yml" for name in names}:
            return f"请移到 {home} 文件夹里" if home else "请往上移一层，和 site.yml 放在一起"
    return ""


def _right(path: Path, known: list[str]) -> str:
    stem = re.split(r"[^a-z]", path.name.lower())[0]
    if f"{stem}.yml" not in known:
        return did_you_mean(path.name.lower(), known) or "照片和视频请放进 media 文件夹，其他文件请移走"
    if path.with_name(f"{stem}.yml").exists():
        return f"已经有 {stem}.yml 了，多出来的这份请移走"
    return f"请改名为 {stem}.yml"
