"""The town that a command works on."""

from __future__ import annotations

from pathlib import Path

from macros.commands.arguments import UsageError
from macros.load import Loaded, load


def loaded(folder: Path) -> Loaded:
    """The folder as a town; raises UsageError without a folder, DataError when it can't be read."""
    require(folder)
    return load(folder)


def require(folder: Path) -> None:
    """Nothing; raises UsageError when there is no such folder."""
    if not folder.is_dir():
        right = "请在项目文件夹里运行，或者用 --data 写明数据文件夹"
        raise UsageError(f"没有 {folder} 这个文件夹，{right}")
