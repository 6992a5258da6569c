"""A folder of data as it would be after a change, looked at before anything is written."""

from __future__ import annotations

import datetime as dt
import re
import tempfile
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.checked import Checked, checked
from macros.domain.duty import shifts
from macros.domain.duty.comparison import Change, Side, changes
from macros.domain.duty.shift import Names
from macros.domain.edition import HORIZON
from macros.edit.inserted import CannotEditError
from macros.errors import DataError, Problem
from macros.load.rawtext import decode
from macros.load.text_files import shown

# Further back nothing that a clerk writes today should reach, and each day costs.
BACK = dt.timedelta(days=60)
_BOM = b"\xef\xbb\xbf"


class RefusedError(DataError):
    """The change would bring in what can't be published; the lines of `problems` aren't written yet."""


@dataclass(frozen=True)
class Draft:
    """One file of a folder with a new text, and the whole folder looked at with it."""

    file: Path
    before: str
    after: str
    was: Checked
    now: Checked
    changes: tuple[Change, ...]

    @classmethod
    def of(
        cls,
        folder: Path,
        subject: str,
        change: Callable[[str], str],
        today: dt.date,
        known: Collection[str] = (),
    ) -> Draft:
        """The folder with a change of one subject's file, that with one of the `known` ids if there is one.

        Raises DataError where the folder can't be published as it is, RefusedError where it couldn't be
        with the change, CannotEditError where the file doesn't allow it.
        """
        was = checked(folder, today)
        if errors := _errors(was):
            raise DataError(errors)
        file = file_of(folder, subject, known)
        data = file.read_bytes() if file.exists() else b""
        before = decode(data, shown(file))
        after = change(before)
        now = _after(folder, today, {file: after.encode()})
        first, last = today - BACK, today + HORIZON
        sides = (
            Side(shifts(each.loaded.town, first, last), Names.of(each.loaded.town)) for each in (was, now)
        )
        return cls(file, before, after, was, now, changes(*sides))

    @property
    def name(self) -> str:
        """The file as it is called in problems."""
        return shown(self.file)

    @property
    def reminders(self) -> list[Problem]:
        """What there is to be looked at because of the change."""
        known = {(problem.where, problem.message) for problem in self.was.problems}
        return [each for each in self.now.problems if (each.where, each.message) not in known]

    def write(self) -> None:
        """Nothing; the file has the new text, whole or not at all, its line ends and mark as they were."""
        data = self.file.read_bytes() if self.file.exists() else b""
        text = self.after.replace("\n", "\r\n") if b"\r\n" in data else self.after
        content = (_BOM if data.startswith(_BOM) else b"") + text.encode()
        mode = self.file.stat().st_mode if data else 0o644
        with tempfile.NamedTemporaryFile(dir=self.file.parent, prefix=".", delete=False) as new:
            new.write(content)
        Path(new.name).chmod(mode)
        Path(new.name).replace(self.file)


def file_of(folder: Path, subject: str, known: Collection[str] = ()) -> Path:
    """The file of a subject that gets new entries: that with a `known` id, else its own, else the last."""
    parts, alone = folder / subject, folder / f"{subject}.yml"
    if not parts.is_dir():
        return alone
    found = sorted(parts.glob("*.yml")) + ([alone] if alone.exists() else [])
    if not found:
        raise CannotEditError(f"文件夹 {shown(parts)} 里没有 .yml 文件")
    ids = [re.compile(rf"^\s*-?\s*id: {re.escape(id)}\s*$", re.MULTILINE) for id in known]
    holding = (path for path in found if any(id.search(path.read_text("utf-8")) for id in ids))
    return next(holding, found[-1])


def _after(folder: Path, today: dt.date, instead: Mapping[Path, bytes]) -> Checked:
    try:
        now = checked(folder, today, instead)
    except DataError as error:
        raise RefusedError(error.problems) from None
    if errors := _errors(now):
        raise RefusedError(errors)
    return now


def _errors(found: Checked) -> list[Problem]:
    return [problem for problem in found.problems if problem.level == "error"]
