"""A build reads and works everything out once, and hands it on."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from typing import Any

import pytest

from macros.checked import checked
from macros.domain.duty import Resolved
from macros.domain.duty.holidays import Calendar
from macros.domain.edition import Edition, span_of
from macros.followers import followers
from macros.models.holidays import Holidays
from macros.subjects import MACROS, files, pages
from tests.second_town import FOLDER

TODAY = dt.date(2026, 11, 23)


def test_the_duty_and_the_calendar_are_worked_out_once_for_checks_pages_and_followers(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[str] = []
    real_resolved, real_calendar = Resolved.of, Calendar.of

    def resolved(*given: Any) -> Resolved:
        asked.append("duty")
        return real_resolved(*given)

    def calendar(*given: Any) -> Calendar:
        # What the notices say without the town's own file is another question.
        if given[0] != Holidays():
            asked.append("calendar")
        return real_calendar(*given)

    monkeypatch.setattr(Resolved, "of", resolved)
    monkeypatch.setattr(Calendar, "of", calendar)
    data = Path(shutil.copytree(FOLDER, tmp_path / "data"))
    found = checked(data, TODAY)
    town = found.loaded.town
    follows = followers(data, town, found.resolved, span_of(TODAY), TODAY)
    edition = Edition(town, TODAY, found.resolved, TODAY, follows=follows)
    assert all(made.html() for made in pages(edition, ""))
    assert all(content for _, content in files(edition, ""))
    assert all(macro(edition) is not None for macro in MACROS.values())
    assert sorted(asked) == ["calendar", "duty"]
