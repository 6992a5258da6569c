"""duty.yml on the site: weeks, months and places, texts to send, calendars and the feed to follow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.domain.edition import Edition
from macros.subjects.subject import GeneratedPage, Subject, page
from macros.views import duty
from macros.views.calendars import calendar_files, calendar_list
from macros.views.feeds import feed_files
from macros.views.wechat import wechat_texts


def _pages(edition: Edition) -> Iterator[GeneratedPage]:
    for month in duty.months_of(edition.roster):
        title = f"{month.year}年{month.month}月值班"
        html = duty.duty_month(edition, month)
        yield page(f"duty/{month:%Y-%m}", title, html)


def _files(edition: Edition, address: str) -> Mapping[str, bytes]:
    town, follows = edition.town, edition.follows
    feed = feed_files(town, follows, updated=edition.updated, address=address)
    return {**calendar_files(town, follows), **feed}


DUTY = Subject(
    "duty",
    macros={
        "duty_weeks": duty.duty_weeks,
        "duty_places": duty.duty_places,
        "duty_months": duty.duty_months,
        "duty_kinds": duty.duty_kinds,
        "wechat_texts": wechat_texts,
        "calendar_list": calendar_list,
    },
    pages=_pages,
    files=_files,
)
