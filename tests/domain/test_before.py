"""What people want to know before they come: a place's own line stands before that of its group."""

from __future__ import annotations

from macros.domain.before import told_before
from macros.models.before import Before

LAW = {"name": "人民调解法", "article": "4", "checked_on": "2025-04-19"}
GROUP = Before.model_validate(
    {
        "dialect": "本地话也行。",
        "cost": {
            "text": "不收费。",
            "law": {"name": "人民调解法", "article": "4", "checked_on": "2025-04-19"},
        },
        "booking": "不用预约。",
        "sample": ["dialect", "booking"],
    }
)


def test_lines_stand_in_one_order_and_missing_ones_are_absent() -> None:
    found = told_before(Before(), GROUP)
    assert [(line.asking, line.said.text, line.sample) for line in found] == [
        ("cost", "不收费。", False),
        ("booking", "不用预约。", True),
        ("dialect", "本地话也行。", True),
    ]
    assert told_before(Before(), Before()) == ()


def test_a_place_overrides_a_line_with_its_own_mark() -> None:
    own = Before.model_validate(
        {"booking": "先打电话。", "home_visits": "能上门。", "sample": ["home_visits"]}
    )
    found = {line.asking: (line.said.text, line.sample) for line in told_before(own, GROUP)}
    assert found["booking"] == ("先打电话。", False)
    assert found["home_visits"] == ("能上门。", True)
    assert found["dialect"] == ("本地话也行。", True)
    assert found["cost"] == ("不收费。", False)
