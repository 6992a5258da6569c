"""What happens to files before they are published."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from macros.publish.identity import identity
from macros.publish.lower import lowered, slim
from macros.publish.policy import policy, sealed


def test_a_players_host_is_allowed_only_where_it_plays() -> None:
    player = '<iframe class="x" src="https://player.bilibili.com/player.html?bvid=1" title="x"></iframe>'
    assert "frame-src https://player.bilibili.com;" in policy(player)
    assert "frame-src" not in policy("<p>https://player.bilibili.com/</p>")


def test_the_host_of_tiles_is_allowed_only_where_a_button_asks_it() -> None:
    button = '<div data-map-tiles="https://t0.tianditu.gov.cn" data-map-token="a">'
    assert "img-src 'self' data: https://t0.tianditu.gov.cn;" in policy(button)
    for text in ("&lt;div data-map-tiles=&#34;https://a.cn&#34;", '<p title="https://a.cn">', ""):
        assert "img-src 'self' data:;" in policy(text)


def test_nothing_is_allowed_that_a_page_holds_itself() -> None:
    assert policy("").startswith("default-src 'none'; ")
    assert "unsafe" not in policy("") + sealed("p {}")
    assert "'self'" not in sealed("p {}")


def test_a_site_names_its_map_only_when_its_address_is_known() -> None:
    assert "Sitemap" not in identity("柳溪", "")["robots.txt"]
    assert "Sitemap: https://a.cn/b/sitemap.xml" in identity("柳溪", "https://a.cn/b/")["robots.txt"]


def test_the_manifest_has_the_towns_name_and_relative_addresses() -> None:
    manifest = json.loads(identity("柳溪", "")["assets/site.webmanifest"])
    assert (manifest["name"], manifest["start_url"]) == ("柳溪", "../index.html")


SHEETS = sorted((Path(__file__).parents[1] / "docs" / "assets" / "stylesheets").glob("*.css"))
# What Chromium 69 or iOS 12 take for nonsense, a whole rule of it where it stands in a selector.
UNKNOWN = re.compile(
    r":is\(|:where\(|(?<!-)inset:|(?:margin|padding|border|inset)-(?:inline|block)|rgb\([^)]*/|\d(?:dvh|svh)"
    r"|:focus-within\s*,|color-mix|@layer|@container|&"
)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.stem)
def test_a_style_sheet_holds_nothing_that_old_phones_do_not_know(sheet: Path) -> None:
    assert UNKNOWN.findall(lowered(sheet.read_text("utf-8"))) == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.stem)
def test_an_aspect_ratio_has_something_for_phones_without(sheet: Path) -> None:
    text = sheet.read_text("utf-8")
    assert len(re.findall(r"^ +aspect-ratio:", text, re.MULTILINE)) == text.count(
        "@supports not (aspect-ratio"
    )


# Known since Chromium 79, 80 and 105.
LATER = re.compile(r"[ (:,](?:min|max|clamp)\(|anywhere")


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.stem)
def test_what_only_newer_phones_know_follows_what_every_phone_knows(sheet: Path) -> None:
    text = lowered(sheet.read_text("utf-8"))
    asked = re.sub(r"@supports \(width:min\(1px, 2px\)\)\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}", "", text)
    for body in re.findall(r"\{([^{}]*)\}", asked):
        known = set[str]()
        for line in body.split(";"):
            name = line.partition(":")[0]
            if LATER.search(line):
                # A value with a variable is taken for right, and then means nothing.
                assert name in known, line
                assert "var(" not in line
            known.add(name)
    for selectors in re.findall(r"([^{};]*:has\([^{}]*)\{", asked):
        # One selector that isn't known takes the others of its rule with it.
        assert all(":has(" in each for each in re.split(r",(?![^(]*\))", selectors)), selectors


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.stem)
def test_a_gap_is_a_grids_or_stands_with_its_flex(sheet: Path) -> None:
    text = re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.DOTALL)
    boxes = dict.fromkeys(re.findall(r"([^{}]+)\{[^{}]*display: grid", text))
    known = {name.strip() for each in boxes for name in each.split(",")}
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", text):
        if re.search(r"(?<!-)\bgap:", body) and "display: " not in body:
            assert {name.split()[-1] for name in selectors.split(",")} <= known, selectors


def test_a_side_of_the_text_is_a_side_of_the_screen() -> None:
    made = lowered(".a { padding-inline: var(--x) 2px; margin-block-start: 1px; inset-inline-start: 0; }")
    assert set(made[3:-1].split(";")) == {
        "padding-left:var(--x)",
        "padding-right:2px",
        "margin-top:1px",
        "left:0",
    }


def test_a_sum_within_brackets_stays_whole() -> None:
    made = lowered(".a { padding-block: calc((var(--x) - 1em) / 2); }")
    assert made == ".a{padding-top:calc((var(--x) - 1em) / 2);padding-bottom:calc((var(--x) - 1em) / 2)}"


def test_a_row_of_boxes_has_margins_where_there_is_no_gap() -> None:
    row = ".a { display: flex; gap: 1px 3px; }"
    assert ".no-flex-gap .a>:not(.fh-hidden)~*{margin-left:3px}" in lowered(row)
    column = ".a { display: flex; flex-direction: column; gap: 1px 3px; }"
    assert ".no-flex-gap .a>:not(.fh-hidden)~*{margin-top:1px}" in lowered(column)
    wrapped = '[data-view="large"] .a { display: flex; flex-wrap: wrap; gap: 1px; }'
    assert ".no-flex-gap[data-view=large] .a>*{margin-bottom:1px;margin-right:1px}" in lowered(wrapped)
    assert "no-flex-gap" not in lowered(".a { display: grid; gap: 1px; }")


def test_a_script_loses_only_what_is_not_code() -> None:
    assert slim("// why\n  var a = 'x // y';\n\n") == "var a = 'x // y';\n"
