"""What those who follow the duty of a folder in git have, revision after revision."""

from __future__ import annotations

import datetime as dt
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import vobject

from macros.domain.duty import Resolved
from macros.domain.edition import HORIZON, span_of
from macros.domain.followed import Follow
from macros.followers import followers
from macros.history import git
from macros.load import load
from macros.models.town import Town
from macros.views.atom import feed_file
from macros.views.calendars import calendar_files
from macros.views.feeds import changes_feed

TOWN = Path(__file__).parent / "mistakes" / "town"
DUTY = (TOWN / "duty.yml").read_text("utf-8")
TODAY = dt.date(2026, 11, 23)
NAME = "2026-12-02T1330.aiguo-room.east"
ON = "{date: 2026-12-02, rotation: east"
CANCEL = f"overrides: [{ON}, cancel: true, reason: 停电}}]"
STAND_IN = f"overrides: [{ON}, replace: [zhang]}}]"
ALL, EAST, CHANGES = "calendars/all.ics", "calendars/places/aiguo-room.ics", "calendars/changes.ics"
LI, ZHANG = "calendars/people/li.ics", "calendars/people/zhang.ics"


def follows_of(folder: Path, town: Town, today: dt.date) -> tuple[Follow, ...]:
    """The entries of a site built on a day."""
    span = span_of(today)
    return followers(folder, town, Resolved.of(town, span.last), span, today)


@dataclass
class Repository:
    """A town in git; each commit is made at nine on the next day."""

    path: Path
    monkeypatch: pytest.MonkeyPatch
    day: dt.date = dt.date(2026, 11, 2)
    step: dt.timedelta = field(default=dt.timedelta(days=1))

    @property
    def data(self) -> Path:
        """The folder of data."""
        return self.path / "data"

    def git(self, *arguments: str) -> str:
        """What git answers, which must not refuse."""
        self.monkeypatch.setenv("GIT_COMMITTER_DATE", f"{self.day}T09:00:00+08:00")
        answer = git(self.path, *arguments)
        assert answer is not None, arguments
        return answer.decode().strip()

    def write(self, more: str = "", **files: str) -> None:
        """Nothing; the duty file gets more lines, the other files are as given."""
        for name, text in {"duty": f"{DUTY}\n{more}\n", **files}.items():
            (self.data / f"{name}.yml").write_text(text, "utf-8")

    def commit(self, more: str = "", **files: str) -> None:
        """Nothing; writes and commits."""
        self.day += self.step
        self.write(more, **files)
        self.git("add", ".")
        self.git("commit", "--quiet", "--allow-empty", "--no-gpg-sign", "-m", str(self.day))

    def follows(self, today: dt.date = TODAY) -> tuple[Town, tuple[Follow, ...]]:
        """The town as it stands in the folder, and its entries."""
        town = load(self.data).town
        return town, follows_of(self.data, town, today)

    def files(self, today: dt.date = TODAY) -> dict[str, bytes]:
        """The calendars of a site built on a day."""
        return dict(calendar_files(*self.follows(today)))

    def entry(self, name: str = NAME, today: dt.date = TODAY) -> tuple[int, str, str, dt.date]:
        """An entry in the calendar of all: its sequence, status, first line, and day of its last change."""
        event = read(self.files(today)[ALL])[name]
        assert event.dtstamp.value == event.last_modified.value
        stamp = event.dtstamp.value + dt.timedelta(hours=8)
        return int(event.sequence.value), event.status.value, event.summary.value, stamp.date()


def read(content: bytes) -> dict[str, Any]:
    """The events of a calendar by the part of their UID that isn't the town's."""
    events = vobject.readOne(content.decode()).contents.get("vevent", [])
    return {event.uid.value.partition("@")[0]: event for event in events}


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """An empty repository with the usual files of a town, not committed yet."""
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "tester")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "tester@example.com")
    shutil.copytree(TOWN, tmp_path / "town" / "data")
    made = Repository(tmp_path / "town", monkeypatch)
    made.git("init", "--quiet", "--initial-branch=main")
    return made


def day(number: int) -> dt.date:
    """A day of November 2026."""
    return dt.date(2026, 11, number)


def test_cancelled_and_put_back_is_0_1_2(repository: Repository) -> None:
    found = []
    for more in ("", CANCEL, ""):
        repository.commit(more)
        found.append(repository.entry())
    assert found == [
        (0, "CONFIRMED", "爱国村：李律师", day(3)),
        (1, "CANCELLED", "爱国村：停一次", day(4)),
        (2, "CONFIRMED", "爱国村：李律师", day(5)),
    ]


