"""An editor knows the files of data/ as the models do, in Chinese."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from macros.forms.schema import schema_of
from macros.models.base import Model, label_of
from macros.models.data_file import DataFile
from macros.models.town import FILES, Town
from tools.schemas import FOLDER, schemas

ROOT = Path(__file__).parents[2]
SCHEMAS = {file.name: schema_of(file) for file in FILES}
KEPT = [
    (file.name, path)
    for town in ("data", "tests/town")
    for file in FILES
    for path in (*(ROOT / town).glob(f"{file.path}.yml"), *(ROOT / town / file.path).glob("*.yml"))
]


def seen(path: Path) -> Any:
    """A file as an editor sees it: YAML 1.2, in which a date is a text."""
    yaml = YAML(typ="safe", pure=True)
    return _texts(yaml.load(path.read_text("utf-8")))


def _texts(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _texts(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_texts(each) for each in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def models() -> Iterator[type[Model]]:
    """Every model there is."""
    found: list[type[Model]] = [Model]
    while found:
        found += (kind := found.pop()).__subclasses__()
        yield kind


MODELS = {
    f"{kind.__module__}.{kind.__name__}": kind
    for kind in models()
    if kind not in (Model, Town) and "models" in kind.__module__
}


@pytest.mark.parametrize("model", MODELS.values(), ids=MODELS)
def test_every_key_has_words_for_clerks(model: type[Model]) -> None:
    for name, info in model.model_fields.items():
        label, hint = label_of(model, info.alias or name)
        assert re.search("[一-鿿]", label), f"{model.__name__}.{name}"
        assert not (label + hint).endswith("。")


@pytest.mark.parametrize(("name", "path"), KEPT, ids=[str(path.relative_to(ROOT)) for _, path in KEPT])
def test_a_right_file_has_nothing_underlined(name: str, path: Path) -> None:
    found = Draft202012Validator(SCHEMAS[name]).iter_errors(seen(path))
    assert [f"{error.json_path}: {error.message}" for error in found] == []


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("leave: [{person: wu, from: 2026-11-26, substitue: he}]", "$.leave[0]"),
        ("leave: [{person: wu}]", "$.leave[0]"),
        ("leave: {person: wu, from: 2026-11-26}", "$.leave"),
        ("rotations: [{id: a, name: b, kind: areas, segments: []}]", "$.rotations[0].kind"),
        ("overrides: [{date: 2026-12-05, rotation: a, cancel: maybe}]", "$.overrides[0].cancel"),
    ],
)
def test_a_slip_is_underlined(text: str, path: str, tmp_path: Path) -> None:
    (tmp_path / "duty.yml").write_text(text, "utf-8")
    found = Draft202012Validator(SCHEMAS["duty"]).iter_errors(seen(tmp_path / "duty.yml"))
    assert path in [error.json_path for error in found]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_schema_is_right_and_speaks_chinese(file: DataFile) -> None:
    schema = SCHEMAS[file.name]
    Draft202012Validator.check_schema(schema)
    assert schema["title"] == file.called
    words = re.findall(r"'(?:title|description)': '([^']*)'", str(schema))
    assert words
    assert all(re.search("[一-鿿]", word) for word in words)


def test_the_committed_schemas_are_those_of_the_models() -> None:
    kept = {path.name: path.read_text("utf-8") for path in FOLDER.iterdir()}
    assert kept == schemas(), "make schema"


def test_every_file_of_the_town_names_its_schema() -> None:
    for path in (*(ROOT / "data").glob("*.yml"), *(ROOT / "data").glob("*/*.yml")):
        named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", path.read_text("utf-8"))
        assert named, path
        assert (path.parent / named[1]).resolve().is_file()
