"""The open data: its files, and the page that says what each of them is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from macros.domain.edition import Edition
from macros.models.samples import samples
from macros.views.open_data_duty import SHIFT, duty, schema
from macros.views.open_data_hsds import hsds
from macros.views.open_data_places import FIELDS, POSITIONS, csv, geojson
from macros.views.templates import render

FOLDER = "open-data"


@dataclass(frozen=True)
class Listed:
    """A file as the page lists it: its name, what it is for, and how large it is."""

    name: str
    title: str
    about: str
    size: str


def open_data_files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Every file of the open data by its path in the site."""
    for name, text in _made(edition).items():
        yield f"{FOLDER}/{name}", text


def _made(edition: Edition) -> dict[str, bytes]:
    """What each file holds: the page tells how much that is."""
    return edition.kept("open data", lambda: {name: make(edition) for name, _, _, make in _FILES})


def open_data(edition: Edition) -> Markup:
    """What there is to take away, how it may be used, and what the words in it mean."""
    town = edition.town
    made = _made(edition)
    listed = [Listed(name, title, about, _size(len(made[name]))) for name, title, about, _ in _FILES]
    return render(
        "open-data",
        folder=FOLDER,
        files=listed,
        licence=town.site.licence,
        office=town.site.office,
        span=(edition.first, edition.last),
        sample=samples(town) > 0,
        place=[(key, called) for key, called in FIELDS.items()],
        positions=[*POSITIONS.items()],
        shift=[(key, said) for key, (said, _) in SHIFT.items()],
    )


def _size(count: int) -> str:
    return f"{max(1, round(count / 1000))} KB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB"


def _schema(_: Edition) -> bytes:
    return schema()


_FILES: tuple[tuple[str, str, str, Callable[[Edition], bytes]], ...] = (
    ("places.csv", "服务场所（表格）", "Excel、WPS 直接打开：名称、地址、电话、开门时间、能办什么。", csv),
    ("places.geojson", "服务场所（地图）", "地图软件用的格式 GeoJSON（RFC 7946），坐标是 WGS-84。", geojson),
    ("duty.json", "值班", "每一次值班：哪天、几点到几点、在哪里、谁值班、是怎么来的。", duty),
    (
        "duty.schema.json",
        "值班文件的说明",
        "给程序看的：值班文件里每一项的意思和写法（JSON Schema）。",
        _schema,
    ),
    (
        "hsds.json",
        "服务目录",
        "国际通用的公共服务目录格式 HSDS 3.1（Open Referral）：单位、服务、地点、电话、开门和值班的时间。",
        hsds,
    ),
)
