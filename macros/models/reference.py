"""References from one entry to another, and what is known while a file is read."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from pydantic import BaseModel, GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, core_schema

from macros.errors import wrong


@dataclass(frozen=True, eq=False)
class Names:
    """Mere texts that entries refer to; the annotation of the list that has them, if it is one list."""


MEDIA = Names()
VILLAGES = Names()
OFFICE_NUMBERS = Names()
# What is referred to: entries of a model, by their id, or names.
Target = type[BaseModel] | Names


class Reading(Enum):
    """What a file is read for: to be published, or to be compared with as it was."""

    TO_PUBLISH = "to_publish"
    PAST = "past"


@dataclass(frozen=True)
class Known:
    """The names that a reference may say; ids by what people call them; why one can't be used."""

    names: Collection[str]
    called: Mapping[str, str] = field(default_factory=dict)
    trouble: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Context:
    """What is known while a file is read; a target that isn't in it is not checked."""

    known: Mapping[Target, Known] = field(default_factory=dict)
    reading: Reading | None = None


def context_of(info: ValidationInfo) -> Context:
    """What is known to a validator; nothing where a model is made by hand."""
    return info.context or Context()


@dataclass(frozen=True)
class Ref:
    """Annotation of a text that must be the id of an entry of a model, or one of some names."""

    to: Target
    called: str

    def __post_init__(self) -> None:
        """Nothing; raises where nobody could ever check the reference."""
        if not isinstance(self.to, Names) and "id" not in self.to.model_fields:
            raise TypeError(f"{self.to.__name__} has no id to refer to")

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_after_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        to = "" if isinstance(self.to, Names) else self.to.__name__
        return {**handler(schema), "refersTo": {"model": to, "called": self.called}}

    def check(self, value: str, info: ValidationInfo) -> str:
        """The text, which is known; raises what is wrong with it."""
        known = context_of(info).known.get(self.to)
        if known is None:
            return value
        if value not in known.names:
            called = known.called.get(value)
            right = f"要写编号 {called}" if called else ""
            raise wrong(f"没有这个{self.called}", right=right, near=(value, known.names))
        if trouble := known.trouble.get(value):
            raise wrong(trouble)
        return value
