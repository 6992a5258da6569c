"""site.yml on the site: the home page's numbers and ways in, the office, the home page itself."""

from __future__ import annotations

from collections.abc import Iterator

from macros.domain.topics import doors
from macros.models.town import Town
from macros.subjects.subject import Subject
from macros.views import home, office, search
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
    },
    entries=_entries,
)
