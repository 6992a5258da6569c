"""A reference that nobody would check can't be written."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from macros.load.folder import SUBJECTS
from macros.models.base import Ref, Referred


def test_a_reference_to_nothing_known_fails_where_it_is_written() -> None:
    misspelt: Any = "plcae"
    with pytest.raises(TypeError, match="plcae"):
        Ref(misspelt, "服务场所编号")


def test_the_loader_lists_all_that_can_be_referred_to() -> None:
    listed = {name for one in SUBJECTS for name in (*one.ids.values(), *one.names.values())}
    # These two are no list of a file: what places serve, and what lies in media/.
    assert set(get_args(Referred)) - {"village", "media"} <= listed
