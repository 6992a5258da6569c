"""Who is on duty: the engine, and what is asked of its shifts.

shift                       one duty, and one that doesn't take place
engine                      every shift of a span of days, through the modules below
turns, segments             whose turn it is, in which stretch of a rotation
holidays, legal_holidays    what the calendar takes away
exceptions, closures, leave the exceptions, in the order in which they count
cover, patterns             what places are promised, and how often there is a duty, in words
comparison, corrections     two revisions beside each other, and which past shifts may differ
named_shifts, ledger        what followers see, and which number of change it is

The rooms beside this one ask the engine by the names below.
"""

from macros.domain.duty.engine import Resolved, Window, resolve, shifts, window

__all__ = ["Resolved", "Window", "resolve", "shifts", "window"]
