"""Tips: each week something short about the law, to post in a group and to read over a loudspeaker."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field, model_validator

from macros.errors import wrong
from macros.models.base import AudioFile, Flag, Id, Labels, Line, Model, Text
from macros.models.data_file import DataFile, PageAt
from macros.models.dates import Day
from macros.models.law import Law

# What somebody reads slowly and clearly over a loudspeaker, signs that are spoken only.
SPOKEN_A_MINUTE = 220
LONGEST_SECONDS = 60
# What is read in a group without a press on “more”.
LONGEST_TEXT = 300
_MADE_UP = "编"


class Tip(Model):
    """A tip, or a case that explains a law, shown from a day on; a case that was `made_up` says so."""

    labels: ClassVar[Labels] = {
        "id": "编号",
        "title": "标题",
        "from": "从哪天起",
        "text": "群里发的话",
        "script": "大喇叭念的话",
        "recording": "录音文件",
        "law": "依据",
        "made_up": "是编的故事",
        "sample": "是示例",
    }

    id: Id
    title: Line
    from_: Day = Field(alias="from")
    text: Text = Field(max_length=LONGEST_TEXT)
    script: Text
    recording: AudioFile | None = None
    law: Law | None = None
    made_up: Flag = False
    sample: Flag = False

    @model_validator(mode="after")
    def _can_be_read_aloud(self) -> Tip:
        if self.seconds > LONGEST_SECONDS:
            right = f"请删到 {SPOKEN_A_MINUTE} 字以内，标点不算"
            raise wrong(f"大喇叭里念，大约要 {self.seconds} 秒，最多 60 秒", right=right, at="script")
        if self.made_up and _MADE_UP not in self.script:
            right = "加一句，例如：这个故事是编的，道理是真的"
            raise wrong("案例是编的（made_up），广播稿里没有说", right=right, at="script")
        return self

    @property
    def seconds(self) -> int:
        """How long it takes to read the script aloud."""
        spoken = sum(sign.isalnum() for sign in self.script)
        return -(-spoken * 60 // SPOKEN_A_MINUTE)


class Tips(Model):
    """The file tips.yml."""

    labels: ClassVar[Labels] = {
        "tips": "每周一条",
    }

    tips: tuple[Tip, ...] = ()


TIPS = DataFile(
    "tips",
    "每周一条",
    Tips,
    optional=True,
    counted=("tips", "条每周一条"),
    pages=(PageAt("tips", "每周一条", "tips.html"),),
    page_of="tips/{}.html",
)
