"""What a build keeps is what it would make: after any edit the site is that of a clean build."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import NOON, ROOT, build
from tests.site import towns
from tests.site.reading import contents

HANDBOOK = "# 手册\n\n开头。\n\n## 值班\n\n好。\n"
VENUE = {"id": "venue", "name": "新村法律服务工作室", "tier": "room", "villages": ["新村"], "address": "桥头"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project whose code a test may change, with nothing kept yet."""
    for name in ("docs", "overrides", "macros"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / "data").mkdir()
    return tmp_path


def nothing(town: Path, project: Path) -> None:
    """The first build."""


def data(town: Path, project: Path) -> None:
    """A village is renamed, a place moves, another comes, a duty is edited."""
    for path in town.rglob("*.yml"):
        path.write_text(path.read_text("utf-8").replace("桃源村", "长乐村"), "utf-8")
    towns.replaced(town, "places.yml", "118.12650", "118.13650")
    towns.edited(town, "places.yml", lambda tree: tree["places"].append(VENUE))
    towns.replaced(town, "duty/town.yml", "date: 2026-12-18", "date: 2026-12-11")


def handbook(town: Path, project: Path) -> None:
    """The staff get a handbook."""
    (town / "README.md").write_text(HANDBOOK, "utf-8")


def code(town: Path, project: Path) -> None:
    """A component, a view and the handbook change, and a place goes."""
    towns.replaced(project, "overrides/components/hero.html", "<section ", '<section data-other="" ')
    towns.replaced(project, "macros/views/folium_map.py", "zoom_start=12", "zoom_start=11")
    towns.replaced(town, "README.md", "好。", "行。")
    towns.edited(town, "places.yml", lambda tree: tree["places"].pop())


def test_after_any_edit_the_site_is_that_of_a_clean_build(project: Path, tmp_path: Path) -> None:
    town, kept = towns.copied(tmp_path), project / ".cache"
    edits: list[tuple[Callable[[Path, Path], None], int]] = [
        (nothing, 0),
        (data, 0),
        (handbook, 0),
        (code, 1),
    ]
    before: dict[str, bytes] = {}
    for edit, days in edits:
        edit(town, project)
        found = []
        for name in ("again", "clean"):
            site = project / name
            epoch = str(NOON + days * 24 * 3600)
            done = build(site, town, root=project, SOURCE_DATE_EPOCH=epoch)
            assert done.returncode == 0, done.stderr
            found.append(contents(site))
            # The clean one finds nothing; the next edit finds what the one before it has left.
            kept.rename(project / f"{name}.kept")
            if name == "clean":
                shutil.rmtree(project / "clean.kept")
                (project / "again.kept").rename(kept)
        assert [path for path in {**found[0], **found[1]} if found[0].get(path) != found[1].get(path)] == []
        assert found[0] != before
        before = found[0]
    assert not (project / "again" / "places" / "venue.html").exists()
    assert any(kept.rglob("*.folder"))
