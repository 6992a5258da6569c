"""The folder that is served: changed in one step, when the new site is whole."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path


def unfinished(final: Path) -> Path:
    """The folder beside the served one that a build fills."""
    return final.with_name(f"{final.name}.new")


def put_in_place(staging: Path) -> Path:
    """The served folder, now with what `unfinished` held."""
    final, old = staging.with_suffix(""), staging.with_suffix(".old")
    shutil.rmtree(old, ignore_errors=True)
    if final.exists():
        final.rename(old)
    staging.rename(final)
    shutil.rmtree(old, ignore_errors=True)
    return final


def thrown_away(staging: Path) -> None:
    """Nothing; an unfinished site leaves no trace, and the served one is as it was."""
    shutil.rmtree(staging, ignore_errors=True)


class Served:
    """The folder that a server shows, which stays where it is.

    Each build fills it with what it has made anew; what it neither made nor keeps goes.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def taking(self, staging: Path, kept: Iterable[str]) -> Path:
        """The folder, holding what `unfinished` held, and of what is in it already what is kept."""
        made = _files(staging)
        whole = {*kept, *made}
        for name in made:
            (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
            (staging / name).replace(self.folder / name)
        for name in _files(self.folder):
            if name not in whole:
                (self.folder / name).unlink()
        thrown_away(staging)
        return self.folder


def _files(folder: Path) -> list[str]:
    """The paths of all files in a folder and below."""
    return [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]


class Filling:
    """A folder that is being filled, file by file; each folder within it is made once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: set[str] = set()

    def write(self, path: str, content: bytes) -> str:
        """Its path; the file is there."""
        parent = path.rpartition("/")[0]
        if parent not in self._made:
            (self._folder / parent).mkdir(parents=True, exist_ok=True)
            self._made.add(parent)
        # Plainer than a Path's own way, which costs as much as what the system does.
        with open(f"{self._folder}/{path}", "wb") as file:  # noqa: PTH123
            file.write(content)
        return path
