"""The fields of a form, from the schema of a file: a label, a hint, and the widget that suits what it takes.

Everything is text, as it is for the loader: a form that knew numbers would write 31.5300 as 31.53.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from macros.models.base import LONGEST_LINE

Schema = Mapping[str, Any]
Field = dict[str, Any]

# What a summary of an entry says, the first two of them that it has.
_TELLING = (
    "date",
    "from",
    "name",
    "title",
    "person",
    "rotation",
    "place",
    "text",
    "question",
    "number",
    "reason",
)
_DATE = {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
_YES_NO = [{"label": "是", "value": "true"}, {"label": "否", "value": "false"}]


@dataclass(frozen=True)
class Maker:
    """What makes fields: the definitions of a schema, and the widgets for references by what they refer to.

    Media are found by their Chinese name, because they are no model.
    """

    definitions: Schema
    references: Mapping[str, Field] = field(default_factory=dict)

    def fields(self, schema: Schema) -> list[Field]:
        """The fields of an object's schema, one a key."""
        required = schema.get("required", ())
        return [
            self.field(key, about, required=key in required) for key, about in schema["properties"].items()
        ]

    def field(self, key: str, about: Schema, *, required: bool) -> Field:
        """The field of a key."""
        hint = {"hint": about["description"]} if "description" in about else {}
        widget = self._widget(about)
        # A box that isn't ticked says nothing, and here a no has to be said.
        if widget["widget"] == "boolean" and (required or _may_be_nothing(about)):
            widget = {"widget": "select", "options": _YES_NO}
        return {"name": key, "label": about["title"], "required": required, **hint, **widget}

    def _widget(self, about: Schema) -> Field:
        choices = [*_alternatives(about)]
        for choice in choices:
            if choice.get("type") == "array":
                return self._list(choice["items"], choices)
        for choice in choices:
            if "$ref" in choice:
                inner = self.fields(self._defined(choice))
                return {"widget": "object", "collapsed": "auto", "fields": inner, **_mere(choices, inner)}
        return self._scalar(choices)

    def _list(self, items: Schema, choices: Sequence[Schema]) -> Field:
        inside = [*_alternatives(items)]
        if objects := [each for each in inside if "$ref" in each]:
            inner = self.fields(self._defined(objects[0]))
            words = [word for choice in choices for word in choice.get("enum", ())]
            mere = _mere(inside, inner) or ({"mere": inner[0]["name"], "words": words} if words else {})
            return {"widget": "list", "collapsed": True, "summary": _summary(inner), "fields": inner, **mere}
        one = self._scalar(inside)
        if one["widget"] in ("relation", "select"):
            return {**one, "multiple": True}
        return {"widget": "list"}

    def _scalar(self, choices: Sequence[Schema]) -> Field:
        if any(choice.get("type") == "boolean" for choice in choices):
            return {"widget": "boolean"}
        first = choices[0]
        if "refersTo" in first:
            to = first["refersTo"]
            return dict(self.references.get(to["model"] or to["called"], {"widget": "string"}))
        if len(choices) == 1 and first.get("format") == "date":
            return dict(_DATE)
        if len(choices) == 1 and "enum" in first:
            return {"widget": "select", "options": _options(first)}
        return _text(first if len(choices) == 1 else {})

    def _defined(self, choice: Schema) -> Schema:
        found: Schema = self.definitions[choice["$ref"].rpartition("/")[2]]
        return found


def _may_be_nothing(about: Schema) -> bool:
    """Whether leaving the key out is a third answer beside yes and no."""
    return any(choice.get("type") == "null" for choice in about.get("anyOf", ()))


def _alternatives(about: Schema) -> list[Schema]:
    """What a value may be, each by itself; nothing at all is none of them."""
    if "anyOf" not in about:
        return [about]
    found = [each for choice in about["anyOf"] for each in _alternatives(choice)]
    return [each for each in found if each.get("type") != "null"]


def _mere(choices: Sequence[Schema], inner: Sequence[Field]) -> Field:
    """The key that a mere text stands for, where it may be written in place of an object."""
    texts = any("$ref" not in choice and choice.get("type") != "array" for choice in choices)
    return {"mere": inner[0]["name"]} if texts else {}


def _options(choice: Schema) -> list[Field]:
    called = choice.get("enumDescriptions") or [""] * len(choice["enum"])
    return [{"label": name or word, "value": word} for word, name in zip(choice["enum"], called, strict=True)]


def _summary(inner: Sequence[Field]) -> str:
    names = [each["name"] for each in inner if each["widget"] not in ("list", "object", "boolean")]
    told = [name for name in _TELLING if name in names][:2] or names[:2]
    return " ".join(f"{{{{{name}}}}}" for name in told) or "{{index}}"


def _text(choice: Schema) -> Field:
    longest = choice.get("maxLength", LONGEST_LINE if choice.get("type") != ["string", "number"] else None)
    if longest is None or longest > LONGEST_LINE:
        return {"widget": "text", **({"maxlength": longest} if longest else {})}
    pattern = choice.get("pattern")
    shape = {"pattern": [pattern, "写法不对，请照下面的提示写"]} if pattern else {}
    return {"widget": "string", **({"maxlength": longest} if longest < LONGEST_LINE else {}), **shape}
