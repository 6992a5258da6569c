"""YAML text keeps what was typed, knows where, and answers slips in Chinese."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from macros.load.rawtext import MOST_BYTES
from macros.load.tree import Mapping, Mark, Scalar, Sequence, plain
from macros.load.yamltext import read
from macros.models.hidden import hidden

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"


def tree(text: str) -> Mapping:
    parsed = read(text.encode(), "f.yml")
    assert parsed.problems == []
    assert parsed.root is not None
    return parsed.root


def lines(text: str | bytes) -> list[str]:
    data = text if isinstance(text, bytes) else text.encode()
    problems = sorted(read(data, "f.yml").problems)
    assert [problem.where for problem in problems] == [""] * len(problems)
    return [str(problem) for problem in problems]


@pytest.mark.parametrize(
    "written", ["13:30", "02157440123", "no", "2026-01-05", "~", "1e3", "0x10", "1_000", "null", "3号楼#201"]
)
def test_a_value_stays_the_text_typed(written: str) -> None:
    assert plain(tree(f"key: {written}\n")) == {"key": written}


def test_every_key_and_value_has_its_line_and_column_in_characters() -> None:
    root = tree("名: 爱国村\n𠮷滧: ['甲，乙', 丙]\n")
    key, value = root.entries["𠮷滧"]
    assert key == Mark("f.yml", 2, 1)
    assert isinstance(value, Sequence)
    assert value.items == [
        Scalar(Mark("f.yml", 2, 6), "甲，乙", plain=False),
        Scalar(Mark("f.yml", 2, 13), "丙", plain=True),
    ]


@pytest.mark.parametrize("text", [f"{BOM}名: 爱国村\n列: [甲]\n", "名: 爱国村\r\n列: [甲]\r\n"])
def test_a_bom_and_windows_line_ends_change_nothing(text: str) -> None:
    assert tree(text) == tree("名: 爱国村\n列: [甲]\n")


def test_quotes_and_blocks_keep_everything() -> None:
    text = "a: '“x”：y #1，'\nb: |\n  -张三\n  name：x\n  \ty\nc: >\n  a\n  b\nd: \"\"\n"
    assert plain(tree(text)) == {"a": "“x”：y #1，", "b": "-张三\nname：x\n\ty\n", "c": "a b\n", "d": ""}


def test_a_key_without_a_value_is_left_out() -> None:
    assert plain(tree("a:\nb: {c: , d: x}\n")) == {"b": {"d": "x"}}


@pytest.mark.parametrize("comment", ["# 说明", "#", "## 说明"])
def test_a_comment_after_a_value_is_fine_when_a_space_follows_its_sign(comment: str) -> None:
    assert plain(tree(f"a: b {comment}\n")) == {"a": "b"}


def test_a_sentence_in_a_list_may_have_a_full_width_colon() -> None:
    assert plain(tree("a:\n  - 注意：带身份证\n  - wechat：abc\n")) == {
        "a": ["注意：带身份证", "wechat：abc"]
    }


@pytest.mark.parametrize(
    ("text", "at", "said"),
    [
        ("a: 1\na: 2\n", "2:1", "第一次在第 1 行"),
        ("a: &x 1\n", "1:4", "不能用 &"),
        ("a: *x\n", "1:4", "不能用 *"),
        ("a: *重要*\n", "1:4", "不能用 *"),
        ("a: !重要\n", "1:4", "不能用 !"),
        ("a: %5\n", "1:4", "加上半角引号"),
        ("a: 1\n---\nb: 2\n", "2:1", "---"),
        ("%YAML 1.1\n---\na: 1\n", "1:1", "%"),
        ("? [a]\n: b\n", "1:3", "冒号前面"),
        ("{a: b}: c\n", "1:1", "冒号前面"),
        (": b\n", "1:1", "冒号前面少了名称"),
        ('"": b\n', "1:1", "冒号前面少了名称"),
        ("a:\n  - b\n  -\n", "3:4", "还空着"),
        ("a:\n\tb: c\n", "2:1", "Tab"),
        ("a:\tb\n", "1:3", "Tab"),
        ("a：b\n", "1:2", "半角 :"),
        ("a: {b：c}\n", "1:6", "半角 :"),
        ("a:b\n", "1:3", "空一格"),
        ("a:\u3000b\n", "1:3", "半角空格"),
        ("a:\n\u3000b: c\n", "2:1", "全角空格"),
        ("a:\n  b: c\n\u00a0 d: e\n", "3:1", "网页上的空格"),
        ("a:\n  -b\n", "2:4", "短横线"),
        ("a:\n  －　b\n", "2:3", "半角 -"),
        ("“a”: b\n", "1:1", "全角引号"),
        ("a: “b”\n", "1:4", "全角"),
        ("a: [b，c]\n", "1:6", "半角 ,"),
        ("a: 3号楼 #201 室\n", "1:8", "# 后面的字会丢掉"),
        ("a: #201\n", "1:4", "# 后面的字会丢掉"),
        ("a: b\n  c\n", "2:3", "上一行文字的继续"),
        ("a: 'b\nc: d\n", "1:4", "引号只有一半"),
        ("a: 'b' c\n", "1:8", "引号后面不能再接文字"),
        ('a: "\\k"\n', "1:4", "反斜杠"),
        ("a: [b\nc: d\n", "1:4", "方括号"),
        ("a: {b: c\nd: e\n", "1:4", "花括号"),
        ("a: b: c\n", "1:5", "多了一个"),
        ("a:\n   b: c\n  d: e\n", "3:3", "要对齐"),
        ("a: - b\n", "1:4", "下一行"),
        ("a: |b\n", "1:5", "下一行"),
        ("a: b\nc\nd: e\n", "2:1", "键: 值"),
        ("a: \x07\n", "1:4", "看不见"),
        ("a: b\u2028c\n", "1:5", "看不见"),
        ("- a\n", "1:1", "标题"),
        ("a: " + "[" * 12, "1:15", "最多 12 层"),
        ("[" * 100_000, "1:13", "最多 12 层"),
    ],
)
def test_a_slip_is_told_where_it_is(text: str, at: str, said: str) -> None:
    found = [line for line in lines(text) if line.startswith(f"f.yml:{at}: ")]
    assert len(found) == 1
    assert said in found[0]
    assert len(lines(text)) == 1 or text.startswith("[")


def golden() -> list[tuple[str, list[str]]]:
    """The texts of slips.txt, written as Python does, and the lines below each: what it must print."""
    blocks = (Path(__file__).parent / "slips.txt").read_text("utf-8").strip().split("\n\n")
    return [(ast.literal_eval(text), told) for text, *told in (block.split("\n") for block in blocks)]


@pytest.mark.parametrize(("text", "told"), golden(), ids=range(len(golden())))
def test_a_text_prints_its_lines(text: str, told: list[str]) -> None:
    assert [line.removeprefix("f.yml:") for line in lines(text)] == told


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("“a”: b\nc: d\n", ["a", "c"]),
        ("-a: b\n", ["a"]),
        ("\u3000a: b\n", ["a"]),
        ("•a: b\n", ["•a"]),
        ("a：b: c\n", ["a"]),
        ("*x : b\nc: d\n", ["", "c"]),
    ],
)
def test_a_key_with_a_slip_is_still_known(text: str, keys: list[str]) -> None:
    root = read(text.encode(), "f.yml").root
    assert root is not None
    assert list(root.entries) == keys
    assert isinstance(root.entries[keys[0]].value, Scalar)


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("a:\n  - b：1\n    c：2\n", {2, 3}),
        ("x: y\na: b\n  c\nd: e\n", {2, 3}),
        ("a:\n  b\n", set()),
        ("a:\n  - b: 1\n    c: 2\n    b: 3\n    c: 4\n", {4, 5}),
        ("a: 'b\n  c'\nd: e\n", {1, 2}),
    ],
)
def test_lines_that_are_spoken_about_are_known(text: str, covered: set[int]) -> None:
    assert read(text.encode(), "f.yml").covered == covered


def test_every_character_that_is_not_refused_can_be_read() -> None:
    signs = (chr(number) for number in range(0x20000) if not 0xD800 <= number < 0xE000)
    text = "".join(sign for sign in signs if sign not in "'\r\n" and not hidden(sign))
    assert plain(tree(f"a: '{text}'\n")) == {"a": text}


@pytest.mark.parametrize(
    "text", ["a: b\n---\nc: d\n", "? [a]\n: b\n", "a: b\nc: [d\n", "a: @\n", "a: \x07\n"]
)
def test_of_a_text_that_cannot_be_read_to_its_end_nothing_is_kept(text: str) -> None:
    assert read(text.encode(), "f.yml").root is None


def test_what_stands_for_something_else_is_no_text_but_not_missing() -> None:
    root = read(b"a: *x\n", "f.yml").root
    assert root is not None
    assert root.entries["a"].value == Scalar(Mark("f.yml", 1, 4), "", plain=False)


def test_slips_of_several_lines_are_told_together() -> None:
    text = "a:\n  - b：1\n    c：2\n\td: 3\n  -e\n"
    assert [line.split(": ")[0] for line in lines(text)] == [
        f"f.yml:{at}" for at in ("2:6", "3:6", "4:1", "5:4")
    ]


def test_blocks_quotes_and_comments_are_not_searched_for_slips() -> None:
    text = "a: |\n  b：c\n  -d\n# e：f\ng: 'h\n  i：j\n  -k'\nl：m\nn: o\n"
    assert [line.split(": ")[0] for line in lines(text)] == [
        # A quote over several lines is told by itself.
        "f.yml:5:4",
        "f.yml:8:2",
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("a: 爱国村".encode("gb18030"), "1:4: 文件不是 UTF-8 编码，像是 GBK（记事本里叫 ANSI）"),
        ("a: 爱国村".encode("utf-16"), "1:1: 文件不是 UTF-8 编码，像是 UTF-16（记事本里叫 Unicode）"),
        (b"\xfe\xff\0a", "1:1: 文件不是 UTF-8 编码，像是 UTF-16（记事本里叫 Unicode）"),
        (b"a: \xff\xff", "1:4: 文件不是 UTF-8 编码，或者文件已损坏"),
        ("a: 爱\r\nb: c\rd: 村".encode() + b"\xff\xff", "3:5: 文件不是 UTF-8 编码，或者文件已损坏"),
        (f"{BOM}a: 爱\nb: 村".encode() + b"\xff\xff", "2:5: 文件不是 UTF-8 编码，或者文件已损坏"),
    ],
)
def test_another_encoding_is_named_with_the_way_out(data: bytes, said: str) -> None:
    right = "请用记事本打开，点“文件 › 另存为”，编码选 UTF-8，再保存"
    assert lines(data) == [f"f.yml:{said}。{right}"]


def test_a_huge_file_is_refused() -> None:
    assert "2 MB" in lines(b"a" * (MOST_BYTES + 1))[0]
