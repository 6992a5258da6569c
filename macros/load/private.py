"""Whether a text gives away a person's number, wherever it stands, and which numbers are an office's."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from collections.abc import Mapping as Table
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from macros.errors import Problem
from macros.load.locate import Loc, find, is_model, members
from macros.load.tree import Mapping, Mark, Node, Scalar, Sequence
from macros.models.base import YES, narrow
from macros.models.contacts import PhoneNumber, is_mobile
from macros.models.private import ADDRESS, NUMBER, Private, private_numbers

_NUMBER: TypeAdapter[str] = TypeAdapter(PhoneNumber)
_TOLD = {
    "mobile": "文字里有手机号，没有登记本人同意，不能公开（写的是 {}），请删掉，"
    "改写到电话一项，登记 consent（同意公开）；是办公室的手机，就加 office: true",
    "identity": "文字里有身份证号，不能公开（写的是 {}），请删掉",
}


def office_numbers(trees: Table[str, Mapping]) -> frozenset[str]:
    """The numbers that an office says are its own: its landlines, and mobiles with `office: true`."""
    listed = [number for name in ("site", "places") if name in trees for number in _listed(trees[name])]
    return frozenset(listed)


def _listed(node: Node) -> Iterator[str]:
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _listed(item)
    elif isinstance(node, Mapping):
        for key, entry in node.entries.items():
            if key == "phones" and isinstance(entry.value, Sequence):
                yield from (number for phone in entry.value.items for number in _own(phone))
            else:
                yield from _listed(entry.value)


def _own(phone: Node) -> Iterator[str]:
    if not isinstance(phone, Mapping):
        return
    texts = {key: e.value.text for key, e in phone.entries.items() if isinstance(e.value, Scalar)}
    try:
        number = _NUMBER.validate_python(texts["number"])
    except (KeyError, ValidationError):
        return
    if not is_mobile(number) or narrow(texts.get("office", "")).lower() in YES:
        yield number


@dataclass(frozen=True)
class Guard:
    """What tells a person's number from an office's, and finds its place.

    `office` are the numbers that may stand anywhere, `lines` those of each file,
    `captions` gives the text of a file of captions by its name.
    """

    office: Collection[str]
    lines: Table[str, list[str]]
    captions: Callable[[str], str]

    def problems(self, root: Mapping, model: type[BaseModel], name: str, called: str) -> Iterator[Problem]:
        """A problem for each number of a person that stands in a text of a file, at its own place."""
        for loc, scalar in _texts(root, [model], ()):
            for mark, message in (*self._told(scalar), *self._in_captions(scalar)):
                yield Problem(*mark, " › ".join((called, *find(root, loc, name).path)), message)

    def _told(self, scalar: Scalar) -> Iterator[tuple[Mark, str]]:
        mark = scalar.mark
        for private in self._private(scalar.text):
            written = scalar.text[private.start : private.end]
            mark = _place(mark, written, self.lines)
            yield mark, _TOLD[private.kind].format(_shown(private, written))
            mark = mark._replace(column=mark.column + len(written))

    def _in_captions(self, scalar: Scalar) -> Iterator[tuple[Mark, str]]:
        if scalar.text.endswith(".vtt"):
            text = self.captions(scalar.text)
            for private in self._private(text):
                written = _shown(private, text[private.start : private.end])
                line = text[: private.start].count("\n") + 1
                yield scalar.mark, f"字幕第 {line} 行：{_TOLD[private.kind].format(written)}"

    def _private(self, text: str) -> Iterator[Private]:
        yield from (private for private in private_numbers(text) if private.number not in self.office)


def _shown(private: Private, written: str) -> str:
    return " ".join(written.split()) if private.kind == "mobile" else f"{private.number[:6]}…"


def _place(start: Mark, written: str, lines: Table[str, list[str]]) -> Mark:
    """Where in the file a part of a value stands; where the value begins when it was typed otherwise."""
    source = lines[start.file]
    for number in range(start.line - 1, len(source)):
        column = source[number].find(written, start.column - 1 if number == start.line - 1 else 0)
        if column >= 0:
            return Mark(start.file, number + 1, column + 1)
    return start


def _texts(node: Node, kinds: list[Any], loc: Loc) -> Iterator[tuple[Loc, Scalar]]:
    """The texts of a tree that somebody reads as sentences, by the types of the model's fields."""
    if isinstance(node, Scalar):
        if str in kinds:
            yield loc, node
    elif isinstance(node, Sequence):
        inner = [kind for one in kinds for arg in get_args(one) for kind in members(arg)]
        for number, item in enumerate(node.items):
            yield from _texts(item, inner, (*loc, number))
    else:
        for key, entry in node.entries.items():
            inner = [kind for one in kinds if is_model(one) for kind in _read(one, key)]
            yield from _texts(entry.value, inner, (*loc, key))


@cache
def _read(model: type[BaseModel], key: str) -> tuple[Any, ...]:
    """The types that a field may have; none when nobody reads it, or when its own model guards it."""
    guarded = "consent" in model.model_fields
    for name, info in model.model_fields.items():
        if (info.alias or name) == key:
            marked = set(_marks(info))
            read = ADDRESS not in marked and not (NUMBER in marked and guarded)
            return tuple(members(info.annotation)) if read else ()
    return ()


def _marks(info: FieldInfo) -> Iterator[Any]:
    yield from (mark for mark in info.metadata if mark in (NUMBER, ADDRESS))
    yield from _inner_marks(info.annotation)


def _inner_marks(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) is Annotated:
        yield from (mark for mark in annotation.__metadata__ if mark in (NUMBER, ADDRESS))
    for arg in get_args(annotation):
        yield from _inner_marks(arg)
