"""What happens to files before they are published."""

from __future__ import annotations

import json

from macros.publish.bundle import bundles
from macros.publish.identity import identity
from macros.publish.policy import policy, sealed


def test_the_tokens_come_first_and_print_last_whatever_the_names() -> None:
    sources = {"a.css": "a", "print.css": "p", "tokens.css": "t", "z.css": "z", "page.css": "g"}
    assert bundles(sources)["assets/fahu.css"] == "t\ng\na\nz\np"


def test_what_runs_before_the_page_is_drawn_is_apart_from_the_rest() -> None:
    made = bundles({"scheme.js": "s", "large-view.js": "l", "clock.js": "c", "a.js": "a"})
    assert (made["assets/first.js"], made["assets/fahu.js"]) == ("s\nl", "c\na")


def test_a_players_host_is_allowed_only_where_it_plays() -> None:
    player = '<iframe class="x" src="https://player.bilibili.com/player.html?bvid=1" title="x"></iframe>'
    assert "frame-src https://player.bilibili.com;" in policy(player)
    assert "frame-src" not in policy("<p>https://player.bilibili.com/</p>")


def test_nothing_is_allowed_that_a_page_holds_itself() -> None:
    assert policy("").startswith("default-src 'none'; ")
    assert "unsafe" not in policy("") + sealed("p {}")
    assert "'self'" not in sealed("p {}")


def test_a_site_names_its_map_only_when_its_address_is_known() -> None:
    assert "Sitemap" not in identity("柳溪", "")["robots.txt"]
    assert "Sitemap: https://a.cn/b/sitemap.xml" in identity("柳溪", "https://a.cn/b/")["robots.txt"]


def test_the_manifest_has_the_towns_name_and_relative_addresses() -> None:
    manifest = json.loads(identity("柳溪", "")["assets/site.webmanifest"])
    assert (manifest["name"], manifest["start_url"]) == ("柳溪", "../index.html")
