"""A built site is swapped in when it is whole; a served one stays where it is."""

from __future__ import annotations

import socket
from pathlib import Path

from macros.run import Run


def test_a_site_is_built_beside_the_last_one_and_swapped_in(tmp_path: Path) -> None:
    run, site = Run(), tmp_path / "site"
    site.mkdir()
    (site / "old.html").write_text("old", "utf-8")
    staging = run.stage(site)
    staging.mkdir()
    (staging / "new.html").write_text("new", "utf-8")
    assert (site / "old.html").exists()
    assert run.finish() == site
    assert [path.name for path in site.iterdir()] == ["new.html"]


def test_a_site_that_is_given_up_leaves_the_last_one(tmp_path: Path) -> None:
    run, site = Run(), tmp_path / "site"
    site.mkdir()
    run.stage(site).mkdir()
    run.give_up()
    assert list(tmp_path.iterdir()) == [site]


def test_a_served_site_stays_where_the_server_looks(tmp_path: Path) -> None:
    run, site = Run(serving=True), tmp_path / "site"
    site.mkdir()
    (site / "old.html").write_text("old", "utf-8")
    staging = run.stage(site)
    staging.mkdir()
    (staging / "new.html").write_text("new", "utf-8")
    assert (site / "old.html").exists()
    assert run.finish() == site
    assert list(tmp_path.iterdir()) == [site]
    assert [path.name for path in site.iterdir()] == ["new.html"]


def test_only_a_server_that_starts_asks_whether_its_address_is_free() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port: int = other.getsockname()[1]
        assert Run().start("127.0.0.1", port) == ""
        run = Run(serving=True)
        assert f"127.0.0.1:{port}" in run.start("127.0.0.1", port)
        # The second time it is the server itself that has it.
        assert run.start("127.0.0.1", port) == ""
