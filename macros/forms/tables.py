"""What every key of data/ means, as tables of the staff handbook."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from macros.load.choices import VALUES
from macros.load.locate import is_model, members
from macros.models.base import Model, label_of
from macros.models.data_file import DataFile
from macros.models.town import FILES

TITLE = "每一项的意思"


def key_tables() -> str:
    """A section of Markdown: each file's keys with their Chinese names, hints and choices."""
    parts = [f"\n\n## {TITLE}\n\n每个文件里可以写的项。打 \\* 的一定要写。\n"]
    for file in FILES:
        parts.append(f"\n### {file.called}（{file.path}.yml）\n")
        parts += (_table(model, called) for model, called in _models(file))
    return "".join(parts)


def _models(file: DataFile) -> Iterator[tuple[type[Model], str]]:
    """The file's models with what an entry of each is called, each once, the outer ones first."""
    waiting: list[tuple[type[Model], str]] = [(file.model, "")]
    seen: set[type[Model]] = set()
    while waiting:
        model, called = waiting.pop(0)
        if model in seen:
            continue
        seen.add(model)
        yield model, called
        for name, info in model.model_fields.items():
            label = label_of(model, info.alias or name)[0]
            waiting += (
                (kind, f"{called} › {label}" if called else label) for kind in _within(info.annotation)
            )


def _within(annotation: Any) -> Iterator[type[Model]]:
    for kind in members(annotation):
        if is_model(kind):
            yield kind
        else:
            for part in get_args(kind):
                yield from _within(part)


def _table(model: type[Model], called: str) -> str:
    rows = "".join(_row(model, name) for name in model.model_fields)
    heading = f"\n**{called}**\n" if called else ""
    return f"{heading}\n| 项 | 叫什么 | 说明 |\n|---|---|---|\n{rows}"


def _row(model: type[Model], name: str) -> str:
    info = model.model_fields[name]
    key = info.alias or name
    label, hint = label_of(model, key)
    words = [word for word in _choices(info.annotation) if word in VALUES]
    choices = "；".join(f"`{word}` {VALUES[word][0]}" for word in words)
    told = "。".join(filter(None, (hint, choices)))
    must = "\\*" if info.is_required() else ""
    return f"| `{key}`{must} | {label} | {told} |\n"


def _choices(annotation: Any) -> Iterator[str]:
    for kind in members(annotation):
        for part in get_args(kind):
            if isinstance(part, str):
                yield part
            else:
                yield from _choices(part)
