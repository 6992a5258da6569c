"""Tables and records as files for other programs: CSV that Excel opens, JSON with a record a line."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

# Excel on a Chinese Windows takes a file without it for GBK.
BOM = "\ufeff"
# What a spreadsheet begins a formula with, in either width (OWASP: CSV injection).
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


def as_csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table for Excel: UTF-8 with a byte order mark, lines end as RFC 4180 wants."""
    text = io.StringIO()
    csv.writer(text).writerows([header, *(map(_as_text, row) for row in rows)])
    return BOM + text.getvalue()


def _as_text(cell: object) -> object:
    """The cell so that a spreadsheet doesn't work it out."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def as_json(value: Any) -> str:
    """JSON to be read by people too."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def as_records(about: Mapping[str, Any], name: str, records: Iterable[Any]) -> bytes:
    """JSON of something with many records, each on a line of its own: no space is lost, a change is seen."""
    head = _dense(about)[:-1]
    lines = ",\n".join(map(_dense, records))
    return f"{head},{_dense(name)}:[\n{lines}\n]}}\n".encode()


def _dense(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
