"""Many people stand on several pages, in the order of their names; each matter has those who know it."""

from __future__ import annotations

from macros.domain.people import IN_ROWS, TOGETHER, by_matter, knowing, shelf_of, shelves
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


def test_each_matter_has_those_who_know_it_and_roles_come_last() -> None:
    one, other = (each.model_copy(update={"specialities": ("宅基地",)}) for each in people(2))
    third = people(3)[2].model_copy(update={"specialities": ("遗嘱", "宅基地", "遗嘱")})
    found = by_matter([one, other, third])
    assert list(found) == ["宅基地", "遗嘱", "村居法律顾问"]
    assert found["宅基地"] == (one, other, third)
    assert found["遗嘱"] == (third,)


def test_few_are_on_one_page_and_many_have_a_page_for_each_matter() -> None:
    (page,) = knowing(people(3), "knows")
    assert [(one.path, one.number) for one in page] == [("knows", 1)]
    several = [one.model_copy(update={"specialities": ("遗嘱",)}) for one in people(IN_ROWS + 1)]
    pages = knowing(several, "knows")
    assert [held[0].path for held in pages] == ["knows/1", "knows/2", "knows/3", "knows/4"]
    assert max(len(held[0].people) for held in pages) <= IN_ROWS
