"""Pages are compared by what is their own, and named by their titles."""

from __future__ import annotations

from pathlib import Path

from tools.changed_pages import MOST, Page, changed_pages, markdown


def page(folder: Path, path: str, main: str, title: str = "值班 - 甲镇", footer: str = "") -> None:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"<title>{title}</title><main class='a'>{main}</main><footer>{footer}", "utf-8")


def test_what_stands_on_every_page_changes_none(tmp_path: Path) -> None:
    page(tmp_path / "a", "duty.html", "张律师", footer="内容更新于 11月1日")
    page(tmp_path / "b", "duty.html", "张律师", footer="内容更新于 11月2日")
    assert changed_pages(tmp_path / "a", tmp_path / "b") == ()
    assert "没有一页不一样" in "\n".join(markdown(()))


def test_new_changed_and_gone_pages_are_told_by_their_titles(tmp_path: Path) -> None:
    page(tmp_path / "a", "places/b.html", "旧", "乙村 - 甲镇")
    page(tmp_path / "a", "duty.html", "张律师")
    page(tmp_path / "b", "duty.html", "李律师")
    page(tmp_path / "b", "index.html", "新", "甲镇 &amp; 乙村")
    found = changed_pages(tmp_path / "a", tmp_path / "b")
    assert found == (
        Page("index.html", "甲镇 & 乙村", "new"),
        Page("duty.html", "值班", "changed"),
        Page("places/b.html", "乙村", "gone"),
    )
    told = "\n".join(markdown(found))
    assert "有 3 页不一样" in told
    assert "**变了的 1 页**\n\n- 值班（duty.html）" in told


def test_the_handbook_and_404_are_not_looked_at(tmp_path: Path) -> None:
    page(tmp_path / "b", "handbook/index.html", "新")
    page(tmp_path / "b", "404.html", "新")
    assert changed_pages(tmp_path / "a", tmp_path / "b") == ()


def test_a_title_is_no_markup_and_a_list_ends() -> None:
    many = tuple(Page(f"{number}.html", "<b>*甲*", "new") for number in range(MOST + 5))
    lines = "\n".join(markdown(many)).splitlines()
    assert "- \\<b\\>\\*甲\\*（0.html）" in lines
    assert lines[-1] == "- 还有 5 页"
