"""The one place that asks what day it is; everything else is handed the date."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Mapping

# Without summer time since 1991, so that no zone database is needed.
SHANGHAI = dt.timezone(dt.timedelta(hours=8), "Asia/Shanghai")


def today(environ: Mapping[str, str]) -> dt.date:
    """The date in Shanghai, or that of SOURCE_DATE_EPOCH where it is set."""
    if epoch := environ.get("SOURCE_DATE_EPOCH"):
        return dt.datetime.fromtimestamp(int(epoch), SHANGHAI).date()
    return dt.datetime.now(SHANGHAI).date()


def seconds() -> float:
    """A clock for how long something takes; what it says is nowhere on the site."""
    return time.monotonic()
