"""What the theme draws once is right for every page of a folder."""

from __future__ import annotations

from macros.publish.shell import ABOUT, ADDRESS, CONTENT, POLICY, TITLE, Shell, blanks

DRAWN = f"<meta {POLICY}><title>{TITLE} - 柳溪</title><meta {ABOUT}><link {ADDRESS}><p>{CONTENT}</p>"


def test_a_page_is_joined_into_its_shell_at_each_mark() -> None:
    page = Shell.of(DRAWN).page("集市", "有人管", "<b>开</b>", "https://a.cn/places/x.html")
    assert "<title>集市 - 柳溪</title><meta 有人管>" in page
    assert "<link https://a.cn/places/x.html><p><b>开</b></p>" in page


def test_a_page_has_the_policy_of_what_it_holds() -> None:
    shell = Shell.of(DRAWN)
    player = '<iframe src="https://player.bilibili.com/player.html"></iframe>'
    assert "frame-src https://player.bilibili.com;" in shell.page("a", "", player, "")
    assert "frame-src" not in shell.page("a", "", "b", "")


def test_what_a_page_holds_is_never_taken_for_a_mark() -> None:
    assert Shell.of(f"{TITLE}|{CONTENT}").page(CONTENT, "", TITLE, "") == f"{CONTENT}|{TITLE}"


def test_a_page_has_only_the_marks_that_were_drawn() -> None:
    assert Shell.of(f"<p>{CONTENT}</p>").page("a", "", "b", "c") == "<p>b</p>"


def test_the_sitemap_has_the_whole_address_of_a_page_and_its_day() -> None:
    (page,) = blanks(["places/x.html"], "https://a.cn/town/", "2026-11-23")
    assert (page.canonical_url, page.update_date) == ("https://a.cn/town/places/x.html", "2026-11-23")
