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
# A few towns may be built from one checkout; each has many small files.
_OLD, _FILES = 8, 2000
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
    _keep(path, json.dumps(made, ensure_ascii=False).encode(), f"{name}.*.json", _OLD)
    return made


def kept_file(folder: str, depends: Iterable[str | bytes], make: Callable[[], bytes]) -> bytes:
    """What `make` makes, one of many of its kind; of the last time if what it depends on is the same."""
    path = FOLDER / folder / digest(depends)
    with contextlib.suppress(OSError):
        if found := path.read_bytes():
            return found
    made = make()
    # Looking through thousands takes as long as making one: one in sixteen does.
    _keep(path, made, f"{path.name[0]}*", _FILES // 16)
    return made


def _keep(path: Path, content: bytes, like: str, most: int) -> None:
    """Nothing; a file is there, and only the latest of those that are called like it."""
    # A folder that can't be written to only costs time.
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        # Two builds may write at once.
        with NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as part:
            part.write(content)
        Path(part.name).replace(path)
        for old in _too_many(path.parent, like, most):
            old.unlink(missing_ok=True)


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
        for old in _too_many(FOLDER, f"{name}.*.folder", _OLD):
            shutil.rmtree(old, ignore_errors=True)


def _too_many(folder: Path, pattern: str, most: int) -> list[Path]:
    """All but the last few."""
    found = list(folder.glob(pattern))
    if len(found) <= most:
        return []
    return sorted(found, key=lambda path: path.stat().st_mtime)[:-most]
