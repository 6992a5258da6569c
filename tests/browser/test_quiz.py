"""The quiz: a round a day, one question a screen, what was wrong again on another day; paper too."""

from __future__ import annotations

import datetime as dt

import pytest
from playwright.sync_api import Page, expect

from macros.domain.quiz import round_on, rounds
from macros.domain.quiz import sheets as quiz_sheets
from macros.models.quiz import Question
from macros.models.town import Town
from tests.browser.test_print import sheets
from tests.browser.visits import shown, visit, wait_until

pytestmark = pytest.mark.browser
CARDS = "[data-question]:not([hidden])"


def asked(town: Town, day: str) -> tuple[Question, ...]:
    """The round of a day."""
    found = rounds(town.quiz.questions)
    return found[round_on(dt.date.fromisoformat(day), len(found))]


def opened(page: Page, address: str, day: str, path: str = "quiz.html") -> None:
    """Nothing; the quiz is open on a day and has its questions."""
    visit(page, f"{address}{path}", f"{day} 08:00")
    wait_until(page, "[data-quiz]", "quiz => quiz.querySelectorAll('.fh-question__press').length > 0")


def choose(page: Page, *, right: bool) -> None:
    """Nothing; a choice is pressed."""
    choice = "[data-right]" if right else ":not([data-right])"
    page.locator(f"{CARDS} .fh-question__choice{choice} button").first.click()


def go_through(page: Page, *answers: bool) -> None:
    """Nothing; each question is answered, and the button after it pressed."""
    for right in answers:
        choose(page, right=right)
        page.locator("[data-next] button").click()


def test_one_question_a_screen_and_the_reason_after_each_answer(
    phone: Page, address: str, town: Town
) -> None:
    opened(phone, address, "2026-11-23")
    first, second = asked(town, "2026-11-23")[:2]
    assert shown(phone.locator(".fh-question__ask")) == [first.ask]
    assert shown(phone.locator("[data-where]")) == ["第 1 题，共 5 题"]
    assert shown(phone.locator("[data-question] details")) == []
    choose(phone, right=False)
    expect(phone.locator("[data-verdict]:visible")).to_have_text(
        f"不对，应该选{first.letter}：{first.answer}"
    )
    assert f"《{first.law.name}》" in shown(phone.locator("[data-question] details"))[0]
    expect(phone.locator(f"{CARDS} button:enabled")).to_have_count(0)
    phone.get_by_role("button", name="下一题").click()
    assert shown(phone.locator(".fh-question__ask")) == [second.ask]
    choose(phone, right=True)
    expect(phone.locator("[data-verdict]:visible")).to_have_text("答对了")


def test_the_result_can_be_sent_and_stands_there_all_day(phone: Page, address: str) -> None:
    phone.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened(phone, address, "2026-11-23", "quiz.html?from=group")
    go_through(phone, True, False, True, True, True)
    expect(phone.locator("[data-score]")).to_have_text("今天的题：5 题答对 4 题")
    phone.get_by_role("button", name="复制结果").click()
    assert phone.evaluate("navigator.clipboard.readText()") == (
        f"【中兴镇公共法律服务】普法问答，5 题我答对了 4 题。您也来试试：\n{address}quiz.html"
    )
    opened(phone, address, "2026-11-23")
    expect(phone.locator("[data-score]")).to_have_text("今天的题：5 题答对 4 题")
    phone.get_by_role("button", name="再答一遍").click()
    expect(phone.locator(CARDS)).to_have_count(1)


def test_another_day_has_another_round_whatever_day_the_site_was_built(
    phone: Page, address: str, town: Town
) -> None:
    for day in ("2026-11-24", "2027-03-01"):
        opened(phone, address, day)
        assert shown(phone.locator(".fh-question__ask")) == [asked(town, day)[0].ask]


def test_what_was_wrong_is_asked_again_on_another_day_until_it_is_right(
    phone: Page, address: str, town: Town
) -> None:
    opened(phone, address, "2026-11-23")
    go_through(phone, True, False, True, True, True)
    missed = asked(town, "2026-11-23")[1]
    # What is answered at once a second time is from memory.
    phone.get_by_role("button", name="再答一遍").click()
    go_through(phone, True, True, True, True, True)
    opened(phone, address, "2026-11-24")
    assert shown(phone.locator(".fh-question__ask")) == [missed.ask]
    assert shown(phone.locator("[data-missed]")) == ["上次答错的，再试一次"]
    assert shown(phone.locator("[data-where]")) == ["第 1 题，共 6 题"]
    go_through(phone, *[True] * 6)
    opened(phone, address, "2026-11-25")
    assert shown(phone.locator("[data-where]")) == ["第 1 题，共 5 题"]


def test_nobody_is_interrupted_at_midnight(phone: Page, address: str, town: Town) -> None:
    opened(phone, address, "2026-11-23")
    choose(phone, right=True)
    phone.clock.set_fixed_time(dt.datetime.fromisoformat("2026-11-24 00:01+08:00"))
    phone.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert shown(phone.locator(".fh-question__ask")) == [asked(town, "2026-11-23")[0].ask]
    phone.locator("[data-next] button").click()
    go_through(phone, True, True, True, True)
    phone.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(phone.locator(CARDS)).to_have_count(1)
    assert shown(phone.locator(".fh-question__ask")) == [asked(town, "2026-11-24")[0].ask]


def test_a_round_that_does_not_come_leaves_the_one_that_is_there(
    phone: Page, address: str, town: Town
) -> None:
    phone.route("**/quiz/rounds/*.js", lambda route: route.abort())
    opened(phone, address, "2026-11-24")
    assert shown(phone.locator(".fh-question__ask")) == [asked(town, "2026-11-23")[0].ask]


def test_without_scripts_answers_stand_behind_each_question(
    scriptless: Page, address: str, town: Town
) -> None:
    visit(scriptless, address + "quiz.html")
    first = asked(town, "2026-11-23")[0]
    assert len(shown(scriptless.locator(".fh-question__ask"))) == 5
    scriptless.locator("summary", has_text="看答案").first.click()
    assert f"{first.letter}：{first.answer}" in shown(scriptless.locator("[data-question] details"))[0]
    assert shown(scriptless.locator("[data-next], [data-result], [data-progress]")) == []


def test_every_sheet_is_two_pages_with_the_answers_on_the_back(phone: Page, address: str, town: Town) -> None:
    for sheet in quiz_sheets(town.quiz):
        visit(phone, f"{address}{sheet.path}.html?large=1")
        assert len(sheets(phone)) == 2, sheet.path
        phone.emulate_media(media="print")
        expect(phone.locator(".fh-sheet__answers > li:visible")).to_have_count(len(sheet.questions))
        assert shown(phone.locator("[data-question] details")) == []
        phone.emulate_media(media="null")
        expect(phone.locator(".fh-sheet__back")).to_be_hidden()
