"""An entry as YAML, in the form that the handbook shows."""

from __future__ import annotations

import io
import re
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, SingleQuotedScalarString
from ruamel.yaml.tag import Tag

# Any value of an entry: texts, and lists and mappings of them.
Value = str | Sequence["Value"] | Mapping[str, "Value"]
Entry = Mapping[str, Value]
# Anything else is quoted, more often than YAML asks for: it is safe, and read as such by a clerk.
_PLAIN = re.compile(r"[\w（“][\w（）“”、，。；：？！·—…/.:~ -]*")
_TEXT = Tag(suffix="tag:yaml.org,2002:str")


class AllText(VersionedResolver):
    """Takes every value for text, as the loader of this project does: 12348 and 13:30 need no quotes."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        """The tag of a value."""
        return _TEXT if isinstance(value, str) else super().resolve(kind, value, implicit)


def inline(entry: Entry) -> str:
    """The entry on one line, `{date: 2026-12-05, cancel: true}`."""
    return _dumped(CommentedSeq([flow(entry)])).removeprefix("- ").rstrip("\n")


def block(entry: Entry) -> str:
    """The entry as the lines of a list, its own lists and mappings on one line each."""
    lines = CommentedMap()
    for key, value in entry.items():
        rows = isinstance(value, Sequence) and bool(value) and all(isinstance(row, Mapping) for row in value)
        lines[key] = CommentedSeq(map(flow, value)) if rows else flow(value)
    return textwrap.dedent(_dumped(CommentedSeq([lines])))


def _dumped(value: Any) -> str:
    yaml = YAML()
    yaml.Resolver = AllText
    yaml.width = 10_000
    yaml.allow_unicode = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    text = io.StringIO()
    yaml.dump(value, text)
    return textwrap.dedent(text.getvalue())


def flow(value: Any) -> Any:
    """The value as ruamel writes it on one line."""
    if isinstance(value, Mapping):
        found: Any = CommentedMap((key, flow(each)) for key, each in value.items())
    elif isinstance(value, Sequence) and not isinstance(value, str):
        found = CommentedSeq(map(flow, value))
    elif "\n" in value:
        # On one line whatever stands around it.
        return DoubleQuotedScalarString(value)
    else:
        return value if _PLAIN.fullmatch(value) else SingleQuotedScalarString(value)
    found.fa.set_flow_style()
    return found
