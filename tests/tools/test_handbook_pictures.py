"""The handbook's pictures are of its own examples, few and small."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from macros.load import load
from tools.handbook_pictures import ACTS, DATA, Act, example, picture

PICTURES = DATA.parent / ".github" / "pictures" / "handbook"
HANDBOOK = (DATA / "README.md").read_text("utf-8")
# It speaks of the sample data, which a town replaces.
pytestmark = pytest.mark.skipif(not load(DATA).town.site.sample_notice, reason="the sample data is gone")


def test_each_picture_stands_below_its_act_and_is_there() -> None:
    shown = re.findall(r"^!\[.+\]\(\.\./(.+)\)$", HANDBOOK, re.MULTILINE)
    assert {f".github/pictures/handbook/{act.name}.webp" for act in ACTS} == set(shown)
    assert {file.stem for file in PICTURES.iterdir()} == {act.name for act in ACTS}
    for act in ACTS:
        section = HANDBOOK.split(f"# {act.heading}\n", 1)[1].split("\n## ")[0].split("\n### ")[0]
        assert f"/{act.name}.webp)" in section


def test_together_they_are_small() -> None:
    assert sum(file.stat().st_size for file in PICTURES.iterdir()) <= 200 * 1024


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
def test_each_act_has_an_example(act: Act) -> None:
    name, text = example(HANDBOOK, act.heading)
    assert Path(DATA, f"{name}.yml").exists()
    assert text.strip()


@pytest.mark.browser
def test_a_picture_is_made(browser: Browser) -> None:
    made = picture(browser, ACTS[0])
    assert made[:4] == b"RIFF"
    assert len(made) > 5000
