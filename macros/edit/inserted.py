"""The text of a file with one entry more, or with another in an entry's place; every other line stays."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping as Table
from typing import Any

from macros.edit.entries import Entry, Value, block, inline
from macros.load.tree import Mapping, Mark, Node, Sequence, is_empty, plain
from macros.load.yamltext import read

_STEP = "  "


class CannotEditError(Exception):
    """The file can't be changed without somebody who looks at it; the text says why, in Chinese."""


def added(text: str, key: str, entry: Entry, *, short: bool) -> str:
    """The text with the entry at the end of a list; `short` entries take one line.

    Raises CannotEditError where the text can't be read, or is written in a way that leaves no safe place.
    """
    root = _root(text)
    before, new = _listed(root, key), _plain(entry)
    value = root.entries[key].value if key in root.entries else None
    lines = block(entry) if not short else f"- {inline(entry)}\n"
    if isinstance(value, Sequence) and not value.items and (begun := _begun(text, value, lines)):
        return _same(text, begun, key, [new])
    if isinstance(value, Sequence) and value.flow:
        return _same(text, _within(text, value, entry), key, [new, *before])
    whole = [*before, new]
    if value is None:
        ended = text if text.endswith("\n") or not text else f"{text}\n"
        gap = "\n" if ended.strip() else ""
        return _same(text, f"{ended}{gap}{key}:\n{_indented(lines, _STEP)}", key, whole)
    if is_empty(value):
        return _same(text, _after(text, root.entries[key].key.line, _indented(lines, _STEP)), key, whole)
    assert isinstance(value, Sequence)
    margin = " " * (value.mark.column - 1)
    last = _last_line(text, value.items[-1].mark.line, margin)
    return _same(text, _after(text, last, _indented(lines, margin)), key, whole)


def replaced(text: str, key: str, number: int, entry: Entry | None) -> str:
    """The text with another entry in the place of one of a list, or without it.

    Raises CannotEditError as `added` does.
    """
    root = _root(text)
    value = root.entries[key].value
    if not isinstance(value, Sequence) or value.flow:
        raise CannotEditError(f"{key} 写在一行里")
    whole = _listed(root, key)
    whole[number : number + 1] = [] if entry is None else [_plain(entry)]
    margin = " " * (value.mark.column - 1)
    lines = _lines(text)
    first = value.items[number].mark.line
    while not lines[first - 1].startswith(f"{margin}-"):
        first -= 1
    last = _last_line(text, value.items[number].mark.line, margin)
    new = "" if entry is None else _indented(block(entry), margin)
    if not whole:
        # A key without its list would be refused.
        first = root.entries[key].key.line
    return _same(text, "".join((*lines[: first - 1], new, *lines[last:])), key, whole)


def put(text: str, key: str, id: str, entry: Entry | None) -> str:
    """The text with the entry of that id in a list, new or in the old one's place, or without it."""
    known = [item.get("id") if isinstance(item, dict) else None for item in _listed(_root(text), key)]
    if id in known:
        return replaced(text, key, known.index(id), entry)
    return text if entry is None else added(text, key, entry, short=False)


def _root(text: str) -> Mapping:
    parsed = read(text.encode(), "")
    if parsed.problems:
        raise CannotEditError("文件里有错，先改好（fahu check 会说在哪一行）")
    return parsed.root or Mapping(Mark("", 1, 1), {})


def _listed(root: Mapping, key: str) -> list[Any]:
    if key not in root.entries or is_empty(root.entries[key].value):
        return []
    value: Node = root.entries[key].value
    if not isinstance(value, Sequence):
        raise CannotEditError(f"{key} 后面不是一条一条的")
    return [plain(item) for item in value.items]


def _plain(value: Value) -> Any:
    if isinstance(value, str):
        return value
    if isinstance(value, Table):
        return {key: _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value]


def _begun(text: str, value: Sequence, entry: str) -> str:
    """The text with an entry below the key of a list that was `[]`; empty where more stands on its line."""
    lines = _lines(text)
    line = lines[value.mark.line - 1]
    if line[value.mark.column - 1 :].strip() != "[]":
        return ""
    lines[value.mark.line - 1] = f"{line[: value.mark.column - 1].rstrip()}\n{_indented(entry, _STEP)}"
    return "".join(lines)


def _within(text: str, value: Sequence, entry: Entry) -> str:
    lines = _lines(text)
    line = lines[value.mark.line - 1]
    start = value.mark.column
    more = ", " if value.items else ""
    lines[value.mark.line - 1] = f"{line[:start]}{inline(entry)}{more}{line[start:].lstrip()}"
    return "".join(lines)


def _after(text: str, line: int, more: str) -> str:
    lines = _lines(text)
    if not lines[line - 1].endswith("\n"):
        lines[line - 1] += "\n"
    return "".join((*lines[:line], more, *lines[line:]))


def _lines(text: str) -> list[str]:
    # Not splitlines(): YAML has fewer line ends than Python.
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _last_line(text: str, first: int, margin: str) -> int:
    """The last line of the entry that has something on line `first`; comments below it are the next one's."""
    last = first
    for number, line in enumerate(text.split("\n")[first:], first + 1):
        if not line.strip():
            continue
        if not line.startswith(f"{margin} "):
            break
        last = number
    return last


def _indented(lines: str, margin: str) -> str:
    return textwrap.indent(lines, margin)


def _same(before: str, after: str, key: str, whole: list[object]) -> str:
    """The new text, if it says what the old one did but for this list; raises CannotEditError."""
    expected = plain(_root(before)) | {key: whole}
    if not whole:
        del expected[key]
    new = read(after.encode(), "").root
    if new is None or plain(new) != expected:
        raise CannotEditError("文件的写法比较特别")
    return after
