"""What a clerk probably meant by lines that YAML can't read, or reads differently."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

import yaml

from macros.load.tree import Mapping, Sequence

_WORD = r"[A-Za-z_][A-Za-z0-9_]*"
_SLIPS = (
    (re.compile(r"()(?:<{7}|={7}|>{7})"), "这是两个人同时改留下的记号：留下对的那几行，把这样的记号行都删掉"),
    (re.compile(r"()-{4,}\s*$"), "分隔线前面要加 # 和空格，或者删掉这一行"),
    (re.compile(r"()＃"), "说明前面要用半角 #"),
    (re.compile(r"()｛"), "花括号要用半角 { }"),
    (re.compile(r"-()[^ \t\n-]"), "短横线 - 后面要空一格（半角空格）"),
    (re.compile(r"()[－—–](?:[ \u3000]|$)"), "列表前面的短横线要用半角 - ，后面空一格"),
    (re.compile(r"()[•●▪■◆◦‣⁃∙・·◇□○](?:[ \u3000]*\S|$)"), "列表前面要用半角短横线 - ，后面空一格，不用圆点"),
    (re.compile(rf"()[“‘＂]{_WORD}[”’＂] *[:：]"), "冒号前面的词不要加全角引号"),
    (re.compile(r"():(?:[ \t]|$)"), "冒号前面少了名称"),
    (re.compile(rf"{_WORD} *()："), "冒号要用半角 : ，后面空一格"),
    (re.compile(rf"{_WORD}:()(?!//)[^ \t\n]"), "冒号后面要空一格（半角空格）"),
)
_KEY = re.compile(rf" *(?:- +)*{_WORD} *")
_DASHES = re.compile("^ *(?:- +)*")
_TAB = re.compile(rf" *(?:- *)*(?:{_WORD}:)? *(\t)\s*\S")
_BLOCK = re.compile(rf"( *(?:- +)*)(?:{_WORD}: +)?[|>][-+0-9]* *(?:#.*)?$")
_QUOTED = re.compile(r"""(?:[:,-] +|^ *)(?:[\[{] *)*(["'])""")
OPEN_QUOTE = "引号只有一半：这一行末尾少了后一个半角引号，一句话要写在一行里"
TAB_TOLD = "这里有制表符（Tab 键），请换成空格"
_UNEVEN = "这一行或上一行的行首空格不对：同一条里的各行要对齐"
_SWALLOWED = "# 后面的字会丢掉：要保留，请给整句加上半角引号；只是说明，请在 # 后面空一格"
# `[通知] 开会` is a list with words behind it, `[a, #b]` one that never ends.
_BRACKETS = re.compile(rf" *(?:- +)*(?:{_WORD}: +)?([\[{{])[^\]}}]*[\]}}] *[^\s,#\]}}]")
_IN_BRACKETS = re.compile(r"[\[{][^\]}]*?[\s,，](#+[^#\s])")
_CAUSES = (
    ("alias", "不能用 * 开头；如果这是文字，请给整句加上半角引号"),
    ("anchor", "不能用 & 开头；如果这是文字，请给整句加上半角引号"),
    ("tag", "不能用 ! 开头；如果这是文字，请给整句加上半角引号"),
    ("directive", "不能用 % 开头；如果这是文字，请给整句加上半角引号"),
    ("escape|hexadecimal|hexdecimal", "双引号里的反斜杠 \\ 有特殊意思，请改用单引号"),
    ("cannot start any token", "这一句不能用这个符号开头，请给整句加上半角引号"),
    ("quoted scalar", OPEN_QUOTE),
    ("flow sequence", "方括号 [ ] 没有写完整：每项之间用半角 , 隔开，最后用 ] 结束"),
    ("flow mapping", "花括号 { } 没有写完整：每项之间用半角 , 隔开，最后用 } 结束"),
    ("block scalar", "| 或 > 后面不能接着写文字，请从下一行开始，行首多空两格"),
    ("mapping values are not", "多了一个“: ”：请检查行首空格；是文字就给整句加上半角引号"),
    ("could not find", "这一行不是“键: 值”：少了冒号和空格，或行首空格不对"),
    ("block sequence entries are not allowed", "列表的短横线 - 不能写在这里：请从下一行开始写"),
    ("expected <block end>|did not find expected|document start", _UNEVEN),
)
_AT_START = re.compile("quoted scalar|flow |could not find|alias|anchor|tag")


class Where(NamedTuple):
    """The lines a syntax error may come from, and the place to name."""

    first: int
    last: int
    line: int
    column: int


def slip(text: str) -> tuple[int, str] | None:
    """The offset and the name of a slip at the start of a line or key."""
    for pattern, message in _SLIPS:
        if found := pattern.match(text):
            return found.start(1), message
    return None


def blank_before(text: str) -> tuple[int, str] | None:
    """The offset and the name of a blank that YAML takes for a letter."""
    if found := re.match(r" *([\u3000\u00a0\u2000-\u200f])", text):
        return found.start(1), "行首有全角空格或网页上的空格，请换成半角空格"
    return None


def diagnose(
    error: yaml.MarkedYAMLError, lines: list[str], opened: Mapping | Sequence | None
) -> tuple[Where, str]:
    """The place and the likely cause of a syntax error; `opened` are the brackets that it stands in."""
    said = f"{error.context} {error.problem}"
    last: Any = error.problem_mark
    at = (error.context_mark if _AT_START.search(said) else None) or last
    # YAML adds a last line end where there is none.
    line, column = min(at.line, len(lines) - 1), at.column
    if opened and "flow node" in said:
        # Read on to the next line, or to the end, in search of the other bracket.
        line, column = opened.mark.line - 1, opened.mark.column - 1
        said = "flow sequence" if isinstance(opened, Sequence) else "flow mapping"
    causes = (cause for pattern, cause in _CAUSES if re.search(pattern, said))
    message = next(causes, "这里的写法不对：请检查行首空格、冒号和引号")
    if "expected key" in said and lines[line][:column].rstrip().endswith(("'", '"')):
        message = "引号后面不能再接文字：请把整句放进一对半角引号"
    if "mapping values" in said and _KEY.fullmatch(lines[line][:column]):
        message, column = _UNEVEN, _indent(lines[line])
    if bracket := _BRACKETS.match(lines[line]):
        message, column = "方括号、花括号开头的会当成列表：这是文字，请给整句加上半角引号", bracket.start(1)
    elif "flow" in said and (lost := _IN_BRACKETS.search(lines[line])):
        message, column = _SWALLOWED, lost.start(1)
    if "flow" in said and (comma := re.search(rf"，\s*{_WORD}: ", lines[line])):
        message, column = "逗号要用半角 , ，后面空一格", comma.start()
    sign = lines[line][column : column + 1]
    if sign == "\t":
        message = TAB_TOLD
    elif sign in ("]", "}"):
        message = f"多了一个 {sign}，前面没有和它配对的；是文字就给整句加上半角引号"
    # A line that isn't `key: value` is joined to the next, and only there the colon is one too many.
    start = line if "mapping values" in said else line + 1
    return Where(start, max(line, last.line) + 1, line + 1, column + 1), message


def scan(lines: list[str], where: Where) -> list[tuple[int, int, str]]:
    """Line, column and name of each slip in a text that YAML can't read."""
    found = []
    structure = list(_structure(lines))
    for (number, line), (_, following) in pairwise([*structure, (0, "")]):
        if tab := _TAB.match(line):
            found.append((number, tab.start(1) + 1, TAB_TOLD))
        elif told := blank_before(line):
            found.append((number, told[0] + 1, told[1]))
        else:
            start, offset = _indent(line), len(line) - len(_DASHES.sub("", line, count=1))
            # An item of a list may be a sentence with a colon: it is a slip only where YAML
            # stumbled, or where the entry goes on in the next line.
            entry = offset in (start, _indent(following)) or where.first <= number <= where.last
            if entry and (told := slip(line[offset:])):
                found.append((number, offset + told[0] + 1, told[1]))
    return found


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _structure(lines: list[str]) -> Iterator[tuple[int, str]]:
    """The lines outside block scalars, quotes over several lines, and comments."""
    inside: int | None = None
    quote = ""
    for number, line in enumerate(lines, 1):
        text = line.strip(" ")
        if inside is not None and (not text or _indent(line) > inside):
            continue
        inside = None
        if quote:
            quote = "" if line.count(quote) % 2 else quote
            continue
        if not text or text.startswith("#"):
            continue
        if block := _BLOCK.match(line):
            inside = len(block[1]) if ":" in line.split("#")[0] else max(block[1].rfind("-"), 0)
        elif (opened := _QUOTED.search(line)) and line[opened.start(1) :].count(opened[1]) % 2:
            quote = opened[1]
        yield number, line
