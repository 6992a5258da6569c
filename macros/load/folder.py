"""YAML text to models: everything that is wrong in a folder of data, or a town."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Mapping as Table
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_origin

from pydantic import BaseModel, ValidationError

from macros.errors import DataError, Finding, Problem
from macros.load import references
from macros.load.complaints import complaints, steps, worded
from macros.load.locate import find
from macros.load.media import Media, media_problems
from macros.load.private import Guard, office_numbers
from macros.load.sources import Source, gather
from macros.load.tree import Mapping, Mark, is_empty, plain
from macros.models.base import TO_PUBLISH
from macros.models.duty import Duty
from macros.models.events import Events
from macros.models.holidays import Holidays
from macros.models.people import People
from macros.models.places import Places
from macros.models.site import Site
from macros.models.town import Town
from macros.models.videos import Videos


@dataclass(frozen=True)
class Subject:
    """One file of data/: its name, its Chinese name, its model, and what other files refer to.

    `ids` and `names` map the key of a list to the reference that its entries answer;
    `part` is the attribute that goes into the town, where that isn't the whole file.
    """

    name: str
    called: str
    model: type[BaseModel]
    ids: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    part: str | None = None
    optional: bool = False


SUBJECTS = (
    Subject("site", "网站", Site, names={"players": "player"}),
    Subject("places", "服务场所", Places, ids={"places": "place"}, part="places"),
    Subject("people", "人员", People, ids={"people": "person"}, part="people"),
    Subject("duty", "值班", Duty, ids={"rotations": "rotation", "temporary": "temporary"}),
    Subject(
        "events",
        "活动",
        Events,
        ids={"events": "event"},
        names={"categories": "event_category", "series": "event_series"},
    ),
    Subject(
        "videos",
        "视频",
        Videos,
        ids={"videos": "video"},
        names={"categories": "video_category", "series": "video_series"},
    ),
    Subject("holidays", "节假日", Holidays, optional=True),
)
DUTY = ("site", "places", "people", "duty", "holidays")
Context = dict[str, Table[str, Any]]
_BY_NAME = {subject.name: subject for subject in SUBJECTS}


@dataclass(frozen=True)
class Loaded:
    """A town, and the trees it was read from, which know every line."""

    town: Town
    trees: dict[str, Mapping]

    def problem(self, finding: Finding) -> Problem:
        """The finding of a check with its file, line and column."""
        subject = _BY_NAME[finding.subject]
        spot = find(self.trees[subject.name], finding.loc, subject.name)
        path = " › ".join((subject.called, *spot.path))
        return Problem(*spot.mark, path, finding.message, finding.level)


def load(folder: Path, *, past: bool = False) -> Loaded:
    """The town described in a folder; raises DataError with every mistake of every file.

    A `past` town was published once: its media are not looked into, what was allowed then stays so,
    and it may be in the form of an earlier version.
    """
    called = {subject.name: subject.called for subject in SUBJECTS}
    sources = gather(folder, called, {subject.name for subject in SUBJECTS if subject.optional})
    media = Media(folder)
    if past:
        return build(sources, dict.fromkeys(media, ""), past=True)
    sources[""].problems += media_problems(folder)
    return build(sources, media)


def build(sources: dict[str, Source], media: Table[str, str], *, past: bool = False) -> Loaded:
    """The town of files that were read; raises DataError with every mistake of every file."""
    problems = [problem for source in sources.values() for problem in source.problems]
    trees = {name: source.root for name, source in sources.items() if source.root is not None}
    whole = {name: root for name, root in trees.items() if not sources[name].problems}
    office = office_numbers(trees)
    context = _context(whole, media) | {"office_number": dict.fromkeys(office)}
    # Which numbers are an office's can't be told where a file that lists them can't be read.
    guarded = not past and {"site", "places"} <= whole.keys()
    if guarded:
        context |= {TO_PUBLISH: {}}
    if past:
        context |= {"past": {"duty": True}}
    parts: dict[str, Any] = {}
    for subject in SUBJECTS:
        if root := trees.get(subject.name):
            parts[subject.name], found = _validated(root, subject, context)
            covered = sources[subject.name].covered
            if guarded:
                guard = Guard(office, sources[subject.name].lines, _captions(media))
                found += guard.problems(root, subject.model, subject.name, subject.called)
            problems += (each for each in found if (each.file, each.line) not in covered)
    if problems:
        raise DataError(problems)
    try:
        return Loaded(Town.model_validate(parts, context=context), trees)
    except ValidationError as error:
        raise DataError(_town_complaints(error, trees)) from None


def duty_parts(sources: Table[str, Source]) -> dict[str, Any] | None:
    """What of a town its duty needs, by the names of `DUTY`; None where a file is wrong or missing.

    References are checked among these files only, and nobody asks whether media are there.
    """
    subjects = [subject for subject in SUBJECTS if subject.name in DUTY]
    optional = {subject.name: Source(Mapping(Mark("", 1, 1), {})) for subject in subjects if subject.optional}
    sources = {**optional, **sources}
    roots = {name: source.root for name, source in sources.items() if source.root and not source.problems}
    context = {called: known for called, known in _context(roots, {}).items() if "media" not in called}
    parts: dict[str, Any] = {}
    for subject in subjects:
        root = roots.get(subject.name)
        parts[subject.name], problems = _validated(root, subject, context) if root else (None, [])
        if root is None or problems:
            return None
    return parts


def _captions(media: Table[str, str]) -> Callable[[str], str]:
    return media.captions if isinstance(media, Media) else lambda _: ""


def _validated(root: Mapping, subject: Subject, context: Context) -> tuple[Any, list[Problem]]:
    """What goes into the town, and the problems, because of which it may be missing."""
    doubles = list(references.doubles(root, subject.ids, subject.name, subject.called))
    try:
        model = subject.model.model_validate(_as_given(root, subject.model), context=context)
        return getattr(model, subject.part) if subject.part else model, doubles
    except ValidationError as error:
        found = complaints(error, root, subject.model, subject.name, subject.called)
        # A model may complain about a list with doubles as well, without knowing the line.
        lists = {find(root, (key,), subject.name).mark for key in subject.ids if doubles}
        return None, doubles + [each for each in found if (each.file, each.line, each.column) not in lists]


def _context(trees: dict[str, Mapping], media: Table[str, str]) -> Context:
    """What references may point to; nothing where it can't be told, so that they aren't checked."""
    found: dict[str, dict[str, Any] | None] = {
        "media": dict.fromkeys(media),
    }
    for subject in SUBJECTS:
        if root := trees.get(subject.name):
            for key, called in subject.names.items():
                found[called] = references.names(root, key)
            for key, called in subject.ids.items():
                found[called] = references.ids(root, key)
                found[f"{called}_called"] = references.called(root, key)
    if root := trees.get("places"):
        found["village"] = references.villages(root)
    context: Context = {called: names for called, names in found.items() if names is not None}
    return context | {"media_trouble": media}


def _as_given(root: Mapping, model: type[BaseModel]) -> dict[str, Any]:
    """The file as pydantic takes it; a list with nothing in it yet is an empty list."""
    given: dict[str, Any] = plain(root)
    for key, entry in root.entries.items():
        info = model.model_fields.get(key)
        if info and get_origin(info.annotation) is tuple and is_empty(entry.value):
            given[key] = []
    return given


def _town_complaints(error: ValidationError, trees: dict[str, Mapping]) -> Iterator[Problem]:
    """The complaints of the town's own validators, which name a place as `site.groups`."""
    for each in error.errors(include_url=False, include_input=False):
        name, *loc = steps(each["ctx"]["at"])
        each["ctx"] = {**each["ctx"], "at": ""}
        subject = _BY_NAME[str(name)]
        yield worded(each, tuple(loc), trees[subject.name], subject.model, subject.name, subject.called)
