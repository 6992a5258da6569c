"""A team takes one turn with all its members; a firm stands in until somebody is named."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from macros.domain.checks import findings
from macros.domain.duty import shifts
from macros.domain.duty.shift import Shift
from macros.domain.stats import stats
from macros.models.duty import Duty
from macros.models.people import NAMED_LATER, People
from macros.models.town import Town
from tests.second_town import TOWN

FIRST, LAST = dt.date(2026, 11, 23), dt.date(2027, 2, 28)
PEOPLE = ("a", "b", "c", "d", "e")


def town(people: list[str], **more: Any) -> Town:
    """A town with one rotation of these, two teams and a firm among them."""
    everybody = People.model_validate(
        {
            "people": [{"id": one, "name": f"{one}律师", "role": "adviser"} for one in PEOPLE],
            "teams": [
                {"id": "one", "name": "一组", "role": "mediator", "members": ["a", "b"], "head": "a"},
                {"id": "two", "name": "二组", "role": "mediator", "members": ["c", "d"], "head": "d"},
            ],
            "firms": [{"id": "firm", "name": "某某律师事务所"}],
        }
    ).everybody
    segment = {
        "from": "2026-11-23",
        "when": "每周三 9:00-11:00",
        "people": people,
        "places": ["liuxi-station"],
    }
    rotation = {"id": "r", "name": "轮值", "kind": "point", "segments": [segment | more.pop("segment", {})]}
    duty = Duty.model_validate({"rotations": [rotation], **more})
    return TOWN.model_copy(update={"people": everybody, "duty": duty})


def held(made: Town) -> list[tuple[str, ...]]:
    """Who is there, shift by shift."""
    return [shift.people for shift in shifts(made, FIRST, LAST)]


# Whom to ask for comes first.
MEMBERS = {"one": ("a", "b"), "two": ("d", "c")}


@given(
    st.lists(st.sampled_from(["one", "two", "firm", "e"]), min_size=1, max_size=4, unique=True),
    st.integers(1, 3),
)
def test_a_team_has_the_turns_that_one_person_in_its_place_would_have(ring: list[str], wanted: int) -> None:
    segment = {"wanted": str(min(wanted, len(ring)))}
    stands = dict(zip(ring, ("a", "c", "e", "b"), strict=False))
    plain = shifts(town([stands[one] for one in ring], segment=segment), FIRST, LAST)
    back = {person: one for one, person in stands.items()}

    def as_teams(shift: Shift) -> tuple[str, ...]:
        return tuple(each for person in shift.people for each in MEMBERS.get(back[person], (back[person],)))

    found = shifts(town(ring, segment=segment), FIRST, LAST)
    assert [shift.people for shift in found] == [as_teams(shift) for shift in plain]
    assert [replace(shift, people=(), planned=(), notes=()) for shift in found] == [
        replace(shift, people=(), planned=(), notes=()) for shift in plain
    ]


def test_a_shift_says_whose_team_it_is() -> None:
    first, second = shifts(town(["one", "e"]), FIRST, dt.date(2026, 12, 2))
    assert (first.people, first.notes) == (("a", "b"), ("一组",))
    assert (second.people, second.notes) == (("e",), ())


def test_without_one_of_them_the_others_of_a_team_are_there() -> None:
    leave = [{"person": "a", "from": "2026-11-25"}]
    assert held(town(["one", "two", "e"], leave=leave))[0] == ("b",)
    both = [*leave, {"person": "b", "from": "2026-11-25"}]
    (first, *_) = shifts(town(["one", "two", "e"], leave=both), FIRST, LAST)
    assert (first.state, first.people) == ("vacant", ())


def test_who_is_named_or_waits_steps_in_for_one_of_a_team() -> None:
    leave = [{"person": "a", "from": "2026-11-25", "substitute": "e"}]
    assert held(town(["one", "two"], leave=leave))[0] == ("e", "b")
    waiting = {"standby": ["e"]}
    leave = [{"person": "a", "from": "2026-11-25"}]
    assert held(town(["one", "two"], leave=leave, segment=waiting))[0] == ("e", "b")


def test_nobody_is_called_out_of_a_team_for_somebody_else() -> None:
    leave = [{"person": "e", "from": "2026-11-25"}]
    (first, *_) = shifts(town(["e", "one"], leave=leave), FIRST, LAST)
    assert first.state == "vacant"


def test_a_team_is_put_in_by_an_exception_too() -> None:
    replaced = [{"date": "2026-11-25", "rotation": "r", "replace": ["two"]}]
    (first, *_) = shifts(town(["e"], overrides=replaced), FIRST, LAST)
    assert first.people == ("d", "c")
    assert "改由二组值班" in first.notes[0]


def test_a_firm_says_that_nobody_is_named_and_a_line_names_somebody() -> None:
    made = town(["firm", "e"], overrides=[{"date": "2026-12-09", "rotation": "r", "replace": ["a"]}])
    first, _, third, *_ = shifts(made, FIRST, LAST)
    assert made.person_by_id[first.people[0]].name == f"某某律师事务所{NAMED_LATER}"
    assert third.people == ("a",)


def test_each_member_is_counted() -> None:
    found = stats(town(["one", "e"]), 2026, dt.date(2026, 12, 31))
    counts = {row.id: row.duties for row in found.people}
    assert counts["a"] == counts["b"] == counts["e"] == 3
    assert "one" not in counts
    (fair,) = found.rotations
    assert dict(fair.served) == {"a": 3, "b": 3, "e": 3}


def test_a_firm_is_not_called_in_for_somebody() -> None:
    leave = [{"person": "e", "from": "2026-11-25"}]
    (first, *_) = shifts(town(["e", "firm"], leave=leave), FIRST, LAST)
    assert first.state == "vacant"


def test_a_firm_can_send_two_at_one_hour_and_a_person_cannot_be_at_two_places() -> None:
    made = town(["firm"])
    second = made.duty.rotations[0].model_copy(
        update={
            "id": "s",
            "segments": (
                made.duty.rotations[0].segments[0].model_copy(update={"places": ("taoyuan-room",)}),
            ),
        }
    )
    both = made.duty.model_copy(update={"rotations": (made.duty.rotations[0], second)})

    def told(ring: tuple[str, ...]) -> list[str]:
        rotations = tuple(
            one.model_copy(update={"segments": (one.segments[0].model_copy(update={"people": ring}),)})
            for one in both.rotations
        )
        duty = both.model_copy(update={"rotations": rotations})
        found = findings(made.model_copy(update={"duty": duty}), FIRST, LAST)
        return [one.message for one in found if "两个班次" in one.message]

    assert told(("firm",)) == []
    assert told(("e",)) != []
