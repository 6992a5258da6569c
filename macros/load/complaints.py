"""What pydantic complains about, as lines for the clerk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from operator import itemgetter
from typing import get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from macros.errors import MOST_TOLD, Problem
from macros.load.locate import LISTS, Loc, find, is_model, keys_at, label_at, shorten
from macros.load.tree import Mapping, is_empty
from macros.load.wording import explain, similar_keys


def complaints(
    error: ValidationError, root: Mapping, model: type[BaseModel], name: str, called: str
) -> Iterator[Problem]:
    """A problem for each complaint that isn't a mere consequence of another."""
    errors, rest = _first(error, root)
    # Beyond what is told they are only counted: to compare each key with every known one takes long.
    for each in rest:
        yield Problem(*find(root, each["loc"]).mark, called, "这里也不对，改好上面的再看")
    strangers = {each["loc"][:-1] for each in errors if each["type"] == "extra_forbidden"}
    astray = {entry: home for entry in strangers if (home := _home(entry, root, model))}
    for entry, home in astray.items():
        spot = find(root, entry, name)
        message = f"这一条写错了地方，像是 {home}（{LISTS.get(home, called)}）的，请移到 {home}: 下面"
        yield Problem(*spot.mark, " › ".join((called, *spot.path)), message)
    errors = [each for each in errors if each["loc"][:2] not in astray]
    for each in _telling(errors, model):
        yield worded(each, each["loc"], root, model, name, called)


def _first(error: ValidationError, root: Mapping) -> tuple[list[ErrorDetails], list[ErrorDetails]]:
    """The first complaints about each file, as many as may be told, and the rest."""
    marked = [(find(root, each["loc"]).mark, each) for each in error.errors()]
    first: list[ErrorDetails] = []
    rest: list[ErrorDetails] = []
    count: Counter[str] = Counter()
    for mark, each in sorted(marked, key=itemgetter(0)):
        count[mark.file] += 1
        (first if count[mark.file] <= MOST_TOLD else rest).append(each)
    return first, rest


def _home(entry: Loc, root: Mapping, model: type[BaseModel]) -> str | None:
    """The other list of the file in which every key of an entry would be right."""
    lists = _lists(model)
    node = find(root, entry).node
    if len(entry) != 2 or entry[0] not in lists or not isinstance(node, Mapping) or len(node.entries) < 2:
        return None
    written = node.entries.keys()
    here = len(_required(lists[str(entry[0])]) - written)
    for key, kind in lists.items():
        # Every list may lack something; what fits here better is only misspelt.
        if written <= set(keys_at(kind, ())) and len(_required(kind) - written) < here:
            return key
    return None


def _lists(model: type[BaseModel]) -> dict[str, type[BaseModel]]:
    """The lists of a file whose entries are models of their own, with these."""
    kinds = {key: info.annotation for key, info in model.model_fields.items()}
    entries = {key: get_args(kind)[0] for key, kind in kinds.items() if get_origin(kind) is tuple}
    return {key: entry for key, entry in entries.items() if is_model(entry)}


def _required(kind: type[BaseModel]) -> set[str]:
    """The keys without which an entry isn't complete."""
    return {each.alias or name for name, each in kind.model_fields.items() if each.is_required()}


def _telling(errors: list[ErrorDetails], model: type[BaseModel]) -> Iterator[ErrorDetails]:
    inside = {each["loc"][:length] for each in errors for length in range(len(each["loc"]))}
    meant, foreign = _strangers(errors, model)
    for each in errors:
        kind, loc = each["type"], each["loc"]
        # What would have been taken for a key depends on another, which is wrong.
        unasked = kind == "default_factory_not_called"
        # A list whose entries are wrong has none left to count.
        too_few = kind == "too_short" and loc in inside
        # A misspelt key is also a missing one.
        misspelt = kind == "missing" and loc in meant
        # An entry that belongs to another list has no right key: the first says enough.
        others = foreign.get(loc[:-1], [])
        elsewhere = len(others) > 2 and (kind == "missing" or loc in others[1:])
        if not (unasked or too_few or misspelt or elsewhere):
            yield each


def _strangers(errors: list[ErrorDetails], model: type[BaseModel]) -> tuple[set[Loc], dict[Loc, list[Loc]]]:
    """What misspelt keys were meant to be, and the other unknown keys of each entry."""
    meant: set[Loc] = set()
    foreign: dict[Loc, list[Loc]] = {}
    for each in errors:
        if each["type"] == "extra_forbidden":
            entry, key = each["loc"][:-1], str(each["loc"][-1])
            near = similar_keys(key, keys_at(model, entry))
            meant.update((*entry, right) for right in near)
            if not near:
                foreign.setdefault(entry, []).append(each["loc"])
    return meant, foreign


def worded(
    error: ErrorDetails, loc: Loc, root: Mapping, model: type[BaseModel], name: str, called: str
) -> Problem:
    """The complaint with its position, what was written there, and what would be right."""
    kind = error["type"]
    spot = find(root, loc, name)
    # A list of entries can't be written in a row.
    written = "" if kind == "tuple_type" and keys_at(model, (*loc, 0)) else spot.written
    told = explain(error, written=written, keys=keys_at(model, loc[:-1]))
    if told.at:
        spot = find(root, (*loc, *steps(told.at)), name)
    message, mark = told.message, spot.mark
    if kind == "extra_forbidden":
        mark = spot.key or mark
    elif kind == "missing" and is_empty(spot.node):
        message = "这里还空着，请填写"
    elif kind == "missing" and (label := label_at(model, loc)):
        message += f"：{label}"
    elif spot.written.strip():
        message += f"（写的是 {shorten(spot.written)}）"
    message = "，".join(filter(None, (message, told.right)))
    return Problem(*mark, " › ".join((called, *spot.path)), message)


def steps(at: str) -> Loc:
    """The place that `wrong` names as `rotations.2.from`."""
    return tuple(int(step) if step.isdecimal() else step for step in at.split(".") if step)
