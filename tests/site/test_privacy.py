"""A private number is published only as long as its owner agrees."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.conftest import build
from tests.films import picture
from tests.load.test_recordings import FRAMES, id3
from tests.site import towns
from tests.site.reading import texts

GONE, HELD, DESK = "13800138001", "13800138002", "13800138003"


def numbers(tree: dict[str, Any]) -> None:
    """Nothing; gives two advisers a private number each: one consent ended the day before the build, one
    ends on the day of a shift."""
    ding, fang = tree["people"][:2]
    ding |= {"phone": GONE, "consent": {"scope": ["phone"], "until": "2026-11-22"}}
    fang |= {"phone": HELD, "consent": {"scope": ["phone"], "until": "2026-11-27"}}
    del fang["sample"]


def desk(tree: dict[str, Any]) -> None:
    """Nothing; gives a place a private number without a valid consent."""
    consent = {"scope": ["phone"], "until": "2026-11-22"}
    tree["places"][0]["phones"] = [{"number": DESK, "consent": consent}]


def test_a_private_number_leaves_the_site_when_its_consent_ends(tmp_path: Path) -> None:
    town = towns.copied(tmp_path)
    towns.edited(town, "people.yml", numbers)
    towns.edited(town, "places.yml", desk)
    done = build(tmp_path / "site", town)
    assert done.returncode == 0, done.stderr
    files = texts(tmp_path / "site")
    assert [path for path, text in files.items() if GONE in text or DESK in text] == []
    assert "duty.html" not in [path for path, text in files.items() if HELD in text]
    assert [path for path, text in files.items() if HELD in text]
    # From a copy nobody can take it back.
    assert not [path for path, text in files.items() if path.startswith("open-data/") and HELD in text]
    assert GONE not in files["compliance.html"]
    assert "本人同意到期了" in files["compliance.html"]
    for text in files.values():
        # Each day of a card holds the numbers of its own shifts only.
        days = text.split("data-date=")[1:]
        assert {day[1:11] for day in days if HELD in day} <= {"2026-11-27"}
    assert [path for path, text in files.items() if "2026-11-22" in text and "consent" in text] == []


def test_a_recording_is_published_without_what_it_tells(tmp_path: Path) -> None:
    town = towns.copied(tmp_path)
    (town / "media").mkdir(exist_ok=True)
    (town / "media" / "tip.mp3").write_bytes(id3(b"secret") + FRAMES)
    towns.edited(town, "tips.yml", lambda tree: tree["tips"][0].update(recording="media/tip.mp3"))
    done = build(tmp_path / "site", town)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site" / "media" / "tip.mp3").read_bytes() == FRAMES
    assert 'src="../media/tip.mp3"' in (tmp_path / "site" / "tips" / "yanzhengma.html").read_text("utf-8")


def test_a_file_in_media_that_nothing_names_is_not_published(tmp_path: Path) -> None:
    town = towns.copied(tmp_path)
    (town / "media").mkdir(exist_ok=True)
    (town / "media" / "family.jpg").write_bytes(picture())
    (town / "media" / "door.jpg").write_bytes(picture(comment=b"secret"))
    photo = {"file": "media/door.jpg", "alt": "门口"}
    featured = {"title": "示范", "story": "门口的故事", "photo": photo}
    towns.edited(town, "places.yml", lambda tree: tree["places"][0].update(featured=featured))
    done = build(tmp_path / "site", town)
    assert done.returncode == 0, done.stderr
    (door,) = (tmp_path / "site" / "media").iterdir()
    assert door.name == "door.jpg"
    assert b"secret" not in door.read_bytes()
