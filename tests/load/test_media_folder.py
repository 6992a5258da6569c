"""What may not lie in media/ is told there, whoever names it."""

from __future__ import annotations

import os
from pathlib import Path

from macros.errors import Problem
from macros.load.media import Media, media_problems
from tests.films import picture


def test_each_thing_that_may_not_be_there_is_told_at_itself(data: Path) -> None:
    (data / "media" / "b").mkdir(parents=True)
    for name in ("A.jpg", "a.JPG", "b/a.jpg"):
        (data / "media" / name).write_bytes(picture())
    os.mkfifo(data / "media" / "b" / "pipe")
    assert list(media_problems(data)) == [
        Problem("data/media/a.JPG", 1, 1, "", "和 A.jpg 只差大小写，有的电脑分不清，请改名"),
        Problem("data/media/b/pipe", 1, 1, "", "这不是普通的文件，请移走"),
    ]
    assert sorted(Media(data)) == ["media/A.jpg", "media/a.JPG", "media/b/a.jpg"]
