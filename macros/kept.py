"""What takes long to work out and depends on little: kept beside the project until that changes."""

from __future__ import annotations

import contextlib
import hashlib
import json
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory
from typing import TypeVar

FOLDER = Path(__file__).parents[1] / ".cache" / "fahu"
# A few towns may be built from one checkout.
_OLD = 8
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
        for old in _too_many(f"{name}.*.json"):
            old.unlink(missing_ok=True)
    return made


def kept_folder(
    name: str, depends: Iterable[str | bytes], target: Path, fill: Callable[[Path], None]
) -> None:
    """Nothing; the folder `target` holds what `fill` makes, of the last time if it depends on the same."""
    path = FOLDER / f"{name}.{digest(depends)}.folder"
    if path.is_dir():
        shutil.copytree(path, target)
        return
    fill(target)
    with contextlib.suppress(OSError):
        FOLDER.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=FOLDER, suffix=".part", ignore_cleanup_errors=True) as part:
            shutil.copytree(target, Path(part, "whole")).rename(path)
        for old in _too_many(f"{name}.*.folder"):
            shutil.rmtree(old, ignore_errors=True)


def _too_many(pattern: str) -> list[Path]:
    """All but the last few."""
    return sorted(FOLDER.glob(pattern), key=lambda path: path.stat().st_mtime)[:-_OLD]
