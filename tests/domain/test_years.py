"""What a year came to: only what is over counts, and a report's figures stand by themselves."""

from __future__ import annotations

import datetime as dt
from typing import Any

from macros.domain.duty import Resolved
from macros.domain.years import Review, review, reviews
from macros.models.cover import Cover
from macros.models.duty import Duty
from macros.models.events import Events
from macros.models.town import Town
from macros.models.visits import Visits
from macros.models.years import Years
from tests.duty_town import ROOM, rotation
from tests.making import event
from tests.second_town import TOWN

TODAY = dt.date(2026, 11, 23)
WEEKLY = rotation("weekly", "2026-01-01", "每周三 9:00-11:00、13:00-16:00", "ding", "fang")


def town(
    *events: Any, duty: Any = None, visits: Any = (), years: Any = (), cover: Cover | None = None
) -> Town:
    places = [one.model_copy(update={"cover": cover if one.id == ROOM else None}) for one in TOWN.places]
    return TOWN.model_copy(
        update={
            "events": Events(events=events),
            "duty": Duty.model_validate(duty or {}),
            "visits": Visits.model_validate({"visits": visits}),
            "years": Years.model_validate({"years": years}),
            "places": tuple(places),
        }
    )


def found(whole: Town) -> tuple[Review, ...]:
    return reviews(whole, Resolved.of(whole, TODAY + dt.timedelta(days=60)), TODAY)


def the(whole: Town) -> Review:
    (one,) = found(whole)
    return one


def month(whole: Town, number: int) -> Review:
    shifts = Resolved.of(whole, TODAY).applied.shifts
    return review(whole, shifts, 2026, number, TODAY)


def test_a_year_has_the_duties_that_are_over_and_no_other() -> None:
    one = the(town(duty={"rotations": [WEEKLY]}))
    # Wednesdays up to 18 November, without the two that are holidays.
    assert (one.year, one.duty.duties, one.duty.minutes) == (2026, 44, 44 * 300)
    assert (one.duty.people, one.duty.places) == (2, 1)
    assert sum(count for _, count in one.duty.by_month) == 44
    assert [name for name, _ in one.duty.by_month] == [f"{number}月" for number in range(1, 12)]
    assert (one.last, one.is_whole) == (dt.date(2026, 11, 22), False)


def test_events_that_were_held_are_counted_and_their_figures_added() -> None:
    one = the(
        town(
            event("2026-03-01", "a", category="讲座", figures={"present": "30", "leaflets": "100+"}),
            event("2026-04-01", "b", category="早市", figures={"leaflets": "50", "events": "9"}),
            event("2026-05-01", "c", category="早市"),
            event("2026-06-01", "off", cancelled="下雨"),
            event("2026-12-01", "next"),
        )
    )
    assert {each.id for each in one.events.events} == {"a", "b", "c"}
    assert one.events.by_category == (("早市", 10), ("讲座", 1))
    figures = [(label, str(count)) for label, count, _ in one.events.figures.named]
    assert figures == [("到场", "30"), ("发放资料", "超过 150")]


def test_visits_are_added_up_by_what_they_were_about() -> None:
    visits = [
        {"date": "2026-11-03", "place": ROOM, "asked": "3", "about": {"land": "1", "work": "2"}},
        {"date": "2026-11-10", "place": ROOM, "asked": "1", "about": {"work": "1"}},
        {"date": "2026-11-23", "place": ROOM, "asked": "9"},
    ]
    one = the(town(visits=visits)).visits
    assert (one.logged, one.asked) == (2, 4)
    assert one.about == (("工资、工伤", 3), ("土地、宅基地", 1))


def test_a_report_alone_makes_a_year_and_is_not_added_to() -> None:
    said = {"year": "2022", "figures": {"leaflets": "1000+", "lawsuits": "0"}, "source": "报告"}
    old = event("2022-05", "a", figures={"leaflets": "7"})
    one = the(town(old, years=[said]))
    assert one.said
    assert [str(count) for _, count, _ in one.said.figures.named] == ["超过 1000", "0"]
    assert [str(count) for _, count, _ in one.events.figures.named] == ["7"]
    assert one.is_whole


def test_a_month_has_only_its_own_and_nothing_of_the_report() -> None:
    said = {"year": "2026", "figures": {"leaflets": "1000+"}, "source": "报告"}
    days = [event("2026-05-10", "may"), event("2026-06-10", "june"), event("2026", "vague")]
    whole = town(*days, duty={"rotations": [WEEKLY]}, years=[said])
    one = month(whole, 5)
    assert ([each.id for each in one.events.events], one.said) == (["may"], None)
    assert (one.duty.duties, one.duty.by_month) == (4, (("5月", 4),))
    ahead = month(whole, 12)
    assert (ahead.is_empty, ahead.duty.by_month) == (True, ())


def test_a_promise_is_counted_from_the_first_duty_on() -> None:
    late = rotation("late", "2026-09-02", "每周三 9:00-11:00", "ding")
    one = the(town(duty={"rotations": [late]}, cover=Cover(visits=3, per="month")))
    assert (one.kept, one.periods) == (1, 1)


def test_years_come_latest_first_and_none_without_anything() -> None:
    events = [event(day, f"e{day}") for day in ("2024", "2026-01-01", "2027-01-01")]
    assert [one.year for one in found(town(*events))] == [2026, 2024]
    assert found(town()) == ()


def test_an_entry_counts_as_the_events_that_it_stands_for_and_a_sample_as_none() -> None:
    made_up = event("2026-01-01", "b", sample="true")
    one = the(town(event("2026-01-01", "a", figures={"events": "12"}), made_up)).events
    assert ([each.id for each in one.events], one.held, one.by_category) == (["a"], 12, (("讲座", 12),))
    assert found(town(made_up)) == ()


def test_a_sample_in_any_part_is_told() -> None:
    assert not the(town(event("2026-01-01", "a"))).sample
    visit = {"date": "2026-11-03", "place": ROOM, "asked": "3", "sample": "true"}
    assert the(town(visits=[visit])).sample
