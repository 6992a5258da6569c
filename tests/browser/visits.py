"""What the tests in a browser share: the kinds of page, the moment, what is seen."""

from __future__ import annotations

import datetime as dt

from playwright.sync_api import Locator, Page, ViewportSize

PHONE = ViewportSize(width=390, height=844)
DESKTOP = ViewportSize(width=1280, height=900)
# One page of each kind.
KINDS = (
    "index.html",
    "topics.html",
    "topics/wages.html",
    "topics/fraud.html",
    "topics/ask-work.html",
    "mediation.html",
    "complain.html",
    "duty.html",
    "duty/2026-12.html",
    "villages.html",
    "places/aiguo-room.html",
    "map.html",
    "events.html",
    "events/yizhu-jiangzuo-2026.html",
    "events/zaoshi.html",
    "events/series/shuizhifa.html",
    "events/villages/jibang.html",
    "events/lists/board.html",
    "events/lists/follow.html",
    "events/lists/villages.html",
    "events/months/2026-12.html",
    "events/totals/2022.html",
    "videos.html",
    "quiz.html",
    "quiz/sheet.html",
    "videos/apo-de-cunzhe.html",
    "subscribe.html",
    "about.html",
    "open.html",
    "open-data.html",
    "compliance.html",
    "responsibilities.html",
    "responsibilities/units/sifasuo.html",
    "enforcement.html",
    "years/2026.html",
    "people/li.html",
    "knows.html",
    "search.html",
    "tips.html",
    "tips/anmoyi.html",
)


def visit(page: Page, address: str, moment: str = "2026-11-23 08:00") -> None:
    """Nothing; opens a page at a moment in Shanghai, where the clock then stands still."""
    page.clock.set_fixed_time(dt.datetime.fromisoformat(f"{moment}+08:00"))
    page.goto(address)


def real_positions(page: Page) -> Locator:
    """The marks of the map of real positions, which a narrow window shows after a press."""
    button = page.get_by_role("button", name="看实际位置")
    if button.count() and button.get_attribute("aria-pressed") == "false":
        button.click()
    marks = page.locator("#map_service .fh-marker")
    marks.first.wait_for()
    return marks


def wait_until(page: Page, selector: str, true: str) -> None:
    """Nothing; returns when the function is true of the element; the policy refuses wait_for_function."""
    found = page.locator(selector)
    for _ in range(600):
        if found.evaluate(true):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"{true} never came true")


def drawn_anew(page: Page) -> None:
    """Nothing; returns when what was changed is drawn, and what watches sizes has heard of it."""
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def shown(found: Locator) -> list[str]:
    """The texts of those that can be seen, with single spaces."""
    return [" ".join(each.inner_text().split()) for each in found.all() if each.is_visible()]


def on_top(found: Locator) -> bool:
    """Whether nothing covers the middle of an element."""
    covered: bool = found.evaluate(
        """element => {
            const box = element.getBoundingClientRect();
            const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
            return Boolean(top) && (element.contains(top) || top.contains(element));
        }"""
    )
    return covered
