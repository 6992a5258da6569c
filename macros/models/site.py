"""Site: whose service this is, the numbers to call, and the words the pages use."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from macros.errors import wrong
from macros.models.base import Degrees, Flag, Https, Labels, Line, Model, Text
from macros.models.before import Before
from macros.models.contacts import Phone, PhoneNumber, is_mobile
from macros.models.data_file import DataFile, PageAt
from macros.models.law import Law, Said
from macros.models.map_tiles import MapTiles
from macros.models.notices import Notice
from macros.models.places import Group
from macros.models.reference import Names, Ref
from macros.models.topics import Topic
from macros.models.when import When

# The hosts whose players a page may show.
PLAYERS = Names()


class Office(Model):
    """The office behind the site, which answers when nobody is on duty."""

    labels: ClassVar[Labels] = {
        "name": "名称",
        "phones": ("电话", "没人值班时页面上留它"),
        "address": "地址",
        "hours": "办公时间",
    }

    name: Line
    phones: tuple[Phone, ...] = Field(min_length=1)
    address: Line | None = None
    hours: tuple[When, ...] = ()

    @model_validator(mode="after")
    def _always_reachable(self) -> Office:
        first = self.phones[0]
        if is_mobile(first.number) and not first.office:
            raise wrong(
                "第一个电话不能是个人手机号", right="没人值班时页面上只留它，请写办公室电话", at="phones"
            )
        return self


class Hotline(Model):
    """A number anybody can call; the first one is shown on every page."""

    labels: ClassVar[Labels] = {
        "number": "号码",
        "name": "名称",
        "use": "什么时候打",
        "urgent": ("要紧", "放在红色按钮里"),
    }

    number: PhoneNumber
    name: Line
    use: Line
    urgent: Flag = False


class Danger(Model):
    """What to do at once in danger, beside the numbers that are urgent."""

    labels: ClassVar[Labels] = {
        "title": "标题",
        "advice": "马上做什么",
    }

    title: Line
    advice: tuple[Line, ...] = ()


class Door(Model):
    """A trouble in a resident's words, and where to go with it; a topic has words of its own."""

    labels: ClassVar[Labels] = {
        "title": ("标题", "不写就用那件事的"),
        "hint": "说明",
        "law": "依据",
        "to": "点了到哪里",
        "urgent": "要紧",
    }

    title: Line | None = None
    hint: Line | None = None
    law: Law | None = None
    to: Line
    urgent: Flag = False


class Words(Model):
    """What residents say of a thing, and the page, number, trouble or place that search leads them to."""

    labels: ClassVar[Labels] = {
        "say": "怎么说",
        "to": "找到什么",
    }

    say: tuple[Line, ...] = Field(min_length=1)
    to: Line


class Elsewhere(Model):
    """A service above the town: what it is for, and where it is as far as somebody has looked."""

    labels: ClassVar[Labels] = {
        "name": "名称",
        "use": "能办什么",
        "address": ("网址", "核对过再写"),
        "number": "电话",
    }

    name: Line
    use: Line
    address: Https | None = None
    number: PhoneNumber | None = None


class GroupWords(Model):
    """What a group of places is called, explained, and what every place of it offers.

    `topics` are the commonest matters: what to bring for each stands with the topic.
    """

    labels: ClassVar[Labels] = {
        "name": "正式名称",
        "plain": "乡亲的说法",
        "mark": "地图上的一个字",
        "about": "介绍",
        "rights": "有什么权利",
        "services": "能办什么",
        "bring": "要带什么",
        "topics": ("最常见的几件事", "topics.yml 里的编号；页面说每件事还要多带什么"),
        "before": "来之前大家都问的五句",
    }

    name: Line
    plain: Line
    mark: Line = Field(max_length=1)
    about: Text
    rights: tuple[Said, ...] = ()
    services: tuple[Line, ...] = ()
    bring: tuple[Line, ...] = ()
    topics: tuple[Annotated[Line, Ref(Topic, "遇事找法编号")], ...] = ()
    before: Before = Before()


