"""fahu edit asks until it understands, shows what changes, and writes only when told to."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from macros.cli import main
from macros.commands.edit_acts import ACTS
from tests.commands.conftest import Fahu


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """What is typed: set it with `typed`."""
    return monkeypatch


def typed(answers: pytest.MonkeyPatch, *lines: str) -> None:
    """Nothing; these lines are what somebody types."""
    answers.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


@pytest.mark.parametrize(
    ("act", "lines", "written"),
    [
        (
            "请假",
            ["李律师", "12月2日", "", "张律师"],
            "  - {person: li, from: 2026-12-02, substitute: zhang}",
        ),
        ("请假", ["li", "12月2日", "12月9日", ""], "  - {person: li, from: 2026-12-02, to: 2026-12-09}"),
        ("停一次", ["12月2日", "下雪"], "  - {date: 2026-12-02, rotation: east, cancel: true, reason: 下雪}"),
        ("换人", ["2026-12-02", "张律师", ""], "  - {date: 2026-12-02, rotation: east, replace: [zhang]}"),
        (
            "改时间",
            ["12月2日", "12月3日", "9:00-11:00", "会"],
            "  - {date: 2026-12-02, rotation: east, move: {date: 2026-12-03, hours: 9:00-11:00}, reason: 会}",
        ),
        (
            "加一次",
            ["后天", "9:00-11:00", "爱国村", "李律师、张律师", ""],
            "  - {date: 2026-11-25, rotation: east, hours: 9:00-11:00, place: aiguo-room, add: [li, zhang]}",
        ),
    ],
)
def test_an_act_adds_its_line(
    data: Path, fahu: Fahu, answers: pytest.MonkeyPatch, act: str, lines: list[str], written: str
) -> None:
    before = (data / "duty.yml").read_text("utf-8")
    typed(answers, *lines, "好")
    assert "写好了：data/duty.yml" in fahu("edit", act)
    after = (data / "duty.yml").read_text("utf-8")
    assert after.startswith(before)
    assert after.splitlines()[-1] == written
    assert "没有发现错误" in fahu("check")


def test_a_notice_and_an_event_go_to_their_own_files(
    data: Path, fahu: Fahu, answers: pytest.MonkeyPatch
) -> None:
    typed(answers, "停水，下午不开门", "", "明天", "好")
    assert "写好了：data/site.yml" in fahu("edit", "发通知")
    events = data / "events.yml"
    events.write_text("categories: [讲座]\n" + events.read_text("utf-8").replace("categories", "#"), "utf-8")
    typed(answers, "反诈讲座", "12月4日", "9:00-11:00", "村委会", "讲怎么防骗。", "好")
    fahu("edit", "加活动")
    assert "id: 2026-12-04\n" in events.read_text("utf-8")
    assert "没有发现错误" in fahu("check")


def test_what_cannot_be_understood_is_asked_again(
    data: Path, fahu: Fahu, answers: pytest.MonkeyPatch
) -> None:
    typed(answers, "八", "请假", "", "章律师", "李律师", "13月1日", "12月2日", "", "", "好")
    printed = fahu("edit")
    for said in ("请写前面的数字，1 到 7", "这一项要写", "没有“章律师”这个人员", "没有这一天"):
        assert said in printed
    assert "{person: li, from: 2026-12-02}" in (data / "duty.yml").read_text("utf-8")


def test_a_day_without_a_duty_is_asked_again(fahu: Fahu, answers: pytest.MonkeyPatch) -> None:
    typed(answers, "12月3日", "12月2日", "", "不")
    assert "12月3日 星期四没有可以改的班" in fahu("edit", "停一次")


@pytest.mark.parametrize("last", [["不"], [""]])
def test_nothing_is_written_without_a_yes(
    data: Path, fahu: Fahu, answers: pytest.MonkeyPatch, last: list[str]
) -> None:
    before = (data / "duty.yml").read_bytes()
    typed(answers, "12月2日", "", *last)
    assert "没有写" in fahu("edit", "停一次")
    assert (data / "duty.yml").read_bytes() == before


def test_nothing_is_written_when_the_answers_end(data: Path, fahu: Fahu, answers: pytest.MonkeyPatch) -> None:
    before = (data / "duty.yml").read_bytes()
    typed(answers, "12月2日")
    assert "没有写" in fahu("edit", "停一次", status=1)
    assert (data / "duty.yml").read_bytes() == before


def test_what_could_not_be_published_is_refused(data: Path, fahu: Fahu, answers: pytest.MonkeyPatch) -> None:
    typed(answers, "12月2日", "14:00-15:00", "station", "李律师", "")
    refused = fahu("edit", "加一次", status=1)
    assert "照这样改会出错，没有写：" in refused
    assert "李律师同一时间有两个班次" in refused


def test_the_past_cannot_be_changed(data: Path, fahu: Fahu, answers: pytest.MonkeyPatch) -> None:
    before = (data / "duty.yml").read_bytes()
    typed(answers, "2026-11-18", "张律师", "")
    assert "过去的班次变了" in fahu("edit", "换人", status=1)
    assert (data / "duty.yml").read_bytes() == before


def test_an_unknown_act_is_one_line(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["edit", "开会"]) == 2
    assert f"没有“开会”，可以写 {'、'.join(ACTS)}" in capsys.readouterr().err
