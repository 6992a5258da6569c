"""What a build costs beside stock MkDocs with Material's theme and beside Hugo, on the same places.

`make bench` prints it; `make bench N=3000` adds a size. Everything is CPU time, in pairs done in turn,
so that a busy machine changes little; nothing fails for being slow.

A build finds in `.cache/fahu` what earlier ones have kept: the templates compiled, the map, spellings,
pictures drawn from titles. The very first one of a town, which finds nothing, stands in a column of its own.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from macros.domain.duty import Resolved
from macros.domain.edition import HORIZON, Edition
from macros.kept import FOLDER
from macros.load import load
from tests.bench import peers
from tests.bench.work import Cost, cost, interleaved, size
from tests.conftest import NOON, ROOT
from tests.site.towns import large
from tests.test_checked import TODAY

ENVIRON = {"SOURCE_DATE_EPOCH": str(NOON), "NO_MKDOCS_2_WARNING": "1"}
MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--quiet")


def main() -> None:
    """Prints a table, a row for each size."""
    print("places    build   memory  ÷ Material  written/s ÷ Hugo  served, one duty edited  nothing kept")
    for count in sizes(sys.argv[1:]):
        with tempfile.TemporaryDirectory() as folder, nothing_kept():
            print(row(Path(folder), count))


def sizes(asked: list[str]) -> list[int]:
    """12 and 300 places, and those that are asked for."""
    return [12, 300, *(int(each) for each in asked)]


def row(folder: Path, count: int) -> str:
    """What there is to say of a town of so many places."""
    data = large(folder, count)
    town = load(data).town
    edition = Edition(town, TODAY, Resolved.of(town, TODAY + HORIZON), TODAY)
    stock = peers.material(folder / "material", edition)
    ours = partial(built, data, folder / "site")
    first = ours()
    theirs = partial(cost, MKDOCS, stock, ENVIRON)
    rounds = 3 if count < 1000 else 1
    own, material = interleaved(rounds, ours, theirs)
    return (
        f"{count:>6,} {own.seconds:>6.1f} s {own.memory:>4.0f} MiB {own.seconds / material.seconds:>11.2f}"
        f" {beside_hugo(folder, edition, own):>17} {served(data):>22.2f} s"
        f" {first.seconds:>6.1f} s {first.memory:>4.0f} MiB"
    )


@contextmanager
def nothing_kept() -> Iterator[None]:
    """Nothing; meanwhile builds find nothing in `.cache/fahu` but what they have kept themselves."""
    aside = FOLDER.with_name("fahu.aside")
    if FOLDER.exists():
        FOLDER.rename(aside)
    try:
        yield
    finally:
        shutil.rmtree(FOLDER, ignore_errors=True)
        if aside.exists():
            aside.rename(FOLDER)


def built(data: Path, site: Path) -> Cost:
    """What a whole build costs, no site of an earlier one being left."""
    shutil.rmtree(site, ignore_errors=True)
    return cost((*MKDOCS, "--site-dir", str(site)), ROOT, {**ENVIRON, "FAHU_DATA": str(data)})


def served(data: Path) -> float:
    """The CPU seconds of a server from a change of one duty to the last changed file."""
    command = (sys.executable, "-m", "tests.bench.served", str(data))
    environ = {**os.environ, **ENVIRON, "FAHU_DATA": str(data)}
    done = subprocess.run(command, cwd=ROOT, env=environ, stdout=subprocess.PIPE, text=True, check=True)
    return float(done.stdout.split()[-1])


def beside_hugo(folder: Path, edition: Edition, own: Cost) -> str:
    """Our bytes a second in Hugo's; a dash where it isn't installed."""
    found = shutil.which(os.environ.get("HUGO", "hugo"))
    if not found:
        return "-"
    project = peers.hugo(folder / "hugo", edition)
    (made,) = interleaved(3, partial(cost, (found, "--quiet"), project))
    rate = size(project / "public") / made.seconds
    return f"{size(folder / 'site') / own.seconds / rate:.2f}"


if __name__ == "__main__":
    main()
