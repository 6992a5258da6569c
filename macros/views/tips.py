"""Tips as HTML: the week's for the home page, the list of all, a page each."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from macros.domain import tips as domain
from macros.domain.days import FORTNIGHT
from macros.domain.edition import Edition
from macros.domain.news import News
from macros.domain.wards import parts
from macros.models.tips import Tip
from macros.models.town import Town
from macros.views.atom import Feed
from macros.views.structured import structured
from macros.views.templates import render

FEED = "feeds/tips.xml"
# Nobody looks through a list of more.
TOGETHER = 60


@dataclass(frozen=True)
class TipPage:
    """A page of a long list; the first part of it stands on the page of all."""

    path: str
    title: str
    tips: tuple[Tip, ...]


def weekly_tip(edition: Edition) -> Markup:
    """The way to the week's tip, for the home page."""
    quiz = bool(edition.town.quiz.questions)
    return render("weekly-tip", turns=_turns(edition), today=edition.today, quiz=quiz)


def tip_list(edition: Edition) -> Markup:
    """The week's tip, and the way to all."""
    shelves = _shelves(edition.town)
    return render(
        "tip-list",
        turns=_turns(edition),
        tips=shelves[0] if shelves else (),
        later=tip_pages(edition.town),
        today=edition.today,
        site=edition.town.site,
    )


def tip_pages(town: Town) -> list[TipPage]:
    """The pages of what the page of all has no room for, the latest tips first."""
    rest = enumerate(_shelves(town)[1:], start=2)
    return [TipPage(f"tips/list/{number}", f"每周一条（{number}）", tips) for number, tips in rest]


def tip_shelf(shelf: TipPage) -> Markup:
    """One page of a long list."""
    return render("tip-shelf", shelf=shelf)


def tip_page(edition: Edition, tip: Tip) -> Markup:
    """The page of one tip."""
    site = edition.town.site
    about = {
        "headline": tip.title,
        "datePublished": tip.from_.isoformat(),
        "inLanguage": "zh-CN",
        "publisher": {"@type": "Organization", "name": site.office.name},
    }
    return structured("Article", about) + render("tip-page", tip=tip, site=site)


def tips_feed(edition: Edition) -> Feed:
    """The feed of the tips whose day has come."""
    come = [tip for tip in domain.latest_first(edition.town.tips.tips) if tip.from_ <= edition.today]
    return Feed(FEED, "每周一条", "tips.html", tuple(map(_news, come[:TOGETHER])), edition.updated)


def _news(tip: Tip) -> News:
    made_up = "（案例是编的）" if tip.made_up else ""
    sample = "（示例）" if tip.sample else ""
    title = f"{tip.title}{made_up}{sample}"
    return News(f"tip-{tip.id}", title, tip.from_, f"tips/{tip.id}.html", " ".join(tip.text.split()))


def _turns(edition: Edition) -> list[domain.Turn]:
    # The next ones wait, for the time in which nobody builds the site anew.
    return list(domain.turns(edition.town.tips.tips, edition.today, edition.today + FORTNIGHT))


def _shelves(town: Town) -> list[tuple[Tip, ...]]:
    return parts(domain.latest_first(town.tips.tips), TOGETHER)
