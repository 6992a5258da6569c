"""YAML text as a tree in which every key and value is the text typed, with its line and column.

PyYAML's event stream is all that is used: its resolver turns `13:30` into 810 and its
constructor drops duplicate keys.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from macros.errors import DataError, Problem
from macros.load.rawtext import decode
from macros.load.tree import Mapping, Mark, Node, Pair, Scalar, Sequence, is_empty
from macros.load.yamlslips import OPEN_QUOTE, TAB_TOLD, blank_before, diagnose, scan, slip

MOST_LEVELS = 12
_CONTINUED = "这一行被当作上一行文字的继续：同一句话请写在一行里，或用 | 写多行文字；另一项请对齐行首空格"
_SWALLOWED = re.compile(r"[ \t]+(#)#*[^#\s]")
_WRAPPED = re.compile(r"“[^“”]*”|‘[^‘’]*’|＂[^＂]*＂|「[^「」]*」")
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass
class Parsed:
    """A file's tree, or None when it can't be trusted, and what is wrong with the text.

    `covered` are the lines that a problem already speaks about, `lines` all of them.
    """

    root: Mapping | None = None
    problems: list[Problem] = field(default_factory=list)
    covered: set[int] = field(default_factory=set)
    lines: list[str] = field(default_factory=list)


class _StopError(Exception):
    """What follows in the file would only give misleading problems."""


def read(data: bytes, file: str) -> Parsed:
    """The tree of a file's bytes; `file` is the name shown in problems."""
    try:
        text = decode(data, file)
    except DataError as error:
        return Parsed(problems=list(error.problems))
    lines = text.split("\n")
    # YAML adds a last line end where there is none, and stumbles behind it.
    builder = _Builder(file, [*lines, ""])
    builder.parsed.lines = lines
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except _StopError:
        builder.parsed.root = None
    except yaml.MarkedYAMLError as error:
        builder.parsed.root = None
        opened = next((node for node in builder.stack if node.flow), None)
        mark, message = diagnose(error, lines, opened)
        builder.drop_guesses(mark.first)
        known = any(mark.first <= line <= mark.last for line in builder.parsed.covered)
        for line, column, slipped in scan(lines, mark):
            builder.tell(line, column, slipped)
            # YAML stumbles some lines after a slip, and needn't be told as well.
            known = known or line <= mark.last
        if not known:
            builder.tell(mark.line, mark.column, message)
    return builder.parsed


