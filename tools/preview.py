"""What a change of the data does to the site: `python -m tools.preview REV FOLDER`, or make preview.

Prints, as Markdown, the pages that differ from those of the revision, and leaves in the folder the site to
look through and pictures of the pages concerned. Both sites are built by the generator at hand, on one day:
what differs comes from the data. FAHU_DATA is the town's folder.
"""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Error

from macros.clock import SHANGHAI, today
from macros.commands.arguments import UsageError
from macros.commands.revision import NothingToCompareError, commit, town_at
from macros.domain.duty import shifts
from macros.domain.duty.comparison import Change, Side, changes
from macros.domain.duty.shift import Names
from macros.domain.edition import HORIZON
from macros.history import git
from macros.load import load
from macros.models.town import Town
from tools.changed_pages import changed_pages, markdown
from tools.page_pictures import NoBrowserError, chromium, pictures

ROOT = Path(__file__).parents[1]
# So many places and months have a picture; a new rotation changes all of them.
MOST = 6


class NotBuiltError(Exception):
    """A site could not be built; the text is what the build said."""


def build(folder: Path, site: Path, day: dt.date) -> Path:
    """The site of a folder of data on that day, built into `site`; raises NotBuiltError."""
    noon = dt.datetime.combine(day, dt.time(12), SHANGHAI)
    env = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "FAHU_DATA": str(folder.absolute()),
        "SOURCE_DATE_EPOCH": str(int(noon.timestamp())),
    }
    # The mistakes are told elsewhere, and those of the older data not at all.
    env.pop("GITHUB_ACTIONS", None)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site.absolute())]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NotBuiltError(done.stderr.strip())
    return site


def copied(folder: Path, revision: str, into: Path) -> Path:
    """The folder as it was in a revision, with its history; raises UsageError or NothingToCompareError."""
    name = commit(folder, revision)
    top, prefix = (git(folder, "rev-parse", f"--show-{what}") or b"" for what in ("toplevel", "prefix"))
    source = top.decode().strip()
    git(folder, "clone", "--quiet", "--shared", "--no-checkout", source, str(into))
    git(into, "checkout", "--quiet", "--detach", name)
    then = into / prefix.decode().strip()
    if not then.is_dir():
        raise NothingToCompareError(f"那时还没有 {folder} 这个文件夹")
    return then


def concerned(then: Town, now: Town, first: dt.date) -> list[str]:
    """The pages where the changed shifts of the coming months stand, home first."""
    last = first + HORIZON
    found = changes(_side(then, first, last), _side(now, first, last))
    return ["index.html", *_places(found)[:MOST], *_months(found)[:MOST]]


def _side(town: Town, first: dt.date, last: dt.date) -> Side:
    return Side(shifts(town, first, last), Names.of(town))


def _places(found: tuple[Change, ...]) -> list[str]:
    return list(dict.fromkeys(f"places/{change.shift.place}.html" for change in found))


def _months(found: tuple[Change, ...]) -> list[str]:
    return list(dict.fromkeys(f"duty/{change.shift.date:%Y-%m}.html" for change in found))


def preview(folder: Path, revision: str, into: Path, day: dt.date, browser: Browser) -> str:
    """What differs, as Markdown; the site and the pictures are in the folder `into`."""
    site = build(folder, into / "site", day)
    told: list[str] = []
    paths = ["index.html"]
    with tempfile.TemporaryDirectory() as scratch:
        try:
            then = copied(folder, revision, Path(scratch, "then"))
            told += markdown(changed_pages(build(then, Path(scratch, "site"), day), site))
            paths = concerned(town_at(folder, commit(folder, revision)), load(folder).town, day)
        except (NothingToCompareError, NotBuiltError) as why:
            said = str(why).replace(f"{Path(scratch, 'then').absolute()}/", "")
            told.append(f"### 网页变化\n\n改之前的网站现在做不出来，没有可以比的：\n\n```\n{said}\n```")
    # A town of many places has its months by ward; a place may be gone.
    shown = (path for path in paths if (site / path).exists())
    drawn = pictures(browser, day, site, shown, into / "pictures")
    told.append(f"\n预览：整个网站在 site 文件夹里，打开 index.html；截图 {len(drawn)} 张，在 pictures 里。")
    return "\n".join(told)


def main(revision: str, into: Path) -> int:
    """The exit status, after what differs has been printed."""
    folder = Path(os.environ.get("FAHU_DATA") or ROOT / "data")
    shutil.rmtree(into, ignore_errors=True)
    try:
        with chromium(os.environ) as browser:
            print(preview(folder, revision, into, today(os.environ), browser))
    except (NotBuiltError, UsageError, NoBrowserError, Error) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
