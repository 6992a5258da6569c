"""Data that a page asks for when it is needed: as a script, which works from a folder too."""

from __future__ import annotations

import json
from typing import Any


def data_script(name: str, data: Any) -> str:
    """The script that puts the data into `fahu` by that name."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    # Old engines end a line at these even within a text.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"fahu.{name}={text};\n"
