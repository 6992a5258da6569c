"""duty.yml on the site: weeks, months and places, texts to send, calendars and the feed to follow."""

from __future__ import annotations

from collections.abc import Iterator

from macros.domain.edition import Edition
from macros.subjects.subject import GeneratedPage, Made, Subject, page
from macros.views import duty
from macros.views.atom import Feed
from macros.views.calendars import calendar_files, calendar_list
from macros.views.duty_now import later_files
from macros.views.duty_weeks import duty_ways, duty_weeks, ward_duty
from macros.views.feeds import PATH, changes_feed
from macros.views.ward_subscribe import ward_subscribe
from macros.views.wechat import wechat_texts


def _pages(edition: Edition) -> Iterator[GeneratedPage]:
    for month in duty.months_of(edition):
        title = f"{month.year}年{month.month}月值班"
        yield page(f"duty/{month:%Y-%m}", title, duty.duty_month, edition, month)
    for ward in edition.wards:
        yield page(f"wards/duty/{ward.id}", f"{ward.name}：谁值班", ward_duty, edition, ward)
        title = f"{ward.name}：转发和日历"
        yield page(f"wards/subscribe/{ward.id}", title, ward_subscribe, edition, ward)


def _feed(edition: Edition) -> Feed:
    return changes_feed(edition.town, edition.follows, edition.updated)


def _files(edition: Edition, _: str) -> Iterator[Made]:
    town, follows = edition.town, edition.follows
    yield from calendar_files(town, follows, whole=not edition.wards)
    yield from later_files(edition)


DUTY = Subject(
    "duty",
    macros={
        "duty_weeks": duty_weeks,
        "duty_ways": duty_ways,
        "duty_kinds": duty.duty_kinds,
        "wechat_texts": wechat_texts,
        "calendar_list": calendar_list,
    },
    pages=_pages,
    files=_files,
    feed=_feed,
    linked=(PATH,),
)
