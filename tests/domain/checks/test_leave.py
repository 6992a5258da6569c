"""Leave that keeps nobody from a duty, or whose substitute doesn't come."""

from __future__ import annotations

import pytest

from tests.domain.checks.found import found, one
from tests.domain.duty_parts import WEDNESDAY, Entry, absent, rotation, town

LI_AWAY = {"person": "li", "from": "2026-11-25", "substitute": "zhao"}


def test_leave_that_keeps_somebody_from_a_duty_is_fine() -> None:
    assert found(town(leave=[LI_AWAY])) == []


@pytest.mark.parametrize("change", [{"from": "2026-11-26"}, {"half": "上午"}, {"person": "zhang"}])
def test_leave_without_a_duty_is_remarked_on(change: Entry) -> None:
    finding = one(town(leave=[{**LI_AWAY, **change}]))
    assert (finding.level, finding.loc) == ("warning", ("leave", 0, "from"))
    assert "请假的时间里没有值班" in finding.message


def test_leave_of_the_wrong_half_day_is_told_the_hours() -> None:
    finding = one(town(leave=[{**LI_AWAY, "half": "上午"}]))
    assert "班次是 11月25日 星期三 13:30–16:00" in finding.message


def test_leave_far_in_the_future_is_taken_for_a_wrong_year() -> None:
    finding = one(town(leave=[{**LI_AWAY, "from": "2062-11-25"}]))
    assert (finding.level, finding.message) == ("error", "2062-11-25 太远了，请检查年份")


def test_leave_next_year_is_looked_at_as_well() -> None:
    assert one(town(leave=[{**LI_AWAY, "from": "2027-11-25"}])).level == "warning"


@pytest.mark.parametrize(("other", "level"), [("zhao", "warning"), ("chen", "error")])
def test_a_copied_leave_is_remarked_on_and_refused_with_another_substitute(other: str, level: str) -> None:
    levels = {
        f.level for f in found(town(leave=[LI_AWAY, {**LI_AWAY, "substitute": other}])) if "重叠" in f.message
    }
    assert levels == {level}


def test_a_substitute_who_is_busy_is_named_with_whoever_comes() -> None:
    busy = rotation("station", places=["station"], people=["zhao"], kind="stationed")
    finding = one(town(rotation(), busy, leave=[LI_AWAY]))
    assert finding.loc == ("leave", 0, "substitute")
    assert finding.message == ("赵律师那时有班或请假，不能代班：11月25日 星期三 13:30–16:00 改由王律师代")


def test_a_substitute_replaced_by_an_override_is_no_surprise() -> None:
    assert found(town(leave=[LI_AWAY], overrides=[{**WEDNESDAY, "replace": ["chen"]}])) == []


def test_leave_of_somebody_who_could_step_in_is_fine() -> None:
    away = {"person": "wang", "from": "2026-11-25"}
    assert found(town(leave=[{**LI_AWAY, "substitute": "zhao"}, away])) == []


def test_a_vacancy_is_not_told_as_a_substitute_passed_over() -> None:
    leave = [absent(person=person, substitute="chen") for person in ("li", "wang", "zhang")]
    messages = [finding.message for finding in found(town(leave=[*leave, absent(person="chen")]))]
    assert any("没有人代班" in message for message in messages)
    assert not any("不能代班" in message for message in messages)
