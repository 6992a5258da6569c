"""What is marked as a sample, anywhere in a town."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel


def samples(model: BaseModel) -> int:
    """How many entries, or parts of one, are samples; what stands in two places counts once."""
    return sum(_marks(model, set()))


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
