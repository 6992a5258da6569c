"""What a page carries so that the browser can say whether a place is open."""

from __future__ import annotations

import datetime as dt
import json

from macros.domain.duty.holidays import Calendar
from macros.domain.openings import Openings, encoded
from macros.domain.schedule import Schedule
from macros.models.holidays import Holidays
from macros.models.notices import Notice
from macros.models.when import When
from macros.views.notices import concerning, notices_everywhere
from tests.making import place
from tests.second_town import TOWN

TODAY, LAST = dt.date(2026, 9, 28), dt.date(2027, 1, 31)
CALENDAR = Calendar.of(TOWN.holidays)
OFFICE = "每个工作日 8:30-11:00、13:30-16:00"


def test_a_schedule_is_the_usual_week_and_the_days_that_differ() -> None:
    calendar = Calendar.of(Holidays())
    found = json.loads(encoded(Schedule.of((When.parse(OFFICE),), (), calendar, TODAY, LAST)))
    assert found["week"] == ["08:30-11:00 13:30-16:00"] * 5 + ["", ""]
    assert found["days"]["2026-10-01"] == ["", "国庆放假"]
    assert found["days"]["2026-10-10"] == ["08:30-11:00 13:30-16:00", "今天补班"]
    assert "2026-10-12" not in found["days"]
    assert found["planned"] == ["2027"]


def test_places_with_the_same_hours_share_one_schedule() -> None:
    many = TOWN.model_copy(update={"places": tuple(place(f"p{n}", hours=[OFFICE]) for n in range(1000))})
    openings = Openings.of(many, {}, CALENDAR, TODAY, LAST)
    assert len(openings.schedules) == 1
    assert len(openings.data(place.id for place in many.places)) < 3000


def test_a_closure_that_is_over_is_left_out() -> None:
    closures = [
        {"place": "jishi-point", "from": "2026-09-01", "to": day} for day in ("2026-09-27", "2026-09-28")
    ]
    duty = TOWN.duty.model_validate({"closures": closures})
    openings = Openings.of(TOWN.model_copy(update={"duty": duty}), {}, CALENDAR, TODAY, LAST)
    (note,) = openings.views["jishi-point"].closures
    assert note.words == "9月1日起，暂停服务，9月28日以前不开门"


def notice(text: str, first: str, last: str, **more: object) -> Notice:
    return Notice.model_validate({"text": text, "from": first, "until": last, **more})


def test_urgent_notices_come_first_and_those_that_are_over_not_at_all() -> None:
    given = [
        notice("later", "2026-10-01", "2026-10-02", places=["a"]),
        notice("urgent", "2026-10-05", "2026-10-06", places=["a", "b"], urgent="true"),
        notice("over", "2026-09-01", "2026-09-27", places=["a"]),
        notice("for all", "2026-09-01", "2026-12-01"),
    ]
    assert [one.text for one in concerning(given, "a", TODAY)] == ["urgent", "later"]
    assert [one.text for one in concerning(given, "b", TODAY)] == ["urgent"]
    html = notices_everywhere(given, TODAY)
    assert "for all" in html
    assert "urgent" not in html.replace("fh-notices__one--urgent", "")
    assert notices_everywhere(given[:3], TODAY).strip() == ""


def test_a_notice_of_a_later_day_is_hidden_until_then() -> None:
    html = notices_everywhere([notice("soon", "2026-09-29", "2026-09-30")], TODAY)
    assert html.count(" hidden") == 2
    assert notices_everywhere([notice("now", "2026-09-28", "2026-09-30")], TODAY).count(" hidden") == 0
