"""Media as they are published: without what they say about place, device and owner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from macros.load.recordings import clean_recording
from macros.load.unfit import KINDS


def media(folder: Path, paths: Iterable[str]) -> Iterator[tuple[str, bytes | Path]]:
    """The sound files of a town's media as they are published, by their paths."""
    for path in paths:
        content = published(folder / path)
        yield path, folder / path if content is None else content


def published(path: Path) -> bytes | None:
    """What is published of a sound file of media; None when it is the file itself."""
    if path.suffix.lower() in KINDS:
        # As in the loader, which has looked into it.
        from macros.load.pictures import clean_picture

        return clean_picture(path)
    return clean_recording(path)
