"""Structured data is JSON that can't leave its element."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from macros.views.structured import structured


def data(html: str) -> dict[str, Any]:
    """What a block holds."""
    inner = html.strip().removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert "<" not in inner
    found: dict[str, Any] = json.loads(inner)
    return found


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_whatever_a_name_holds_is_read_back_and_ends_nothing(name: str) -> None:
    for each in (name, f"</script><!--{name}"):
        assert data(structured("Event", {"name": each}))["name"] == each


def test_a_property_without_value_is_left_out() -> None:
    made = structured("Event", {"name": "早市", "location": None, "url": "", "offers": [], "isFree": False})
    assert data(made) == {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": "早市",
        "isFree": False,
    }
