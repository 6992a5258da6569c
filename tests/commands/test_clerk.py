"""A new clerk's fifteen acts: by a line of YAML, by answering questions, by a table, with one outcome.

The handbook names the steps of each way, which are counted here: lines typed, answers given.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from macros.domain.duty import shifts
from macros.load import load
from tests.commands.conftest import Fahu
from tests.commands.test_edit import typed
from tests.conftest import ROOT
from tests.sheets.books import book

HEAD = ("日期", "时间", "地点", "谁值班")
# December as the rules have it.
PLAIN = (("2日", "李律师"), ("9日", "张律师"), ("16日", "李律师"), ("23日", "张律师"), ("30日", "李律师"))
HOURS = "13:30-16:00"
Rows = Sequence[tuple[str, ...]]


@dataclass(frozen=True)
class Act:
    """What a clerk wants, and each way to it; `outcome` is asked of the town, and `right` what it answers."""

    name: str
    outcome: Callable[[Path], object]
    right: object
    yaml: tuple[str, str]
    answers: tuple[str, ...] = ()
    table: Rows = ()


def december(data: Path) -> list[str]:
    """Who is on duty in December, in short."""
    found = shifts(load(data).town, dt.date(2026, 12, 1), dt.date(2026, 12, 31))
    return [
        f"{one.date.day} {one.session} {one.place} {'+'.join(one.people)}"
        for one in found
        if one.state == "on"
    ]


def with_days(**changed: str) -> list[str]:
    """December with other duties on some days, `d9="li"`; nobody is nobody, more is written out."""
    days = {f"d{name.removesuffix('日')}": {"李律师": "li", "张律师": "zhang"}[who] for name, who in PLAIN}
    found = []
    for day, who in sorted((days | changed).items(), key=lambda each: int(each[0][1:])):
        if who:
            full = who if " " in who else f"13:30–16:00 aiguo-room {who}"
            found.append(f"{day[1:]} {full}")
    return found


def rows(**changed: str) -> Rows:
    """The month's table with other people on some days; nobody means no row."""
    return [
        (day, HOURS, "爱国村", changed.get(f"d{day.removesuffix('日')}", who))
        for day, who in PLAIN
        if changed.get(f"d{day.removesuffix('日')}", who)
    ]


def notices(data: Path) -> object:
    """The notices."""
    return [(one.text, str(one.from_), str(one.until)) for one in load(data).town.site.notices]


def events(data: Path) -> object:
    """The events."""
    return [(one.title, str(one.date), str(one.hours)) for one in load(data).town.events.events]


def people(data: Path) -> object:
    """The people."""
    return [(one.name, one.role) for one in load(data).town.people]


