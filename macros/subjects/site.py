"""site.yml on the site: the home page and its ways in, the office, and what may be taken away of all data."""

from __future__ import annotations

from collections.abc import Iterator

from macros.domain.edition import Edition
from macros.domain.topics import doors
from macros.models.town import Town
from macros.subjects.subject import Made, Subject
from macros.views import home, office, search
from macros.views.open_data import open_data, open_data_files
from macros.views.search import Entry


def _entries(town: Town) -> Iterator[Entry]:
    for line in town.site.hotlines:
        yield Entry(f"{line.number} {line.name}", "电话", f"tel:{line.number}", (line.name,), line.use)
    # A topic is found as itself.
    own = {f"topics/{topic.id}.html" for topic in town.topics.topics}
    for door in doors(town):
        if door.address not in own:
            yield Entry(door.title, "遇到的事", door.address, (), door.hint)
    for one in town.site.elsewhere:
        yield Entry(one.name, "镇外面也能办", "topics.html#elsewhere", (), one.use)
    yield Entry("数据下载", "公开", "open-data.html", ("开放数据", "下载表格"), "服务场所和值班的文件")


def _files(edition: Edition, _: str) -> Iterator[Made]:
    yield from open_data_files(edition)


SITE = Subject(
    "site",
    macros={
        "home_answer": home.home_answer,
        "home_more": home.home_more,
        "danger": office.danger,
        "doors": office.doors,
        "hotlines": office.hotlines,
        "office_card": office.office_card,
        "search_page": search.search_page,
        "about_text": office.about_text,
        "open_data": open_data,
    },
    files=_files,
    entries=_entries,
)
