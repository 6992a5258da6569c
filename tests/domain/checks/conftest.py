"""Every finding that a test of the checks comes upon leads to something that is written."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from macros.domain import checks
from macros.domain.checks.scope import Loc, Scope
from macros.errors import Finding
from macros.models.base import Model


@pytest.fixture(autouse=True)
def written(monkeypatch: pytest.MonkeyPatch) -> None:
    """The checks fail on a path that leads nowhere."""
    for name in ("_found", "_shown"):
        monkeypatch.setattr(checks, name, _exact(getattr(checks, name)))


def _exact(check: Callable[[Scope], list[Finding]]) -> Callable[[Scope], list[Finding]]:
    def checked(scope: Scope) -> list[Finding]:
        found = check(scope)
        for finding in found:
            _follow(getattr(scope.town, finding.subject), finding)
        return found

    return checked


def _follow(value: object, finding: Finding) -> None:
    for step in _inside(finding):
        if isinstance(value, Model):
            fields = type(value).model_fields.items()
            (name,) = [name for name, info in fields if step == (info.alias or name)]
            assert name in value.model_fields_set, finding
            value = getattr(value, name)
        else:
            assert isinstance(value, tuple), finding
            assert isinstance(step, int), finding
            value = value[step]


def _inside(finding: Finding) -> Loc:
    """The path without the list that is the whole file."""
    return finding.loc[1:] if finding.subject in ("people", "places") else finding.loc
