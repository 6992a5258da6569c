"""What a YAML file says, as a tree of texts that know their file, line and column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple


class Mark(NamedTuple):
    """Where something is written, counted from 1 and in characters."""

    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as typed; `plain` when it has no quotes."""

    mark: Mark
    text: str
    plain: bool


@dataclass(frozen=True, slots=True)
class Sequence:
    """Lines that start with a dash, or `[a, b]`."""

    mark: Mark
    items: list[Node]
    flow: bool = False


@dataclass(frozen=True, slots=True)
class Mapping:
    """Lines of `key: value`, or `{key: value}`."""

    mark: Mark
    entries: dict[str, Pair]
    flow: bool = False


class Pair(NamedTuple):
    """One `key: value`: where the key is, and the value."""

    key: Mark
    value: Node


Node = Scalar | Sequence | Mapping


def is_empty(node: Node) -> bool:
    """Whether nothing was typed there at all."""
    return isinstance(node, Scalar) and node.plain and not node.text


def plain(node: Node) -> Any:
    """The tree as dicts, lists and texts; a key without a value is left out."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key: plain(entry.value) for key, entry in node.entries.items() if not is_empty(entry.value)}
