"""The choices by which a resident narrows a list."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

BUTTONS_AT_MOST = 6


@dataclass(frozen=True)
class FilterGroup:
    """One question of the filter and its answers; `key` is the name in the page's address.

    `called` has what a reader sees of an answer that stands in the address in another form.
    """

    key: str
    label: str
    options: tuple[str, ...]
    called: Mapping[str, str] = field(default_factory=dict)

    @property
    def as_buttons(self) -> bool:
        """Whether the answers are few enough to stand side by side."""
        return len(self.options) <= BUTTONS_AT_MOST


def filter_group(
    key: str,
    label: str,
    options: Iterable[str],
    items: Sequence[Collection[str]],
    *,
    unused: bool = False,
    called: Mapping[str, str] | None = None,
) -> tuple[FilterGroup, ...]:
    """The group as a tuple of one, or of none when choosing would part nothing.

    `items` holds the values of every item; options that no item has are left
    out unless `unused` keeps them, as where “none here” is an answer too.
    """
    used = {value for item in items for value in item}
    parting = any(any(value not in item for item in items) for value in used)
    if not parting:
        return ()
    kept = tuple(dict.fromkeys(option for option in options if unused or option in used))
    return (FilterGroup(key, label, kept, called or {}),)