class Groups(Model):
    """The words for every group of places."""

    labels: ClassVar[Labels] = {
        "station": "服务站",
        "room": "服务室",
        "point": "服务点",
        "culture_venue": "法治文化阵地",
        "reconsideration_point": "行政复议受理点",
    }

    station: GroupWords
    room: GroupWords
    point: GroupWords
    culture_venue: GroupWords | None = None
    reconsideration_point: GroupWords | None = None

    def of(self, group: Group) -> GroupWords:
        """The words for a group that is used, which has some: the town sees to it."""
        words: GroupWords = getattr(self, group)
        return words


class Bounds(Model):
    """The rectangle that the whole town lies in, in degrees of WGS-84."""

    labels: ClassVar[Labels] = {
        "west": "最西的经度",
        "south": "最南的纬度",
        "east": "最东的经度",
        "north": "最北的纬度",
    }

    west: Degrees
    south: Degrees
    east: Degrees
    north: Degrees

    @model_validator(mode="after")
    def _are_in_order(self) -> Bounds:
        if self.west >= self.east:
            raise wrong("西边的经度应小于东边的", right="west 写小的，east 写大的", at="west")
        if self.south >= self.north:
            raise wrong("南边的纬度应小于北边的", right="south 写小的，north 写大的", at="south")
        return self


class Footer(Model):
    """Entries at the foot of every page; an empty one is absent."""

    labels: ClassVar[Labels] = {
        "organiser": "主办单位",
        "supporter": "技术支持",
        "icp": "ICP 备案号",
        "police_record": "公安备案号",
        "site_code": "政府网站标识码",
        "sample": "哪些是示例",
    }

    organiser: Line | None = None
    supporter: Line | None = None
    icp: Line | None = None
    police_record: Line | None = None
    site_code: Line | None = None
    sample: tuple[Literal["organiser", "supporter"], ...] = ()


class Site(Model):
    """The file site.yml."""

    labels: ClassVar[Labels] = {
        "name": "网站名称",
        "town": "镇的名字",
        "district": "区的名字",
        "mark": "网站图标上的一个字",
        "bounds": "本镇的四至",
        "map": ("街道地图", "有天地图的密钥和审图号才写"),
        "headline": "首页大字",
        "tagline": "首页小字",
        "office": "司法所",
        "hotlines": "热线",
        "danger": "有危险时",
        "doors": "首页的格子",
        "words": "搜索里的说法",
        "elsewhere": "镇外面的服务",
        "groups": "各类场所的说法",
        "about": "关于",
        "footer": "页脚",
        "players": "允许哪些播放器",
        "notices": "通知",
        "sample_notice": "示例提醒",
        "licence": ("怎样可以用", "别人怎样可以用“数据下载”里的文件，写一句话"),
    }

    name: Line
    town: Line
    district: Line | None = None
    mark: Line = Field(max_length=1)
    bounds: Bounds | None = None
    map: MapTiles | None = None
    headline: Line
    tagline: Line
    office: Office
    hotlines: tuple[Hotline, ...] = Field(min_length=1)
    danger: Danger | None = None
    doors: tuple[Door, ...] = ()
    words: tuple[Words, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()
    groups: Groups
    about: tuple[Said, ...] = ()
    footer: Footer = Footer()
    players: Annotated[tuple[Line, ...], PLAYERS] = ()
    notices: tuple[Notice, ...] = ()
    sample_notice: Line | None = None
    licence: Line | None = None

    @model_validator(mode="after")
    def _danger_has_a_number(self) -> Site:
        if self.danger and not any(line.urgent for line in self.hotlines):
            raise wrong(
                "有危险时打哪个号码没有写", right="给 hotlines 里的 110 加上 urgent: true", at="danger"
            )
        return self


SITE = DataFile(
    "site",
    "网站",
    Site,
    pages=(PageAt("hotlines", "热线", "index.html#hotlines"), PageAt("about", "关于", "about.html")),
)
