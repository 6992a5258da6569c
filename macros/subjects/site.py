"""site.yml on the site: the home page's numbers and ways in, the office, the home page itself."""

from __future__ import annotations

from macros.models.town import Town
from macros.subjects.subject import Subject
from macros.views import home, office, search


def _sample(town: Town) -> bool:
    site = town.site
    return (
        any(phone.sample for phone in site.office.phones)
        or bool(site.footer.sample)
        or any(notice.sample for notice in site.notices)
    )


SITE = Subject(
    "site",
    _sample,
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
)
