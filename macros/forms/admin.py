"""What the form at admin/ is made of: every file of data/ with its fields, and the acts of every day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.forms.acts import ACTS, Act
from macros.forms.fields import Field, Maker
from macros.forms.schema import schema_of
from macros.models.base import Model
from macros.models.data_file import DataFile
from macros.models.reference import Names
from macros.models.town import FILES, Town

FILES_OF_TOWN = "files"
# Lists of mere names, by what references call them.
NAMES = {
    "活动类别": ("events", "categories"),
    "单位": ("events", "units"),
    "题目类别": ("quiz", "categories"),
    "视频类别": ("videos", "categories"),
    "系列": ("videos", "series"),
    "语言": ("videos", "languages"),
}
_NAMING = ("name", "title", "question")
_BY_NAME = {file.name: file for file in FILES}


@dataclass(frozen=True)
class Place:
    """Where the form finds and puts what it edits.

    `folder` is the data on this machine, `path` the same within the repository, `backend` how the
    form reaches that: what Sveltia CMS calls its backend.
    """

    folder: Path
    path: str
    backend: Mapping[str, Any]


def configuration(place: Place, town: Town) -> dict[str, Any]:
    """The configuration of the form of a town."""
    references = _references(place, town)
    makers = {file.name: Maker(schema_of(file)["$defs"], references) for file in FILES}
    return {
        "load_config_file": False,
        "backend": dict(place.backend),
        "app_title": f"{town.site.name}：修改内容",
        "show_preview_links": False,
        "media_folder": f"{place.path}/media",
        "public_folder": "/media",
        "media_libraries": {
            "all": {"slugify_filename": True},
            "default": {},
            "stock_assets": {"providers": []},
        },
        # Names of files are addresses, which an old phone must be able to ask for.
        "slug": {"encoding": "ascii", "clean_accents": True, "timezone": "local"},
        "output": {"omit_empty_optional_fields": True, "yaml": {"quote": "none"}},
        "editor": {"preview": False},
        "collections": [
            *(_act(act, place, makers[act.subject]) for act in ACTS),
            {"divider": True},
            {
                "name": FILES_OF_TOWN,
                "label": "所有内容",
                "icon": "folder_open",
                "editor": {"preview": False},
                "files": [each for file in FILES for each in _files(file, place, makers[file.name])],
            },
        ],
    }


def _act(act: Act, place: Place, maker: Maker) -> Field:
    file = _BY_NAME[act.subject]
    about = schema_of(file)["properties"][act.key]["items"]
    schema = maker.definitions[about["$ref"].rpartition("/")[2]]
    known = {each["name"]: each for each in maker.fields(schema)}
    shown = [{**known[key], **({"required": True} if key in act.needed else {})} for key in act.fields]
    return {
        "name": act.name,
        "label": act.label,
        "label_singular": act.label,
        "description": act.hint,
        "icon": act.icon,
        "folder": f"{place.path}/{file.path}",
        "path": f"{act.name}-{{{{slug}}}}",
        "slug": act.slug,
        "summary": act.summary,
        "identifier_field": act.fields[0],
        "sortable_fields": {"fields": [act.day], "default": {"field": act.day, "direction": "descending"}},
        "extension": "yml",
        "format": act.name,
        "editor": {"preview": False},
        "thumbnail": False,
        "fields": shown,
    }


def _files(file: DataFile, place: Place, maker: Maker) -> list[Field]:
    """The forms of a file's whole; of several, where a folder of that name holds them."""
    parts = sorted((place.folder / file.path).glob("*.yml"))
    parts = [part for part in parts if not any(part.name.startswith(f"{act.name}-") for act in ACTS)]
    alone = place.folder / f"{file.path}.yml"
    fields = maker.fields(schema_of(file))
    found = [(f"{file.name}-{part.stem}", f"{file.called} {part.stem}", f"/{part.name}") for part in parts]
    if alone.exists() or not found:
        found.insert(0, (file.name, file.called, ".yml"))
    return [
        {
            "name": name,
            "label": label,
            "file": f"{place.path}/{file.path}{end}",
            "format": name,
            "fields": fields,
        }
        for name, label, end in found
    ]


def _references(place: Place, town: Town) -> dict[str, Field]:
    """The widget for each kind of reference, by its model or by what it is called."""
    found: dict[str, Field] = {"文件": {"widget": "file", "choose_url": False}}
    for called, (subject, key) in NAMES.items():
        found[called] = _choices({name: name for name in getattr(getattr(town, subject), key)})
    found["村居"] = _choices({name: name for each in town.places for name in each.villages})
    for file in FILES:
        for key, target in file.targets():
            if isinstance(target, Names) or not issubclass(target, Model):
                continue
            called = next((name for name in _NAMING if name in target.model_fields), "id")
            # A relation looks into one file; what stands in several is listed as it was at the build.
            if (place.folder / file.path).is_dir():
                found[target.__name__] = _choices(_listed(town, file, key, called))
            else:
                found[target.__name__] = _relation(file, key, called)
    return found


def _listed(town: Town, file: DataFile, key: str, called: str) -> dict[str, str]:
    part = getattr(town, file.name)
    return {each.id: str(getattr(each, called)) for each in (part if file.part else getattr(part, key))}


def _choices(names: Mapping[str, str]) -> Field:
    if not names:
        return {"widget": "string"}
    return {"widget": "select", "options": [{"label": name, "value": id} for id, name in names.items()]}


def _relation(file: DataFile, key: str, called: str) -> Field:
    shown = [f"{key}.*.{called}"]
    return {
        "widget": "relation",
        "collection": FILES_OF_TOWN,
        "file": file.name,
        "value_field": f"{key}.*.id",
        "display_fields": shown,
        "search_fields": [*shown, f"{key}.*.id"],
    }
