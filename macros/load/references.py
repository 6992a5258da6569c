"""What the entries of one file are called in another, read before anything is validated.

So every mistake of every file comes out in one run, and an entry with a mistake
doesn't make those that refer to it look wrong.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from macros.errors import Problem
from macros.load.locate import find, shorten
from macros.load.tree import Mapping, Node, Scalar, Sequence, is_empty


def items(root: Mapping, key: str) -> Iterator[Node]:
    """The items of a list, none when there is no such list."""
    node = root.entries[key].value if key in root.entries else None
    yield from node.items if isinstance(node, Sequence) else ()


def name_of(node: Node) -> tuple[Scalar, str] | None:
    """The text that stands for an item: itself, or its id."""
    if isinstance(node, Mapping) and "id" in node.entries:
        node = node.entries["id"].value
    if isinstance(node, Scalar) and (text := unicodedata.normalize("NFC", node.text).strip()):
        return node, text
    return None


def names(root: Mapping, key: str) -> dict[str, None] | None:
    """The names of a list's items, in order; None when some can't be told."""
    node = root.entries[key].value if key in root.entries else None
    if node is not None and not isinstance(node, Sequence) and not is_empty(node):
        return None
    named = [name_of(item) for item in items(root, key)]
    return None if None in named else dict.fromkeys(name[1] for name in named if name)


def ids(root: Mapping, key: str) -> dict[str, None] | None:
    """The ids of a list's entries as `names`; None when one of them is a mere text, which has none."""
    return names(root, key) if all(isinstance(item, Mapping) for item in items(root, key)) else None


def called(root: Mapping, key: str) -> dict[str, str]:
    """The ids of a list's entries by their names, where a name belongs to one entry only."""
    found: dict[str, list[str]] = {}
    for item in items(root, key):
        if isinstance(item, Mapping) and (named := name_of(item)):
            for word in ("name", "title"):
                value = item.entries[word].value if word in item.entries else None
                if isinstance(value, Scalar) and value.text.strip():
                    found.setdefault(value.text.strip(), []).append(named[1])
    return {name: ids[0] for name, ids in found.items() if len(ids) == 1}


def villages(root: Mapping) -> dict[str, None] | None:
    """The villages that the station and the rooms serve, None when some can't be told.

    A misspelt tier counts as theirs.
    """
    found: dict[str, None] = {}
    for place in items(root, "places"):
        if isinstance(place, Mapping) and "kind" not in place.entries:
            tier = place.entries["tier"].value if "tier" in place.entries else None
            if not (isinstance(tier, Scalar) and tier.text.strip() == "point"):
                served = names(place, "villages")
                if served is None:
                    return None
                found |= served
    return found


def doubles(root: Mapping, lists: Iterable[str], subject: str, called: str) -> Iterator[Problem]:
    """A problem for each id of a list that an earlier entry of it has."""
    for key in lists:
        first: dict[str, Scalar] = {}
        for index, item in enumerate(items(root, key)):
            if (named := name_of(item)) and (before := first.setdefault(named[1], named[0])) is not named[0]:
                path = " › ".join((called, *find(root, (key, index, "id"), subject).path))
                earlier = f"{before.mark.file} 第 {before.mark.line} 行"
                message = f"编号重复（写的是 {shorten(named[1])}），{earlier}已经用了"
                yield Problem(*named[0].mark, path, message)