def test_what_is_put_back_is_told_to_those_who_follow_changes_only(repository: Repository) -> None:
    for more in ("", CANCEL, ""):
        repository.commit(more)
    event = read(repository.files()[CHANGES])[NAME]
    assert (event.status.value, event.sequence.value) == ("CONFIRMED", "2")


def test_replaced_twice_is_0_1_2(repository: Repository) -> None:
    people = (TOWN / "people.yml").read_text("utf-8") + "\n  - {id: wang, name: 王律师, role: adviser}\n"
    found = []
    for who in ("li", "zhang", "wang"):
        repository.commit("" if who == "li" else STAND_IN.replace("zhang", who), people=people)
        found.append(repository.entry()[:3])
    assert [sequence for sequence, _, _ in found] == [0, 1, 2]
    assert [summary[-3:] for _, _, summary in found] == ["李律师", "张律师", "王律师"]


def test_only_the_entry_that_changed_changes(repository: Repository) -> None:
    repository.commit()
    before = read(repository.files()[ALL])
    repository.commit(CANCEL)
    after = read(repository.files()[ALL])
    assert {name for name in after if after[name].serialize() != before[name].serialize()} == {NAME}


def test_moved_twice_there_is_one_entry_at_the_last_time(repository: Repository) -> None:
    for number, move in enumerate((None, "{date: 2026-12-03}", "{date: 2026-12-04, hours: 9:00-11:00}")):
        repository.commit(f"overrides: [{ON}, move: {move}}}]" if move else "")
        found = read(repository.files()[ALL])
        assert found[NAME].sequence.value == str(number)
        starts = [event.dtstart.value.replace(tzinfo=None) for event in found.values()]
        assert [start for start in starts if dt.datetime(2026, 12, 1) < start < dt.datetime(2026, 12, 8)] == [  # noqa: DTZ001 - the clock on the wall
            found[NAME].dtstart.value.replace(tzinfo=None)
        ]
    assert found[NAME].dtstart.value.isoformat() == "2026-12-04T09:00:00+08:00"


def test_added_and_taken_back_is_cancelled_until_sixty_days_after(repository: Repository) -> None:
    added = "2026-12-03T0900.aiguo-room.east.added"
    add = "overrides: [{date: 2026-12-03, rotation: east, add: [zhang], hours: 9:00-11:00}]"
    for more in ("", add, ""):
        repository.commit(more)
    assert repository.entry(added) == (1, "CANCELLED", "爱国村：取消", day(5))
    last = dt.date(2026, 12, 3) + dt.timedelta(days=60)
    for name in (ALL, EAST, CHANGES, ZHANG):
        assert any(one.startswith(added) for one in read(repository.files(last)[name]))
        later = read(repository.files(last + dt.timedelta(days=1))[name])
        assert not any(one.startswith(added) for one in later)


def test_what_a_later_holiday_notice_stops_is_cancelled(repository: Repository) -> None:
    notice = "days: [{name: 大扫除, date: 2026-12-02, kind: off, notice: 镇政府通知}]"
    repository.commit()
    repository.commit(holidays=notice)
    assert repository.entry()[:2] == (1, "CANCELLED")


def test_what_the_yearly_notice_stops_is_cancelled_whenever_the_data_changed(repository: Repository) -> None:
    # Of the days around 17 February 2026 the law alone makes the 20th a working day.
    friday, today = DUTY.replace("每周三", "每周五"), dt.date(2025, 11, 20)
    off, other = (f"2026-02-{number}T1330.aiguo-room.east" for number in (20, 27))
    repository.day = dt.date(2025, 10, 2)
    repository.commit(duty=friday)
    before = repository.entry(off, today), repository.entry(other, today)
    assert [found[:2] for found in before] == [(1, "CANCELLED"), (1, "CONFIRMED")]
    assert {found[3] for found in before} == {dt.date(2025, 10, 25)}
    assert off not in read(repository.files(dt.date(2025, 10, 24))[ALL])
    repository.day = dt.date(2025, 11, 18)
    repository.commit(duty=friday + "\noverrides: [{date: 2026-02-27, rotation: east, cancel: true}]\n")
    assert repository.entry(other, today) == (2, "CANCELLED", "爱国村：停一次", dt.date(2025, 11, 19))
    assert repository.entry(off, today) == before[0]


