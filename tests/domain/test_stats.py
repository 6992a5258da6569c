"""The numbers of a year count who was really there."""

from __future__ import annotations

import datetime as dt
from typing import Any

from macros.domain.stats import Pair, Promise, Stats, stats
from macros.models.cover import Cover
from macros.models.duty import Duty
from tests.duty_town import ROOM, rotation
from tests.second_town import TOWN

TODAY = dt.date(2026, 11, 23)
WEEKLY = rotation("weekly", "2026-01-01", "每周三 9:00-11:00、13:00-16:00", "ding", "fang")


def found(*rotations: dict[str, Any], year: int = 2026, cover: Cover | None = None, **more: Any) -> Stats:
    duty = Duty.model_validate({"rotations": list(rotations), **more})
    places = tuple(
        place.model_copy(update={"cover": cover if place.id == ROOM else None}) for place in TOWN.places
    )
    return stats(TOWN.model_copy(update={"duty": duty, "places": places}), year, TODAY)


def duties(numbers: Stats) -> dict[str, int]:
    return {one.id: one.duties for one in numbers.people}


def test_five_people_serve_ten_wednesdays_each_in_2026() -> None:
    five = rotation("five", "2026-01-01", "每周三 9:00-11:00", "ding", "fang", "ouyang", "qian", "zhu")
    (fair,) = found(five).rotations
    assert fair.served == (("ding", 10), ("fang", 10), ("ouyang", 10), ("qian", 10), ("zhu", 10))
    assert (fair.least, fair.most) == (10, 10)


def test_two_sessions_of_a_day_are_one_duty_with_the_hours_of_both() -> None:
    ding = found(WEEKLY).people[0]
    assert (ding.duties, ding.minutes, ding.past) == (25, 25 * 300, 22)


def test_a_substitute_gets_the_credit() -> None:
    leave = [{"person": "ding", "from": "2026-12-02", "to": "2026-12-31", "substitute": "qian"}]
    plain, changed = duties(found(WEEKLY)), duties(found(WEEKLY, leave=leave))
    assert changed["qian"] == plain["ding"] - changed["ding"] > 0


def test_cancelled_and_vacant_shifts_count_for_nobody() -> None:
    changed = found(
        WEEKLY,
        overrides=[{"date": "2026-12-02", "rotation": "weekly", "cancel": "true"}],
        leave=[{"person": one, "from": "2026-12-09"} for one in ("ding", "fang")],
    )
    assert sum(duties(changed).values()) == 48
    assert {one.id: one.duties for one in changed.places}[ROOM] == 48


def test_two_people_are_compared_only_while_both_were_in_turn() -> None:
    joined = rotation("joined", "2026-01-01", "每周三 9:00-11:00", "ding", "qian")
    joined["segments"].append({"from": "2026-12-01", "when": "每周三 9:00-11:00", "people": ["ding", "fang"]})
    (fair,) = found(joined).rotations
    pairs = {pair.people: pair for pair in fair.pairs}
    assert pairs["ding", "fang"] == Pair(("ding", "fang"), (3, 2), 0)
    assert pairs["qian", "fang"].served == (0, 0)
    assert sum(pairs["ding", "qian"].served) == 45
    assert fair.most - fair.least > max(pair.difference for pair in fair.pairs)


def test_people_who_serve_side_by_side_are_counted_together() -> None:
    both = WEEKLY | {"segments": [WEEKLY["segments"][0] | {"wanted": 2}]}
    (fair,) = found(both).rotations
    assert fair.pairs == (Pair(("ding", "fang"), (50, 50), 50),)


def test_a_rotation_of_one_person_has_nothing_to_be_fair_about() -> None:
    assert found(rotation("alone", "2026-01-01", "每周三 9:00-11:00", "ding")).rotations == ()


def test_a_promise_is_held_against_every_full_period() -> None:
    (monthly,) = found(WEEKLY, cover=Cover(visits=4, per="month")).promises
    assert (monthly.periods, monthly.kept, monthly.visits) == (12, 10, 50)
    (weekly,) = found(WEEKLY, cover=Cover(hours=5, per="week")).promises
    assert (weekly.periods, weekly.kept) == (51, 49)
    (quarterly,) = found(WEEKLY, cover=Cover(visits=14, per="quarter")).promises
    assert quarterly.periods == 4


def test_the_numbers_of_a_year_stop_at_its_ends() -> None:
    assert sum(duties(found(WEEKLY, year=2025)).values()) == 0
    assert {one.past for one in found(WEEKLY, year=2027).people} == {0}


def test_what_is_today_is_not_over_yet() -> None:
    mondays = rotation("mondays", "2026-11-09", "每周一 9:00-11:00", "ding")
    numbers = found(mondays)
    assert (numbers.year, numbers.people[0].past) == (2026, 2)


def test_people_count_who_are_in_turn_on_at_least_one_day_of_the_year() -> None:
    one = rotation("one", "2024-01-01", "每周三 9:00-11:00", "ding", "fang")
    ends = [("2025-12-31", "qian"), ("2026-01-01", "ouyang"), (None, "zhu")]
    one["segments"][0]["to"] = "2024-12-31"
    starts = ["2025-01-01", "2026-01-01", "2026-12-31"]
    for start, (end, person) in zip(starts, ends, strict=True):
        segment = {"from": start, "when": "每天 9:00-11:00", "people": [person]}
        one["segments"].append(segment | ({"to": end} if end else {}))
    one["segments"].append({"from": "2027-01-01", "when": "每天 9:00-11:00", "people": ["fang"]})
    (fair,) = found(one).rotations
    assert fair.rotation == "one"
    assert [person for person, _ in fair.served] == ["ouyang", "zhu"]


def test_the_first_and_the_last_day_of_a_stretch_belong_to_it() -> None:
    one = rotation("one", "2026-11-11", "每周三 9:00-11:00", "ding", "fang")
    one["segments"][0]["to"] = "2026-11-18"
    (fair,) = found(one).rotations
    assert fair.pairs == (Pair(("ding", "fang"), (1, 1), 0),)


def test_a_promise_says_whose_it_is_and_what_came_of_it() -> None:
    cover = Cover(visits=4, per="month")
    assert found(WEEKLY, cover=cover).promises == (Promise(ROOM, cover, 12, 10, 50, 50 * 300),)


def test_a_temporary_schedule_counts_for_its_people_and_its_place() -> None:
    plan = {"date": "2026-12-02", "hours": "9:00-11:00", "place": ROOM, "people": ["qian"]}
    numbers = found(WEEKLY, temporary=[{"id": "t", "name": "临时", "from": "2026-12-02", "shifts": [plan]}])
    assert duties(numbers)["qian"] == 1
    assert {one.id: one.duties for one in numbers.places}[ROOM] == 50
