"""Every way in which the files of a folder can be wrong is one whole line, at its own place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.errors import DataError, Problem
from macros.load.rawtext import MOST_BYTES
from macros.load.text_files import Parsing, gather, joined, parse
from macros.load.tree import Mark, Sequence

NAMES = {"duty": "值班", "people": "人员", "holidays": "放假"}
MEDIA = "照片和视频请放进 media 文件夹，其他文件请移走"
STRAY = "这里不用这个名字的文件，"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with all the files that it needs, below the current one."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").mkdir()
    for name in ("duty", "people"):
        (tmp_path / "data" / f"{name}.yml").write_text(f"{name}: []\n", "utf-8")
    return Path("data")


def told(folder: Path) -> list[Problem]:
    texts = gather(folder, NAMES, ["holidays"])
    return [problem for source in texts.values() for problem in source.problems]


def test_a_folder_with_all_it_needs_has_nothing_to_tell(folder: Path) -> None:
    assert told(folder) == []
    texts = gather(folder, NAMES, ["holidays"])
    assert list(texts) == ["duty", "people", "holidays", ""]
    root = texts["holidays"].root
    assert root is not None
    assert (root.mark, root.entries) == (Mark("data/holidays.yml", 1, 1), {})


def test_a_folder_that_is_not_there_is_told_by_its_path(folder: Path) -> None:
    with pytest.raises(DataError) as caught:
        gather(folder / "none", NAMES, [])
    assert caught.value.problems == (Problem("data/none", 1, 1, "", "没有这个文件夹"),)


BELOW = NAMES | {"map/lines": "示意图"}


def below(folder: Path) -> list[str]:
    """What is told of a folder whose lines.yml stands in a folder of its own, its first lines only."""
    texts = gather(folder, BELOW, ["holidays", "map/lines"])
    return [f"{one.file}: {one.message}" for source in texts.values() for one in source.problems]


def test_a_file_may_have_a_folder_of_its_own(folder: Path) -> None:
    assert below(folder) == []
    (folder / "map").mkdir()
    assert below(folder) == []
    (folder / "map" / "lines.yml").write_text("lines: [a]\n", "utf-8")
    assert below(folder) == []
    root = gather(folder, BELOW, ["holidays", "map/lines"])["lines"].root
    assert root is not None
    assert root.mark.file == "data/map/lines.yml"


def test_what_stands_in_a_wrong_folder_is_told_where_it_belongs(folder: Path) -> None:
    (folder / "map").mkdir()
    for name in ("lines.yml", "map/holidays.yml", "map/line.yml"):
        (folder / name).write_text("lines: []\n", "utf-8")
    assert sorted(below(folder)) == [
        f"data/lines.yml: {STRAY}请移到 map 文件夹里",
        f"data/map/holidays.yml: {STRAY}请往上移一层，和 site.yml 放在一起",
        f"data/map/line.yml: {STRAY}是不是想写 lines.yml？",
    ]


def test_the_folder_of_a_file_is_a_folder_and_no_link(folder: Path, tmp_path: Path) -> None:
    (folder / "map").write_text("", "utf-8")
    assert below(folder) == ["data/map: map 应是一个文件夹，lines.yml 放在里面"]
    (folder / "map").unlink()
    (folder / "map").symlink_to(tmp_path)
    assert below(folder) == ["data/map: map 应是一个文件夹，lines.yml 放在里面"]


def write(name: str, content: bytes = b"") -> Callable[[Path], object]:
    def written(folder: Path) -> None:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)

    return written


def both(folder: Path) -> None:
    (folder / "duty").mkdir()


def linked_parts(folder: Path) -> None:
    (folder / "duty.yml").unlink()
    (folder / "duty").symlink_to(folder)


def linked(folder: Path) -> None:
    (folder / "duty.yml").unlink()
    (folder / "duty.yml").symlink_to(folder / "nowhere.yml")


def parted(*parts: bytes) -> Callable[[Path], object]:
    def written(folder: Path) -> None:
        (folder / "duty.yml").unlink()
        (folder / "duty").mkdir()
        for name, part in zip("abc", parts, strict=False):
            (folder / "duty" / f"{name}.yml").write_bytes(part)

    return written


@pytest.mark.parametrize(
    ("spoil", "problems"),
    [
        (lambda folder: (folder / "duty.yml").unlink(), [("duty.yml", 1, 1, "值班", "没有这个文件")]),
        (write("duty.yml"), [("duty.yml", 1, 1, "", "文件是空的")]),
        (write("duty.yml", b"---\n"), [("duty.yml", 1, 1, "", "文件是空的")]),
        (write("duty.yml", b"# \n"), [("duty.yml", 1, 1, "", "文件是空的")]),
        (
            write("duty.yml", b"a" * (MOST_BYTES + 1)),
            [("duty.yml", 1, 1, "", "文件太大，超过 2 MB，请拆成几个文件，放进同名的文件夹")],
        ),
        (linked, [("duty.yml", 1, 1, "", "这是快捷方式（符号链接），请换成文件本身")]),
        (linked_parts, [("duty", 1, 1, "值班", "这是快捷方式（符号链接），请换成文件本身")]),
        (both, []),
        (parted(), [("duty", 1, 1, "值班", "文件夹里没有 .yml 文件")]),
        (parted(b"duty: [a]\n", b"leave: [b]\n", b"duty: [c]\n"), []),
        # A part that can't be read hides nothing of the others.
        (
            parted(b"a:b\n", b"c:d\n"),
            [
                ("duty/a.yml", 1, 3, "", "冒号后面要空一格（半角空格）"),
                ("duty/b.yml", 1, 3, "", "冒号后面要空一格（半角空格）"),
            ],
        ),
        (
            parted(b"a: 1\nb: 1\n", b"\nb: 2\n", b"b: 3\na: [1]\n"),
            [
                ("duty/b.yml", 2, 1, "值班", "b 在 data/duty/a.yml 第 2 行已经写过"),
                ("duty/c.yml", 1, 1, "值班", "b 在 data/duty/a.yml 第 2 行已经写过"),
                ("duty/c.yml", 2, 1, "值班", "a 在 data/duty/a.yml 第 1 行已经写过"),
            ],
        ),
        (write("dutty.yml"), [("dutty.yml", 1, 1, "", f"{STRAY}是不是想写 duty.yml？")]),
        (write("Duty.YML"), [("Duty.YML", 1, 1, "", f"{STRAY}已经有 duty.yml 了，多出来的这份请移走")]),
        (
            write("duty (1).yml"),
            [("duty (1).yml", 1, 1, "", f"{STRAY}已经有 duty.yml 了，多出来的这份请移走")],
        ),
        (write("Holidays.yaml"), [("Holidays.yaml", 1, 1, "", f"{STRAY}请改名为 holidays.yml")]),
        (write("照片.jpg"), [("照片.jpg", 1, 1, "", f"{STRAY}{MEDIA}")]),
        (write("media.zip"), [("media.zip", 1, 1, "", f"{STRAY}{MEDIA}")]),
    ],
)
def test_what_is_wrong_with_a_folder_is_told_whole(
    folder: Path, spoil: Callable[[Path], object], problems: list[tuple[str, int, int, str, str]]
) -> None:
    spoil(folder)
    assert told(folder) == [
        Problem(f"data/{file}", line, column, where, message)
        for file, line, column, where, message in problems
    ]


def test_a_file_that_cannot_be_opened_is_told_without_a_reason(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError("[Errno 13]")

    monkeypatch.setattr(type(folder), "open", refused)
    assert told(folder) == [
        Problem(f"data/{name}.yml", 1, 1, "", "文件打不开") for name in ("duty", "people")
    ]


def test_a_file_that_is_just_small_enough_is_read_to_its_end(folder: Path) -> None:
    (folder / "duty.yml").write_bytes(b"a: 1\n# " + b"x" * (MOST_BYTES - 12) + b"\nb: 2")
    assert (folder / "duty.yml").stat().st_size == MOST_BYTES
    root = gather(folder, NAMES, ["holidays"])["duty"].root
    assert root is not None
    assert list(root.entries) == ["a", "b"]


def test_lists_that_are_joined_keep_the_place_of_the_first() -> None:
    root = joined((parse(b"\nleave: [a]\n", name) for name in ("a.yml", "b.yml")), "duty").root
    assert root is not None
    key, value = root.entries["leave"]
    assert (root.mark, key, value.mark) == (
        Mark("a.yml", 2, 1),
        Mark("a.yml", 2, 1),
        Mark("a.yml", 2, 8),
    )
    assert isinstance(value, Sequence)
    assert [item.mark for item in value.items] == [Mark("a.yml", 2, 9), Mark("b.yml", 2, 9)]


def test_what_is_known_of_the_parts_is_known_of_the_whole() -> None:
    whole = joined([parse(b"a: b\n  c\n", "a.yml"), parse(b"d: 1\n", "b.yml")], "duty")
    assert whole.covered == {("a.yml", 1), ("a.yml", 2)}
    assert whole.lines == {"a.yml": ["a: b", "  c", ""], "b.yml": ["d: 1", ""]}


def test_a_file_of_the_same_bytes_is_parsed_once(tmp_path: Path) -> None:
    parsing = Parsing()
    path = tmp_path / "duty.yml"
    path.write_text("a: 1\n", "utf-8")
    first, again = (gather(tmp_path, {"duty": "值班"}, (), parsing=parsing)["duty"] for _ in range(2))
    assert first is again
    path.write_text("a: 2\n", "utf-8")
    assert gather(tmp_path, {"duty": "值班"}, (), parsing=parsing)["duty"].root != first.root
