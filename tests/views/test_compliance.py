"""The office's page says what it owes, in few words, and nobody is led there."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from markupsafe import escape

from macros.models.town import Town
from macros.subjects import pages
from macros.views.compliance import SHOWN, compliance_page
from macros.views.weight import elements
from tests.making import edition, place
from tests.second_town import TOWN
from tests.site.towns import in_memory

DAY = dt.date(2026, 11, 23)
HOSTILE = "</script><img src=x onerror=alert(1)>{{ 7*7 }}"


def test_each_board_says_what_it_lacks_where_it_is_written_and_what_a_law_asks_for() -> None:
    html = compliance_page(replace(edition(TOWN, DAY), lines={"liuxi-station": "places.yml 第 2 行"}))
    boards = re.findall(r"<h3>.*?</ul>", html, re.DOTALL)
    assert len(boards) == 4
    assert "柳溪镇法律服务工作站" in boards[0]
    assert "places.yml 第 2 行" in boards[0]
    assert "电话：还是示例" in boards[0]
    assert [board.count("法律要求") for board in boards] == [1, 0, 0, 0]
    assert "《政府信息公开条例》" in html
    assert "工作站，每周 1 次，每季度 1 场讲座</th>" in html
    (drawn, periods, kept) = map(
        int, re.findall(r'H(\d+)V10H0z"/>\s*</svg>\s*</td>\s*<td>(\d+) 段时间，做到 (\d+)', html)[0]
    )
    assert drawn == round(kept * 100 / periods) < 100


def test_things_that_lack_the_same_stand_in_one_line(town: Town) -> None:
    html = compliance_page(edition(town, DAY))
    assert "开门时间、位置：没有写" in html
    assert "地址、电话、开门时间：还是示例" in html
    assert "没有登记答应过什么" in html


def test_a_large_town_has_the_boards_that_lack_most_and_says_that_there_are_more() -> None:
    html = compliance_page(edition(in_memory(300), DAY))
    assert html.count("<h3>") == SHOWN
    assert "还有 264 处没有列在这里" in html
    assert elements(html) < 1500


def test_text_of_places_is_text() -> None:
    town = TOWN.model_copy(update={"places": (place("ding-room", name=HOSTILE), *TOWN.places)})
    html = compliance_page(edition(town, DAY))
    assert HOSTILE not in html
    assert str(escape(HOSTILE)) in html


def test_it_is_the_only_page_that_is_not_listed() -> None:
    assert [made.path for made in pages(edition(TOWN, DAY), "") if not made.listed] == ["compliance"]
