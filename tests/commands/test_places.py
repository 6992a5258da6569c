"""fahu places says what boards lack, with the line to edit."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest

from macros.domain.compliance import compliance
from tests.commands.conftest import Fahu
from tests.site.towns import HOSTILE, edited

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("kind", ["text", "csv"])
def test_the_report_of_a_small_town_is_the_one_that_was_right(fahu: Fahu, kind: str) -> None:
    golden = GOLDEN / f"places-report.{kind.replace('text', 'txt')}"
    assert fahu("places", "--report", "--format", kind) == golden.read_bytes().decode(), f"{golden} was right"


def read(text: str) -> list[dict[str, str]]:
    """The rows of a table."""
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_a_place_is_a_row_with_its_line(data: Path, fahu: Fahu) -> None:
    printed = fahu("places")
    line = 1 + (data / "places.yml").read_text("utf-8").splitlines().index("  - id: aiguo-room")
    assert re.search(rf"^aiguo-room .* data/places.yml:{line}$", printed, re.MULTILINE)
    rows = read(fahu("places", "--format", "csv"))
    assert [row["写在哪里"] for row in rows if row["编号"] == "aiguo-room"] == [f"data/places.yml:{line}"]


def test_the_report_leads_to_the_line_of_each_thing(data: Path, fahu: Fahu) -> None:
    edited(
        data,
        "places.yml",
        lambda tree: tree["places"][0].update(tier="station", sample=["address"], address="路"),
    )
    text = (data / "places.yml").read_text("utf-8")
    line = 1 + next(number for number, row in enumerate(text.splitlines()) if row.strip() == "address: 路")
    said = f"  地址：还是示例，《政府信息公开条例》第20条要求（data/places.yml:{line}）"
    assert said in fahu("places", "--report").splitlines()
    rows = read(fahu("places", "--report", "--format", "csv"))
    assert ("公开栏", "1", "政府信息公开条例第20条", str(line)) in {
        (row["类别"], row["轻重"], row["依据"], row["行"]) for row in rows
    }


def test_promises_laws_and_samples_are_in_the_report_too(fahu: Fahu) -> None:
    town = ("--data", str(Path(__file__).parents[1] / "town"))
    printed = fahu("places", "--report", *town)
    assert re.search(
        r"柳溪镇法律服务工作站，每周 1 次，每季度 1 场讲座：\d+ 段时间做到 \d+ 段，记下 1 次", printed
    )
    assert re.search(r"还是示例的\n  \S+：\d+ 处", printed)
    kinds = {row["类别"] for row in read(fahu("places", "--report", "--format", "csv", *town))}
    assert {"公开栏", "承诺", "示例"} <= kinds
    real = ("--data", str(Path(__file__).parents[2] / "data"))
    assert re.search(
        r"《人民调解法》\S+，2025-04-19 查对（\d+ 处，第一处在 \S+/site.yml:\d+）",
        fahu("places", "--report", *real),
    )


def test_a_town_that_owes_nothing_is_told_so(fahu: Fahu, monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(*given: object) -> object:
        found = compliance(*given)  # type: ignore[arg-type]
        return type(found)((), (), (), ())

    monkeypatch.setattr("macros.commands.places.compliance", nothing)
    assert fahu("places", "--report").endswith("都齐了，没有要补的。\n")


def test_a_name_is_no_formula_and_no_order_to_a_terminal(data: Path, fahu: Fahu) -> None:
    edited(data, "places.yml", lambda tree: tree["places"][0].update(name=f"=1+1{HOSTILE}"))
    rows = read(fahu("places", "--report", "--format", "csv"))
    assert not [cell for row in rows for cell in row.values() if cell.startswith("=")]
    assert f"=1+1{HOSTILE}" in fahu("places", "--report")


def test_it_answers_what_it_does_not_understand(fahu: Fahu) -> None:
    fahu("places", "--format", "json", status=2)
