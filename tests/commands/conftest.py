"""A small town as `data` in the current folder, and the command that looks at it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.cli import main

TOWN = Path(__file__).parents[1] / "mistakes" / "town"
Fahu = Callable[..., str]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The town's folder; the day is Monday 2026-11-23."""
    monkeypatch.chdir(tmp_path)
    for name in ("GITHUB_ACTIONS", "FAHU_DATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795406400")
    shutil.copytree(TOWN, "data")
    return Path("data")


@pytest.fixture
def fahu(data: Path, capsys: pytest.CaptureFixture[str]) -> Fahu:
    """What a command prints, its exit status being as expected."""

    def run(*words: str, status: int = 0) -> str:
        assert main(words) == status
        return capsys.readouterr().out

    return run


def add(data: Path, text: str) -> None:
    """Nothing; adds lines to the town's duty file."""
    with (data / "duty.yml").open("a", encoding="utf-8") as duty:
        duty.write(text)
