"""A file's bytes as text, or why they can't be read."""

from __future__ import annotations

from collections.abc import Iterator

from macros.errors import DataError, Problem
from macros.models.hidden import hidden

MOST_BYTES = 2_000_000
_SAVE_AS = "请用记事本打开，点“文件 › 另存为”，编码选 UTF-8，再保存"


def decode(data: bytes, file: str) -> str:
    """The text with plain line ends and without a BOM; `file` is the name shown in problems."""
    if len(data) > MOST_BYTES:
        message = "文件太大，超过 2 MB，请拆成几个文件，放进同名的文件夹"
        raise DataError([Problem(file, 1, 1, "", message)])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"文件不是 UTF-8 编码{_likely(data)}。{_SAVE_AS}"
        raise DataError([Problem(file, *_place(error.object[: error.start]), "", message)]) from None
    text = _plain_ends(text)
    if hidden := list(_hidden(text, file)):
        raise DataError(hidden)
    return text


def _place(before: bytes) -> tuple[int, int]:
    lines = _plain_ends(before.decode()).split("\n")
    return len(lines), len(lines[-1]) + 1


def _plain_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _likely(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "，像是 UTF-16（记事本里叫 Unicode）"
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return "，或者文件已损坏"
    return "，像是 GBK（记事本里叫 ANSI）"


def _hidden(text: str, file: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), 1):
        if found := hidden(line):
            yield Problem(file, number, found.offset + 1, "", f"{found.message}，{found.right}")
