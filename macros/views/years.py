"""The page of a year: what its report says, and what events, duty and visits add up to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from macros.domain.duty.cover import promise
from macros.domain.edition import Edition
from macros.domain.years import DutySum, Review
from macros.models.events import Count
from macros.models.site import Site
from macros.models.town import Town
from macros.views.charts import chart
from macros.views.templates import render

_KIND_OF_TOWN = re.compile(r"(?<=..)(?:街道|镇|乡)$")


@dataclass(frozen=True)
class Numbers:
    """Label, count and unit of some figures, as figures.html takes them."""

    named: Sequence[tuple[str, Count, str]]


def called(site: Site) -> str:
    """What the page of a year is called: 法治中兴这一年."""
    return f"法治{_KIND_OF_TOWN.sub('', site.town)}这一年"


def year_title(site: Site, year: int) -> str:
    """The title of one year's page."""
    return f"{called(site)}：{year}"


def year_page(edition: Edition, review: Review) -> Markup:
    """Everything about one year, as far as it is over."""
    duty, events, visits = review.duty, review.events, review.visits
    return render(
        "year-page",
        title=year_title(edition.town.site, review.year),
        review=review,
        others=[one.year for one in edition.reviews if one.year != review.year],
        duty=duty_numbers(duty),
        months=chart("duty", "每个月值班几次", "次", duty.by_month),
        categories=chart("events", "办了哪几种活动", "场", events.by_category),
        asked=Numbers((("记下的值班", Count(visits.logged), "次"), ("来问的人", Count(visits.asked), "人"))),
        about=chart("about", "问的是什么事", "人", visits.about),
        promises=promises(edition.town),
    )


def duty_numbers(duty: DutySum) -> Numbers:
    """The figures of duty that was held."""
    hours, rest = divmod(duty.minutes, 60)
    return Numbers(
        (
            ("值班", Count(duty.duties), "次"),
            ("值班时间", Count(hours, more=rest > 0), "小时"),
            ("值班的人", Count(duty.people), "人"),
            ("去过的地方", Count(duty.places), "处"),
        )
    )


def promises(town: Town) -> str:
    """What places are promised, each in a few words."""
    return "，".join(f"{place.name}{promise(place.cover)}" for place in town.places if place.cover)
