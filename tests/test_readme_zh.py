"""What README.zh-CN.md tells whoever deploys a town is there: commands, files, keys, headings."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from macros.cli import main
from macros.models.site import Footer

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "README.zh-CN.md").read_text("utf-8")
MAKE = {word for line in re.findall(r"make [a-z][^`\n]*", TEXT) for word in line.split()[1:2]}
FAHU = sorted(set(re.findall(r"fahu ([a-z-]+)", TEXT)))


def test_there_are_commands() -> None:
    assert {"site", "zip", "check", "preview"} <= MAKE
    assert {"new-town", "todo", "migrate"} <= set(FAHU)


def test_make_knows_its_targets() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert targets >= MAKE


@pytest.mark.parametrize("command", FAHU)
def test_fahu_knows_its_commands(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "-h"])
    assert ended.value.code == 0


def test_the_small_repository_is_made_as_shown(capsys: pytest.CaptureFixture[str]) -> None:
    (line,) = re.findall(r"^\$ \.venv/bin/fahu (new-town .*--repository.*)$", TEXT, re.MULTILINE)
    with pytest.raises(SystemExit) as ended:
        main([*shlex.split(line), "-h"])
    assert ended.value.code == 0


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\(([^)#]+)\)", TEXT))))
def test_a_link_leads_to_a_file(target: str) -> None:
    assert (ROOT / target).exists()


def test_the_keys_of_the_foot_are_those_of_the_data() -> None:
    for key in ("organiser", "icp", "police_record", "site_code"):
        assert key in Footer.model_fields
        assert f"`{key}`" in TEXT or f": {key}`" in TEXT


def test_both_readmes_know_each_other() -> None:
    assert "(README.zh-CN.md)" in (ROOT / "README.md").read_text("utf-8")
    assert "(README.md)" in TEXT
