"""What pydantic complains about, as lines for the clerk."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from macros.errors import Problem, explain, is_about_shape, nearest
from macros.load.locate import Loc, find, keys_at, shorten
from macros.load.tree import Mapping, is_empty


def complaints(
    error: ValidationError, root: Mapping, model: type[BaseModel], name: str, called: str
) -> Iterator[Problem]:
    """A problem for each complaint that isn't a mere consequence of another."""
    errors = error.errors(include_url=False, include_input=False)
    for each in _telling(errors, root, model, name):
        yield worded(each, each["loc"], root, model, name, called)


def _telling(
    errors: list[ErrorDetails], root: Mapping, model: type[BaseModel], name: str
) -> Iterator[ErrorDetails]:
    marks = [find(root, each["loc"], name).mark for each in errors]
    inside = {each["loc"][:length] for each in errors for length in range(len(each["loc"]))}
    better = {mark for each, mark in zip(errors, marks, strict=True) if not is_about_shape(each["type"])}
    meant, foreign = _strangers(errors, model)
    for each, mark in zip(errors, marks, strict=True):
        kind, loc = each["type"], each["loc"]
        # Of a union's members those that wanted another type say least.
        other_type = is_about_shape(kind) and mark in better
        # A list whose entries are wrong has none left to count.
        too_few = kind == "too_short" and loc in inside
        # A misspelt key is also a missing one.
        misspelt = kind == "missing" and loc in meant
        # An entry that belongs to another list has no right key: the first says enough.
        others = foreign.get(loc[:-1], [])
        elsewhere = len(others) > 2 and (kind == "missing" or loc in others[1:])
        if not (other_type or too_few or misspelt or elsewhere):
            yield each


def _strangers(errors: list[ErrorDetails], model: type[BaseModel]) -> tuple[set[Loc], dict[Loc, list[Loc]]]:
    """What misspelt keys were meant to be, and the other unknown keys of each entry."""
    meant: set[Loc] = set()
    foreign: dict[Loc, list[Loc]] = {}
    for each in errors:
        if each["type"] == "extra_forbidden":
            entry, key = each["loc"][:-1], str(each["loc"][-1])
            near = nearest(key, keys_at(model, entry))
            meant.update((*entry, right) for right in near)
            if not near:
                foreign.setdefault(entry, []).append(each["loc"])
    return meant, foreign


def worded(
    error: ErrorDetails, loc: Loc, root: Mapping, model: type[BaseModel], name: str, called: str
) -> Problem:
    """The complaint with its position, what was written there, and what would be right."""
    kind, key = error["type"], str(loc[-1]) if loc else ""
    spot = find(root, loc, name)
    told = explain(kind, error.get("ctx", {}), key=key, written=spot.written, keys=keys_at(model, loc[:-1]))
    if told.at:
        spot = find(root, (*loc, *steps(told.at)), name)
    message, mark = told.message, spot.mark
    if kind == "extra_forbidden":
        mark = spot.key or mark
    elif kind == "missing" and is_empty(spot.node):
        message = "这里还空着，请填写"
    elif spot.written.strip():
        message += f"（写的是 {shorten(spot.written)}）"
    message = "，".join(filter(None, (message, told.right)))
    return Problem(*mark, " › ".join((called, *spot.path)), message)


def steps(at: str) -> Loc:
    """The place that `wrong` names as `rotations.2.from`."""
    return tuple(int(step) if step.isdecimal() else step for step in at.split(".") if step)
