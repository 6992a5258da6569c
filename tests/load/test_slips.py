"""What a line may begin with by mistake, sign by sign, and what may look like a mistake and is none."""

from __future__ import annotations

import pytest

from macros.load.yamlslips import blank_before, slip

MERGED = "这是两个人同时改留下的记号：留下对的那几行，把这样的记号行都删掉"
LINE = "分隔线前面要加 # 和空格，或者删掉这一行"
DASH = "列表前面的短横线要用半角 - ，后面空一格"
DOT = "列表前面要用半角短横线 - ，后面空一格，不用圆点"
QUOTES = "冒号前面的词不要加全角引号"
NO_NAME = "冒号前面少了名称"
COLON = "冒号要用半角 : ，后面空一格"
SPACE = "冒号后面要空一格（半角空格）"
BLANK = "行首有全角空格或网页上的空格，请换成半角空格"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<<<<<<< HEAD", (0, MERGED)),
        ("=======", (0, MERGED)),
        (">>>>>>> main", (0, MERGED)),
        ("<<<<<<", None),
        ("======", None),
        (">>>>>>", None),
        ("----", (0, LINE)),
        ("-----  ", (0, LINE)),
        ("---", None),
        ("---- a", None),
        ("＃ 说明", (0, "说明前面要用半角 #")),
        ("｛a: b｝", (0, "花括号要用半角 { }")),
        ("-b", (1, "短横线 - 后面要空一格（半角空格）")),
        ("-\u3000b", (1, "短横线 - 后面要空一格（半角空格）")),
        ("- b", None),
        ("-\tb", None),
        ("-\nb", None),
        ("-", None),
        ("--b", None),
        *((f"{dash}{rest}", (0, DASH)) for dash in "－—–" for rest in (" b", "\u3000b", "")),
        ("—b", None),
        *(
            (f"{dot}{rest}", (0, DOT))
            for dot in "•●▪■◆◦‣⁃∙・·◇□○"
            for rest in (" b", "\u3000b", "b", "", " \u3000b")
        ),
        ("• ", None),
        *(
            (f"{quoted}{colon} b", (0, QUOTES))
            for quoted in ("“a”", "‘a’", "＂a＂", "“_B9”  ")
            for colon in ":："
        ),
        ("“甲”: b", None),
        ("“a1”", None),
        ("“1a”: b", None),
        (": b", (0, NO_NAME)),
        (":\tb", (0, NO_NAME)),
        (":", (0, NO_NAME)),
        (":b", None),
        ("a：b", (1, COLON)),
        ("a_B9  ：b", (6, COLON)),
        ("Z：", (1, COLON)),
        ("甲：b", None),
        ("9a：b", None),
        ("a:b", (2, SPACE)),
        ("a:\u3000b", (2, SPACE)),
        ("a:/b", (2, SPACE)),
        ("a: b", None),
        ("a:\tb", None),
        ("a:\n", None),
        ("a:", None),
        ("http://a", None),
        ("甲:b", None),
        ("a b:c", None),
    ],
)
def test_a_slip_is_known_by_how_a_line_begins(text: str, found: tuple[int, str] | None) -> None:
    assert slip(text) == found


@pytest.mark.parametrize("blank", ["\u3000", "\u00a0", "\u2000", "\u200b", "\u200f"])
def test_a_blank_that_yaml_takes_for_a_letter_is_known(blank: str) -> None:
    assert blank_before(f"{blank}a") == (0, BLANK)
    assert blank_before(f"  {blank}a") == (2, BLANK)
    assert blank_before(f"a{blank}") is None


@pytest.mark.parametrize("text", ["a", "  a", "\u1fffa", "\u2010a", "\ta"])
def test_other_signs_are_no_such_blank(text: str) -> None:
    assert blank_before(text) is None
