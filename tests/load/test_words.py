"""What clerks are told: near words, and lines that can't harm a terminal or a workflow."""

from __future__ import annotations

import pytest

from macros.errors import Problem, did_you_mean, one_line, printable, similar
from macros.load.wording import similar_keys


def test_two_near_words_are_offered_and_no_more() -> None:
    assert did_you_mean("aigo", ["aiguo", "qixiao"]) == "是不是想写 aiguo？"
    assert did_you_mean("room", ["roomy", "rooms", "roomx"]) == "是不是想写 roomy 或 roomx？"
    assert did_you_mean("room", ["station"]) == ""


def test_of_a_short_word_half_is_enough() -> None:
    assert similar("abx", ["abc"]) == ["abc"]
    assert similar("爱民村", ["爱国村"]) == ["爱国村"]
    assert similar("abxy", ["abcd"]) == []


def test_a_key_that_only_ends_alike_was_not_meant() -> None:
    assert similar("person", ["reason"]) == ["reason"]
    assert similar_keys("person", ["reason"]) == []
    assert similar_keys("Reson", ["reason"]) == ["reason"]


def test_a_problem_is_a_line_for_a_terminal_and_one_for_a_workflow() -> None:
    problem = Problem("data/a.yml", 2, 3, "值班", "错了\n100%\x1b", "warning")
    assert str(problem) == "data/a.yml:2:3: 提醒: 值班: 错了\\n100%\\x1b"
    assert problem.annotation() == "::warning file=data/a.yml,line=2,col=3::值班: 错了\\n100%25\\x1b"
    assert Problem("a\n.yml", 1, 1, "", "错").annotation() == "::error file=a\\n.yml,line=1,col=1::错"
    named = Problem("50%: a,line=9.yml", 1, 1, "", "错")
    assert named.annotation() == "::error file=50%25%3A a%2Cline=9.yml,line=1,col=1::错"


@pytest.mark.parametrize(
    ("text", "shown"), [("a\u3000b\tc", "a\u3000b\\tc"), ("\u202e", "\\u202e"), ("a\nb", "a\nb")]
)
def test_what_a_terminal_would_obey_is_shown_as_an_escape(text: str, shown: str) -> None:
    assert printable(text) == shown
    assert one_line(text) == shown.replace("\n", "\\n")
