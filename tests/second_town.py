"""The small town beside the first one: another province, other names, nothing shared."""

from __future__ import annotations

from pathlib import Path

from macros.load import load

FOLDER = Path(__file__).parent / "town"
TOWN = load(FOLDER).town
