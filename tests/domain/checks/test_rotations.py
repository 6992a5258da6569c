"""Patterns that do what their author may not expect."""

from __future__ import annotations

import datetime as dt

from tests.domain.checks.found import found, one
from tests.domain.duty_parts import rotation, town


def test_fifth_wednesday_that_does_not_exist_is_noted() -> None:
    finding = one(town(rotation(when="每月第5个周三 9:00-11:00")))
    assert (finding.level, finding.loc) == ("notice", ("rotations", 0, "segments", 0, "when"))
    assert finding.message == "2026年1月第5个周三、2026年2月第5个周三、2026年3月第5个周三 等 8 次不存在，跳过"


def test_thirty_first_that_does_not_exist_is_noted() -> None:
    assert "2026年2月31日、2026年4月31日" in one(town(rotation(when="每月31日 9:00-11:00"))).message


def test_day_that_the_next_segment_no_longer_asks_for_is_not_missing() -> None:
    monthly = rotation(when="每月31日 9:00-11:00", **{"from": "2026-05-01"})
    monthly["segments"].append({**monthly["segments"][0], "from": "2026-06-01", "when": "每月5日 9:00-11:00"})
    assert found(town(monthly)) == []


def test_shift_postponed_onto_the_next_one_is_reported() -> None:
    finding = one(town(rotation(holidays="postpone", when="每周三、四 9:00-11:00", **{"from": "2026-05-06"})))
    assert (finding.level, finding.loc) == ("warning", ("rotations", 0))
    assert "10月7日 星期三因国庆节放假顺延至10月8日，与本轮值的另一次重合，取消" in finding.message


def test_year_that_is_not_announced_is_noted_once() -> None:
    finding = one(town(), dt.date(2027, 1, 31))
    assert (finding.level, finding.message) == (
        "notice",
        "2027年放假安排待国务院办公厅公布，4 个班次先按平常的日子排",
    )


def test_duty_on_holidays_is_noted() -> None:
    finding = one(town(rotation(holidays="keep")))
    assert finding.message == "法定节假日也有值班：2月18日 星期三（春节）、10月7日 星期三（国庆节）"


def test_rotation_that_ends_in_the_window_is_remarked_on() -> None:
    finding = one(town(rotation(to="2026-06-30")))
    assert (finding.level, finding.loc) == ("warning", ("rotations", 0, "segments", 0, "to"))
