"""The staff handbook as a small site of its own: a page for each section of data/README.md."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pymdownx.slugs import slugify

from macros.kept import kept_folder

FOLDER, STYLE = "handbook", "handbook.css"
_HEADING = re.compile(r"#{1,2} (.+)")
_LINK = re.compile(r"\]\(#([^)]+)\)")
# As GitHub shows it from data/README.md.
_PICTURE = re.compile(r"!\[([^\]]*)\]\(\.\./\.github/pictures/handbook/([\w-]+\.webp)\)")
# What the search loads for Chinese.
_SEARCHED = ("lunr.stemmer.support.", "lunr.zh.")
# Chinese has no spaces: each character is a word of its own.
_SEPARATOR = r"[\s\-，。：；、！？（）“”]+|(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])"
_slug = slugify(case="lower")
# What its pages are made by.
_RELEASES = tuple(map(version, ("mkdocs", "mkdocs-material", "pymdown-extensions", "markdown", "jinja2")))


def build_handbook(
    text: str,
    style: str,
    name: str,
    day: str,
    site: Path,
    build: Callable[[Mapping[str, Any]], None],
    pictures: Path,
) -> None:
    """Nothing; the handbook is a site within the site, as `build` makes one of MkDocs's settings.

    It has the theme's own look and search; its pages say on which day they were built. `pictures` is the
    folder of those that the text names.
    """
    text, seen = pictured(text, pictures)

    def fill(target: Path) -> None:
        with TemporaryDirectory() as folder:
            for path, page in {**pages(text), STYLE: style}.items():
                Path(folder, path).write_text(page, "utf-8")
            for path, content in seen.items():
                Path(folder, path).write_bytes(content)
            build(settings(name, Path(folder), target))
            for each in unused(target):
                each.unlink(missing_ok=True)

    code = Path(__file__).read_text("utf-8")
    kept_folder("handbook", (text, style, name, day, *seen.values(), *_RELEASES, code), site / FOLDER, fill)


def pictured(text: str, pictures: Path) -> tuple[str, dict[str, bytes]]:
    """The text with the pictures that are there beside its pages, and what they are by name.

    A town may keep the text without the pictures: a missing one is left out.
    """
    named = {name: pictures / name for _, name in _PICTURE.findall(text)}
    seen = {name: file.read_bytes() for name, file in named.items() if file.exists()}
    return _PICTURE.sub(lambda found: f"![{found[1]}]({found[2]})" if found[2] in seen else "", text), seen


def pages(handbook: str) -> dict[str, str]:
    """The handbook's sections as Markdown pages, by the file's name."""
    sections = list(_sections(handbook))
    homes = {
        _slug(found[1], "-"): name
        for name, lines in sections
        for line in lines
        if (found := _HEADING.match(line))
    }
    return {name: _linked("\n".join(lines), homes) for name, lines in sections}


def settings(name: str, docs: Path, site: Path) -> Mapping[str, Any]:
    """What MkDocs has to know to build it with Material's full look."""
    return {
        "site_name": f"{name}：工作人员手册",
        "site_description": f"{name}的工作人员怎么改网站上的内容",
        "docs_dir": str(docs),
        "site_dir": str(site),
        "use_directory_urls": False,
        "strict": True,
        "validation": {"anchors": "warn"},
        "theme": {
            "name": "material",
            "language": "zh",
            "font": False,
            "palette": {"primary": "custom"},
            "features": ["navigation.footer", "navigation.top", "search.highlight", "content.code.copy"],
        },
        "plugins": [{"search": {"lang": "zh", "separator": _SEPARATOR}}],
        "markdown_extensions": ["tables", "pymdownx.superfences", {"toc": {"slugify": _slug}}],
        "extra_css": [STYLE],
        "extra": {"generator": False},
    }


def unused(site: Path) -> Iterator[Path]:
    """The files of the theme that no page of the handbook asks for."""
    yield from site.rglob("*.map")
    yield from (path for path in site.rglob("lunr/**/*.js") if not path.name.startswith(_SEARCHED))
    yield from (site / name for name in ("404.html", "sitemap.xml", "sitemap.xml.gz"))


def _sections(handbook: str) -> Iterator[tuple[str, list[str]]]:
    """The name of each page, and its lines with headings one step up."""
    name, number, found = "index.md", 0, list[str]()
    for line, code in _lines(handbook):
        if line.startswith("## ") and not code:
            yield name, found
            number, found = number + 1, []
            name = f"{number:02}.md"
        found.append(line[1:] if line.startswith("##") and not code else line)
    yield name, found


def _lines(text: str) -> Iterator[tuple[str, bool]]:
    """The lines, and whether each stands in a block of code."""
    code = False
    for line in text.splitlines():
        if line.startswith("```"):
            code = not code
        yield line, code


def _linked(text: str, homes: Mapping[str, str]) -> str:
    return _LINK.sub(lambda found: f"]({homes.get(found[1], '')}#{found[1]})", text)
