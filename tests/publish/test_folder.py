"""The served folder holds one whole site, the last or the next."""

from __future__ import annotations

from pathlib import Path

from macros.publish.folder import Filling, Served, put_in_place, thrown_away, unfinished


def site(folder: Path, text: str) -> Path:
    folder.mkdir()
    (folder / "index.html").write_text(text, "utf-8")
    return folder


def test_a_finished_site_takes_the_place_of_the_last_one(tmp_path: Path) -> None:
    final = site(tmp_path / "town.site", "old")
    (final / "gone.html").touch()
    staging = site(unfinished(final), "new")
    assert put_in_place(staging) == final
    assert [path.name for path in tmp_path.iterdir()] == ["town.site"]
    assert [path.name for path in final.iterdir()] == ["index.html"]
    assert (final / "index.html").read_text("utf-8") == "new"


def test_the_first_site_needs_no_last_one_and_minds_no_leftovers(tmp_path: Path) -> None:
    final = tmp_path / "site"
    site(tmp_path / "site.old", "left by a build that was broken off")
    assert put_in_place(site(unfinished(final), "new")) == final
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_an_unfinished_site_leaves_the_last_one_alone(tmp_path: Path) -> None:
    final = site(tmp_path / "site", "old")
    thrown_away(site(unfinished(final), "half"))
    thrown_away(unfinished(final))
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert (final / "index.html").read_text("utf-8") == "old"


def test_a_served_folder_holds_what_is_new_and_what_is_kept(tmp_path: Path) -> None:
    served = site(tmp_path / "site", "old")
    for path in ("a/kept.html", "a/gone.html", "b/gone.html"):
        Filling(served).write(path, b"old")
    staging = site(unfinished(served), "new")
    Filling(staging).write("c/d/new.html", b"new")
    assert Served(served).taking(staging, ["a/kept.html"]) == served
    found = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.html"))
    assert found == ["site/a/kept.html", "site/c/d/new.html", "site/index.html"]
    assert (served / "index.html").read_text("utf-8") == "new"


def test_a_file_brings_its_folders_with_it(tmp_path: Path) -> None:
    filling = Filling(tmp_path / "site")
    for path in ("index.html", "a/b/c.html", "a/b/d.html", "a/e.html"):
        filling.write(path, path.encode())
        assert (tmp_path / "site" / path).read_text() == path
