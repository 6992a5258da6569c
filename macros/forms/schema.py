"""A file of data as JSON Schema: what an editor completes, explains and underlines while a clerk types."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from macros.load.choices import VALUES
from macros.models.base import label_of
from macros.models.data_file import DataFile

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(file: DataFile) -> dict[str, Any]:
    """The schema of a file; an editor reads 12348 as a number, which is a text here as well."""
    found = file.model.model_json_schema(schema_generator=_Worded, mode="validation")
    return {"$schema": DIALECT, **found, "title": file.called}


class _Worded(GenerateJsonSchema):
    """Pydantic's schema with the words of the models: what keys and choices are called."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """The schema of a model, each key with its label and hint."""
        found = super().model_schema(schema)
        found.pop("title", None)
        # Written for developers.
        found.pop("description", None)
        for key, about in found.get("properties", {}).items():
            label, hint = label_of(schema["cls"], key)
            about["title"] = label
            if hint:
                about["description"] = hint
            about.pop("default", None)
        return found

    def literal_schema(self, schema: core_schema.LiteralSchema) -> JsonSchemaValue:
        """The schema of a choice, with what each is called where that says more."""
        words = [str(value) for value in schema["expected"]]
        called = [VALUES[word][0] if word in VALUES else "" for word in words]
        return {"type": "string", "enum": words, **({"enumDescriptions": called} if any(called) else {})}

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """The schema of a text, which may look like a number."""
        return {**super().str_schema(schema), "type": ["string", "number"]}
