"""A change of a clerk's file adds its own lines and leaves all others as they were."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.edit.entries import block, inline
from macros.edit.inserted import CannotEditError, added, replaced

LEAVE = {"person": "wu", "from": "2026-12-07", "reason": "开会，下午回: 4点 #楼上"}
LINE = "{person: wu, from: 2026-12-07, reason: '开会，下午回: 4点 #楼上'}"
DUTY = Path("data/duty.yml").read_text("utf-8")


def test_an_entry_goes_below_the_last_one_and_above_the_next_comment() -> None:
    text = "leave:\n  - {person: li}  # 等通知\n\n# 调班\noverrides:\n  - {date: 2026-12-08}\n"
    assert added(text, "leave", LEAVE, short=True) == text.replace("等通知\n", f"等通知\n  - {LINE}\n")


def test_a_list_keeps_the_margin_it_has() -> None:
    text = "leave:\n- person: li\n  from: 2026-12-01\n\n  to: 2026-12-02\nswaps: []\n"
    assert added(text, "leave", LEAVE, short=True) == text.replace("swaps", f"- {LINE}\nswaps")


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("", f"leave:\n  - {LINE}\n"),
        ("# 值班\nrotations: []", f"# 值班\nrotations: []\n\nleave:\n  - {LINE}\n"),
        ("leave:\nswaps: []\n", f"leave:\n  - {LINE}\nswaps: []\n"),
        ("leave: []\n", f"leave:\n  - {LINE}\n"),
        ("leave: []  # 没有\n", f"leave: [{LINE}]  # 没有\n"),
        ("leave: [ {person: li}]\n", f"leave: [{LINE}, {{person: li}}]\n"),
        ("leave:\n  - person: li\n    reason: |\n      一\n\n      二\n", None),
    ],
)
def test_a_list_is_begun_or_goes_on_however_it_is_written(text: str, after: str | None) -> None:
    found = added(text, "leave", LEAVE, short=True)
    assert found == (after or f"{text}  - {LINE}\n")


def test_a_file_that_cannot_be_read_is_left_alone() -> None:
    with pytest.raises(CannotEditError, match="文件里有错"):
        added("leave: [\n", "leave", LEAVE, short=True)


def test_a_list_that_is_none_is_left_alone() -> None:
    with pytest.raises(CannotEditError, match="不是一条一条的"):
        added("leave: 明天\n", "leave", LEAVE, short=True)


def test_an_entry_takes_anothers_place() -> None:
    text = "a: x\nleave:\n  - {person: li}\n  # 以后\n  - person: sun\n\n    from: 2026-12-01\n# 完\n"
    found = replaced(text, "leave", 1, {"person": "wu", "half": "上午"})
    assert found == "a: x\nleave:\n  - {person: li}\n  # 以后\n  - person: wu\n    half: 上午\n# 完\n"
    assert replaced(text, "leave", 1, None) == "a: x\nleave:\n  - {person: li}\n  # 以后\n# 完\n"


def test_the_last_entry_takes_its_list_along() -> None:
    assert replaced("a: x\nleave:\n  - {person: li}\n", "leave", 0, None) == "a: x\n"


TEXTS = st.text(st.sampled_from("ab张0:#,-[]{}'\"|>&*!%@` \t。？~"), min_size=1).filter(
    lambda text: text == text.strip() and text
)
ENTRIES = st.dictionaries(
    st.sampled_from(["person", "from", "reason", "people"]),
    TEXTS | st.lists(TEXTS, max_size=3) | st.just("12345") | st.just("no"),
    min_size=1,
)


@given(ENTRIES, st.booleans(), st.sampled_from(["leave", "overrides", "temporary"]))
def test_every_line_of_the_towns_file_stays_whatever_is_added(
    entry: dict[str, str], short: bool, key: str
) -> None:
    found = added(DUTY, key, entry, short=short).split("\n")
    rest = iter(found)
    assert all(line in rest for line in DUTY.split("\n")[:-1])


@given(ENTRIES)
def test_an_entry_has_one_line_or_a_line_a_key(entry: dict[str, str]) -> None:
    assert "\n" not in inline(entry)
    assert block(entry).count("\n") == len(entry)
