"""fahu explain tells how a duty came about as the engine works it out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import Fahu, add

EXCEPTIONS = """\
leave:
  - {person: li, from: 2026-12-02}
overrides:
  - {date: 2026-12-09, rotation: east, cancel: true, reason: 下雪}
temporary:
  - id: shidan
    name: 年底安排
    from: 2026-12-28
    to: 2026-12-31
    shifts: [{date: 2026-12-29, hours: 9:00-11:00, place: station, people: [zhang]}]
"""


def test_a_duty_has_its_rule_its_turn_and_its_stand_in(fahu: Fahu) -> None:
    assert fahu("explain", "2026-12-02", "爱国村").splitlines() == [
        "12月2日 星期三 13:30–16:00 爱国村法律服务室：李律师",
        "  1. data/duty.yml:6 东片轮值，从 2026-01-05 起的一段：每周三 13:30-16:00",
        "  2. 轮到李律师（按先后：张律师、李律师）",
        "  李律师要是来不了：张律师",
        "  这个地方下一次：12月9日 星期三 13:30–16:00 张律师",
    ]


def test_leave_is_a_step_and_who_is_left_has_nobody_behind(data: Path, fahu: Fahu) -> None:
    add(data, EXCEPTIONS)
    printed = fahu("explain", "2026-12-02").splitlines()
    assert printed[0].endswith("：张律师")
    assert printed[3:5] == ["  3. 李律师请假，由张律师代", "  张律师要是来不了：没有人能代，会写“暂缺”"]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-12-09", "  3. 本次取消（下雪）"),
        ("2026-12-29", "  1. data/duty.yml:15 这几天按“年底安排”排"),
        ("2026-12-30", "  1. 按年底安排执行"),
        ("2026-10-07", "  1. 因国庆节放假停一次"),
        ("2026-12-03", "12月3日 星期四没有值班，也没有取消的班"),
    ],
)
def test_what_changed_a_day_is_told(data: Path, fahu: Fahu, day: str, said: str) -> None:
    add(data, EXCEPTIONS)
    assert said in fahu("explain", day).splitlines()


def test_a_place_that_is_not_known_is_one_line(fahu: Fahu) -> None:
    fahu("explain", "2026-12-02", "爱国屯", status=2)
