"""The command that looks at the small town in the current folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.cli import main

Fahu = Callable[..., str]


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
