"""What the README shows of duty and of a clerk's slip is what the program says."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from macros.cli import main
from macros.load import load

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
SHOWN = re.findall(r"^(?:data/\S+:\d+:\d+: .+|\d+月\d+日 .+)$", README, re.MULTILINE)
# It speaks of the sample data, which a town replaces.
pytestmark = pytest.mark.skipif(
    not load(ROOT / "data").town.site.sample_notice, reason="the sample data is gone"
)


@pytest.fixture(autouse=True)
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The town's duty file, in a folder of its own, on Monday 2026-11-23."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795406400")
    return tmp_path / "data" / "duty.yml"


def test_the_line_becomes_the_shift(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["roster", "--from", "2026-12-07", "--to", "2026-12-25"]) == 0
    lines = [re.sub(r" {2,}", "  ", line) for line in capsys.readouterr().out.splitlines()]
    assert any(line.startswith(SHOWN[0]) for line in lines)


def test_the_slips_are_answered_so(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = copy.read_text("utf-8").replace("rotation: station-lawyer\n", "rotation: staton-lawyer\n")
    copy.write_text(text.replace("hours: 13:30-16:00}", "hours: 下午一点半到四点}", 1), "utf-8")
    assert main(["check"]) == 1
    told = capsys.readouterr()
    assert set(SHOWN[1:]) <= set((told.out + told.err).splitlines())
    assert len(SHOWN) == 3
