"""A person's number is found in a text however it is typed, and nothing else is taken for one."""

from __future__ import annotations

import pytest

from macros.models.private import private_numbers

MOBILE = "13800138000"


@pytest.mark.parametrize(
    "written",
    [
        "13800138000",
        "138 0013 8000",
        "138-0013-8000",
        "138—0013—8000",
        "138、0013、8000",
        "138.0013.8000",
        "138·0013·8000",
        "138\n0013 8000",
        "1380013 8000",
        "13800-138000",
        "138 001 38000",
        "(138)0013-8000",
        "+8613800138000",
        "+86 138 0013 8000",
        "86-13800138000",
        "0086 13800138000",
        "013800138000",
        "１３８００１３８０００",
        "１３８　００１３　８０００",
        "1 3 8 0 0 1 3 8 0 0 0",
        "1-3-8-0-0-1-3-8-0-0-0",
        "一三八〇〇一三八〇〇〇",
        "幺三八零零幺三八零零零",
        "①③⑧⓪⓪①③⑧⓪⓪⓪",
        "13800138000转8001",
        "12348或13800138000",
        "微信wx13800138000",
    ],
)
def test_a_mobile_number_is_found(written: str) -> None:
    text = f"有事打{written}，谢谢"
    (found,) = private_numbers(text)
    assert (found.kind, found.number) == ("mobile", MOBILE)
    assert text[found.start : found.end].strip("()") in written


@pytest.mark.parametrize(
    "text",
    [
        "021-59441234",
        "400-123-4567",
        "138001380001",
        "12800138000",
        "310151109001",
        "沪ICP备13012345号-1",
        "沪公网安备31011502012345号",
        "2026-12-02 13:30-16:00、18:00-19:30",
        "每月13、15、17、19、20日",
        "15、16、17、18、19、20、21",
        "1. 3. 5. 7. 9. 11. 13. 15. 17. 19. 21",
        "第138条、第1013条、第8000条",
        "mmexport1700000000000.jpg",
        "一三五上午，二四下午",
        "110105194912310021",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert private_numbers(text) == []


def test_an_identity_number_is_found_by_its_check_digit() -> None:
    (found,) = private_numbers("身份证１１０１０５１９４９１２３１００２x，")
    assert (found.kind, found.start, found.end) == ("identity", 3, 21)
