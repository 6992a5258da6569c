"""The handbook's pictures, what residents see after each act: `python -m tools.handbook_pictures FOLDER`.

Each is made of the example that stands below the act's heading in data/README.md: it is added to the sample
town, the site is built some days before, and Chromium shows the spot on a phone.
"""

from __future__ import annotations

import datetime as dt
import io
import os
import re
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Error

from tools.page_pictures import NoBrowserError, chromium, phone
from tools.preview import NotBuiltError, build

DATA = Path(__file__).parents[1] / "data"
HEIGHT = 480
QUALITY = 70


@dataclass(frozen=True)
class Act:
    """A picture: the act's heading, the page that shows it on a day, and the words that stand there."""

    name: str
    heading: str
    page: str
    day: dt.date
    words: str


ACTS = (
    Act("leave", "请假", "places/yongnan-room.html", dt.date(2026, 12, 11), "张律师请假"),
    Act("cancel", "停一次", "places/station.html", dt.date(2026, 12, 18), "参加培训"),
    Act("replace", "换人", "places/congge-point.html", dt.date(2026, 12, 14), "律师开庭"),
    Act("move", "改日子、改时间、改地方", "places/kaigang-room.html", dt.date(2026, 12, 21), "镇里统一安排"),
    Act("closure", "一个地方关几天", "places/guangfu-room.html", dt.date(2026, 12, 25), "室内维修"),
    Act("notice", "发一条通知", "index.html", dt.date(2026, 12, 12), "镇上停电"),
    Act("event", "加活动", "events/fanzha-2026-12-30.html", dt.date(2026, 12, 21), "年底防骗讲座"),
    Act("position", "位置怎么填", "map.html", dt.date(2026, 12, 21), "服务地图"),
)


def example(handbook: str, heading: str) -> tuple[str, str]:
    """The first example below a heading: the file's name within data/, and what is added to it."""
    below = re.split(rf"^##+ {re.escape(heading)}$", handbook, maxsplit=1, flags=re.MULTILINE)[1]
    found = re.search(r"```yaml\n# data/([\w/]+)\.yml\n(.*?)```", below, re.DOTALL)
    assert found, f"no example below {heading}"
    return found[1], found[2]


def added(data: Path, name: str, text: str) -> None:
    """Nothing; what is in the text stands in the town's data too, in a file of its own."""
    (data / name).mkdir(exist_ok=True)
    (data / f"{name}.yml").rename(data / name / "1.yml")
    (data / name / "2.yml").write_text(text, "utf-8")


def shown(browser: Browser, act: Act, site: Path) -> bytes:
    """The spot of the page as a WebP; raises playwright's Error where the words aren't to be seen."""
    with phone(browser, act.day) as page:
        page.set_viewport_size({"width": 390, "height": HEIGHT})
        page.goto((site / act.page).absolute().as_uri())
        page.evaluate("document.querySelectorAll('main details').forEach(part => { part.open = true; })")
        words = page.get_by_text(act.words).locator("visible=true").first
        words.evaluate("spot => spot.scrollIntoView({ block: 'center' })")
        taken = Image.open(io.BytesIO(page.screenshot()))
        made = io.BytesIO()
        taken.convert("RGB").save(made, "WEBP", quality=QUALITY, method=6)
        return made.getvalue()


def picture(browser: Browser, act: Act) -> bytes:
    """The picture of an act; raises NotBuiltError where its example is wrong."""
    with tempfile.TemporaryDirectory() as scratch:
        data = Path(shutil.copytree(DATA, Path(scratch, "data")))
        added(data, *example((DATA / "README.md").read_text("utf-8"), act.heading))
        return shown(browser, act, build(data, Path(scratch, "site"), act.day))


def main(folder: Path) -> int:
    """The exit status, after the pictures are written and their size has been said."""
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with chromium(os.environ) as browser:
            for act in ACTS:
                (folder / f"{act.name}.webp").write_bytes(picture(browser, act))
    except (NoBrowserError, NotBuiltError, Error) as error:
        print(error, file=sys.stderr)
        return 1
    size = sum(file.stat().st_size for file in folder.iterdir())
    print(f"{folder}：{len(ACTS)} 张，{size / 1024:.0f} KB")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
