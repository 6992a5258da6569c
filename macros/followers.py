"""What followers of a town have, from every revision of its data that they may have seen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from pydantic import ValidationError

from macros import history
from macros.domain.days import ONE_DAY
from macros.domain.duty import Resolved
from macros.domain.duty.holidays import notice_day
from macros.domain.duty.ledger import Revision, Span, followed
from macros.domain.duty.named_shifts import named_shifts, named_shifts_of
from macros.domain.followed import Follow, Told, told
from macros.history import Commit, History
from macros.load.folder import DUTY, duty_parts
from macros.load.text_files import TextFile, joined, parse
from macros.models.town import Town

# What a shallow clone can't tell is counted in seconds from here on, so that it grows with every commit.
_EPOCH = int(dt.datetime(2020, 1, 1, tzinfo=dt.UTC).timestamp())
_Files = tuple[tuple[str, str], ...]
# What revisions tell, by their days and files; a server that builds again and again keeps it.
Memory = dict[tuple[Span, dt.date, _Files], Mapping[str, Told] | None]


def followers(
    folder: Path,
    town: Town,
    resolved: Resolved,
    span: Span,
    today: dt.date,
    memory: Memory | None = None,
) -> tuple[Follow, ...]:
    """Every entry that followers have of the town in the folder in the days of the span.

    `resolved` is the town's duty, worked out up to the last of them or farther.
    """
    last_notice = max(day for day in map(notice_day, (today.year - 1, today.year)) if day <= today)
    known, read = history.history(folder), {} if memory is None else memory
    past = _Past(folder, town, resolved, span, known, last_notice, read)
    return followed(past.revisions(today), span, today)


@dataclass(frozen=True)
class _Past:
    """The revisions of a folder that its followers may have seen, as far as they differ.

    The yearly notice of holidays comes with a new release of the calendar, not with the
    data, and changes what they tell. It is taken as a revision of its own, of the day `notice`.
    """

    folder: Path
    town: Town
    resolved: Resolved
    span: Span
    known: History
    notice: dt.date
    memory: Memory
    _texts: dict[str, TextFile] = field(default_factory=dict)

    def revisions(self, today: dt.date) -> Iterator[Revision[Told]]:
        """The earlier ones, then the present one, which may not be committed yet."""
        like: dict[str, str] = {}
        ready: set[str] = set()
        for commit in self.known.commits:
            before = tuple(dict.fromkeys(like[one] for one in commit.parents if one in like))
            like[commit.id] = commit.id
            if self._days[commit.id] < self.span.earliest:
                continue
            if len(before) == 1 and self._files[before[0]] == self._files[commit.id]:
                like[commit.id] = before[0]
                continue
            yield from self._not_yet(before, self._days[commit.id], ready)
            yield self._revision(commit, before)
            ready.add(commit.id)
        before = tuple(like[commit.id] for commit in self.known.commits[-1:])
        yield from self._not_yet(before, today, ready)
        present = told(self.town, named_shifts_of(self.resolved, self.span.first, self.span.last))
        yield Revision("", self._noticed(before, today), today, present)

    def _not_yet(self, before: tuple[str, ...], day: dt.date, ready: set[str]) -> Iterator[Revision[Told]]:
        """Those right before a revision of that day that weren't taken: the oldest ones, and the notice."""
        for commit, noticed in zip(before, self._noticed(before, day), strict=True):
            if commit not in ready:
                yield Revision(commit, (), self._days[commit], self._read(commit, self._days[commit]))
            if noticed not in ready | {commit}:
                yield Revision(noticed, (commit,), self.notice, self._read(commit, self.notice))
            ready |= {commit, noticed}

    def _noticed(self, before: tuple[str, ...], day: dt.date) -> tuple[str, ...]:
        """The names of the revisions right before one of that day, which the notice may have changed."""
        return tuple(f"{one}+" if self._days[one] < self.notice <= day else one for one in before)

    def _revision(self, commit: Commit, before: tuple[str, ...]) -> Revision[Told]:
        cut, day = self.known.cut and not commit.parents, self._days[commit.id]
        hidden = max(commit.time - _EPOCH, 0) if cut else 0
        return Revision(commit.id, self._noticed(before, day), day, self._read(commit.id, day), hidden)

    @cached_property
    def _days(self) -> Mapping[str, dt.date]:
        """The day of each commit, or the one of those that it is made of if a clock was wrong."""
        days: dict[str, dt.date] = {}
        for commit in self.known.commits:
            before = (days[one] for one in commit.parents if one in days)
            days[commit.id] = max(commit.day, *before, dt.date.min)
        return days

    @cached_property
    def _files(self) -> Mapping[str, _Files]:
        """The files of duty and their names in git, by commit."""
        commits = self.known.commits
        asked = {commits[-1].id} if commits else set[str]()
        for commit in commits:
            if self._days[commit.id] >= self.span.earliest:
                asked |= {commit.id, *commit.parents}
        trees = {commit.id: commit.tree or "" for commit in commits if commit.id in asked}
        found = history.files(self.folder, {*trees.values()} - {""}, DUTY)
        return {commit: tuple(found.get(tree, {}).items()) for commit, tree in trees.items()}

    @cached_property
    def _contents(self) -> Mapping[str, bytes]:
        return history.objects(self.folder, {name for files in self._files.values() for _, name in files})

    def _read(self, commit: str, day: dt.date) -> Mapping[str, Told] | None:
        """What the files of a commit told followers on a day; None where they can't be read."""
        files = self._files[commit]
        if not files:
            return {}
        as_of = self.notice - ONE_DAY if day < self.notice else dt.date.max
        key = self.span, as_of, files
        if key not in self.memory:
            town = self._town(files)
            first, last = self.span.first, self.span.last
            self.memory[key] = told(town, named_shifts(town, first, last, as_of)) if town else None
        return self.memory[key]

    def _town(self, files: _Files) -> Town | None:
        names: dict[str, list[str]] = {}
        for path, name in files:
            names.setdefault(path.split("/")[0].removesuffix(".yml"), []).append(name)
        parts = duty_parts({subject: self._text_file(subject, found) for subject, found in names.items()})
        try:
            return Town.model_validate(dict(self.town) | parts) if parts else None
        except ValidationError:
            return None

    def _text_file(self, subject: str, names: list[str]) -> TextFile:
        for name in names:
            if name not in self._texts:
                self._texts[name] = parse(self._contents[name], subject)
        return joined((self._texts[name] for name in names), subject)
