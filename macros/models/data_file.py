"""What the loader has to know of a file of data, said beside its model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, get_args

from macros.models.base import Model
from macros.models.reference import Names, Target


class PageAt(NamedTuple):
    """A page that data may lead to: what data calls it, in Chinese too, and its address."""

    name: str
    called: str
    address: str


@dataclass(frozen=True)
class DataFile:
    """One file of data/: its name, its Chinese name and its model.

    It stands in `folder`, directly in data/ where that is empty.
    `part` is the attribute that goes into the town, where that isn't the whole file. `counted` is
    the list that says how much there is, with the word for it. An entry of that list has a page
    at `page_of`, with its id for the braces, where that isn't empty. `moved` are keys that
    an earlier version had here, and where what they said belongs now.
    """

    name: str
    called: str
    model: type[Model]
    part: str | None = None
    optional: bool = False
    counted: tuple[str, str] | None = None
    pages: tuple[PageAt, ...] = ()
    page_of: str = ""
    folder: str = ""
    moved: Mapping[str, str] = field(default_factory=dict)

    @property
    def path(self) -> str:
        """Where the file is within data/, without `.yml`; a folder called so may stand for it."""
        return f"{self.folder}/{self.name}" if self.folder else self.name

    def targets(self) -> Iterator[tuple[str, Target]]:
        """The lists whose entries can be referred to: those with an id, and those of names."""
        for key, info in self.model.model_fields.items():
            items = [each for each in get_args(info.annotation) if isinstance(each, type)]
            named = [each for each in info.metadata if isinstance(each, Names)]
            entries = [each for each in items if issubclass(each, Model) and "id" in each.model_fields]
            targets: list[Target] = [*named, *entries]
            yield from ((key, target) for target in targets)

    def entries(self, town: object) -> tuple[Any, ...]:
        """The entries of the town that are counted."""
        if self.counted is None:
            return ()
        content = getattr(town, self.name)
        found: tuple[Any, ...] = content if self.part else getattr(content, self.counted[0])
        return found
