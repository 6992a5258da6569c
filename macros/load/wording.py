"""Pydantic's complaints in Chinese: what is wrong with a value, and what would be right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pydantic_core import ErrorDetails

from macros.errors import did_you_mean, perhaps, similar
from macros.load.choices import explained, values_called
from macros.load.glossary import keys_called


@dataclass(frozen=True)
class Told:
    """What pydantic found, in Chinese; `at` is the key of the entry that is meant."""

    message: str
    right: str = ""
    at: str = ""


_ONE_VALUE = Told("这里要写一个值，不能是列表或几行“键: 值”")
_A_LIST = Told("这里要写成列表", "每项一行，前面是 - 和空格")
_PAIRS = Told("这里要写成几行“键: 值”")
_TYPES: dict[str, Told] = {
    "tuple_type": _A_LIST,
    "list_type": _A_LIST,
    "set_type": _A_LIST,
    "frozen_set_type": _A_LIST,
    "model_type": _PAIRS,
    "model_attributes_type": _PAIRS,
    "dict_type": _PAIRS,
    "mapping_type": _PAIRS,
    "dataclass_type": _PAIRS,
}
_BOUNDS: dict[str, tuple[str, str]] = {
    "string_too_long": ("文字太长", "最多 {max_length} 字"),
    "string_too_short": ("文字太短", "至少 {min_length} 字"),
    "too_long": ("项数太多", "最多 {max_length} 项"),
    "too_short": ("项数太少", "至少要有 {min_length} 项"),
    "greater_than": ("数字太小", "要大于 {gt}"),
    "greater_than_equal": ("数字太小", "至少是 {ge}"),
    "less_than": ("数字太大", "要小于 {lt}"),
    "less_than_equal": ("数字太大", "最多是 {le}"),
}


def similar_keys(word: str, keys: Sequence[str]) -> list[str]:
    """The keys that were probably meant by one that isn't known, or by its Chinese name."""
    # `person` isn't a slip of the pen for `reason`.
    return keys_called(word, keys) or similar(word.lower(), keys, cutoff=0.7)


def explain(error: ErrorDetails, *, written: str, keys: Sequence[str]) -> Told:
    """The Chinese wording of an error of pydantic's own, or of one made by `wrong`.

    `written` is the text there (empty for a list or an entry), `keys` are the names
    the entry may have.
    """
    kind = error["type"]
    if kind == "fahu":
        ctx = error["ctx"]
        near = did_you_mean(*ctx["near"]) if ctx["near"] else ""
        return Told(ctx["message"], ctx["right"] or near, ctx["at"])
    if kind == "missing":
        return Told(f"少了 {error['loc'][-1]} 这一项")
    if kind == "extra_forbidden":
        key = str(error["loc"][-1])
        return Told(
            f"不认识 {key} 这一项", perhaps(similar_keys(key, keys)) or f"这里可以写 {'、'.join(keys)}"
        )
    if kind == "literal_error":
        allowed = re.findall(r"'([^']*)'", str(error["ctx"]["expected"]))
        word = written.strip()
        near = perhaps(values_called(word, allowed)) or did_you_mean(word.lower(), allowed)
        right = f"{near}只能写 {'、'.join(map(explained, allowed))}"
        return Told("没有这种写法", right)
    if kind in _BOUNDS:
        message, right = _BOUNDS[kind]
        return Told(message, right.format(**error["ctx"]))
    if told := _TYPES.get(kind):
        return _shaped(told, written)
    return _ONE_VALUE if kind.endswith("_type") or kind == "is_instance_of" else Told("这里写得不对")


def _shaped(told: Told, written: str) -> Told:
    if told is _A_LIST and (items := _items(written)):
        return Told(told.message, f"加上半角方括号，例如 [{', '.join(items)}]")
    if told is _PAIRS and re.search("[:：]", written):
        return Told(told.message, "冒号要用半角 : ，后面空一格")
    return told


def _items(written: str) -> list[str]:
    """What a list written as one text seems to hold; nothing where it has colons of its own."""
    if re.search("[:：]", written):
        return []
    return [item for part in re.split("[、，,;；]", written) if (item := part.strip(" 【】[]［］"))]
