"""Places: the stations, rooms and points where residents find help, and other venues."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal, NamedTuple

from pydantic import BeforeValidator, Field, ModelWrapValidatorHandler, PrivateAttr, model_validator

from macros.errors import wrong
from macros.models.base import Degrees, Id, ImageFile, Labels, Line, Model, Text, VillageRef
from macros.models.before import Before
from macros.models.contacts import Phone
from macros.models.cover import Cover
from macros.models.data_file import DataFile, PageAt
from macros.models.reference import Ref
from macros.models.when import When

Tier = Literal["station", "room", "point"]
Kind = Literal["culture_venue", "reconsideration_point"]
Group = Literal["station", "room", "point", "culture_venue", "reconsideration_point"]
GROUPS: tuple[Group, ...] = ("station", "room", "point", "reconsideration_point", "culture_venue")
# Of GPS; of 高德, 腾讯; of 百度.
System = Literal["wgs84", "gcj02", "bd09"]
OFFICE = "office"
# Decimals of a degree: four are ten metres, three a hundred.
_MEASURED = 4
SamplePart = Literal[
    "name", "address", "directions", "phones", "hours", "position", "services", "bring", "featured"
]


class Outside(NamedTuple):
    """Why a longitude and a latitude can't be a point in China, and which of the two says so."""

    message: str
    right: str
    at: str
    right_in_one: str


def in_china(longitude: float, latitude: float) -> Outside | None:
    """What is wrong with a point, such as its numbers being swapped; None where nothing is."""
    if 73 <= latitude <= 136 and 3 <= longitude <= 54:
        right = "大的是经度，写在 longitude；小的是纬度，写在 latitude"
        in_one = "大的是经度，写在前面；小的是纬度，写在后面"
        return Outside("经度和纬度好像写反了", right, "longitude", in_one)
    for value, low, high, called, key in (
        (longitude, 73, 136, "经度", "longitude"),
        (latitude, 3, 54, "纬度", "latitude"),
    ):
        if not low <= value <= high:
            right = f"应在 {low} 到 {high} 之间"
            return Outside(f"{called}不在中国范围内", right, key, f"{called}{right}")
    return None


class Position(Model):
    """A point on the ground, in degrees of the coordinate system it was taken in."""

    labels: ClassVar[Labels] = {
        "longitude": ("经度", "例如 121.75369"),
        "latitude": ("纬度", "例如 31.52580"),
        "system": ("坐标系", "高德、腾讯是 gcj02，百度是 bd09，测绘和 GPS 是 wgs84"),
        "precision": ("准不准", "到门口量的写 surveyed，大概的写 approximate"),
        "source": "哪里来的",
    }

    longitude: Degrees
    latitude: Degrees
    system: System
    precision: Literal["surveyed", "approximate"]
    source: Line

    @model_validator(mode="after")
    def _is_in_china(self) -> Position:
        if outside := in_china(self.longitude, self.latitude):
            raise wrong(outside.message, right=outside.right, at=outside.at)
        return self

    @model_validator(mode="wrap")
    @classmethod
    def _is_typed_as_measured(cls, data: Any, handler: ModelWrapValidatorHandler[Position]) -> Position:
        position = handler(data)
        if position.precision == "surveyed" and isinstance(data, dict):
            for key in ("longitude", "latitude"):
                typed = data[key]
                if isinstance(typed, str) and len(typed.strip().partition(".")[2]) < _MEASURED:
                    right = "到门口量得的有四位以上小数；只知道大概，写 precision: approximate"
                    raise wrong("小数位太少，不像量过的", right=right, at=key)
        return position


class Photo(Model):
    """A picture and the words that stand for it."""

    labels: ClassVar[Labels] = {
        "file": "图片文件",
        "alt": ("图片上是什么", "给看不见图片的人"),
    }

    file: ImageFile
    alt: Line

    @model_validator(mode="before")
    @classmethod
    def _has_words(cls, data: Any) -> Any:
        if isinstance(data, str):
            right = "例如 photo: {file: media/door.jpg, alt: 门边挂着牌子}"
            raise wrong("照片要写文件 file 和说明 alt 两项，看不见的人听的是说明", right=right)
        return data


class Directions(Model):
    """How to find the door, and what it looks like."""

    labels: ClassVar[Labels] = {
        "landmark": "在什么旁边",
        "bus": "坐什么车",
        "door": "进门怎么走",
        "photo": "门口的照片",
    }

    landmark: Line | None = None
    bus: Line | None = None
    door: Line | None = None
    photo: Photo | None = None


