"""What pages load is made of many small files, in the order in which they are imported."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from macros.publish.bundle import bundles

ASSETS = Path(__file__).parents[2] / "docs" / "assets"
# These stand within a page, or in the handbook's site.
WITHIN = {"mistakes.css", "handbook.css", "not-found.css", "desk-map.css", "desk-map.js"}


def test_style_sheets_stand_in_the_order_of_their_imports() -> None:
    sheets = {f"s/{name}.css": name for name in "abc"}
    sources = {"fahu.css": '@import "./s/b.css";\n@import "./s/a.css";\n', **sheets}
    assert bundles(sources) == {"fahu.css": "b\na"}


CLOCK = """let count = 0;
said.push("clock");
export function now() {
  count += 1;
  return count;
}
"""


def test_a_module_runs_once_before_those_that_import_it(browser: Browser) -> None:
    sources = {"fahu.js": 'import "./j/a.js";\nimport "./j/b.js";\n', "search.js": 'import "./j/c.js";\n'}
    sources |= {
        f"j/{name}.js": f'import {{ now }} from "./clock.js";\nsaid.push("{name}" + now());\n'
        for name in "abc"
    }
    made = bundles(sources | {"j/clock.js": CLOCK})
    page = browser.new_page()
    said = page.evaluate(f"() => {{ window.said = []; {made['fahu.js']} {made['search.js']} return said; }}")
    page.close()
    assert said == ["clock", "a1", "b2", "c3"]


def test_a_file_brings_what_not_every_page_has() -> None:
    sources = {f"{name}.js": f'import "./j/{name}.js";\n' for name in ("fahu", "finder", "search")}
    sources |= {"j/fahu.js": "1;\n", "j/plain.js": "export const plain = 2;\n"}
    sources |= {f"j/{name}.js": 'import { plain } from "./plain.js";\n' for name in ("finder", "search")}
    made = bundles(sources)
    assert ["plain = 2" in made[f"{name}.js"] for name in ("fahu", "finder", "search")] == [False, True, True]


def test_modules_in_a_circle_are_refused() -> None:
    sources = {"fahu.js": 'import "./a.js";\n', "a.js": 'import "./b.js";\n', "b.js": 'import "./a.js";\n'}
    with pytest.raises(ValueError, match=r"imports itself"):
        bundles(sources)


@pytest.mark.parametrize(("folder", "suffix"), [("stylesheets", "css"), ("javascripts", "js")])
def test_every_file_of_ours_is_imported(folder: str, suffix: str) -> None:
    texts = "".join(path.read_text("utf-8") for path in ASSETS.rglob(f"*.{suffix}"))
    imported = set(re.findall(rf'import .*?"[./\w-]*?([\w-]+\.{suffix})"', texts))
    assert {path.name for path in (ASSETS / folder).iterdir()} - WITHIN == imported
