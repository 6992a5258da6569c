"""The home page: the answer first, then what is on."""

from __future__ import annotations

from markupsafe import Markup

from macros.domain.edition import Edition
from macros.views.duty_now import duty_now
from macros.views.events import coming_events
from macros.views.templates import render
from macros.views.videos import latest_video
from macros.views.villages import home_finder


def home_answer(edition: Edition) -> Markup:
    """The home page's first screen: who is on duty, and the reader's own village."""
    line = render("my-village", shows="home", offer=False)
    return line + render("columns", columns=[duty_now(edition), home_finder(edition)])


def home_more(edition: Edition) -> Markup:
    """What is on, and something to watch."""
    return render("columns", columns=[coming_events(edition), latest_video(edition)])
