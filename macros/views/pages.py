"""The whole site as HTML: what the pages in docs/ call, and the pages made from data."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup, escape

from macros.domain import places as place_domain
from macros.domain.hotlines import urgent, urgent_first
from macros.domain.reach import Reach
from macros.models.site import PAGES
from macros.models.town import Town
from macros.views import calendars, duty, events, feeds, places, search, videos, villages, wechat
from macros.views.calls import listed
from macros.views.followed import Follow
from macros.views.map import service_map
from macros.views.nearest_help import nearest_help
from macros.views.notices import notices_everywhere
from macros.views.opening import Openings
from macros.views.place_cards import place_list
from macros.views.roster import Roster
from macros.views.templates import render


@dataclass(frozen=True)
class GeneratedPage:
    """A page that stands in no file of docs/: its path without suffix, its title, its HTML."""

    path: str
    title: Markup
    html: Markup


@dataclass(frozen=True)
class Pages:
    """Everything a site shows, for one town on one day.

    `updated` is the day of the last change of the data, `sizes` holds the bytes of
    the files that are published of media/, `follows` what those have who follow the duty.
    """

    town: Town
    roster: Roster
    updated: dt.date
    sizes: Mapping[str, int]
    follows: tuple[Follow, ...] = ()

    @property
    def today(self) -> dt.date:
        """The day of the build in Shanghai."""
        return self.roster.today

    @property
    def name(self) -> Markup:
        """The site's name, escaped for the theme, which escapes nothing."""
        return escape(self.town.site.name)

    @property
    def mark(self) -> Markup:
        """The character in the site's emblem, escaped for the theme."""
        return escape(self.town.site.mark)

    @property
    def hotline(self) -> str:
        """The number that stands on every page; digits only, so nothing to escape."""
        return self.town.site.hotlines[0].number

    @cached_property
    def sample(self) -> bool:
        """Whether anything on the site is sample data."""
        town = self.town
        return (
            any(place.sample for place in town.places)
            or any(person.sample for person in town.people)
            or any(rotation.sample for rotation in town.duty.rotations)
            or any(event.sample for event in town.events.events)
            or any(video.sample for video in town.videos.videos)
            or any(phone.sample for phone in town.site.office.phones)
            or bool(town.site.footer.sample)
            or any(notice.sample for notice in town.site.notices)
        )

    def hero(self) -> Markup:
        """The band on top of the home page."""
        return render("hero", site=self.town.site)

    def notices(self) -> Markup:
        """The notices for everybody, on top of every page."""
        return notices_everywhere(self.town.site.notices, self.today)

    @cached_property
    def openings(self) -> Openings:
        """Whether each place is open, for as long as the roster is known."""
        return Openings.of(self.town, self.roster.duty_days(), self.today, self.roster.last)

    def footer(self, base: str) -> Markup:
        """The foot of every page; `base` is the relative way to the site's root."""
        return render(
            "footer",
            site=self.town.site,
            phones=listed(self.town.site.office.phones, self.today),
            updated=self.updated,
            sample=self.sample,
            root="" if base == "." else f"{base.rstrip('/')}/",
        )

    def group_words(self) -> Markup:
        """What each kind of place is, in plain words."""
        groups = [
            {"id": group, "words": self.town.site.groups.of(group), "count": len(members)}
            for group, members in place_domain.grouped(self.town.places)
        ]
        return render("group-words", groups=groups)

    def home_answer(self, root: str) -> Markup:
        """The home page's first screen: who is on duty, and the reader's own village."""
        return render(
            "columns",
            columns=[
                duty.duty_now(self.roster, root),
                villages.village_finder(self.town, self.openings, root, every=False),
            ],
        )

    def home_more(self, root: str) -> Markup:
        """What is on, and something to watch."""
        coming = events.coming_events(self.town, self.today, root)
        return render("columns", columns=[coming, videos.latest_video(self.town, self.sizes, root)])

    def macros(self, root: str) -> dict[str, Callable[..., Markup]]:
        """What a page in docs/ can call, for a page that is `root` away from the site's root."""
        town, roster, today = self.town, self.roster, self.today
        site = town.site
        return {
            "home_answer": lambda: self.home_answer(root),
            "home_more": lambda: self.home_more(root),
            "duty_weeks": lambda: duty.duty_weeks(roster, root),
            "duty_places": lambda: duty.duty_places(roster, root),
            "duty_months": lambda: render("duty-months", months=duty.months_of(roster), root=root),
            "villages": lambda: villages.village_finder(town, self.openings, root, every=True),
            "danger": lambda: render("danger", danger=site.danger, hotlines=urgent(site.hotlines)),
            "doors": lambda: render("doors", doors=site.doors, pages=PAGES, root=root),
            "hotlines": lambda: render("hotlines", hotlines=urgent_first(site.hotlines)),
            "service_map": lambda: service_map(town, root=root),
            "place_list": lambda: place_list(town, roster.coming(), self.openings, today=today, root=root),
            "search_page": lambda: search.search_page(town, root),
            "event_list": lambda: events.event_list(town, today, root),
            "video_list": lambda: videos.video_list(town, self.sizes, root),
            "group_words": self.group_words,
            "duty_kinds": lambda: render(
                "duty-kinds", kinds={rotation.kind for rotation in town.duty.rotations}
            ),
            "people_list": lambda: render("people-list", people=town.people),
            "office_card": lambda: render(
                "office-card", office=site.office, phones=listed(site.office.phones, today)
            ),
            "wechat_texts": lambda: wechat.wechat_texts(roster, root),
            "calendar_list": lambda: calendars.calendar_list(town, self.follows, root),
            "about_text": lambda: render("about-text", paragraphs=site.about, office=site.office),
        }

    def files(self, address: str) -> dict[str, bytes]:
        """What isn't a page, by its path: calendars and feeds; `address` is the site's own, if it has one."""
        feed = feeds.feed_files(self.town, self.follows, updated=self.updated, address=address)
        return {**calendars.calendar_files(self.town, self.follows), **feed}

    def generated(self) -> Iterator[GeneratedPage]:
        """The pages of places, events and months."""
        parts, patterns = self.roster.by_place(), duty.place_patterns(self.town, self.today)
        around = place_domain.Surroundings.of(self.town.places)
        reach = Reach.of(place for place in self.town.places if parts[place.id].shifts)
        for place in self.town.places:
            roster = parts[place.id]
            near = nearest_help(roster, reach.around(place), parts, "../") if place.tier else Markup()
            html = places.place_page(
                self.town, place, roster, patterns.get(place.id, ()), around, self.openings, near, "../"
            )
            yield GeneratedPage(f"places/{place.id}", escape(place.name), html)
        for event in self.town.events.events:
            html = events.event_page(self.town, event, "../")
            yield GeneratedPage(f"events/{event.id}", escape(event.title), html)
        for month in duty.months_of(self.roster):
            title = escape(f"{month.year}年{month.month}月值班")
            html = duty.duty_month(self.roster, month, "../")
            yield GeneratedPage(f"duty/{month:%Y-%m}", title, html)
