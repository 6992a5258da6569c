"""Data in the shape of an earlier version, written as it is now; comments and the order of lines stay."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pypinyin import lazy_pinyin
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError

from macros.edit.changed import round_trip
from macros.edit.inserted import CannotEditError

# What an earlier version said of a whole rotation, and its first segment says now.
_DATED = ("places", "seat", "wanted", "holidays", "makeup_days", "standby")


@dataclass
class Migrated:
    """The files that change, by their path in the folder, and what was done, in words."""

    texts: dict[str, str] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)


def migrated(texts: Mapping[str, str]) -> Migrated:
    """The files of a folder in today's shape; raises CannotEditError where one can't be read."""
    found = Migrated()
    for path, text in texts.items():
        subject = path.partition("/")[0].removesuffix(".yml")
        root = _read(path, text)
        told = [line for step in _STEPS.get(subject, ()) for line in step(root, found.texts)]
        if told:
            found.told += [f"{path}：{line}" for line in told]
            found.texts[path] = _written(root)
    return found


def _segments(root: CommentedMap, _: dict[str, str]) -> Iterator[str]:
    for rotation in root.get("rotations") or ():
        keys = [key for key in _DATED if key in rotation]
        if not keys or not rotation.get("segments"):
            continue
        first = rotation["segments"][0]
        for key in keys:
            comment = rotation.ca.items.pop(key, None)
            first[key] = rotation.pop(key)
            if comment:
                first.ca.items[key] = comment
        yield f"轮值 {rotation.get('id')} 的 {'、'.join(keys)} 移进了最早的一段"


def _series(root: CommentedMap, _: dict[str, str]) -> Iterator[str]:
    names = [each for each in root.get("series") or () if isinstance(each, str)]
    if not names:
        return
    ids = {name: _id(name) for name in names}
    listed = [CommentedMap(id=ids[each], name=each) if each in ids else each for each in root["series"]]
    for each in listed:
        each.fa.set_flow_style()
    root["series"] = CommentedSeq(listed)
    for event in root.get("events") or ():
        if event.get("series") in ids:
            event["series"] = ids[event["series"]]
    yield f"系列有了编号：{'、'.join(f'{name} 是 {id}' for name, id in ids.items())}"


def _years(root: CommentedMap, texts: dict[str, str]) -> Iterator[str]:
    for year in root.pop("years", None) or ():
        path = f"years/{year['year']}.yml"
        texts[path] = _written(CommentedMap(years=CommentedSeq([year])))
        yield f"{year['year']} 年的数字移到了 {path}"


_STEPS: dict[str, tuple[Callable[[CommentedMap, dict[str, str]], Iterator[str]], ...]] = {
    "duty": (_segments,),
    "events": (_series, _years),
}


def _id(name: str) -> str:
    sound = "".join(lazy_pinyin(name, errors="ignore"))
    return re.sub("[^a-z0-9]", "", sound)[:40] or "xilie"


def _read(path: str, text: str) -> CommentedMap:
    try:
        root: Any = round_trip().load(text)
    except YAMLError as error:
        raise CannotEditError(f"{path} 读不出来，先改好（fahu check 会说在哪一行）") from error
    return root if isinstance(root, CommentedMap) else CommentedMap()


def _written(root: CommentedMap) -> str:
    text = io.StringIO()
    round_trip().dump(root, text)
    return text.getvalue()
