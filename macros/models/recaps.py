"""What an event leaves behind: words, pictures, a film."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar

from pydantic import model_validator

from macros.errors import wrong
from macros.models.base import Flag, ImageFile, Labels, Line, Model, Text
from macros.models.contacts import Consent
from macros.models.reference import Ref
from macros.models.videos import Video

_NOBODY = "请登记 consent（本人同意），换一张看不清脸的，或者把脸遮住"


class Picture(Model):
    """A picture, the words that stand for it, and whether somebody can be recognised on it.

    Nobody's face is published without consent (PIPL art. 29: a face is sensitive).
    """

    labels: ClassVar[Labels] = {
        "file": "图片文件",
        "alt": ("图片上是什么", "给看不见图片的人"),
        "faces": "看得清人脸",
        "consent": "照片上的人都同意",
    }

    file: ImageFile
    alt: Line
    faces: Flag
    consent: Consent | None = None

    @model_validator(mode="after")
    def _faces_agreed(self) -> Picture:
        if self.faces and not (self.consent and "photo" in self.consent.scope):
            raise wrong("看得清人脸的照片，没有登记本人同意，不能公开", right=_NOBODY, at="faces")
        if self.consent and not self.faces:
            raise wrong("没有人脸，不用登记同意", right="看得清脸就写 faces: true", at="faces")
        return self

    def published(self, today: dt.date) -> bool:
        """Whether the picture may stand on a page of that day."""
        return not self.faces or (self.consent is not None and self.consent.covers("photo", today))


class Recap(Model):
    """How it was, told after it."""

    labels: ClassVar[Labels] = {
        "text": "说明",
        "pictures": "照片",
        "video": "视频",
    }

    text: Text
    pictures: tuple[Picture, ...] = ()
    video: Annotated[Line, Ref(Video, "视频编号")] | None = None
