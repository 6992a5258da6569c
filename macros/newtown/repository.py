"""What a town's repository holds besides its data: one workflow, and a word about it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import resources
from string import Template

FILES = {"town.yml": ".github/workflows/town.yml", "repository.md": "README.md"}


@dataclass(frozen=True)
class Generator:
    """Where the generator is on GitHub, and which revision of it builds the site."""

    owner_and_name: str
    revision: str

    @classmethod
    def parse(cls, text: str) -> Generator:
        """The generator written as `owner/name@revision`; raises ValueError."""
        found = re.fullmatch(r"([\w.-]+/[\w.-]+)@([\w./-]+)", text)
        if not found:
            raise ValueError(f"应写成 所有者/仓库@提交编号 的样子（写的是 {text}）")
        return cls(found[1], found[2])


def repository(town: str, generator: Generator) -> dict[str, str]:
    """The text of each file by its path."""
    words = {"town": town, "generator": generator.owner_and_name, "revision": generator.revision}
    folder = resources.files("macros.newtown") / "files"
    return {
        path: Template((folder / name).read_text("utf-8")).substitute(words) for name, path in FILES.items()
    }
