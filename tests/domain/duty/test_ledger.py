"""SEQUENCE never goes down and grows with every change, however the revisions hang together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from macros.domain.duty.ledger import EARLIER, Followed, Revision, Span, followed

TODAY = dt.date(2026, 11, 23)
AHEAD = dt.timedelta(days=125)
SPAN = Span(TODAY - dt.timedelta(days=60), TODAY + AHEAD, AHEAD)
DUE = dt.date(2026, 12, 2)
# The first day whose changes count.
SINCE = DUE - AHEAD - EARLIER


@dataclass(frozen=True)
class Word:
    """What is told of an entry, as little as can be."""

    word: str
    who: str = "a"
    due: dt.date = DUE

    @property
    def day(self) -> dt.date:
        return self.due

    @property
    def places(self) -> frozenset[str]:
        return frozenset({"room"})

    @property
    def people(self) -> frozenset[str]:
        return frozenset({self.who})

    @property
    def essence(self) -> str:
        return self.who


Told = Mapping[str, Word] | None


def one(*told: Told, days: Iterable[dt.date] = (), hidden: int = 0) -> Followed[Word]:
    """The only entry, after these revisions one after the other, a day apart."""
    dates = [*days] or [TODAY - dt.timedelta(days=len(told) - number) for number in range(len(told))]
    revisions = [
        Revision(str(number), (str(number - 1),) if number else (), day, words, 0 if number else hidden)
        for number, (words, day) in enumerate(zip(told, dates, strict=True))
    ]
    (found,) = followed(revisions, SPAN, TODAY)
    return found


PLAIN, OTHER = {"x": Word("照常")}, {"x": Word("停一次")}


def test_what_was_never_changed_is_0_and_what_is_put_back_2() -> None:
    assert [one(*told).sequence for told in ([PLAIN], [PLAIN, OTHER], [PLAIN, OTHER, PLAIN])] == [0, 1, 2]
    assert one({}, {}, PLAIN, PLAIN).sequence == 0


def test_the_day_is_that_of_the_own_change() -> None:
    assert one(PLAIN, OTHER, OTHER, OTHER).changed == TODAY - dt.timedelta(days=3)
    assert one(PLAIN, PLAIN, PLAIN, PLAIN).changed == TODAY - dt.timedelta(days=4)
    assert one(PLAIN, OTHER, days=[TODAY, TODAY + AHEAD]).changed == TODAY


def test_what_was_so_before_it_was_published_has_the_day_of_publication() -> None:
    old = SINCE - dt.timedelta(days=1)
    found = one(PLAIN, OTHER, PLAIN, days=[old, old, old])
    assert (found.sequence, found.changed) == (0, DUE - AHEAD)
    assert one(PLAIN, OTHER, days=[old, SINCE]).sequence == 1


def test_what_is_not_there_any_more_stays_as_what_it_was() -> None:
    gone = one(PLAIN, {}, {})
    assert (gone.gone, gone.told, gone.sequence, gone.altered) == (True, PLAIN["x"], 1, True)
    back = one(PLAIN, {}, PLAIN)
    assert (back.gone, back.sequence) == (False, 2)


def test_words_alone_alter_nothing() -> None:
    assert not one(PLAIN, OTHER).altered
    found = one(PLAIN, {"x": Word("照常", "b")})
    assert found.altered
    assert found.people == {"a", "b"}


def test_a_mistake_in_between_was_never_published() -> None:
    assert one(PLAIN, None, PLAIN) == one(PLAIN, PLAIN, PLAIN)
    assert one(PLAIN, None, OTHER).sequence == 1


def test_every_revision_that_is_too_old_to_be_read_may_have_changed_an_entry() -> None:
    assert one(None, None, PLAIN, OTHER).sequence == 4
    # Before there was any data, there was nothing to make a mistake in.
    assert one({}, None, None, PLAIN, OTHER).sequence == 4
    old = SINCE - dt.timedelta(days=1)
    assert one(None, None, PLAIN, days=[old, old, TODAY]).sequence == 1


def test_what_a_clone_left_out_counts_as_much_as_it_says() -> None:
    assert one(PLAIN, OTHER, hidden=1000).sequence == 1001
    assert one(PLAIN, OTHER, days=[SINCE - dt.timedelta(days=1), TODAY], hidden=1000).sequence == 1


words = st.one_of(
    st.none(),
    st.dictionaries(
        st.sampled_from("xy"), st.builds(Word, st.sampled_from(["照常", "停一次"]), st.sampled_from("ab"))
    ),
)


@st.composite
def histories(draw: st.DrawFn) -> list[Revision[Word]]:
    """Revisions that branch and are merged, dated as clocks go that are sometimes wrong."""
    found: list[Revision[Word]] = []
    for number in range(draw(st.integers(2, 9))):
        before = draw(st.sets(st.integers(0, number - 1), min_size=1, max_size=2)) if number else set[int]()
        day = TODAY - dt.timedelta(days=draw(st.integers(0, 400)))
        told = draw(words)
        found.append(Revision(str(number), tuple(map(str, before)), day, told))
    return found


def made_of(history: list[Revision[Word]], at: int) -> list[Revision[Word]]:
    """A revision and all before it."""
    made, waiting = set[str](), {str(at)}
    while waiting:
        made |= waiting
        waiting = {before for one in history if one.id in waiting for before in one.before}
    return [one for one in history if one.id in made]


@given(histories())
def test_no_sequence_ever_goes_down_and_each_grows_with_its_entry(history: list[Revision[Word]]) -> None:
    known = [made_of(history, at) for at in range(len(history))]
    seen = [{one.name: one for one in followed(made, SPAN, TODAY)} for made in known]
    for later, revision in enumerate(history):
        if max(one.day for one in known[later]) < SINCE:
            continue
        for earlier in map(int, revision.before):
            for name, was in seen[earlier].items():
                now = seen[later][name]
                assert now.sequence >= was.sequence
                assert now.changed >= was.changed
                if (now.told, now.gone) != (was.told, was.gone):
                    assert now.sequence > was.sequence


def left(due: dt.date, day: dt.date) -> list[bool]:
    """Whether an entry due then is told as gone that was taken out on `day`; empty: it isn't told."""
    told: list[Told] = [{"x": Word("照常", due=due)}, {}]
    revisions = [Revision(str(n), (str(n - 1),) if n else (), day, words) for n, words in enumerate(told)]
    return [one.gone for one in followed(revisions, SPAN, TODAY)]