class _Builder:
    """Takes events one by one; a stack of open collections stands in for recursion."""

    def __init__(self, file: str, lines: list[str]) -> None:
        self.file = file
        self.lines = lines
        self.parsed = Parsed()
        self.stack: list[Mapping | Sequence] = []
        self.key: list[tuple[Mark, str] | None] = []
        self.quoted: set[int] = set()
        self.documents = 0
        self.told: set[tuple[int, int]] = set()
        self.doubled: Mapping | None = None

    def tell(self, line: int, column: int, message: str) -> None:
        """Notes a problem, the first of each place."""
        if (line, column) not in self.told:
            self.told.add((line, column))
            self.parsed.problems.append(Problem(self.file, line, column, "", message))
            self.parsed.covered.add(line)

    def drop_guesses(self, first: int) -> None:
        """Forgets what was only guessed from the lines that turned out not to be YAML, from `first` on."""
        kept = [p for p in self.parsed.problems if p.message != _CONTINUED or p.line < first]
        self.parsed.problems, self.parsed.covered = kept, {p.line for p in kept} | self.quoted
        self.told = {(p.line, p.column) for p in kept}

    def take(self, event: yaml.Event) -> None:
        """Adds what the event says to the tree."""
        start: Any = event.start_mark
        mark = Mark(self.file, start.line + 1, start.column + 1)
        if isinstance(event, yaml.DocumentStartEvent):
            self._document(event, mark)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.stack.pop()
            self.key.pop()
        elif isinstance(event, yaml.NodeEvent):
            self._forbid(event, mark)
            if isinstance(event, yaml.ScalarEvent):
                self._scalar(event, mark)
            elif isinstance(event, yaml.CollectionStartEvent):
                self._open(event, mark)
            else:
                self._add(Scalar(mark, "", plain=False))

    def _document(self, event: yaml.DocumentStartEvent, mark: Mark) -> None:
        self.documents += 1
        if self.documents > 1:
            self.tell(mark.line, mark.column, "一个文件里只能有一份内容，请删掉这一行 ---")
            raise _StopError
        if event.version or event.tags:
            self.tell(mark.line, mark.column, "请删掉 % 开头的行")

    def _forbid(self, event: yaml.NodeEvent, mark: Mark) -> None:
        quote = "如果这是文字，请给整句加上半角引号"
        if isinstance(event, yaml.AliasEvent):
            self.tell(mark.line, mark.column, f"不能用 * 开头引用别处的内容；{quote}")
        elif event.anchor is not None:
            self.tell(mark.line, mark.column, f"不能用 & 开头给内容起名；{quote}")
        elif isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag is not None:
            self.tell(mark.line, mark.column, f"不能用 ! 开头指定类型；{quote}")
        if found := re.search(r"\t[ \t]*$", self.lines[mark.line - 1][: mark.column - 1]):
            self.tell(mark.line, found.start() + 1, TAB_TOLD)

    def _open(self, event: yaml.CollectionStartEvent, mark: Mark) -> None:
        if self._wants_key():
            self.tell(mark.line, mark.column, "冒号前面只能是一个词，不能是列表或几行内容")
            raise _StopError
        if len(self.stack) == MOST_LEVELS:
            self.tell(mark.line, mark.column, f"层数太多，最多 {MOST_LEVELS} 层")
            raise _StopError
        flow = bool(event.flow_style)
        of_items = isinstance(event, yaml.SequenceStartEvent)
        node = Sequence(mark, [], flow=flow) if of_items else Mapping(mark, {}, flow=flow)
        self._add(node)
        self.stack.append(node)
        self.key.append(None)

    def _wants_key(self) -> bool:
        return bool(self.stack) and isinstance(self.stack[-1], Mapping) and self.key[-1] is None

    def _scalar(self, event: yaml.ScalarEvent, mark: Mark) -> None:
        plain = not event.style
        if plain:
            self._check_plain(event, mark)
        elif event.style in ("'", '"'):
            self._check_quoted(event, mark)
        if self._wants_key():
            self._take_key(mark, event.value, plain=plain)
        else:
            self._add(Scalar(mark, event.value, plain))

    def _check_quoted(self, event: yaml.ScalarEvent, mark: Mark) -> None:
        until: Any = event.end_mark
        if until.line + 1 > mark.line:
            self.tell(mark.line, mark.column, OPEN_QUOTE)
            # What stumbles in these lines is only what follows from it.
            lines = range(mark.line, until.line + 2)
            self.quoted.update(lines)
            self.parsed.covered.update(lines)

    def _check_plain(self, event: yaml.ScalarEvent, mark: Mark) -> None:
        until: Any = event.end_mark
        last, end = until.line, until.column
        if found := _SWALLOWED.match(self.lines[last], end):
            message = "# 后面的字会丢掉：要保留，请给整句加上半角引号；只是说明，请在 # 后面空一格"
            self.tell(last + 1, found.start(1) + 1, message)
        if self._wants_key():
            return
        key = self.key[-1] if self.key else None
        own_line = not self.stack or (key is not None and key[0].line < mark.line)
        if last > mark.line - 1 or (own_line and event.value):
            self._check_lines(mark, last + 1)
        elif _WRAPPED.fullmatch(event.value):
            message = "整句外面的引号是全角的：不需要就删掉；要显示出来，外面再加一对半角引号，如 '“文字”'"
            self.tell(mark.line, mark.column, message)
        elif "，" in event.value and isinstance(self.stack[-1], Sequence) and self.stack[-1].flow:
            message = "方括号里的逗号要用半角 , 再空一格；如果逗号是文字的一部分，请给这一项加上半角引号"
            self.tell(mark.line, mark.column + event.value.index("，"), message)

    def _check_lines(self, mark: Mark, last: int) -> None:
        found = False
        for number in range(mark.line, last + 1):
            line = self.lines[number - 1]
            start = mark.column - 1 if number == mark.line else len(line) - len(line.lstrip(" "))
            if told := slip(line[start:]):
                self.tell(number, start + told[0] + 1, told[1])
                found = True
        if last > mark.line and not found:
            line = self.lines[last - 1]
            self.tell(last, len(line) - len(line.lstrip(" ")) + 1, _CONTINUED)
        if last > mark.line:
            self.parsed.covered.update(range(mark.line, last + 1))

    def _take_key(self, mark: Mark, text: str, *, plain: bool) -> None:
        if not text:
            self.tell(mark.line, mark.column, "冒号前面少了名称")
        elif plain and (told := blank_before(text) or slip(f"{text}: ")):
            self.tell(mark.line, mark.column + told[0], told[1])
            text = re.sub(r"^[-－—–\s]+|[“”‘’＂]|[:：].*", "", text)
        self.key[-1] = mark, text
        top = self.stack[-1]
        if text and isinstance(top, Mapping) and text in top.entries:
            self._double(top, mark, text)

    def _double(self, top: Mapping, mark: Mark, text: str) -> None:
        self.parsed.covered.add(mark.line)
        if top is not self.doubled:
            first, right = top.entries[text].key.line, "请删掉一个"
            if len(self.stack) > 1 and isinstance(self.stack[-2], Sequence):
                right += "；如果这是新的一条，第一行前面要加短横线和空格"
            self.tell(mark.line, mark.column, f"{text} 写了两次，第一次在第 {first} 行，{right}")
        # Where a dash was lost every key of an entry comes twice: the first says enough.
        self.doubled = top

    def _add(self, node: Node) -> None:
        if not self.stack:
            self._root(node)
        elif isinstance(top := self.stack[-1], Sequence):
            if is_empty(node):
                self.tell(node.mark.line, node.mark.column, "短横线后面还空着，请填写，或者删掉这一行")
            top.items.append(node)
        elif key := self.key[-1]:
            top.entries.setdefault(key[1], Pair(key[0], node))
            self.key[-1] = None
        else:
            self.key[-1] = node.mark, ""

    def _root(self, node: Node) -> None:
        if isinstance(node, Mapping):
            self.parsed.root = node
        elif not self.parsed.problems and not (is_empty(node)):
            message = "文件最外层要写成几行“键: 值”"
            if isinstance(node, Sequence):
                message = "这一条上面少了标题那一行，例如 people:"
            self.tell(node.mark.line, node.mark.column, message)
