"""The films, pictures, recordings and captions of a town, and which of them can't be shown to residents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from macros.errors import Problem
from macros.load.captions import captions_text, captions_trouble
from macros.load.films import film_trouble
from macros.load.recordings import KINDS as RECORDINGS
from macros.load.recordings import recording_trouble
from macros.load.text_files import shown, unlike_a_file
from macros.load.unfit import KINDS, UnfitError

_FILMS = (".mp4", ".webm")
# What GitHub's web page takes, what it takes at all, and more than anybody can read.
MOST_PICTURE, MOST_FILM, MOST_CAPTIONS = 25_000_000, 50_000_000, 1_000_000
# A minute of speech, saved without care.
MOST_RECORDING = 3_000_000


class Media(Mapping[str, str]):
    """The files below media/, as data refers to them, with what is wrong with each, if anything.

    A file is looked into only when somebody asks for it.
    """

    def __init__(self, folder: Path) -> None:
        self._files = {path.relative_to(folder).as_posix(): path for path in _files(folder / "media")}
        self._told = cache(_trouble)

    def __getitem__(self, name: str) -> str:
        return self._told(self._files[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)

    def captions(self, name: str) -> str:
        """The text of a file of captions; empty when there is none that can be read."""
        return captions_text(self._files[name]) if name in self._files and not self[name] else ""


def media_problems(folder: Path) -> Iterator[Problem]:
    """What must not be below media/ at all, whether an entry names it or not."""
    names: dict[str, Path] = {}
    for path in _walk(folder / "media"):
        if message := unlike_a_file(path):
            yield Problem(shown(path), 1, 1, "", message)
        first = names.setdefault(path.relative_to(folder).as_posix().casefold(), path)
        if first != path:
            message = f"和 {first.name} 只差大小写，有的电脑分不清，请改名"
            yield Problem(shown(path), 1, 1, "", message)


def _walk(folder: Path) -> Iterator[Path]:
    """Everything below a folder, and the folder itself where it is something else; links are not followed."""
    if folder.is_dir() and not folder.is_symlink():
        for path in sorted(folder.iterdir()):
            yield from _walk(path)
    elif folder.is_symlink() or folder.exists():
        yield folder


def _files(folder: Path) -> Iterator[Path]:
    yield from (path for path in _walk(folder) if not unlike_a_file(path))


def _trouble(path: Path) -> str:
    kind, size = path.suffix.lower(), path.stat().st_size
    most = MOST_PICTURE if kind in KINDS else MOST_FILM if kind in _FILMS else MOST_CAPTIONS
    if kind in RECORDINGS:
        most = MOST_RECORDING
    if size > most:
        return f"文件太大（{_told(size)}），请压缩到 {_told(most)} 以内"
    if size == 0:
        return "文件是空的，可能没有传完，请重新放一次"
    try:
        return _looked_into(path, kind)
    except (UnfitError, OSError) as error:
        return str(error) if isinstance(error, UnfitError) else "文件打不开"


def _looked_into(path: Path, kind: str) -> str:
    if kind in KINDS:
        # The import costs time that a town without pictures need not pay.
        from macros.load.pictures import clean_picture

        clean_picture(path)
        return ""
    if kind in _FILMS:
        return film_trouble(path)
    if kind in RECORDINGS:
        return recording_trouble(path)
    return captions_trouble(path) if kind == ".vtt" else ""


def _told(size: int) -> str:
    return f"{size / 1_000_000:.0f} MB"
