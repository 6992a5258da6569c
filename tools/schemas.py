"""Writes the schema of each file of data/, for editors, into tools/schema/."""

from __future__ import annotations

import json
from pathlib import Path

from macros.forms.schema import schema_of
from macros.models.town import FILES

FOLDER = Path(__file__).with_name("schema")


def schemas() -> dict[str, str]:
    """The text of each schema by the name of its file."""
    return {
        f"{file.name}.json": json.dumps(schema_of(file), ensure_ascii=False, indent=1) + "\n"
        for file in FILES
    }


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in schemas().items():
        (FOLDER / name).write_text(text, "utf-8")
