"""What followers of a town have, from every revision of its data that they may have seen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from macros import history
from macros.domain.days import ONE_DAY
from macros.domain.duty import Resolved
from macros.domain.duty.holidays import notice_day
from macros.domain.duty.ledger import Revision, Sight, Span, followed
from macros.domain.duty.named_shifts import named_shifts, named_shifts_of
from macros.domain.event_told import EventFollow, event_span, told_events
from macros.domain.followed import Follow, told
from macros.history import Commit, History
from macros.load.folder import DUTY, EVENTS, some_parts
from macros.load.text_files import TextFile, joined, parse
from macros.models.reference import Reading
from macros.models.town import Town

# What a shallow clone can't tell is counted in seconds from here on, so that it grows with every commit.
_EPOCH = int(dt.datetime(2020, 1, 1, tzinfo=dt.UTC).timestamp())
_Files = tuple[tuple[str, str], ...]
# What revisions tell, by the subjects, days and files that they tell of; a server keeps it.
Memory = dict[tuple[tuple[str, ...], Span, dt.date, _Files], Mapping[str, Any] | None]
# What has been read of files, by their names in git.
Texts = dict[str, TextFile]
T = TypeVar("T", bound=Sight)


def followers(
    folder: Path,
    town: Town,
    resolved: Resolved,
    span: Span,
    today: dt.date,
    memory: Memory | None = None,
    texts: Texts | None = None,
) -> tuple[Follow, ...]:
    """Every entry that followers have of the town in the folder in the days of the span.

    `resolved` is the town's duty, worked out up to the last of them or farther.
    """

    def tell(past: Town, as_of: dt.date) -> Mapping[str, Any]:
        return told(past, named_shifts(past, span.first, span.last, as_of))

    present = told(town, named_shifts_of(resolved, span.first, span.last))
    notice = max(day for day in map(notice_day, (today.year - 1, today.year)) if day <= today)
    past = _Past(
        folder,
        town,
        span,
        DUTY,
        tell,
        notice,
        {} if memory is None else memory,
        {} if texts is None else texts,
    )
    return followed(past.revisions(present, today), span, today)


def event_followers(
    folder: Path, town: Town, today: dt.date, memory: Memory | None = None, texts: Texts | None = None
) -> tuple[EventFollow, ...]:
    """Every event that followers have of the town in the folder."""
    span = event_span(today)

    def tell(past: Town, _: dt.date) -> Mapping[str, Any]:
        return told_events(past, span)

    # No notice of holidays changes an event.
    past = _Past(
        folder,
        town,
        span,
        EVENTS,
        tell,
        notice=dt.date.min,
        memory={} if memory is None else memory,
        texts={} if texts is None else texts,
        reading=Reading.PAST,
    )
    return followed(past.revisions(told_events(town, span), today), span, today)


@dataclass(frozen=True)
class _Past(Generic[T]):
    """The revisions of a folder that its followers may have seen, as far as they differ.

    They differ in the files of some subjects; `tell` is what a town tells, as on a day.

    The yearly notice of holidays comes with a new release of the calendar, not with the
    data, and changes what they tell. It is taken as a revision of its own, of the day `notice`.
    """

    folder: Path
    town: Town
    span: Span
    subjects: tuple[str, ...]
    tell: Callable[[Town, dt.date], Mapping[str, T]]
    notice: dt.date
    memory: Memory
    texts: Texts
    reading: Reading | None = None

    @cached_property
    def known(self) -> History:
        """The commits, parents first."""
        return history.history(self.folder)

    def revisions(self, present: Mapping[str, T], today: dt.date) -> Iterator[Revision[T]]:
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
        yield Revision("", self._noticed(before, today), today, present)

    def _not_yet(self, before: tuple[str, ...], day: dt.date, ready: set[str]) -> Iterator[Revision[T]]:
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

    def _revision(self, commit: Commit, before: tuple[str, ...]) -> Revision[T]:
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
        """The files of the subjects and their names in git, by commit."""
        commits = self.known.commits
        asked = {commits[-1].id} if commits else set[str]()
        for commit in commits:
            if self._days[commit.id] >= self.span.earliest:
                asked |= {commit.id, *commit.parents}
        trees = {commit.id: commit.tree or "" for commit in commits if commit.id in asked}
        found = history.files(self.folder, {*trees.values()} - {""}, self.subjects)
        return {commit: tuple(found.get(tree, {}).items()) for commit, tree in trees.items()}

    @cached_property
    def _contents(self) -> Mapping[str, bytes]:
        return history.objects(self.folder, {name for files in self._files.values() for _, name in files})

    def _read(self, commit: str, day: dt.date) -> Mapping[str, T] | None:
        """What the files of a commit told followers on a day; None where they can't be read."""
        files = self._files[commit]
        if not files:
            return {}
        as_of = self.notice - ONE_DAY if day < self.notice else dt.date.max
        key = self.subjects, self.span, as_of, files
        if key not in self.memory:
            town = self._town(files)
            self.memory[key] = self.tell(town, as_of) if town else None
        return self.memory[key]

    def _town(self, files: _Files) -> Town | None:
        names: dict[str, list[str]] = {}
        for path, name in files:
            names.setdefault(path.split("/")[0].removesuffix(".yml"), []).append(name)
        found = {subject: self._text_file(subject, files) for subject, files in names.items()}
        parts = some_parts(found, self.subjects, self.reading)
        # A mere dict of it would hold what it has worked out as well.
        whole = {name: getattr(self.town, name) for name in Town.model_fields}
        try:
            return Town.model_validate(whole | parts) if parts else None
        except ValidationError:
            return None

    def _text_file(self, subject: str, names: list[str]) -> TextFile:
        for name in names:
            if name not in self.texts:
                self.texts[name] = parse(self._contents[name], subject)
        return joined((self.texts[name] for name in names), subject)
