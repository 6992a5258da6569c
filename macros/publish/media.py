"""Films, pictures and captions as they are published: without what they say about place, device and owner."""

from __future__ import annotations

from pathlib import Path

from macros.load.films import clean_film
from macros.load.pictures import KINDS, clean_picture


def published(path: Path) -> bytes | None:
    """What is published of a sound film, picture or caption file; None when it is the file itself."""
    return clean_picture(path) if path.suffix.lower() in KINDS else clean_film(path)
