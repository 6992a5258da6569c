"""The same places for other makers of sites: a page each, with address, number, and the dates of a duty."""

from __future__ import annotations

from pathlib import Path

from macros.domain.edition import Edition
from macros.models.places import Place

MATERIAL = """site_name: places
theme: {name: material, language: zh, font: false}
use_directory_urls: false
"""
HUGO = 'baseURL = "/"\nlanguageCode = "zh-cn"\ntitle = "places"\ndisableKinds = ["taxonomy", "term", "RSS"]\n'
PAGE = """<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><header>places</header><main><h1>{{ .Title }}</h1>{{ .Content }}</main></body></html>
"""
LIST = PAGE.replace(
    "{{ .Content }}", "{{ range .Pages }}<p><a href='{{ .RelPermalink }}'>{{ .Title }}</a></p>{{ end }}"
)


def material(folder: Path, edition: Edition) -> Path:
    """The folder with a project for MkDocs and Material's theme."""
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(MATERIAL, "utf-8")
    (folder / "docs" / "index.md").write_text("# places\n", "utf-8")
    for place in edition.town.places:
        text = f"# {place.name}\n\n{_body(edition, place)}"
        (folder / "docs" / f"{place.id}.md").write_text(text, "utf-8")
    return folder


def hugo(folder: Path, edition: Edition) -> Path:
    """The folder with a project for Hugo, its theme no more than a frame."""
    (folder / "content" / "places").mkdir(parents=True)
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    (folder / "hugo.toml").write_text(HUGO, "utf-8")
    (layouts / "single.html").write_text(PAGE, "utf-8")
    (layouts / "list.html").write_text(LIST, "utf-8")
    (folder / "layouts" / "index.html").write_text(LIST, "utf-8")
    for place in edition.town.places:
        text = f"+++\ntitle = '{place.name}'\n+++\n\n{_body(edition, place)}"
        (folder / "content" / "places" / f"{place.id}.md").write_text(text, "utf-8")
    return folder


def _body(edition: Edition, place: Place) -> str:
    roster = edition.rosters[place.id]
    rows = [
        f"| {shift.date} | {shift.session} | {'、'.join(person.name for person in shift.people)} |"
        for shift in roster.shifts
    ]
    table = "\n".join(("| 日期 | 时间 | 谁值班 |", "|---|---|---|", *rows))
    phones = "、".join(phone.number for phone in place.phones)
    return f"{place.address or ''}\n\n{phones}\n\n{table}\n"
