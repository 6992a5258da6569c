"""data/duty.yml: who is on duty where and when, and the exceptions to it."""

from __future__ import annotations

from typing import ClassVar, Self

from pydantic import model_validator

from macros.errors import wrong
from macros.models.base import Labels, Model
from macros.models.data_file import DataFile, PageAt
from macros.models.exceptions import Closure, Leave, Override, ShiftAt, Swap, Temporary
from macros.models.rotations import CONTINUE, IN_PERSON, Manner, Rotation, Segment, Stretch

__all__ = [
    "CONTINUE",
    "IN_PERSON",
    "Closure",
    "Duty",
    "Leave",
    "Manner",
    "Override",
    "Rotation",
    "Segment",
    "ShiftAt",
    "Stretch",
    "Swap",
    "Temporary",
]


class Duty(Model):
    """The whole file."""

    labels: ClassVar[Labels] = {
        "rotations": "轮值",
        "leave": "请假",
        "overrides": "调班",
        "closures": "停止服务",
        "temporary": "临时安排",
        "swaps": "对调",
    }

    rotations: tuple[Rotation, ...] = ()
    leave: tuple[Leave, ...] = ()
    overrides: tuple[Override, ...] = ()
    closures: tuple[Closure, ...] = ()
    temporary: tuple[Temporary, ...] = ()
    swaps: tuple[Swap, ...] = ()

    @model_validator(mode="after")
    def _ids_once(self) -> Self:
        seen: set[str] = set()
        for key in ("rotations", "temporary"):
            for entry in getattr(self, key):
                if entry.id in seen:
                    raise wrong(f"编号 {entry.id} 用了两次", at=key)
                seen.add(entry.id)
        return self


DUTY = DataFile(
    "duty",
    "值班",
    Duty,
    counted=("rotations", "条轮值"),
    pages=(PageAt("duty", "值班", "duty.html"), PageAt("subscribe", "放进日历", "subscribe.html")),
)
