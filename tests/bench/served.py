"""What a server's work costs between a change of one duty and the last changed file, in CPU seconds.

Run as a process of its own, with the town's folder: it builds as `mkdocs serve` does, in one process that
keeps what it keeps, then writes an edit, builds again, and prints what that took; the median of a few.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

ADDRESS = "http://127.0.0.1:8000/"
EDIT = "\noverrides:\n  - {{date: {date}, rotation: round-0, replace: [adviser-1], reason: 出庭}}\n"
# Mondays, on which the first rotation has a duty.
DATES = ("2026-12-14", "2026-12-21", "2026-12-28")


def main(data: Path) -> None:
    """Nothing; prints the seconds."""
    rounds = data / "duty" / "rooms.yml"
    before = rounds.read_text("utf-8")
    with tempfile.TemporaryDirectory() as site:
        _build(Path(site), first=True)
        spent = []
        for date in DATES:
            rounds.write_text(before + EDIT.format(date=date), "utf-8")
            began = time.process_time()
            _build(Path(site))
            spent.append(time.process_time() - began)
    rounds.write_text(before, "utf-8")
    print(statistics.median(spent))


def _build(site: Path, *, first: bool = False) -> None:
    config = load_config(site_dir=str(site))
    if first:
        config.plugins.on_startup(command="serve", dirty=False)
    config.site_url = ADDRESS
    build(config, serve_url=ADDRESS)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
