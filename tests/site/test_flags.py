"""No flag of MkDocs makes it publish a page that went wrong."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT, build
from tests.second_town import FOLDER


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project whose pages a test may change."""
    for name in ("docs", "overrides", "macros"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / "data").mkdir()
    return tmp_path


def add(project: Path, text: str) -> None:
    with (project / "docs" / "about.md").open("a", encoding="utf-8") as page:
        page.write(f"\n{text}\n")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ nothing() }}", "'nothing' is undefined"),
        ("{{ hotlines(1, 2) }}", "takes 0 positional arguments but 2 were given"),
        ("{% if %}", "Expected an expression"),
    ],
)
def test_a_page_whose_macro_fails_is_refused(project: Path, text: str, said: str) -> None:
    add(project, text)
    done = build(project / "site", FOLDER, "--no-strict", root=project)
    assert done.returncode == 1
    assert "docs/about.md: 这一页的宏出错了：" in done.stderr
    assert said in done.stderr
    assert not (project / "site").exists()


def test_a_quiet_build_is_as_strict_as_a_loud_one(project: Path) -> None:
    add(project, "[看](nowhere.md)")
    done = build(project / "site", FOLDER, root=project)
    assert done.returncode == 1
    assert "nowhere.md" in done.stderr
    assert not (project / "site").exists()
