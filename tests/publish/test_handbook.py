"""The handbook becomes a page for each of its sections, and its links follow."""

from __future__ import annotations

from pathlib import Path

from macros.publish.handbook import pages, pictured

TEXT = """# 手册

先看[请假](#请假)。

## 改值班

### 请假

```yaml
## 不是标题
leave: []
```

## 加活动

见[改值班](#改值班)。
"""


def test_each_section_is_a_page_with_its_headings_one_step_up() -> None:
    made = pages(TEXT)
    assert list(made) == ["index.md", "01.md", "02.md"]
    assert made["01.md"].startswith("# 改值班\n\n## 请假\n")
    assert "## 不是标题\nleave: []" in made["01.md"]


def test_links_lead_to_the_page_that_has_the_heading() -> None:
    made = pages(TEXT)
    assert "[请假](01.md#请假)" in made["index.md"]
    assert "[改值班](01.md#改值班)" in made["02.md"]


def test_a_picture_stands_beside_the_pages_and_a_missing_one_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "leave.webp").write_bytes(b"x")
    text = "![甲](../.github/pictures/handbook/leave.webp)\n\n![乙](../.github/pictures/handbook/gone.webp)\n"
    assert pictured(text, tmp_path) == ("![甲](leave.webp)\n\n\n", {"leave.webp": b"x"})
