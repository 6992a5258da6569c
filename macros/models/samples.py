"""What is marked as a sample, anywhere in a town."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from macros.models.town import FILES, Town


def samples(model: BaseModel) -> int:
    """How many entries, or parts of one, are samples; what stands in two places counts once."""
    return sum(_marks(model, set()))


def by_file(town: Town) -> tuple[tuple[str, int], ...]:
    """The files of a town with how many samples are left in each, those with most first."""
    seen: set[int] = set()
    found = ((file.called, sum(_marks(getattr(town, file.name), seen))) for file in FILES)
    return tuple(sorted((one for one in found if one[1]), key=lambda one: -one[1]))


def _marks(value: object, seen: set[int]) -> Iterator[int]:
    if isinstance(value, tuple):
        for each in value:
            yield from _marks(each, seen)
    elif isinstance(value, BaseModel) and id(value) not in seen:
        seen.add(id(value))
        mark: bool | tuple[str, ...] = getattr(value, "sample", False)
        if mark:
            # Its parts need no mark of their own.
            yield len(mark) if isinstance(mark, tuple) else 1
        else:
            for name in type(value).model_fields:
                yield from _marks(getattr(value, name), seen)
