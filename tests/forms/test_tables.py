"""The handbook's tables have every key once a model, in words."""

from __future__ import annotations

import re

from macros.forms.tables import TITLE, key_tables
from macros.models.base import label_of
from macros.models.exceptions import Leave
from macros.models.rotations import Segment
from macros.models.town import FILES
from macros.publish.handbook import pages

TEXT = key_tables()


def test_every_file_has_its_heading_in_a_section_of_the_handbook() -> None:
    for file in FILES:
        assert f"\n### {file.called}（{file.path}.yml）\n" in TEXT
    (page,) = (text for text in pages("# 手册\n" + TEXT).values() if text.startswith(f"# {TITLE}\n"))
    assert page.count("## ") == len(FILES)


def test_every_key_has_its_name_and_hint() -> None:
    for model in (Leave, Segment):
        for name, info in model.model_fields.items():
            label, hint = label_of(model, info.alias or name)
            must = r"\*" if info.is_required() else ""
            assert f"| `{info.alias or name}`{must} | {label} | {hint}" in TEXT


def test_choices_are_told_in_words() -> None:
    assert "`stationed` 定期驻点" in TEXT


def test_a_row_has_three_cells() -> None:
    rows = [line for line in TEXT.splitlines() if line.startswith("| `")]
    assert len(rows) > 300
    assert all(len(re.findall(r" \| ", line)) == 2 or line.endswith("|  |") for line in rows)
