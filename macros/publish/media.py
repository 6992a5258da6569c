"""Films, pictures and captions as they are published: without what they say about place, device and owner."""

from __future__ import annotations

from pathlib import Path

from macros.load.films import clean_film
from macros.load.unfit import KINDS


def published(path: Path) -> bytes | None:
    """What is published of a sound film, picture or caption file; None when it is the file itself."""
    if path.suffix.lower() in KINDS:
        # As in the loader, which has looked into it.
        from macros.load.pictures import clean_picture

        return clean_picture(path)
    return clean_film(path)
