"""What git remembers of a folder."""

from __future__ import annotations

import datetime as dt
import subprocess
from pathlib import Path


def git(folder: Path, *arguments: str) -> bytes | None:
    """What git answers in the folder; None where it refuses, or where there is none."""
    try:
        return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None


def last_change(folder: Path, today: dt.date) -> dt.date:
    """The day of the last commit that touched the folder; today where git doesn't know."""
    answer = git(folder, "log", "-1", "--format=%cs", "--", ".")
    try:
        return min(dt.date.fromisoformat((answer or b"").decode().strip()), today)
    except ValueError:
        return today
