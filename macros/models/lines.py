"""Lines: the town's own sketch of roads and rivers, drawn below the places on the map."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import BeforeValidator, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema

from macros.errors import wrong
from macros.models.base import Flag, Labels, Line, Model, narrow, parsed
from macros.models.data_file import DataFile
from macros.models.places import System, in_china

LineKind = Literal["road", "river", "bridge", "market"]
_RIGHT = "例如 121.75369,31.52580（先写经度，再写纬度）"


@dataclass(frozen=True)
class Spot:
    """A longitude and a latitude as they were read off, in one text as map sites show them."""

    longitude: float
    latitude: float

    @classmethod
    def parse(cls, text: str) -> Self:
        """The spot that was typed; raises what is wrong with it."""
        number = r"(\d{1,3}(?:\.\d{1,15})?)"
        found = re.fullmatch(rf"{number}\s*[,、\s]\s*{number}", narrow(text))
        if not found:
            raise wrong("点要写成一行，两个小数，中间一个逗号", right=_RIGHT)
        longitude, latitude = map(float, found.groups())
        if outside := in_china(longitude, latitude):
            # There is one line for both, so no key to point at.
            raise wrong(outside.message, right=outside.right_in_one)
        return cls(longitude, latitude)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return parsed(cls, cls.parse)


def _typed(value: Any) -> Any:
    if isinstance(value, list | dict):
        raise wrong("点要写成一行，不用方括号，也不分两行", right=_RIGHT)
    return value


TypedSpot = Annotated[Spot, BeforeValidator(_typed)]


class GroundLine(Model):
    """A road, a river, a bridge or a street with a market, through two points at least."""

    labels: ClassVar[Labels] = {
        "kind": "种类",
        "name": ("图上写的名字", "写短一点，不写就只画线"),
        "system": ("坐标系", "看在哪里描的：高德、腾讯是 gcj02，百度是 bd09，GPS 是 wgs84"),
        "source": "哪里来的",
        "points": ("经过的点", "顺着描，一行一个，先经度后纬度，例如 121.75369,31.52580"),
        "sample": "是示例",
    }

    kind: LineKind
    name: Line | None = None
    system: System
    source: Line
    points: tuple[TypedSpot, ...] = Field(min_length=2, max_length=200)
    sample: Flag = False


class Landmark(Model):
    """Something that everybody knows, as a word on the map."""

    labels: ClassVar[Labels] = {
        "name": "图上写的名字",
        "system": ("坐标系", "看在哪里点的：高德、腾讯是 gcj02，百度是 bd09，GPS 是 wgs84"),
        "source": "哪里来的",
        "at": ("在哪一点", "先经度后纬度，例如 121.75369,31.52580"),
        "sample": "是示例",
    }

    name: Line
    system: System
    source: Line
    at: TypedSpot
    sample: Flag = False


class Lines(Model):
    """The file map/lines.yml: what is drawn below the places, and the words for landmarks."""

    labels: ClassVar[Labels] = {
        "lines": ("示意线", "路、河、桥、集市"),
        "points": ("地标", "图上只写几个灰色的字"),
    }

    lines: tuple[GroundLine, ...] = Field(default=(), max_length=60)
    points: tuple[Landmark, ...] = Field(default=(), max_length=60)


LINES = DataFile("lines", "示意图", Lines, folder="map", optional=True, counted=("lines", "条示意线"))
