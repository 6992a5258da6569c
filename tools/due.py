"""What falls due on a day though nobody has made a mistake: what the office would miss without being told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from dateutil.relativedelta import relativedelta

from macros.domain.checks.effects import consents
from macros.domain.duty.holidays import WAITING, Calendar
from macros.domain.law import VALID, laws
from macros.errors import Finding
from macros.models.samples import by_file
from macros.models.town import FILES, Town

# Time enough to ask somebody to sign again, and to look up a law.
SOON = dt.timedelta(days=30)
# A town that has tried the site for so long is in earnest.
TRIAL = relativedelta(months=3)
DECEMBER = 12


def due(town: Town, today: dt.date, since: dt.date | None) -> Iterator[Finding]:
    """Everything that falls due within 30 days; `since` is when the town's data began, None if unknown."""
    yield from _holidays(town, today)
    yield from _consents(town, today)
    yield from _laws(town, today)
    if since is not None and today >= since + TRIAL:
        yield from _samples(town)


def _holidays(town: Town, today: dt.date) -> Iterator[Finding]:
    year = today.year + 1
    if today.month == DECEMBER and not Calendar.of(town.holidays, today).announced(dt.date(year, 1, 1)):
        message = f"到 12 月了，{year} 年{WAITING}：通知出来了，请写进 holidays.yml，或者更新网站程序"
        yield Finding("holidays", (), message, "warning")


def _consents(town: Town, today: dt.date) -> Iterator[Finding]:
    for subject, loc, consent in consents(town):
        if consent.until < today:
            message = f"同意公开到 {consent.until} 为止，已经不登了：请续签后改日期，或者删掉号码"
            yield Finding(subject, loc, message, "warning")
        elif consent.until < today + SOON:
            yield Finding(subject, loc, f"同意公开到 {consent.until} 为止，请续签后改这个日期", "warning")


def _laws(town: Town, today: dt.date) -> Iterator[Finding]:
    told = set()
    for subject, loc, law in laws(town):
        # Whoever looks up a law looks up all that is said of it.
        if law.checked_on + VALID < today + SOON and (law.name, law.checked_on) not in told:
            told.add((law.name, law.checked_on))
            last = law.checked_on + VALID
            message = f"《{law.name}》查对满一年（{last}），请再查一遍，改 checked_on；写到这部法律的都改"
            yield Finding(subject, (*loc, "checked_on"), message, "warning")


def _samples(town: Town) -> Iterator[Finding]:
    names = {file.called: file.name for file in FILES}
    for called, count in by_file(town):
        message = f"试用满三个月了，还有 {count} 处示例：请换成真的，或者删掉"
        yield Finding(names[called], (), message, "warning")
