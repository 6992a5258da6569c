"""Many people stand on several pages, in the order of their names."""

from __future__ import annotations

from macros.domain.people import TOGETHER, shelf_of, shelves
from macros.models.people import Person


def people(count: int) -> list[Person]:
    """So many people, the last in order first."""
    return [
        Person.model_validate({"id": f"p{n}", "name": f"{'丁方钱欧'[n % 4]}{n:03}", "role": "adviser"})
        for n in range(count)
    ]


def test_few_people_stay_together_as_in_the_file() -> None:
    few = people(TOGETHER)
    assert shelves(few) == [tuple(few)]
    assert set(shelf_of(few).values()) == {1}


def test_many_are_on_pages_in_the_order_of_pinyin() -> None:
    many = people(TOGETHER * 2 + 1)
    found = shelves(many)
    assert [len(shelf) for shelf in found] == [40, 40, 41]
    assert "".join(dict.fromkeys(one.name[0] for shelf in found for one in shelf)) == "丁方欧钱"
    assert shelf_of(many) == {one.id: number for number, shelf in enumerate(found, 1) for one in shelf}
