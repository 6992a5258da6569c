"""Media as they are published: without what they say about place, device and owner."""

from __future__ import annotations

from pathlib import Path

from macros.load.pictures import KINDS, clean_picture
from macros.load.recordings import clean_recording


def published(path: Path) -> bytes | None:
    """What is published of a sound file of media; None when it is the file itself."""
    return clean_picture(path) if path.suffix.lower() in KINDS else clean_recording(path)
