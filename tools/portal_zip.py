"""The built site as a zip for somebody else's portal: `python -m tools.portal_zip site site.zip`.

The same files on the same day make the same zip, to the byte.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
import zipfile
from hashlib import sha256
from pathlib import Path

from macros.clock import today

_READABLE = 0o100644 << 16
_UNIX = 3
_DAY = 24 * 60 * 60


def packed(site: Path, output: Path, day: dt.date) -> int:
    """How many files of the site are now in the zip."""
    paths = sorted(path for path in site.rglob("*") if path.is_file())
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as made:
        for path in paths:
            content = path.read_bytes()
            entry = zipfile.ZipInfo(path.relative_to(site).as_posix(), _time(content, day))
            entry.create_system, entry.external_attr = _UNIX, _READABLE
            entry.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(entry, content)
    return len(paths)


def _time(content: bytes, day: dt.date) -> tuple[int, int, int, int, int, int]:
    """When a file says it was changed: some time of the day before, another one for another content.

    Web servers tell by time and size whether a phone already has a file.
    """
    seconds = int.from_bytes(sha256(content).digest()[:4]) % (_DAY // 2) * 2
    at = dt.datetime.combine(day - dt.timedelta(days=1), dt.time()) + dt.timedelta(seconds=seconds)
    return at.year, at.month, at.day, at.hour, at.minute, at.second


def main(site: Path, output: Path) -> int:
    """The exit status, after what was written has been said."""
    if not (site / "index.html").exists():
        print(f"{site} 里没有网站，请先 make site", file=sys.stderr)
        return 1
    count = packed(site, output, today(os.environ))
    print(f"{output}：{count} 个文件，{output.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
