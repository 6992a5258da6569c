"""What takes long to work out and depends on little: kept beside the project until that changes."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TypeVar

FOLDER = Path(__file__).parents[1] / ".cache" / "fahu"
# A few towns may be built from one checkout.
_OLD = 4
T = TypeVar("T")


def digest(parts: Iterable[str | bytes]) -> str:
    """A short name for what parts hold; others have another one."""
    found = hashlib.sha256()
    for part in parts:
        content = part.encode() if isinstance(part, str) else part
        found.update(b"%d:" % len(content))
        found.update(content)
    return found.hexdigest()[:20]


def kept(name: str, depends: Iterable[str | bytes], make: Callable[[], T]) -> T:
    """What `make` makes, which can be written as JSON; of the last time if what it depends on is the same.

    What it depends on is its input and the code that it is made by, libraries with their releases.
    """
    path = FOLDER / f"{name}.{digest(depends)}.json"
    with contextlib.suppress(OSError, ValueError):
        found: T = json.loads(path.read_text("utf-8"))
        return found
    made = make()
    # A folder that can't be written to only costs time.
    with contextlib.suppress(OSError):
        FOLDER.mkdir(parents=True, exist_ok=True)
        # Two builds may write at once.
        with NamedTemporaryFile("w", dir=FOLDER, suffix=".part", encoding="utf-8", delete=False) as part:
            json.dump(made, part, ensure_ascii=False)
        Path(part.name).replace(path)
        _throw_away(name)
    return made


def _throw_away(name: str) -> None:
    """Nothing; only the last few of a name are left."""
    found = sorted(FOLDER.glob(f"{name}.*.json"), key=lambda path: path.stat().st_mtime)
    for path in found[:-_OLD]:
        path.unlink(missing_ok=True)
