"""The text of a file in which some keys of an entry say something else; every other line stays."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from ruamel.yaml import YAML

from macros.edit.entries import AllText, Value, flow
from macros.edit.inserted import CannotEditError
from macros.load.tree import plain
from macros.load.yamltext import read

_SPECIAL = "文件的写法比较特别"


def changed(text: str, key: str, number: int, values: Mapping[str, Value]) -> str:
    """The text with these values in an entry of a list; an empty one takes its key away.

    Raises CannotEditError where that would change another line.
    """
    yaml = round_trip()
    root: Any = yaml.load(text)
    if _dumped(yaml, root) != text:
        raise CannotEditError(_SPECIAL)
    entry = root[key][number]
    expected = _plain(text)
    for name, value in values.items():
        if value:
            entry[name] = flow(value)
            expected[key][number][name] = list(value) if not isinstance(value, str) else value
        else:
            entry.pop(name, None)
            expected[key][number].pop(name, None)
    after = _dumped(yaml, root)
    comments = [line for line in text.split("\n") if line.lstrip().startswith("#")]
    kept = iter(after.split("\n"))
    if _plain(after) != expected or not all(line in kept for line in comments):
        raise CannotEditError(_SPECIAL)
    return after


def round_trip() -> YAML:
    """The reader and writer that keeps comments, order and quotes."""
    yaml = YAML()
    yaml.Resolver = AllText
    yaml.preserve_quotes = True
    yaml.width = 10_000
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _dumped(yaml: YAML, root: Any) -> str:
    text = io.StringIO()
    yaml.dump(root, text)
    return text.getvalue()


def _plain(text: str) -> Any:
    root = read(text.encode(), "").root
    if root is None:
        raise CannotEditError(_SPECIAL)
    return plain(root)
