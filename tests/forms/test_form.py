"""The form at admin/ asks for every key of every model, in Chinese, and its acts write what loads."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from macros.forms.acts import ACTS, Act
from macros.forms.admin import NAMES, Place, configuration
from macros.forms.fields import Field
from macros.forms.schema import schema_of
from macros.load import load
from macros.models.base import Model, label_of
from macros.models.data_file import DataFile
from macros.models.town import FILES
from tools import admin_form
from tools.admin_form import TEST_BACKEND, github, main, within_repository, write

ROOT = Path(__file__).parents[2]
TOWN = ROOT / "tests" / "town"
LOADED = load(TOWN).town
CONFIG = configuration(Place(TOWN, "data", TEST_BACKEND), LOADED)
COLLECTIONS: dict[str, Any] = {each["name"]: each for each in CONFIG["collections"] if "name" in each}


def models_in(annotation: Any) -> Iterator[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for inner in get_args(annotation):
        yield from models_in(inner)


def missing(model: type[Model], fields: list[Field], at: str) -> Iterator[str]:
    """Every key that the fields lack, call by another name, or have too many."""
    known = {each["name"]: each for each in fields}
    keys = {info.alias or name: info for name, info in model.model_fields.items()}
    yield from (f"{at}.{key}" for key in known.keys() ^ keys.keys())
    for key, info in keys.items():
        label, hint = label_of(model, key)
        if (known[key]["label"], known[key].get("hint", "")) != (label, hint):
            yield f"{at}.{key}: {label}"
        for inner in models_in(info.annotation):
            yield from missing(inner, known[key].get("fields", []), f"{at}.{key}")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_key_of_every_model_is_asked_for(file: DataFile) -> None:
    forms = [
        each
        for each in COLLECTIONS["files"]["files"]
        if each["name"] == file.name or each["name"].startswith(f"{file.name}-")
    ]
    assert forms
    for form in forms:
        assert [*missing(file.model, form["fields"], file.name)] == []


def every_field(fields: list[Field]) -> Iterator[Field]:
    for each in fields:
        yield each
        yield from every_field(each.get("fields", []))


FIELDS = [field for form in COLLECTIONS["files"]["files"] for field in every_field(form["fields"])]


def test_choices_have_chinese_names_and_every_pattern_is_explained() -> None:
    for field in FIELDS:
        for option in field.get("options", ()):
            assert re.search("[一-鿿A-Z]", option["label"]), (field["name"], option)
        if "pattern" in field:
            re.compile(field["pattern"][0])
            assert re.search("[一-鿿]", field["pattern"][1])


def test_dates_have_no_time_and_nothing_is_a_number() -> None:
    dates = [field for field in FIELDS if field["widget"] == "datetime"]
    assert {(field["type"], field["format"]) for field in dates} == {("date", "YYYY-MM-DD")}
    assert {field["widget"] for field in FIELDS} <= {
        "boolean", "datetime", "file", "list", "object", "relation", "select", "string", "text"
    }  # fmt: skip


def test_a_reference_shows_names_and_stores_the_id() -> None:
    person = next(field for field in COLLECTIONS["leave"]["fields"] if field["name"] == "person")
    assert person["widget"] == "relation"
    assert (person["file"], person["value_field"]) == ("people", "people.*.id")
    assert person["display_fields"] == ["people.*.name"]


def test_every_list_of_names_that_is_referred_to_is_known() -> None:
    text = json.dumps([schema_of(file) for file in FILES], ensure_ascii=False, sort_keys=True)
    asked = set(re.findall(r'"refersTo": \{"called": "([^"]+)", "model": ""\}', text))
    assert asked == {*NAMES, "村居", "文件"}


def test_a_box_that_is_not_ticked_says_what_leaving_the_key_out_says(file_models: list[type[Model]]) -> None:
    for model in file_models:
        for name, info in model.model_fields.items():
            if info.annotation is bool and not info.is_required():
                assert info.default is False, f"{model.__name__}.{name}"


@pytest.fixture
def file_models() -> list[type[Model]]:
    found: list[type[Model]] = [file.model for file in FILES]
    for model in found:
        for info in model.model_fields.values():
            found += [each for each in models_in(info.annotation) if each not in found]
    return found


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
def test_an_act_asks_for_all_that_an_entry_needs(act: Act) -> None:
    collection = COLLECTIONS[act.name]
    names = [field["name"] for field in collection["fields"]]
    file = next(file for file in FILES if file.name == act.subject)
    schema = schema_of(file)
    entry = schema["$defs"][schema["properties"][act.key]["items"]["$ref"].rpartition("/")[2]]
    assert names == [*act.fields]
    assert {*entry["required"]} <= {*names, *act.always}
    assert {*act.always} <= {*entry["properties"]} - {*names}
    assert {*re.findall(r"\{\{(\w+)\}\}", act.slug + act.summary), act.day, *act.needed} <= {*names}
    required = {field["name"] for field in collection["fields"] if field["required"]}
    assert required == ({*entry["required"]} | {*act.needed}) - {*act.always}
    assert set(re.findall(r"\{\{(\w+)\}\}", act.slug)) <= required


def test_what_the_acts_write_is_read_beside_the_files(data: Path) -> None:
    before = load(data).town
    for folder, name, text in (
        ("duty", "leave-1", "leave: [{person: li, from: 2026-12-14, hours: 09:00-11:00}]"),
        ("duty", "cancel-1", "overrides:\n  - {date: 2026-12-21, rotation: ROTATION, cancel: true}"),
        ("site", "notice-1", "notices: [{text: 今天停电, from: 2026-12-14, until: 2026-12-15}]"),
    ):
        (data / folder).mkdir(exist_ok=True)
        written = text.replace("ROTATION", before.duty.rotations[0].id)
        (data / folder / f"{name}.yml").write_text(written + "\n", "utf-8")
    after = load(data).town
    assert after.duty.leave[-1].person == "li"
    assert len(after.duty.overrides) == len(before.duty.overrides) + 1
    assert [notice.text for notice in after.site.notices][-1] == "今天停电"


def test_the_page_asks_nobody_but_the_api(tmp_path: Path) -> None:
    folder = write(TOWN, tmp_path, github("a/b", "main"))
    page = (folder / "index.html").read_text("utf-8")
    assert '<meta name="robots" content="noindex, nofollow">' in page
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy
    assert re.findall(r"https?:[^ ;]+", policy[1]) == ["https://api.github.com"]
    assert "script-src 'self' 'wasm-unsafe-eval';" in policy[1]
    made = json.loads((folder / "form.json").read_text("utf-8"))
    assert made["config"]["backend"]["repo"] == "a/b"
    assert {*made["acts"]} == {act.name for act in ACTS}


def test_the_form_writes_to_where_the_data_is_in_its_repository(tmp_path: Path) -> None:
    assert within_repository(TOWN) == "tests/town"
    assert within_repository(tmp_path) == tmp_path.as_posix()


def test_a_missing_repository_and_a_missing_site_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--repo", "", "--site", str(tmp_path)]) == 2
    assert "REPO=OWNER/NAME" in capsys.readouterr().err
    assert main(["--repo", "a/b", "--site", str(tmp_path)]) == 2
    assert "make site" in capsys.readouterr().err


def test_the_lock_names_no_host_and_has_every_hash() -> None:
    lock = json.loads((admin_form.HERE / "package-lock.json").read_text("utf-8"))
    packages = [each for path, each in lock["packages"].items() if path]
    assert packages
    assert all(each["integrity"].startswith("sha512-") and "resolved" not in each for each in packages)
    exact = json.loads((admin_form.HERE / "package.json").read_text("utf-8"))
    for version in (*exact["dependencies"].values(), *exact["devDependencies"].values()):
        assert re.fullmatch(r"[\d.]+", version)
