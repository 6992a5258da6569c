"""Who steps in for somebody on leave."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.domain.duty_parts import WEDNESDAY, Entry, Parts, absent, on, only, rotation, segment, town


def test_person_of_the_day_is_li_on_25_november() -> None:
    assert only(town(), "2026-11-25").people == ("li",)


@pytest.mark.parametrize(
    ("leave", "standby", "stand_in"),
    [
        ([absent(substitute="chen")], ["zhao"], "chen"),
        ([absent(substitute="chen"), absent(person="chen")], ["zhao"], "zhao"),
        ([absent()], ["zhao"], "zhao"),
        ([absent()], [], "wang"),
        ([absent(), absent(person="wang")], [], "zhang"),
    ],
)
def test_substitute_then_standby_then_next_in_order_steps_in(
    leave: list[Entry], standby: list[str], stand_in: str
) -> None:
    shift = only(town(rotation(standby=standby), leave=leave), "2026-11-25")
    assert shift.people == (stand_in,)
    assert shift.notes[0].startswith("李律师请假，由")
    assert shift.planned == ("li",)


def test_shift_is_vacant_when_everybody_is_away() -> None:
    shift = only(town(leave=[absent(), absent(person="wang"), absent(person="zhang")]), "2026-11-25")
    assert (shift.state, shift.people) == ("vacant", ())
    assert shift.notes == ("李律师请假，暂无人代班",)


def test_substitute_keeps_the_own_turn() -> None:
    parts = town(leave=[absent(substitute="wang")])
    assert only(parts, "2026-11-25").people == ("wang",)
    assert only(parts, "2026-12-02").people == ("wang",)


@pytest.mark.parametrize(
    ("part", "away"),
    [
        ({"half": "上午"}, False),
        ({"half": "下午"}, True),
        ({"hours": "15:00-15:30"}, True),
        ({"hours": "8:00-13:30"}, False),
    ],
)
def test_half_a_day_of_leave_touches_only_that_half(part: Entry, away: bool) -> None:
    assert (only(town(leave=[absent(**part)]), "2026-11-25").people != ("li",)) == away


def test_leave_from_one_rotation_leaves_the_other_alone() -> None:
    parts = town(
        rotation(),
        rotation("other", people=["li"], when="每周三 9:00-10:00"),
        leave=[absent(rotation="other")],
    )
    assert [shift.people for shift in on(parts, "2026-11-25")] == [(), ("li",)]


def test_nobody_is_asked_who_is_on_duty_elsewhere_at_that_time() -> None:
    busy = rotation("other", people=["wang"], places=["qixiao"])
    parts = town(rotation(), busy, leave=[absent()])
    assert on(parts, "2026-11-25")[0].people == ("zhang",)


def test_reason_of_leave_stays_private() -> None:
    notes = only(town(leave=[absent(reason="手术")]), "2026-11-25").notes
    assert "手术" not in "".join(notes)


def test_one_substitute_is_not_sent_to_two_places_at_once() -> None:
    here = rotation(people=["li"], standby=["chen"])
    there = rotation("other", people=["zhang"], standby=["chen"], places=["qixiao"])
    parts = town(here, there, leave=[absent(), absent(person="zhang")])
    assert [shift.people for shift in on(parts, "2026-11-25")] == [("chen",), ()]


E_AWAY = {"person": "chen", "from": "2026-12-10"}


def _brought(how: str) -> Parts:
    """A town in which an exception puts Chen, who is away, on 10 December."""
    thursday = {"date": "2026-12-10", "rotation": "thursdays"}
    wednesday = {"date": "2026-12-09", "rotation": "aiguo"}
    mine = {"date": "2026-12-16", "rotation": "own"}
    plan = {"date": "2026-12-10", "hours": "9:00-11:00", "place": "aiguo", "people": ["chen"]}
    rows: dict[str, Entry] = {
        "temporary": {"temporary": [{"id": "t", "name": "临时", "from": "2026-12-10", "shifts": [plan]}]},
        "move": {"overrides": [{**mine, "move": {"date": "2026-12-10"}}]},
        "add": {"overrides": [{**wednesday, "date": "2026-12-10", "hours": "9:00-10:00", "add": ["chen"]}]},
        "replace": {"overrides": [{**thursday, "replace": ["chen"]}]},
        "split": {"overrides": [{**thursday, "split": {"hours": "9:30-10:30", "people": ["chen"]}}]},
        "swap": {"swaps": [{"a": thursday, "b": mine}]},
    }
    return town(
        rotation(),
        rotation("thursdays", when="每周四 9:00-11:00", people=["wang"], places=["qixiao"]),
        rotation("own", when="每周三 8:00-9:00", people=["chen"], places=["station"]),
        leave=[E_AWAY, {**E_AWAY, "person": "zhang", "from": "2026-01-01", "to": "2026-01-02"}],
        **rows[how],
    )


@pytest.mark.parametrize("how", ["temporary", "move", "add", "replace", "split", "swap"])
def test_nobody_away_is_on_duty_whatever_brought_them_there(how: str) -> None:
    (leave, *_) = (parts := _brought(how)).duty.leave
    assert all("chen" not in shift.people for shift in on(parts, "2026-12-10"))
    covered = parts.duty.model_copy(update={"leave": (leave.model_copy(update={"substitute": "zhao"}),)})
    assert any(shift.people == ("zhao",) for shift in on(replace(parts, duty=covered), "2026-12-10"))


@pytest.mark.parametrize("how", ["temporary", "add", "replace", "split"])
def test_where_the_clerk_named_somebody_nobody_else_is_called(how: str) -> None:
    parts = _brought(how)
    (shift,) = [shift for shift in on(parts, "2026-12-10") if not shift.people]
    assert shift.state == "vacant"
    assert shift.notes[-1] == "陈律师请假，暂无人代班"


def test_somebody_from_another_rotation_who_is_away_is_covered_by_the_people_of_this_one() -> None:
    swap = {"a": WEDNESDAY, "b": {"date": "2026-12-16", "rotation": "own"}}
    own = rotation("own", when="每周三 8:00-9:00", people=["chen"], places=["station"])
    here = rotation(people=["wang", "li", "zhang"], start="li", **{"from": "2026-11-25"})
    parts = town(here, own, swaps=[swap], leave=[{"person": "chen", "from": "2026-11-25"}])
    # Behind Li, whose turn it was.
    shift = next(shift for shift in on(parts, "2026-11-25") if shift.place == "aiguo")
    assert shift.people == ("zhang",)
    assert shift.notes == ("原为李律师，与12月16日的陈律师对调", "陈律师请假，由张律师代")


@pytest.mark.parametrize("substitute", [None, "chen"])
def test_leave_and_a_swap_of_the_same_shift_are_both_kept(substitute: str | None) -> None:
    leave = absent(substitute=substitute) if substitute else absent()
    parts = town(leave=[leave], swaps=[{"a": WEDNESDAY, "b": {**WEDNESDAY, "date": "2026-12-02"}}])
    assert only(parts, "2026-11-25").people == ("wang",)
    assert only(parts, "2026-12-02").people == ("li",)


def test_a_substitute_who_is_away_or_busy_by_then_is_not_taken() -> None:
    busy = {
        "date": "2026-11-25",
        "rotation": "aiguo",
        "hours": "14:00-15:00",
        "place": "station",
        "add": ["chen"],
    }
    for file in ({"overrides": [busy]}, {"leave": [absent(person="chen")]}):
        leave = [absent(substitute="chen"), *file.pop("leave", [])]
        shift = next(s for s in on(town(leave=leave, **file), "2026-11-25") if s.place == "aiguo")
        assert shift.people == ("wang",)


def test_standby_of_the_day_is_asked() -> None:
    later = segment(standby=["zhao"], start="continue", **{"from": "2026-11-01"})
    parts = town(rotation(standby=["chen"], segments=[segment(), later]), leave=[absent()])
    assert only(parts, "2026-11-25").people == ("zhao",)


def test_whoever_a_cancellation_freed_is_not_called_elsewhere() -> None:
    busy = rotation("other", people=["wang"], places=["qixiao"])
    cancelled = {"date": "2026-11-25", "rotation": "other", "cancel": "true"}
    before, after = (
        on(town(rotation(), busy, leave=[absent()], overrides=rows), "2026-11-25")
        for rows in ([], [cancelled])
    )
    assert before[0] == after[0]


FIVE = ["wang", "zhang", "li", "zhao", "chen"]


def test_whoever_a_swap_brought_is_covered_by_the_one_behind_him() -> None:
    # Chen's turn on 25 November, who swapped with Zhang.
    swap = {"a": WEDNESDAY, "b": {**WEDNESDAY, "date": "2026-12-09"}}
    parts = town(rotation(people=FIVE), swaps=[swap], leave=[absent(person="zhang")])
    shift = only(parts, "2026-11-25")
    assert (shift.planned, shift.people) == (("chen",), ("li",))


def test_of_two_people_who_are_both_away_neither_is_left() -> None:
    both = rotation(wanted="2", people=["li", "wang"], standby=["chen"])
    away = [absent(), absent(person="wang")]
    shift = only(town(both, leave=away), "2026-11-25")
    assert (shift.people, shift.notes) == (("chen",), ("李律师请假，由陈律师代", "王律师请假，暂无人代班"))
    shift = only(town(both, leave=[*away, absent(person="chen")]), "2026-11-25")
    assert (shift.state, shift.people) == ("vacant", ())


def test_of_two_people_the_first_stays_away_and_the_second_is_covered_by_name() -> None:
    both = rotation(wanted="2", people=["li", "wang"])
    shift = only(town(both, leave=[absent(), absent(person="wang", substitute="chen")]), "2026-11-25")
    assert (shift.people, shift.state) == (("chen",), "on")


def test_a_shift_moved_into_a_stretch_of_other_people_is_covered_by_the_first_of_them() -> None:
    later = segment(people=["zhao", "chen"], when="每周四 9:00-11:00", **{"from": "2026-11-26"})
    moved = {**WEDNESDAY, "move": {"date": "2026-11-27"}}
    parts = town(
        rotation(segments=[segment(), later]), overrides=[moved], leave=[absent(**{"from": "2026-11-27"})]
    )
    assert only(parts, "2026-11-27").people == ("zhao",)


def test_whoever_is_away_from_this_rotation_alone_steps_in_for_nobody_in_it() -> None:
    parts = town(leave=[absent(), absent(person="wang", rotation="aiguo")])
    assert only(parts, "2026-11-25").people == ("zhang",)


def test_of_two_leaves_the_one_that_names_a_substitute_counts() -> None:
    leave = [absent(), absent(substitute="chen", to="2026-11-30")]
    for rows in (leave, leave[::-1]):
        assert only(town(leave=rows), "2026-11-25").people == ("chen",)


def test_whoever_was_named_stays_named_when_swapped() -> None:
    parts = town(
        overrides=[{**WEDNESDAY, "replace": ["chen"]}],
        swaps=[{"a": WEDNESDAY, "b": {**WEDNESDAY, "date": "2026-12-02"}}],
        leave=[{"person": "chen", "from": "2026-12-02"}],
    )
    assert only(parts, "2026-12-02").state == "vacant"
    assert only(parts, "2026-11-25").people == ("wang",)


def test_the_part_that_nobody_took_over_is_covered_like_a_turn() -> None:
    split = {"hours": "14:00-15:00", "people": ["chen"]}
    away = [absent(), absent(person="chen")]
    found = on(town(overrides=[{**WEDNESDAY, "split": split}], leave=away), "2026-11-25")
    assert [shift.people for shift in found] == [("wang",), (), ("wang",)]


def test_of_two_shifts_the_earlier_one_gets_the_substitute_whatever_the_order_of_the_file() -> None:
    later = rotation(people=["li"])
    earlier = rotation("other", people=["zhang"], when="每周三 13:00-14:00", places=["qixiao"])
    leave = [absent(person=person, substitute="chen") for person in ("li", "zhang")]
    for rows in ([later, earlier], [earlier, later]):
        assert [shift.people for shift in on(town(*rows, leave=leave), "2026-11-25")] == [("chen",), ()]


def test_who_gets_the_only_standby_does_not_depend_on_the_order_of_rotations() -> None:
    late = rotation("late", people=["li"], standby=["chen"], when="每周三 14:00-16:00")
    early = rotation("early", people=["zhang"], standby=["chen"], places=["qixiao"])
    for rows in ((late, early), (early, late)):
        found = on(town(*rows, leave=[absent(), absent(person="zhang")]), "2026-11-25")
        assert [(shift.rotation, shift.people) for shift in found] == [("early", ("chen",)), ("late", ())]


def test_of_two_people_only_the_one_who_is_away_is_covered() -> None:
    both = rotation(wanted="2", people=["li", "wang"])
    shift = only(town(both, leave=[absent(person="wang", substitute="chen")]), "2026-11-25")
    assert shift.people == ("li", "chen")


@pytest.mark.parametrize(
    ("one", "other", "stand_in"),
    [
        ({"substitute": "chen"}, {"substitute": "zhao"}, "chen"),
        ({"substitute": "zhao"}, {"substitute": "chen", "hours": "13:00-17:00"}, "zhao"),
    ],
)
def test_which_of_two_substitutes_comes_does_not_depend_on_the_files_order(
    one: Entry, other: Entry, stand_in: str
) -> None:
    for leave in ([absent(**one), absent(**other)], [absent(**other), absent(**one)]):
        assert only(town(leave=leave), "2026-11-25").people == (stand_in,)
