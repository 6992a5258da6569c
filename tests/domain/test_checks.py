"""All checks together."""

from __future__ import annotations

from typing import Any

from tests.domain.checks.found import found
from tests.domain.duty_parts import WEDNESDAY, rotation, town


def test_plain_file_has_nothing_to_tell() -> None:
    assert found(town()) == []


def test_errors_come_before_warnings_and_notices() -> None:
    action: Any = {**WEDNESDAY, "date": "2026-11-26", "cancel": "true"}
    parts = town(rotation(holidays="keep", to="2026-11-30"), overrides=[action])
    assert [finding.level for finding in found(parts)] == ["error", "warning", "notice"]