def test_a_second_rotation_at_the_same_hour_renames_nobody(repository: Repository) -> None:
    repository.commit()
    before = read(repository.files()[ALL])
    beside = DUTY.partition("rotations:")[2].replace("id: east", "id: aaa").replace("[zhang, li]", "[li]")
    repository.commit(beside.strip("\n"))
    after = read(repository.files()[ALL])
    assert len(after) == 2 * len(before)
    assert all(after[name].serialize() == before[name].serialize() for name in before)


def test_one_name_says_the_same_in_every_file(repository: Repository) -> None:
    move = "overrides: [{date: 2026-12-09, rotation: east, move: {place: station}}]"
    more = "swaps: [{a: {date: 2026-12-16, rotation: east}, b: {date: 2026-12-23, rotation: east}}]"
    leave = "leave: [{person: li, from: 2026-12-30, substitute: zhang}]"
    repository.commit()
    repository.commit("\n".join((move, more, leave)))
    said: dict[str, set[str]] = {}
    for content in repository.files().values():
        for event in vobject.readOne(content.decode()).contents["vevent"]:
            said.setdefault(event.uid.value, set()).add(event.serialize())
    assert {len(forms) for forms in said.values()} == {1}
    moved = "2026-12-09T1330.aiguo-room.east"
    for file in (EAST, "calendars/places/station.ics"):
        assert read(repository.files()[file])[moved].location.value == "样板镇法律服务站"


def test_in_a_persons_own_calendar_the_persons_part_is_cancelled(repository: Repository) -> None:
    repository.commit()
    before = read(repository.files()[LI])[f"{NAME}_li"]
    repository.commit(STAND_IN)
    files = repository.files()
    own, other, whole = (
        read(files[LI])[f"{NAME}_li"],
        read(files[ZHANG])[f"{NAME}_zhang"],
        read(files[ALL])[NAME],
    )
    assert [one.status.value for one in (before, own, other, whole)] == [
        "CONFIRMED", "CANCELLED", "CONFIRMED", "CONFIRMED",
    ]  # fmt: skip
    assert own.summary.value == "爱国村：改由张律师"
    assert (before.sequence.value, own.sequence.value) == ("0", "1")


def test_nobody_takes_over_what_is_vacant(repository: Repository) -> None:
    repository.commit("leave:\n  - {person: li, from: 2026-12-02}\n  - {person: zhang, from: 2026-12-02}")
    own = read(repository.files()[LI])[f"{NAME}_li"]
    assert (own.status.value, own.summary.value) == ("CANCELLED", "爱国村：暂缺")


def test_who_had_a_shift_by_the_rotation_of_old_is_told_as_well(repository: Repository) -> None:
    repository.commit()
    turned = DUTY.replace("[zhang, li]", "[li, zhang]")
    repository.commit(duty=turned)
    assert read(repository.files()[LI])[f"{NAME}_li"].status.value == "CANCELLED"


def test_what_is_not_committed_is_one_more_change_of_today(repository: Repository) -> None:
    repository.commit()
    repository.write(CANCEL)
    assert repository.entry()[0] == 1
    assert repository.entry()[3] == TODAY


def test_without_git_nothing_has_changed(tmp_path: Path) -> None:
    town = load(TOWN).town
    shutil.copytree(TOWN, tmp_path / "data")
    found = follows_of(tmp_path / "data", town, TODAY)
    assert {(one.sequence, one.changed) for one in found} == {(0, TODAY)}


def test_the_day_of_a_change_is_that_of_shanghai(repository: Repository) -> None:
    repository.commit()
    repository.write(CANCEL)
    repository.monkeypatch.setenv("GIT_COMMITTER_DATE", "unused")
    repository.git("add", ".")
    late = "2026-11-10T17:00:00+00:00"
    repository.monkeypatch.setenv("GIT_COMMITTER_DATE", late)
    assert git(repository.path, "commit", "--quiet", "--no-gpg-sign", "-m", "late") is not None
    assert repository.entry()[3] == day(11)


def test_the_same_commit_on_the_same_day_gives_the_same_bytes(repository: Repository, tmp_path: Path) -> None:
    for more in ("", CANCEL, STAND_IN):
        repository.commit(more)
    git(tmp_path, "clone", "--quiet", "town", "other")
    assert Repository(tmp_path / "other", repository.monkeypatch).files() == repository.files()


