"""The handbook of data/ is true: its examples work, its patterns and error lines are the program's."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from pathlib import Path

import pytest

from macros.domain.duty import shifts
from macros.domain.duty.corrections import corrections
from macros.errors import DataError
from macros.load import load
from macros.models.when import EXAMPLES
from tests.films import sound

DATA = Path(__file__).parent.parent / "data"
HANDBOOK = (DATA / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n# data/([\w/]+?)(?:/\d+)?\.yml\n(.*?)```", HANDBOOK, re.DOTALL)
# It speaks of the sample data, which a town replaces.
pytestmark = pytest.mark.skipif(not load(DATA).town.site.sample_notice, reason="the sample data is gone")
FIRST, LAST = dt.date(2026, 11, 23), dt.date(2027, 3, 31)

# What a clerk may get wrong, as a change of the real data: file, right, wrong.
MISTAKES = (
    ("duty", "from: 2026-11-26", "from: 2026-11-31"),
    ("duty", "people: [wu]", "people：[wu]"),
    ("duty", "    name: 调解员巡回", "   name: 调解员巡回"),
    ("duty", "    name: 调解员巡回", "\tname: 调解员巡回"),
    ("duty", "people: [zhao, chen, sun]", "people: [zhao，chen，sun]"),
    ("events", "venue: 汲浜集市", "venue: 汲浜集市 #3 摊"),
    ("people", "    name: 张律师\n", "    name: 张律师\n    name: 张律师\n"),
    ("duty", "cancel: true", "cancle: true"),
    ("duty", "people: [zhao, chen, sun]", "people: [zhao, chenn, sun]"),
    ("duty", "when: 每周一、四 9:00-11:00", "when: 每周一、四"),
    ("people", "    phone: 021-0000-0021\n    sample: true\n", "    phone: 13800138000\n"),
    ("places", "镇政府旁边", "镇政府旁边，打 138 0013 8000"),
    ("people", "name: 张律师", 'name: "张律师'),
    ("people", "people:\n", "people:\n" + "".join(f"  - {{id: n{n}, name: 甲}}\n" for n in range(120))),
)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the data that a test may change."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def test_there_are_examples() -> None:
    assert len(BLOCKS) == HANDBOOK.count("```yaml") >= 10


@pytest.mark.parametrize(("name", "text"), BLOCKS, ids=[f"{n}-{name}" for n, (name, _) in enumerate(BLOCKS)])
def test_examples_can_be_added_to_the_data(name: str, text: str, copy: Path) -> None:
    before = shifts(load(copy).town, FIRST, LAST)
    (copy / name).mkdir(parents=True, exist_ok=True)
    if (file := copy / f"{name}.yml").exists():
        file.rename(copy / name / "1.yml")
    (copy / name / "2.yml").write_text(text, encoding="utf-8")
    for file in re.findall(r"media/[\w.-]+", text):
        (copy / file).write_bytes(sound(file))
    after = shifts(load(copy).town, FIRST, LAST)
    assert (before != after) == (name in ("duty", "holidays")), "an example about duty changes a shift"


def test_the_patterns_are_those_of_the_grammar() -> None:
    assert tuple(re.findall(r"^- `([每周].+?)`", HANDBOOK, re.MULTILINE)) == EXAMPLES


def test_the_error_lines_are_real(copy: Path) -> None:
    told = [
        re.sub(r"^\S+?:\d+:\d+: ", "", line)
        for name, right, wrong in MISTAKES
        for line in _told(copy, name, right, wrong)
    ]
    rows = re.findall(r"^\| `(.+?)` \| ", HANDBOOK.split("## 报错怎么看")[1], re.MULTILINE)
    example = re.findall(r"^data/\w+\.yml:\d+:\d+: (.*)$", HANDBOOK, re.MULTILINE)
    assert len(rows) == 13
    for row in (*rows, *example):
        assert any(line == row or line.endswith(f": {row}") for line in told), row


def _told(data: Path, name: str, right: str, wrong: str) -> list[str]:
    """The lines that one mistake prints."""
    file = data / f"{name}.yml"
    good = file.read_text(encoding="utf-8")
    assert right in good
    file.write_text(good.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load(data)
    file.write_text(good, encoding="utf-8")
    return str(caught.value).splitlines()


def test_the_corrections_are_understood() -> None:
    told = [line for line in HANDBOOK.splitlines() if line.startswith("更正")]
    told += re.findall(r"`(更正.+?)`", HANDBOOK)
    found = [one for line in told for one in corrections(line, LAST)]
    assert len(found) == len(told) >= 4
    assert all(one.understood for one in found)
