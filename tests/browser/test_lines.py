"""No line starts with punctuation, and none ends inside a date, a time, a number or a name."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, ViewportSize

from macros.models.town import Town
from tests.browser.visits import KINDS, visit

pytestmark = pytest.mark.browser

# Walks the text as it was laid out.
BREAKS = """whole => {
    // A cell of the grid map may be narrower than a long name.
    const away = '.fh-place-grid__name, .fh-hidden, .leaflet-container, script, svg, thead, .fh-wechat__text';
    const blocks = 'p, li, td, th, dd, dt, h1, h2, h3, caption, figcaption, button, div, label';
    const wrong = [];
    const patterns = whole.map(source => new RegExp(source, 'g'));
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const lines = (node, start, end) => {
        const range = document.createRange();
        range.setStart(node, start);
        range.setEnd(node, end);
        return [...range.getClientRects()].filter(box => box.width > 0.1);
    };
    let before = null;
    while (walker.nextNode()) {
        const node = walker.currentNode;
        const element = node.parentElement;
        if (!element.checkVisibility({visibilityProperty: true})) continue;
        if (element.closest(away)) continue;
        if (getComputedStyle(element).clipPath !== 'none') continue;
        const text = node.data;
        const block = element.closest(blocks);
        for (let place = 0; place < text.length; place += 1) {
            if (/\\s/.test(text[place])) continue;
            const box = lines(node, place, place + 1)[0];
            if (!box) continue;
            const same = before && before.block === block;
            const starts = same && box.top > before.box.bottom - 2 && box.left < before.box.left;
            if (starts && /[，。、；：！？）》”’〉】…％%·,.;:!?)]/.test(text[place])) {
                wrong.push(`starts a line: ${text.slice(place, place + 8)} (${element.className})`);
            }
            before = {block, box};
        }
        for (const pattern of patterns) {
            for (const found of text.matchAll(pattern)) {
                const boxes = lines(node, found.index, found.index + found[0].length);
                const tops = new Set(boxes.map(box => Math.round(box.top)));
                const where = `${text.trim().slice(0, 30)} (${element.className})`;
                if (tops.size > 1) wrong.push(`is broken: ${found[0]} in ${where}`);
            }
        }
    }
    return wrong;
}"""
WHOLE = [
    r"星期[一二三四五六日]",
    r"每周[一二三四五六日]",
    r"\d+月\d+日",
    r"\d+年(\d+月)?",
    r"\d{1,2}:\d{2}([–-]\d{1,2}:\d{2})?",
    r"\d[\d-]*\d",
    r"\d+ ?(公里|米|天|次|处|个|岁|元)",
]


def broken(page: Page, names: list[str]) -> list[str]:
    """What stands wrong at an end or a start of a line."""
    found: list[str] = page.evaluate(BREAKS, [*WHOLE, *map(re.escape, names)])
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_lines_end_where_a_reader_pauses(phone: Page, address: str, town: Town, kind: str) -> None:
    names = [person.name for person in town.people]
    names += [village for place in town.places for village in place.villages]
    visit(phone, address + kind, "2026-12-02 08:00")
    phone.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true; })")
    phone.locator("[data-menu]").evaluate("menu => { menu.open = false; }")
    found = {}
    for view, widths in (("normal", (390, 320)), ("large", (390, 360, 320))):
        if view == "large":
            phone.get_by_role("button", name="大字").click()
        for width in widths:
            phone.set_viewport_size(ViewportSize(width=width, height=844))
            found[view, width] = broken(phone, names)
    assert {case: sorted(set(lines)) for case, lines in found.items() if lines} == {}
