"""What came of an event or a year, in numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, ClassVar

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema

from macros.errors import wrong
from macros.models.base import Labels, Model, narrow, parsed

_COUNT = re.compile(r"(超过)?(\d{1,9})(\+|多)?")


@dataclass(frozen=True)
class Count:
    """A number of people or things, exact or `more` than that."""

    number: int
    more: bool = False

    @classmethod
    def parse(cls, text: str) -> Count:
        """The count written as `1000` or `1000+`."""
        found = _COUNT.fullmatch(narrow(text).replace(",", ""))
        if not found:
            raise wrong("数量应写成 1000，或者 1000+（超过1000）")
        return cls(int(found[2]), bool(found[1] or found[3]))

    def __str__(self) -> str:
        return f"超过 {self.number}" if self.more else str(self.number)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return parsed(cls, cls.parse)


class Figures(Model):
    """What came of an event or a year."""

    labels: ClassVar[Labels] = {
        "events": "活动场数",
        "present": "到场人数",
        "consulted": "咨询人数",
        "leaflets": "发资料份数",
        "gifts": "发礼品份数",
        "study": "集中学法次数",
    }

    events: Count | None = None
    present: Count | None = None
    consulted: Count | None = None
    leaflets: Count | None = None
    gifts: Count | None = None
    study: Count | None = None

    @property
    def named(self) -> tuple[tuple[str, Count, str], ...]:
        """Label, count and unit of each figure that is known."""
        every = (
            ("举办活动", self.events, "场"),
            ("到场", self.present, "人"),
            ("现场咨询", self.consulted, "人"),
            ("发放资料", self.leaflets, "份"),
            ("发放宣传品", self.gifts, "份"),
            ("干部学法", self.study, "次"),
        )
        return tuple((label, count, unit) for label, count, unit in every if count is not None)
