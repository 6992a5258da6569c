"""What is kept is what would be made."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros import kept as module
from macros.kept import digest, kept, kept_file, kept_folder


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to keep things in."""
    monkeypatch.setattr(module, "FOLDER", tmp_path / "kept")
    return tmp_path / "kept"


def ask(made: list[str], *depends: str) -> list[str]:
    """What is kept of these; `made` grows when it has to be made."""

    def make() -> list[str]:
        made.append("made")
        return ["村", *depends]

    return kept("name", depends, make)


def test_it_is_made_once_and_again_when_what_it_depends_on_changes(folder: Path) -> None:
    made: list[str] = []
    assert ask(made, "a", "b") == ask(made, "a", "b") == ["村", "a", "b"]
    assert made == ["made"]
    assert ask(made, "a", "c") == ["村", "a", "c"]
    assert ask(made, "ab") == ["村", "ab"]
    assert len(made) == 3


def test_parts_that_are_cut_elsewhere_are_others() -> None:
    several: list[list[str]] = [["ab", "c"], ["a", "bc"], ["abc"], ["1:a"], ["a"], ["a", ""]]
    assert len({digest(parts) for parts in several}) == 6
    assert digest(["村"]) == digest(["村".encode()])


def test_a_file_that_is_broken_off_is_made_again(folder: Path) -> None:
    made: list[str] = []
    ask(made, "a")
    (path,) = folder.iterdir()
    path.write_text('["村"', "utf-8")
    assert ask(made, "a") == ask(made, "a") == ["村", "a"]
    assert len(made) == 2


def test_only_a_few_are_kept(folder: Path) -> None:
    for number in range(12):
        ask([], str(number))
    assert len(list(folder.iterdir())) == 8


def test_a_file_of_bytes_is_made_once_and_one_that_is_broken_off_again(folder: Path) -> None:
    assert kept_file("pictures", ("a",), lambda: b"one") == b"one"
    assert kept_file("pictures", ("a",), lambda: b"two") == b"one"
    assert kept_file("pictures", ("b",), lambda: b"two") == b"two"
    for path in (folder / "pictures").iterdir():
        path.write_bytes(b"")
    assert kept_file("pictures", ("a",), lambda: b"three") == b"three"


def test_only_so_many_files_of_bytes_are_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_FILES", 32)
    for number in range(100):
        kept_file("pictures", (str(number),), lambda: b"one")
    assert len(list((folder / "pictures").iterdir())) <= 32


def test_where_nothing_can_be_written_it_is_made_each_time(folder: Path) -> None:
    folder.write_text("not a folder", "utf-8")
    made: list[str] = []
    assert ask(made, "a") == ask(made, "a") == ["村", "a"]
    assert len(made) == 2


def test_a_folder_is_filled_once_and_copied_after_that(folder: Path, tmp_path: Path) -> None:
    filled: list[Path] = []

    def fill(target: Path) -> None:
        filled.append(target)
        (target / "a").mkdir(parents=True)
        (target / "a" / "b.txt").write_text("村", "utf-8")

    for name, depends in (("one", "x"), ("two", "x"), ("three", "y")):
        kept_folder("name", (depends,), tmp_path / name, fill)
        assert (tmp_path / name / "a" / "b.txt").read_text("utf-8") == "村"
    assert [path.name for path in filled] == ["one", "three"]
    assert len(list(folder.iterdir())) == 2


def test_a_folder_that_fails_is_not_kept(folder: Path, tmp_path: Path) -> None:
    def fill(target: Path) -> None:
        target.mkdir()
        raise RuntimeError

    with pytest.raises(RuntimeError):
        kept_folder("name", (), tmp_path / "one", fill)
    assert not folder.exists()
