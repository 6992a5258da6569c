"""What the form writes: what was changed, and every other line as it stood, comments and all."""

from __future__ import annotations

import difflib
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from macros.forms.fields import Field, Maker
from macros.forms.schema import schema_of
from macros.models.town import FILES

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(
    not (ROOT / "tools" / "admin" / "node_modules").is_dir() or not shutil.which("node"),
    reason="make admin hasn't been asked for here: npm ci in tools/admin",
)
FIELDS: dict[str, list[Field]] = {
    file.name: Maker(schema["$defs"]).fields(schema) for file in FILES for schema in [schema_of(file)]
}
ADDED = ["+  - person: wu", "+    from: 2027-01-05"]
DUTY = (ROOT / "data" / "duty.yml").read_text("utf-8")


def written(name: str, text: str, *edits: tuple[list[str | int], Any]) -> str:
    """What the form writes of a file after some edits; None takes an entry away."""
    return all_written([(name, text, edits)])[0]


def all_written(asked: list[tuple[str, str, tuple[Any, ...]]]) -> list[str]:
    job = {"files": [{"fields": FIELDS[name], "text": text, "edits": edits} for name, text, edits in asked]}
    told = subprocess.run(
        ["node", Path(__file__).with_name("formats.mjs")],
        input=json.dumps(job),
        capture_output=True,
        text=True,
        check=True,
    )
    found: list[str] = json.loads(told.stdout)
    return found


def changed(before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if line[0] in "+-" and not line.startswith(("+++", "---"))]


def test_a_file_in_which_nothing_was_changed_is_the_same_to_the_byte() -> None:
    paths = [
        (file.name, path)
        for town in ("data", "tests/town", "tests/mistakes/town")
        for file in FILES
        for path in (*(ROOT / town).glob(f"{file.path}.yml"), *(ROOT / town / file.path).glob("*.yml"))
    ]
    texts = [path.read_text("utf-8") for _, path in paths]
    after = all_written([(name, text, ()) for (name, _), text in zip(paths, texts, strict=True)])
    found = {
        str(path.relative_to(ROOT)): changed(before, now)
        for (_, path), before, now in zip(paths, texts, after, strict=True)
        if now != before
    }
    assert found == {}


@pytest.mark.parametrize(
    ("edit", "lines"),
    [
        (
            (["leave", 3], {"person": "wu", "from": "2026-12-30"}),
            ["+  - person: wu", "+    from: 2026-12-30"],
        ),
        ((["leave", 2], None), ["-  - {person: zhou, from: 2026-12-23}"]),
        (
            (["overrides", 1, "reason"], "开庭：10 点"),
            [
                "-  - {date: 2026-12-08, rotation: east, replace: [wu], reason: 法律顾问出庭}",
                "+  - {date: 2026-12-08, rotation: east, replace: [wu], reason: 开庭：10 点}",
            ],
        ),
        (
            (["rotations", 1, "segments", 0, "when"], ["每周二 13:30-16:00"]),
            [
                "-        when: [每周二 13:30-16:00, 每周四 13:30-16:00]",
                "+        when: [每周二 13:30-16:00]",
            ],
        ),
        ((["rotations", 4, "sample"], False), ["-    sample: true"]),
    ],
)
def test_a_change_is_the_lines_that_it_changes(edit: tuple[Any, Any], lines: list[str]) -> None:
    assert changed(DUTY, written("duty", DUTY, edit)) == lines


def test_what_looks_like_a_number_stays_the_text_it_was() -> None:
    text = "people:\n  - {id: wu, name: 吴律师, role: adviser, phone: 02159440123}\n"
    assert "phone: 02159440123" in written("people", text, (["people", 0, "name"], "吴芳"))
    text = (ROOT / "data" / "places.yml").read_text("utf-8")
    after = written("places", text, (["places", 0, "position", "latitude"], "31.52500"))
    assert changed(text, after)[-1].endswith("latitude: 31.52500")