ACTS = (
    Act(
        "请一天假",
        december,
        with_days(d2="zhang"),
        ("duty", "leave:\n  - {person: li, from: 2026-12-02}\n"),
        ("请假", "李律师", "12月2日", "", "", "好"),
    ),
    Act(
        "请几天假，说好谁代班",
        december,
        with_days(d2="zhang", d16="zhang"),
        ("duty", "leave:\n  - {person: li, from: 2026-12-01, to: 2026-12-20, substitute: zhang}\n"),
        ("请假", "李律师", "12月1日", "12月20日", "张律师", "好"),
    ),
    Act(
        "停一次",
        december,
        with_days(d9=""),
        ("duty", "overrides:\n  - {date: 2026-12-09, rotation: east, cancel: true, reason: 下雪}\n"),
        ("停一次", "12月9日", "下雪", "好"),
        rows(d9=""),
    ),
    Act(
        "换人",
        december,
        with_days(d9="li"),
        ("duty", "overrides:\n  - {date: 2026-12-09, rotation: east, replace: [li]}\n"),
        ("换人", "12月9日", "李律师", "", "好"),
        rows(d9="李律师"),
    ),
    Act(
        "改日子",
        december,
        with_days(d9="", d10="zhang"),
        ("duty", "overrides:\n  - {date: 2026-12-09, rotation: east, move: {date: 2026-12-10}}\n"),
        ("改时间", "12月9日", "12月10日", "", "", "好"),
        [*rows(d9=""), ("10日", HOURS, "爱国村", "张律师")],
    ),
    Act(
        "改时间",
        december,
        with_days(d9="09:00–11:00 aiguo-room zhang"),
        ("duty", "overrides:\n  - {date: 2026-12-09, rotation: east, move: {hours: 9:00-11:00}}\n"),
        ("改时间", "12月9日", "", "9:00-11:00", "", "好"),
        [*rows(d9=""), ("9日", "9:00-11:00", "爱国村", "张律师")],
    ),
    Act(
        "加一次",
        december,
        with_days(d11="09:00–11:00 station zhang+li"),
        (
            "duty",
            (
                "overrides:\n"
                "  - {date: 2026-12-11, rotation: east, place: station, hours: 9:00-11:00,"
                " add: [zhang, li]}\n"
            ),
        ),
        ("加一次", "12月11日", "9:00-11:00", "station", "张律师、李律师", "", "好"),
        [*rows(), ("11日", "9:00-11:00", "station", "张律师、李律师")],
    ),
    Act(
        "两个人对调",
        december,
        with_days(d2="zhang", d9="li"),
        (
            "duty",
            "swaps:\n  - {a: {date: 2026-12-02, rotation: east}, b: {date: 2026-12-09, rotation: east}}\n",
        ),
        (),
        rows(d2="张律师", d9="李律师"),
    ),
    Act(
        "一个地方关几天",
        december,
        with_days(d9="", d16=""),
        ("duty", "closures:\n  - {place: aiguo-room, from: 2026-12-07, to: 2026-12-18, reason: 装修}\n"),
    ),
    Act(
        "一个月重新排",
        december,
        with_days(d2="zhang", d9="", d16="zhang", d17="li", d23="li", d30="zhang+li"),
        (
            "duty",
            "temporary:\n  - id: shier\n    name: 十二月\n    from: 2026-12-01\n    to: 2026-12-31\n"
            "    shifts:\n"
            + "".join(
                f"      - {{date: 2026-12-{day:02}, hours: {HOURS}, place: aiguo-room, people: [{who}]}}\n"
                for day, who in ((2, "zhang"), (16, "zhang"), (17, "li"), (23, "li"), (30, "zhang, li"))
            ),
        ),
        (),
        [
            *rows(d2="张律师", d9="", d16="张律师", d23="李律师", d30="张律师、李律师"),
            ("17日", HOURS, "爱国村", "李律师"),
        ],
    ),
    Act(
        "过节几天另外安排",
        december,
        with_days(d30="", d31="09:00–11:00 station zhang"),
        (
            "duty",
            (
                "temporary:\n  - id: nianmo\n    name: 年末\n    from: 2026-12-28\n    to: 2026-12-31\n"
                "    shifts: [{date: 2026-12-31, hours: 9:00-11:00, place: station, people: [zhang]}]\n"
            ),
        ),
        (),
        [*rows(d30=""), ("31日", "9:00-11:00", "station", "张律师")],
    ),
    Act(
        "从某天起长期换人",
        december,
        with_days(d9="li", d16="li", d23="li", d30="li"),
        (
            "duty",
            f"      - {{from: 2026-12-03, when: 每周三 {HOURS}, people: [li]}}\n",
        ),
    ),
    Act(
        "发通知",
        notices,
        [("停水，下午不开门", "2026-11-23", "2026-11-24")],
        ("site", "notices:\n  - {text: '停水，下午不开门', from: 2026-11-23, until: 2026-11-24}\n"),
        ("发通知", "停水，下午不开门", "", "明天", "好"),
    ),
    Act(
        "加一场活动",
        events,
        [("反诈讲座", "2026-12-04", "09:00–11:00")],
        (
            "events",
            (
                "categories: [讲座]\nevents:\n"
                "  - {id: fanzha, title: 反诈讲座, date: 2026-12-04, hours: 9:00-11:00, category: 讲座,"
                " venue: 村委会, summary: 讲怎么防骗。}\n"
            ),
        ),
        ("加活动", "反诈讲座", "12月4日", "9:00-11:00", "村委会", "讲怎么防骗。", "好"),
        [
            ("编号", "活动名称", "日期", "时间", "类别", "地点", "说明"),
            ("", "反诈讲座", "2026-12-04", "9:00-11:00", "讲座", "村委会", "讲怎么防骗。"),
        ],
    ),
    Act(
        "加一个人",
        people,
        [("张律师", "adviser"), ("李律师", "adviser"), ("孙调解员", "mediator")],
        ("people", "  - {id: sun, name: 孙调解员, role: mediator}\n"),
        (),
        [("编号", "姓名", "身份"), ("", "孙调解员", "专职调解员")],
    ),
)
ASKED = [act for act in ACTS if act.answers]
TABLED = [act for act in ACTS if act.table]
HANDBOOK = (ROOT / "data" / "README.md").read_text("utf-8")


@pytest.fixture
def clerk(data: Path, fahu: Fahu) -> Path:
    """The folder as a clerk finds it: without an event, and with a kind of event."""
    (data / "events.yml").write_text("categories: [讲座]\nevents: []\n", "utf-8")
    return data


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
def test_by_a_line_of_yaml(act: Act, clerk: Path, fahu: Fahu) -> None:
    name, text = act.yaml
    file = clerk / f"{name}.yml"
    file.write_text(text if name == "events" else file.read_text("utf-8") + text, "utf-8")
    assert "没有发现错误" in fahu("check")
    assert act.outcome(clerk) == act.right


@pytest.mark.parametrize("act", ASKED, ids=lambda act: act.name)
def test_by_answering(act: Act, clerk: Path, fahu: Fahu, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, *act.answers)
    fahu("edit")
    assert "没有发现错误" in fahu("check")
    assert act.outcome(clerk) == act.right


@pytest.mark.parametrize("act", TABLED, ids=lambda act: act.name)
def test_by_a_table(act: Act, clerk: Path, fahu: Fahu, tmp_path: Path) -> None:
    roster = act.outcome is december
    above = [("2026年12月值班表",), HEAD] if roster else []
    table = book(tmp_path / "a.xlsx", [*above, *act.table])
    fahu("import", str(table), "--write")
    assert "没有发现错误" in fahu("check")
    assert act.outcome(clerk) == act.right


def test_the_handbook_counts_the_steps_of_every_act() -> None:
    section = HANDBOOK.split("## 十五件常做的事")[1].split("\n## ")[0]
    told = dict(re.findall(r"^\| (\S[^|]*?) \| (.*) \|$", section, re.MULTILINE))
    for act in ACTS:
        lines, answers, table = (cell.strip() for cell in told[act.name].split("|")[:3])
        assert lines == f"{act.yaml[1].count(chr(10)) - act.yaml[1].count(':' + chr(10) + '  ')} 行", act.name
        assert answers == (f"答 {len(act.answers)} 次" if act.answers else "—"), act.name
        assert (table != "—") == bool(act.table), act.name
