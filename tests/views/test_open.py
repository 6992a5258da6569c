"""The pages of 公开: what is held is ticked, what is a sample says so, and nothing is stated without law."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest

from macros.domain.edition import Edition
from macros.models.duty import Duty
from macros.models.enforcement import Enforcement
from macros.models.events import Events
from macros.models.responsibilities import Responsibilities
from macros.models.town import Town
from macros.models.visits import Visits
from macros.models.years import Years
from macros.subjects import pages
from macros.views.charts import chart
from macros.views.enforcement import enforcement_list
from macros.views.links import ROOT
from macros.views.open import open_list
from macros.views.responsibilities import responsibility_list, when
from macros.views.years import called, year_page
from tests.duty_town import ROOM, rotation
from tests.making import edition, event
from tests.second_town import TOWN

TODAY = dt.date(2026, 11, 23)
LAW = {"name": "土地管理法", "article": "62", "checked_on": "2026-10-08"}
POINT = {"text": "60 天内申请", "law": {"name": "行政复议法", "article": "20", "checked_on": "2026-10-08"}}
OBJECTION = {"title": "行政复议", "text": "请上级重新查。", "points": [POINT]}


def with_plan(*steps: dict[str, Any], events: tuple[Any, ...] = ()) -> Edition:
    unit = {"id": "u", "name": "林业站", "laws": ["民法典"], "audience": ["林农"], "plan": steps}
    return with_units(unit, events=events)


def with_units(*units: dict[str, Any], events: tuple[Any, ...] = ()) -> Edition:
    file = Responsibilities.model_validate({"responsibilities": units})
    return edition(TOWN.model_copy(update={"responsibilities": file, "events": Events(events=events)}), TODAY)


def bare(**more: Any) -> Town:
    nothing = {
        "responsibilities": Responsibilities(),
        "enforcement": Enforcement(),
        "years": Years(),
        "visits": Visits(),
        "events": Events(),
        "duty": Duty(),
    }
    return TOWN.model_copy(update=nothing | more)


def html_of(found: Edition, path: str) -> str:
    (made,) = [page for page in pages(found, "") if page.path == path]
    return made.html()


def test_what_has_been_held_is_ticked_and_the_rest_waits_for_its_hour() -> None:
    events = (
        event("2026-11-20", "done"),
        event("2026-11-23", "today", hours="9:00-10:00"),
        event("2026-11-20", "off", cancelled="下雨"),
    )
    step = {"what": "讲法", "date": "2026-11", "events": ["done", "today", "off"]}
    deeds = re.findall(
        r'<p class="fh-deed".*?</p>', responsibility_list(with_plan(step, events=events)), re.DOTALL
    )
    shown = [re.findall(r"data-(held|due)>", deed) for deed in deeds]
    assert shown == [["held"], ["due"], []]
    assert 'data-held-from="2026-11-23T10:00"' in deeds[1]
    assert "已取消" in deeds[2]
    assert "data-held-from" not in deeds[2]


def test_the_plan_of_this_year_stands_by_month_and_other_years_have_pages() -> None:
    steps = [{"what": f"做{date}", "date": date} for date in ("2026-12", "2026", "2026-02", "2027-03")]
    found = with_plan(*steps)
    html = responsibility_list(found)
    assert re.findall(r'scope="rowgroup">(?:<span[^>]*>)?([^<]+)', html) == ["全年", "2月", "12月"]
    assert f'href="{ROOT}responsibilities/2027.html"' in html
    assert "做2027-03" in html_of(found, "responsibilities/2027")
    unit = html_of(found, "responsibilities/units/u")
    assert all(f"做{date}" in unit for date in ("2026-12", "2026", "2026-02", "2027-03"))


@pytest.mark.parametrize(
    ("date", "until", "said"),
    [
        ("2026", None, "全年"),
        ("2026-12", None, "12月"),
        ("2026-03", "2026-12", "3月至12月"),
        ("2026-12-04", None, "12月4日"),
        ("2026-12", "2027-01", "12月至2027年1月"),
    ],
)
def test_when_a_step_is_due_is_said_as_precisely_as_it_is_known(
    date: str, until: str | None, said: str
) -> None:
    found = with_plan({"what": "讲法", "date": date, "until": until})
    assert when(found.town.responsibilities.responsibilities[0].plan[0]) == said


def test_how_to_object_stands_first_and_each_sentence_has_its_law() -> None:
    matter = {"name": "建房审批", "unit": "a", "kind": "行政许可", "law": LAW}
    open_one = {"name": "日常检查", "unit": "a", "kind": "行政检查", "sample": "true"}
    file = {
        "objections": [OBJECTION],
        "units": [{"id": "a", "name": "村建所", "about": "建房的事。"}],
        "matters": [matter, open_one],
    }
    html = enforcement_list(edition(bare(enforcement=Enforcement.model_validate(file)), TODAY))
    assert html.index("不服，怎么办") < html.index("谁能管什么")
    assert html.count("依据《") == 2
    assert html.count("依据待核实") == 1
    assert "不是法律意见" in html


def test_each_list_says_when_it_is_empty_and_nothing_leads_there() -> None:
    found = edition(bare(), TODAY)
    assert "还没有登记普法责任" in responsibility_list(found)
    assert "还没有登记执法事项" in enforcement_list(found)
    html = open_list(found)
    assert "还没有登记" in html
    assert re.findall(r'href="([^"]+\.html)"', html) == [f"{ROOT}open-data.html"]


def test_the_name_of_a_year_comes_from_the_town() -> None:
    names = {
        "中兴镇": "法治中兴这一年",
        "新城街道": "法治新城这一年",
        "镇": "法治镇这一年",
        "乐乡": "法治乐乡这一年",
    }
    assert {name: called(TOWN.site.model_copy(update={"town": name})) for name in names} == names


def test_a_year_says_what_its_report_says_and_what_the_files_add_up_to() -> None:
    said = {
        "year": "2026",
        "figures": {"leaflets": "1000+", "lawsuits": "0"},
        "source": "年度报告",
        "report": "https://www.example.cn/2026.html",
    }
    visits = [{"date": "2026-11-18", "place": ROOM, "asked": "3", "about": {"land": "2", "work": "1"}}]
    weekly = rotation("weekly", "2026-01-01", "每周三 9:00-11:00", "ding", "fang")
    town = bare(
        years=Years.model_validate({"years": [said]}),
        visits=Visits.model_validate({"visits": visits}),
        duty=Duty.model_validate({"rotations": [weekly]}),
        events=Events(events=(event("2026-05-01"),)),
    )
    found = edition(town, TODAY)
    (review,) = found.reviews
    html = year_page(found, review)
    assert "<span>超过</span> <b>1000</b>" in html
    assert "<b>0</b> <span>件</span>" in html
    assert "数字来自年度报告" in html
    assert 'href="https://www.example.cn/2026.html" rel="noopener"' in html
    assert "算到" in html
    assert "土地、宅基地" in html
    assert "示例" not in html
    (drawing,) = re.findall(r"<svg class=\"fh-chart__drawing\".*?</svg>", html, re.DOTALL)
    assert drawing.count("<rect") == 11
    assert "一共 44 次" in drawing
    assert re.search(
        r'aria-labelledby="([\w-]+) ([\w-]+)">\s*<title id="\1">.*<desc id="\2">', drawing, re.DOTALL
    )
    assert html.count('<tr><th scope="row">') >= 11


def test_no_single_visit_is_on_the_site() -> None:
    visits = [{"date": "2026-11-18", "place": ROOM, "asked": "1", "about": {"family": "1"}}]
    found = edition(bare(visits=Visits.model_validate({"visits": visits})), TODAY)
    html = year_page(found, found.reviews[0])
    place = found.town.place_by_id[ROOM]
    assert "2026-11-18" not in html
    assert "11月18日" not in html
    assert place.name not in html


def test_the_longest_bar_is_whole_and_nothing_is_drawn_of_nothing() -> None:
    drawn = chart("a", "甲", "次", [("1月", 4), ("2月", 1), ("3月", 0)])
    assert drawn
    assert [bar.length for bar in drawn.bars] == [100, 25, 0]
    assert drawn.words == "一共 5 次，最多的是1月，4 次。"
    assert chart("a", "甲", "次", []) is None
    assert chart("a", "甲", "次", [("1月", 0)]) is None