def test_another_day_changes_no_entry(repository: Repository) -> None:
    for more in ("", CANCEL, ""):
        repository.commit(more)
    before = read(repository.files()[ALL])
    later = read(repository.files(TODAY + dt.timedelta(days=50))[ALL])
    both = before.keys() & later.keys()
    assert len(both) > 10
    assert all(before[name].serialize() == later[name].serialize() for name in both)


@pytest.mark.parametrize("pulled", [False, True], ids=["merged", "pulled"])
def test_a_merge_never_takes_a_change_back(repository: Repository, pulled: bool) -> None:
    repository.commit()
    for more in (CANCEL, STAND_IN):
        repository.commit(more)
    published = repository.entry()
    repository.git("checkout", "--quiet", "-b", "own", "HEAD~2")
    events = (TOWN / "events.yml").read_text("utf-8")
    repository.commit(
        people=(TOWN / "people.yml").read_text("utf-8").replace("李律师", "李大律师"), events=events
    )
    if pulled:
        # So does `git pull`: what was published is the second parent.
        repository.git("merge", "--quiet", "--no-edit", "main")
    else:
        repository.git("checkout", "--quiet", "main")
        repository.git("merge", "--quiet", "--no-edit", "own")
    merged = repository.entry()
    assert merged[0] > published[0] == 2
    assert merged[1:3] == ("CONFIRMED", "爱国村：张律师")


def test_a_shallow_clone_never_counts_less(repository: Repository, tmp_path: Path) -> None:
    repository.commit()
    repository.commit(CANCEL)
    counts = [repository.entry()[0]]
    for number, more in enumerate(("", CANCEL)):
        repository.commit(more)
        git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{repository.path}", str(number))
        counts.append(Repository(tmp_path / str(number), repository.monkeypatch).entry()[0])
    assert counts == sorted(set(counts))


def test_revisions_in_a_shape_of_old_times_count_as_changes(repository: Repository) -> None:
    for number in range(3):
        repository.commit(f"shape: {number}")
    repository.commit()
    assert repository.entry()[:2] == (4, "CONFIRMED")
    repository.commit(CANCEL)
    assert repository.entry()[:2] == (5, "CANCELLED")


def test_a_mistake_in_between_changes_nothing(repository: Repository) -> None:
    repository.commit()
    before = repository.files()
    repository.commit(f"overrides: [{ON}, replace: [nobody]}}]")
    repository.commit()
    assert repository.files() == before


def test_revisions_that_touch_no_duty_are_not_worked_out(repository: Repository) -> None:
    repository.commit()
    for number in range(5):
        repository.commit(events=(TOWN / "events.yml").read_text("utf-8") + f"# {number}\n")
    asked: list[Town] = []

    def told(town: Town, found: Any) -> dict[str, Any]:
        asked.append(town)
        return {}

    repository.monkeypatch.setattr("macros.followers.told", told)
    repository.follows()
    assert len(asked) == 2


def test_revisions_from_long_before_are_not_worked_out(repository: Repository) -> None:
    repository.day = dt.date(2025, 1, 1)
    for more in ("shape: 1", "", CANCEL, STAND_IN, "", CANCEL):
        repository.commit(more)
    sequence, _, _, changed = repository.entry()
    assert (sequence, changed) == (0, dt.date(2026, 12, 2) - HORIZON)


def test_files_of_a_folder_are_one_subject(repository: Repository) -> None:
    repository.commit()
    before = repository.files()
    (repository.data / "duty").mkdir()
    (repository.data / "duty.yml").rename(repository.data / "duty" / "rotations.yml")
    repository.day += repository.step
    repository.git("add", "--all", ".")
    repository.git("commit", "--quiet", "--no-gpg-sign", "-m", "folder")
    assert repository.files() == before


def test_an_entry_of_the_feed_is_of_its_own_day_and_the_feed_of_the_last(
    repository: Repository,
) -> None:
    repository.commit()
    repository.commit(CANCEL)
    other = "  - {date: 2026-12-09, rotation: east, cancel: true}"
    repository.commit(f"overrides:\n  - {ON}, cancel: true, reason: 停电}}\n{other}")
    town, follows = repository.follows()
    feed = ElementTree.fromstring(feed_file(town, changes_feed(town, follows, TODAY)))  # noqa: S314 - our own file
    days = [element.text for element in feed.iter("{http://www.w3.org/2005/Atom}updated")]
    assert days == [f"2026-11-{number:02}T00:00:00+08:00" for number in (5, 5, 4)]
