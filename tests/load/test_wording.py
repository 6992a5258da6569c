"""Every complaint that pydantic can make has its Chinese words."""

from __future__ import annotations

import pytest
from pydantic_core import ErrorDetails

from macros.load.wording import Told, explain

ONE_VALUE = Told("这里要写一个值，不能是列表或几行“键: 值”")
NO_LIST = "这里要写成列表"


@pytest.mark.parametrize(
    ("kind", "written", "told"),
    [
        ("string_type", "", ONE_VALUE),
        ("is_instance_of", "", ONE_VALUE),
        ("int_parsing", "甲", Told("这里写得不对")),
        ("list_type", "", Told(NO_LIST, "每项一行，前面是 - 和空格")),
        ("tuple_type", "X光片、CT片X", Told(NO_LIST, "加上半角方括号，例如 [X光片, CT片X]")),
        ("tuple_type", "【甲，乙；丙;丁,】", Told(NO_LIST, "加上半角方括号，例如 [甲, 乙, 丙, 丁]")),
        ("tuple_type", "［甲］", Told(NO_LIST, "加上半角方括号，例如 [甲]")),
        ("tuple_type", "[甲]", Told(NO_LIST, "加上半角方括号，例如 [甲]")),
        ("tuple_type", "甲：乙", Told(NO_LIST, "每项一行，前面是 - 和空格")),
        ("model_type", "甲：乙", Told("这里要写成几行“键: 值”", "冒号要用半角 : ，后面空一格")),
        ("dict_type", "甲", Told("这里要写成几行“键: 值”")),
    ],
)
def test_a_complaint_of_any_kind_has_words(kind: str, written: str, told: Told) -> None:
    error: ErrorDetails = {"type": kind, "loc": (), "msg": "", "input": None}
    assert explain(error, written=written, keys=["b"]) == told