def test_what_was_taken_out_before_it_could_be_published_is_not_told_as_gone() -> None:
    assert left(DUE, SINCE) == [True]
    assert left(DUE, SINCE - dt.timedelta(days=1)) == []


def test_what_was_due_outside_the_days_that_are_looked_at_is_not_told_as_gone() -> None:
    a_day = dt.timedelta(days=1)
    assert [left(due, TODAY) for due in (SPAN.first, SPAN.last)] == [[True], [True]]
    assert [left(due, TODAY) for due in (SPAN.first - a_day, SPAN.last + a_day)] == [[], []]


def test_the_same_change_in_two_branches_has_the_day_of_the_later_one() -> None:
    early, late = TODAY - dt.timedelta(days=5), TODAY - dt.timedelta(days=2)
    revisions = [
        Revision("base", (), TODAY - dt.timedelta(days=9), PLAIN),
        Revision("late", ("base",), late, OTHER),
        Revision("early", ("base",), early, OTHER),
        Revision("merge", ("late", "early"), TODAY, OTHER),
    ]
    (found,) = followed(revisions, SPAN, TODAY)
    assert found.changed == late


def test_hidden_changes_count_from_the_first_day_on_that_an_entrys_do() -> None:
    assert one(PLAIN, OTHER, days=[SINCE, TODAY], hidden=3).sequence == 4
    assert one(PLAIN, OTHER, days=[SINCE - dt.timedelta(days=1), TODAY], hidden=3).sequence == 1
