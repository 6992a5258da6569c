"""YAML text to models: everything that is wrong in a folder of data, or a town."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from collections.abc import Mapping as Table
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from macros.errors import DataError, Finding, Problem
from macros.load import references
from macros.load.complaints import complaints, worded
from macros.load.locate import find
from macros.load.media import Media, media_problems
from macros.load.private import Guard, office_numbers
from macros.load.text_files import Parsing, TextFile, gather
from macros.load.tree import Mapping, Mark, plain
from macros.models.data_file import DataFile
from macros.models.reference import MEDIA, OFFICE_NUMBERS, VILLAGES, Context, Known, Names, Reading, Target
from macros.models.town import FILES, Town

# What duty depends on, and what events do.
DUTY = ("site", "places", "people", "duty", "holidays")
EVENTS = ("site", "places", "events")
_BY_NAME = {file.name: file for file in FILES}
_NOTHING = Mapping(Mark("", 1, 1), {})


@dataclass(frozen=True)
class Loaded:
    """A town, and the trees it was read from, which know every line."""

    town: Town
    trees: dict[str, Mapping]

    def mark(self, subject: str, *loc: str | int) -> Mark:
        """Where something of a subject's file stands, or what it would stand in."""
        return find(self.trees[subject], loc, subject).mark

    def problem(self, finding: Finding) -> Problem:
        """The finding of a check with its file, line and column."""
        file = _BY_NAME[finding.subject]
        spot = find(self.trees[file.name], finding.loc, file.name)
        path = " › ".join((file.called, *spot.path))
        return Problem(*spot.mark, path, finding.message, finding.level)


def load(
    folder: Path,
    *,
    past: bool = False,
    instead: Table[Path, bytes] | None = None,
    parsing: Parsing | None = None,
) -> Loaded:
    """The town described in a folder; raises DataError with every mistake of every file.

    `instead` are files of the folder with what they are to be read as; `parsing` remembers what it parsed.

    A `past` town was published once: its media are not looked into, what was allowed then stays so,
    and it may be in the form of an earlier version.
    """
    called = {file.path: file.called for file in FILES}
    texts = gather(folder, called, {file.path for file in FILES if file.optional}, instead or {}, parsing)
    media = Media(folder)
    if past:
        return build(texts, dict.fromkeys(media, ""), past=True)
    texts[""].problems += media_problems(folder)
    return build(texts, media)


def build(texts: dict[str, TextFile], media: Table[str, str], *, past: bool = False) -> Loaded:
    """The town of files that were read; raises DataError with every mistake of every file."""
    problems = [problem for text in texts.values() for problem in text.problems]
    trees = {name: text.root for name, text in texts.items() if text.root is not None}
    whole = {name: root for name, root in trees.items() if not texts[name].problems}
    office = office_numbers(trees)
    # Which numbers are an office's can't be told where a file that lists them can't be read.
    guarded = not past and {"site", "places"} <= whole.keys()
    reading = Reading.PAST if past else Reading.TO_PUBLISH if guarded else None
    media_known = Known(dict.fromkeys(media), trouble=media)
    known = {**_known(whole), MEDIA: media_known, OFFICE_NUMBERS: Known(office)}
    context = Context(known, reading)
    parts: dict[str, Any] = {}
    for file in FILES:
        if root := trees.get(file.name):
            parts[file.name], found = _validated(root, file, context)
            covered = texts[file.name].covered
            if guarded:
                guard = Guard(office, texts[file.name].lines, _captions(media))
                found += guard.problems(root, file.model, file.name, file.called)
            problems += (each for each in found if (each.file, each.line) not in covered)
    if problems:
        raise DataError(problems)
    try:
        return Loaded(Town.model_validate(parts, context=context), trees)
    except ValidationError as error:
        raise DataError(_town_complaints(error, trees)) from None


def some_parts(
    texts: Table[str, TextFile], subjects: Collection[str], reading: Reading | None = None
) -> dict[str, Any] | None:
    """The parts of a town as it was, those of some subjects; None where a file is wrong or missing.

    References are checked among these files only, and nobody asks whether media are there.
    """
    files = [file for file in FILES if file.name in subjects]
    optional = {file.name: TextFile(_NOTHING) for file in files if file.optional}
    texts = {**optional, **texts}
    roots = {name: text.root for name, text in texts.items() if text.root and not text.problems}
    context = Context(_known(roots), reading)
    parts: dict[str, Any] = {}
    for file in files:
        root = roots.get(file.name)
        parts[file.name], problems = _validated(root, file, context) if root else (None, [])
        if root is None or problems:
            return None
    return parts


def _captions(media: Table[str, str]) -> Callable[[str], str]:
    return media.captions if isinstance(media, Media) else lambda _: ""


def _validated(root: Mapping, file: DataFile, context: Context) -> tuple[Any, list[Problem]]:
    """What goes into the town, and the problems, because of which it may be missing."""
    ids = [key for key, target in file.targets() if not isinstance(target, Names)]
    doubles = list(references.doubles(root, ids, file.name, file.called))
    root, moved = _without_moved(root, file)
    if context.reading is not Reading.PAST:
        doubles += moved
    try:
        model = file.model.model_validate(plain(root), context=context)
        return getattr(model, file.part) if file.part else model, doubles
    except ValidationError as error:
        found = complaints(error, root, file.model, file.name, file.called)
        # A model may complain about a list with doubles as well, without knowing the line.
        lists = {find(root, (key,)).mark for key in ids if doubles}
        return None, doubles + [each for each in found if (each.file, each.line, each.column) not in lists]


def _without_moved(root: Mapping, file: DataFile) -> tuple[Mapping, list[Problem]]:
    """The tree without the keys that belong elsewhere now, and a problem for each of them."""
    moved = [key for key in file.moved if key in root.entries]
    kept = {key: entry for key, entry in root.entries.items() if key not in moved}
    problems = [Problem(*root.entries[key].key, f"{file.called} › {key}", file.moved[key]) for key in moved]
    return (Mapping(root.mark, kept, root.flow) if moved else root), problems


def _known(trees: dict[str, Mapping]) -> dict[Target, Known]:
    """What references may point to; nothing where it can't be told, so that they aren't checked."""
    found: dict[Target, Known] = {}
    for file in FILES:
        for key, target in file.targets() if file.name in trees else ():
            root = trees[file.name]
            names = (references.names if isinstance(target, Names) else references.ids)(root, key)
            if names is not None:
                found[target] = Known(names, references.called(root, key))
    _of_any_kind(found)
    if "places" in trees and (served := references.villages(trees["places"])) is not None:
        found[VILLAGES] = Known(served)
    return found


def _of_any_kind(found: dict[Target, Known]) -> None:
    """Nothing; a reference to a model may name entries of those derived from it too, a team among people."""
    kinds = {target: known for target, known in found.items() if isinstance(target, type)}
    for target, known in kinds.items():
        for kind, more in kinds.items():
            if kind is not target and issubclass(kind, target):
                names = {**dict.fromkeys(known.names), **dict.fromkeys(more.names)}
                known = Known(names, {**known.called, **more.called})
        found[target] = known


def _town_complaints(error: ValidationError, trees: dict[str, Mapping]) -> Iterator[Problem]:
    """The complaints of the town's own validators, which name a place as `site.groups`."""
    for each in error.errors():
        # The file's name is no step inside it, and passed over.
        file = _BY_NAME[each["ctx"]["at"].split(".")[0]]
        yield worded(each, (), trees[file.name], file.model, file.name, file.called)
