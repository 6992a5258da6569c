"""What those who follow the events of a folder in git have, revision after revision."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from macros.domain.event_told import EventFollow, event_now
from macros.followers import event_followers
from macros.load import load
from tests.test_followers import TOWN, Repository

TODAY = dt.date(2026, 11, 23)
HEAD = "categories: [讲座]\nevents:\n"
TALK = "  - {id: talk, title: 讲座, category: 讲座, summary: 讲法, date: "
DAYS = "when: 每月第一个周六 7:30-9:30, from: 2026-11-01, to: 2027-06-30"
MARKET = f"  - {{id: market, title: 早市, category: 讲座, summary: 讲法, {DAYS}"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A town in git, without a commit."""
    made = Repository(tmp_path / "town", monkeypatch)
    shutil.copytree(TOWN, made.data)
    made.git("init", "--quiet")
    for key, value in (("user.name", "a"), ("user.email", "a@b")):
        made.git("config", key, value)
    return made


def commit(repository: Repository, *rows: str) -> None:
    """Nothing; commits the events file with these rows, on the next day."""
    repository.commit(events=HEAD + "\n".join(rows) + "\n")


def found(repository: Repository, name: str) -> EventFollow:
    """What followers have of one event."""
    follows = event_followers(repository.data, load(repository.data).town, TODAY)
    (one,) = [one for one in follows if one.name == name]
    return one


def told(repository: Repository, name: str) -> tuple[int, str, str]:
    """How often it was changed, when, and what has become of it."""
    one = found(repository, name)
    return one.sequence, str(one.changed), event_now(one).fate


def test_an_event_has_the_day_on_which_it_was_written_and_counts_its_changes(repository: Repository) -> None:
    commit(repository, TALK + "2026-12-04}")
    assert told(repository, "talk") == (0, "2026-11-03", "planned")
    commit(repository, TALK + "2026-12-04}", MARKET + "}")
    assert told(repository, "talk") == (0, "2026-11-03", "planned")
    commit(repository, TALK + "2026-12-11, was: 2026-12-04}", MARKET + "}")
    assert told(repository, "talk") == (1, "2026-11-05", "moved")
    commit(repository, TALK + "2026-12-11, was: 2026-12-04, cancelled: 停电}", MARKET + "}")
    assert told(repository, "talk") == (2, "2026-11-06", "cancelled")


def test_a_day_of_several_changes_alone(repository: Repository) -> None:
    commit(repository, MARKET + "}")
    commit(repository, MARKET + ", dates: [{date: 2026-12-05, cancelled: 下雪}]}")
    assert told(repository, "market.2026-12-05") == (1, "2026-11-04", "cancelled")
    assert told(repository, "market.2027-01-02") == (0, "2026-11-03", "planned")
    assert found(repository, "market.2026-12-05").altered


def test_what_is_deleted_is_told_as_cancelled(repository: Repository) -> None:
    commit(repository, TALK + "2026-12-04}", MARKET + "}")
    commit(repository, MARKET + "}")
    one = found(repository, "talk")
    assert (one.gone, one.sequence, str(one.changed), event_now(one).fate) == (
        True,
        1,
        "2026-11-04",
        "cancelled",
    )


def test_how_it_was_is_a_change_of_its_day(repository: Repository) -> None:
    commit(repository, TALK + "2026-11-02}")
    commit(repository, TALK + "2026-11-02, recap: {text: 来了很多人}}")
    assert told(repository, "talk")[:2] == (1, "2026-11-04")


def test_a_revision_in_the_form_of_old_times_is_read(repository: Repository) -> None:
    old = "categories: [讲座]\nseries: [宪法周]\nevents:\n" + TALK + "2026-12-04, series: 宪法周}\n"
    repository.commit(events=old)
    commit(repository, TALK + "2026-12-04}")
    assert told(repository, "talk")[1] == "2026-11-04", "the series is a word of it"
    assert found(repository, "talk").sequence == 1


def test_time_alone_changes_nothing(repository: Repository) -> None:
    commit(repository, TALK + "2026-12-04}", MARKET + "}")
    town = load(repository.data).town
    later = event_followers(repository.data, town, TODAY + dt.timedelta(days=20))
    assert {(one.sequence, str(one.changed)) for one in later} == {(0, "2026-11-03")}
