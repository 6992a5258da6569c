"""What a command costs as a whole process: CPU time, memory, and the bytes it leaves."""

from __future__ import annotations

import os
import statistics
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

MIB = 1024


@dataclass(frozen=True)
class Cost:
    """CPU seconds of a process and its children, and its largest memory in MiB."""

    seconds: float
    memory: float


def cost(command: Sequence[str], folder: Path, environ: Mapping[str, str] | None = None) -> Cost:
    """What the command cost; raises CalledProcessError where it failed."""
    # Where modules may not be kept compiled, only ours would be compiled each time: others' are installed so.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with subprocess.Popen(command, cwd=folder, env={**kept, **(environ or {})}) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, list(command))
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / MIB)


def interleaved(rounds: int, *works: Callable[[], Cost]) -> list[Cost]:
    """The medians of several works, done in turn, so that a busy minute falls on each of them alike."""
    found = [[work() for work in works] for _ in range(rounds)]
    return [
        Cost(
            statistics.median(each[number].seconds for each in found),
            max(each[number].memory for each in found),
        )
        for number in range(len(works))
    ]


def size(folder: Path) -> int:
    """The bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