class Featured(Model):
    """Why a place is worth a look."""

    labels: ClassVar[Labels] = {
        "title": "标题",
        "story": "介绍",
        "photo": "照片",
    }

    title: Line
    story: Text
    photo: Photo | None = None


def _of_office(value: Any) -> Any:
    """No numbers where the office's are asked for: the town puts them in."""
    if isinstance(value, str):
        if value.strip() != OFFICE:
            right = "每个号码一行 - number: …，或者写 office（就用 site.yml 里司法所的号码）"
            raise wrong("这里要写成列表", right=right)
        return ()
    return value


class Place(Model):
    """One place of the service network; its villages are also found by the names in `also`.

    `short` is what it is called on maps.
    """

    labels: ClassVar[Labels] = {
        "id": ("编号", "拼音，例如 aiguo-room；定了不再改"),
        "code": ("统计用区划代码", "12 位或 9 位"),
        "name": "名称",
        "short": ("地图上的短名", "最多 8 个字"),
        "tier": "站、室、点",
        "kind": "其他场所",
        "villages": "服务哪些村居",
        "also": "村居的别名",
        "address": "地址",
        "directions": "怎么找到",
        "phones": ("电话", "写 office 就是司法所的电话"),
        "hours": ("开放时间", "例如 每个工作日 8:30-11:30、13:30-17:00"),
        "services": ("能办什么", "不写就用同一类的"),
        "bring": ("要带什么", "不写就用同一类的"),
        "before": ("来之前大家都问的五句", "只写和同一类不一样的"),
        "featured": "示范点介绍",
        "position": "位置",
        "cover": "答应的值班",
        "sample": "哪些是示例",
    }

    id: Id
    code: Line | None = None
    name: Line
    short: Line | None = Field(default=None, max_length=8)
    tier: Tier | None = None
    kind: Kind | None = None
    villages: tuple[VillageRef, ...] = ()
    also: tuple[Line, ...] = ()
    address: Line | None = None
    directions: Directions | None = None
    phones: Annotated[
        tuple[Phone, ...],
        BeforeValidator(_of_office, json_schema_input_type=Literal["office"] | tuple[Phone, ...]),
    ] = ()
    hours: tuple[When, ...] = ()
    services: tuple[Line, ...] = ()
    bring: tuple[Line, ...] = ()
    before: Before = Before()
    featured: Featured | None = None
    position: Position | None = None
    cover: Cover | None = None
    sample: tuple[SamplePart, ...] = ()
    _calls_office: bool = PrivateAttr(default=False)

    @model_validator(mode="wrap")
    @classmethod
    def _remember(cls, data: Any, handler: ModelWrapValidatorHandler[Place]) -> Place:
        place = handler(data)
        if isinstance(data, dict) and isinstance(data.get("phones"), str):
            place._calls_office = True
        return place

    @property
    def calls_office(self) -> bool:
        """Whether its numbers are the office's, typed once, in site.yml."""
        return self._calls_office

    @property
    def own_phones(self) -> tuple[Phone, ...]:
        """The numbers that are typed in its entry, none where it calls the office."""
        return () if self.calls_office else self.phones

    @model_validator(mode="after")
    def _tier_or_kind(self) -> Place:
        if (self.tier is None) == (self.kind is None):
            raise wrong(
                "tier（站、室、点）和 kind（其他场所）要写一个，也只能写一个",
                right="例如 tier: room",
                at="tier" if self.tier else "",
            )
        return self

    @property
    def photos(self) -> tuple[Photo, ...]:
        """The pictures of it: of its door, and of what it is known for."""
        found = (part.photo for part in (self.directions, self.featured) if part)
        return tuple(photo for photo in found if photo)

    @property
    def group(self) -> Group:
        """The tier, or the kind of a place that has none."""
        return self.tier or self.kind or "point"


class Places(Model):
    """The file places.yml."""

    labels: ClassVar[Labels] = {
        "places": "服务场所",
    }

    places: tuple[Place, ...] = Field(min_length=1)


PLACES = DataFile(
    "places",
    "服务场所",
    Places,
    part="places",
    counted=("places", "处服务场所"),
    pages=(PageAt("map", "地图", "map.html"), PageAt("villages", "找我的村", "villages.html")),
    page_of="places/{}.html",
)
PlaceRef = Annotated[Line, Ref(Place, "服务场所编号")]
