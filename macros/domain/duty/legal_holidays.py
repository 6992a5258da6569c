"""The days off that the law fixes for every year; the yearly notice only adds days beside them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache

from macros.domain.days import ONE_DAY

# 《全国年节及纪念日放假办法》 names these 13 days since its amendment of 2024-11-10.
FIRST_YEAR = 2025


@cache
def legal_holidays(year: int) -> Mapping[dt.date, str]:
    """The 13 days of a year with their names, fewer where two fall together; none before the law's form."""
    if year < FIRST_YEAR:
        return {}
    spring = _lunar(year, 1, 1)
    days = [(spring + number * ONE_DAY, "春节") for number in range(-1, 3)]
    days += [
        (dt.date(year, 1, 1), "元旦"),
        (_clear_and_bright(year), "清明"),
        (dt.date(year, 5, 1), "劳动节"),
        (dt.date(year, 5, 2), "劳动节"),
        (_lunar(year, 5, 5), "端午"),
        (_lunar(year, 8, 15), "中秋"),
    ]
    days += [(dt.date(year, 10, number), "国庆节") for number in range(1, 4)]
    return dict(sorted(days))


def _lunar(year: int, month: int, day: int) -> dt.date:
    # The import costs time that a file without unannounced years need not pay.
    from lunar_python import Lunar

    return dt.date.fromisoformat(Lunar.fromYmd(year, month, day).getSolar().toYmd())


def _clear_and_bright(year: int) -> dt.date:
    from lunar_python import Solar

    table = Solar.fromYmd(year, 4, 1).getLunar().getJieQiTable()
    return dt.date.fromisoformat(table["清明"].toYmd())
