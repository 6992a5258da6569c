"""Notices on top of the pages they concern; notice-list.js shows each on its own days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from markupsafe import Markup

from macros.models.notices import Notice
from macros.models.places import Place
from macros.views.templates import render


def notices_everywhere(notices: Iterable[Notice], today: dt.date) -> Markup:
    """The notices for everybody that aren't over, urgent ones first."""
    kept = _sorted(notice for notice in notices if notice.places is None and not notice.over(today))
    return render("notice-list", notices=kept, today=today, label="通知")


def notices_at(notices: Iterable[Notice], place: Place, today: dt.date) -> Markup:
    """The notices about one place that aren't over."""
    return render(
        "notice-list", notices=concerning(notices, place.id, today), today=today, label="这里的通知"
    )


def concerning(notices: Iterable[Notice], place: str, today: dt.date) -> tuple[Notice, ...]:
    """The notices about one place that aren't over, urgent ones first."""
    return _sorted(notice for notice in notices if notice.concerns(place) and not notice.over(today))


def _sorted(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    return tuple(sorted(notices, key=lambda notice: (not notice.urgent, notice.from_)))
