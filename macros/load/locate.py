"""From a place in a model, as pydantic and the checks name it, to a place in a file."""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.load.tree import Mapping, Mark, Node, Scalar, Sequence, is_empty
from macros.models.base import label_of

Loc = tuple[str | int, ...]
LISTS = {
    "rotations": "轮值",
    "leave": "请假",
    "overrides": "调班",
    "swaps": "换班",
    "closures": "停止服务",
    "temporary": "临时安排",
    "teams": "组",
    "firms": "律师事务所",
    "dates": "日期",
    "categories": "类别",
    "series": "系列",
    "hotlines": "热线",
    "doors": "入口",
    "words": "说法",
    "notices": "通知",
    "questions": "问题",
    "complaints": "投诉",
    "elsewhere": "别处的服务",
    "days": "日期",
    "tips": "提示",
    "languages": "语言",
    "taken_down": "撤下的视频",
    "objections": "不服怎么办",
    "units": "执法单位",
    "matters": "执法事项",
    "points": "地标",
}


@dataclass(frozen=True)
class Located:
    """A node of the tree, where its key is, and how the way there reads in Chinese."""

    node: Node
    key: Mark | None
    path: tuple[str, ...]

    @property
    def mark(self) -> Mark:
        """Where the value is, or its key when there is no value."""
        return self.key if self.key and is_empty(self.node) else self.node.mark

    @property
    def written(self) -> str:
        """The text typed there; empty for a list or an entry."""
        return self.node.text if isinstance(self.node, Scalar) else ""


def find(root: Mapping, loc: Loc, main: str | None = None) -> Located:
    """The node that `loc` leads to; steps that aren't in the file, as a missing key, are passed over.

    `main` is the list of the file that needs no name, such as `places` in places.yml.
    """
    spot = Located(root, None, ())
    for step in loc:
        spot = _next(spot, step, main) or spot
    return spot


def _next(spot: Located, step: str | int, main: str | None) -> Located | None:
    node, path = spot.node, spot.path
    if isinstance(node, Mapping) and isinstance(step, str) and step in node.entries:
        entry = node.entries[step]
        return Located(entry.value, entry.key, (*path, step if path else LISTS.get(step, step)))
    if isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node.items):
        item = node.items[step]
        label = f"第 {step + 1} 条{_named(item)}"
        if len(path) == 1:
            return Located(item, None, (label if path[0] == main else f"{path[0]}{label}",))
        return Located(item, None, (*path, label))
    return None


def _named(node: Node) -> str:
    if isinstance(node, Mapping):
        for key in ("id", "name", "title", "number", "date", "year"):
            value = node.entries[key].value if key in node.entries else None
            if isinstance(value, Scalar) and value.text.strip():
                return f"（{shorten(value.text, 20)}）"
    return ""


def shorten(text: str, most: int = 40) -> str:
    """The text on one line, with its end cut off where it is long."""
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[:most]}…"


def keys_at(model: type[BaseModel], loc: Loc) -> list[str]:
    """The names that the entry at `loc` of a model may have."""
    found: list[Any] = [model]
    for step in loc:
        found = list(_step(found, step)) or found
    return list(dict.fromkeys(name for kind in found if is_model(kind) for name, _ in _fields(kind)))


def label_at(model: type[BaseModel], loc: Loc) -> str:
    """What the key that `loc` ends with is called; empty where it says nothing."""
    found: list[Any] = [model]
    for step in loc[:-1]:
        found = list(_step(found, step)) or found
    key = str(loc[-1])
    holding = (kind for kind in found if is_model(kind) and key in [name for name, _ in _fields(kind)])
    return next((label_of(kind, key)[0] for kind in holding), "")


def is_model(kind: Any) -> bool:
    """Whether a type is one of our models."""
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _fields(model: type[BaseModel]) -> Iterator[tuple[str, FieldInfo]]:
    for name, info in model.model_fields.items():
        yield (info.alias or name), info


def _step(kinds: Iterable[Any], step: str | int) -> Iterator[Any]:
    for kind in kinds:
        if is_model(kind):
            for name, info in _fields(kind):
                if name == step:
                    yield from members(info.annotation)
        elif isinstance(step, int):
            for arg in get_args(kind):
                yield from members(arg)


def members(annotation: Any) -> Iterator[Any]:
    """The types an annotation is made of, without Annotated, Optional and unions."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from members(get_args(annotation)[0])
    elif origin in (Union, types.UnionType):
        for arg in get_args(annotation):
            yield from members(arg)
    else:
        yield annotation
