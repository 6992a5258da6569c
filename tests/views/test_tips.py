"""Tips as pages and as a feed: what is made up or a sample says so, and a long list is parted."""

from __future__ import annotations

import datetime as dt
import gzip

from macros.models.tips import Tip, Tips
from macros.models.town import Town
from macros.subjects.tips import TIPS
from macros.views.tips import TOGETHER, tip_list, tip_page, tips_feed, weekly_tip
from macros.views.weight import elements
from tests.making import edition, tip
from tests.second_town import TOWN

DAY = dt.date(2026, 11, 23)


def town(*tips: Tip) -> Town:
    return TOWN.model_copy(update={"tips": Tips(tips=tips)})


def test_a_recording_loads_nothing_until_it_is_pressed() -> None:
    one = tip(recording="media/a.mp3")
    html = tip_page(edition(town(one), DAY), one)
    assert 'preload="none" src="\ue000media/a.mp3"' in html
    assert town(one).media == ("media/a.mp3",)
    assert "<audio" not in tip_page(edition(town(), DAY), tip())


def test_what_is_made_up_or_a_sample_says_so_everywhere() -> None:
    one = tip(made_up="true", script="编的", sample="true")
    found = edition(town(one), DAY)
    (news,) = tips_feed(found).news
    assert "案例是编的" in news.title
    assert "示例" in news.title
    for html in (tip_page(found, one), tip_list(found)):
        assert html.count("案例是编的") >= 2
        assert "示例" in html
    assert "示例" in weekly_tip(found)


def test_the_feed_tells_only_of_tips_whose_day_has_come_the_latest_first() -> None:
    some = (tip("b", "2026-11-23"), tip("later", "2026-11-24"), tip("a", "2026-11-09"))
    feed = tips_feed(edition(town(*some), DAY))
    assert [(news.address, news.changed) for news in feed.news] == [
        ("tips/b.html", DAY),
        ("tips/a.html", dt.date(2026, 11, 9)),
    ]


def test_a_thousand_tips_are_parted_and_each_is_on_one_list() -> None:
    many = tuple(tip(f"t{n}", str(dt.date(2010, 1, 4) + dt.timedelta(weeks=n))) for n in range(1000))
    found = edition(town(*many), DAY)
    lists = [tip_list(found), *(page.html() for page in TIPS.pages(found) if "/list/" in page.path)]
    assert len(lists) == -(-1000 // TOGETHER)
    for one in many:
        assert sum(f'fh-rows__name" href="\ue000tips/{one.id}.html"' in html for html in lists) == 1
    for html in lists:
        assert elements(html) < 500
        assert len(gzip.compress(html.encode())) < 12_000


def test_a_town_without_tips_says_so_and_has_no_card_of_them() -> None:
    found = edition(town(), DAY)
    assert weekly_tip(found) == ""
    assert "还没有" in tip_list(found)
    assert tips_feed(found).news == ()
