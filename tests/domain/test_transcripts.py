"""A transcript has the times of its captions, however differently the two are written."""

from __future__ import annotations

from macros.domain.transcripts import MOST, Passage, transcript
from macros.models.captions import Cue
from tests.making import video as make

CUES = (Cue(0, "片名"), Cue(5, "先挂断，"), Cue(8.5, "再打 110 问清楚"), Cue(12, "先挂断"))


def test_without_a_transcript_the_captions_are_it() -> None:
    assert transcript(make(), CUES[:2]) == (Passage("片名", 0), Passage("先挂断，", 5))
    assert transcript(make(), ()) == ()


def test_lines_are_found_across_captions_and_without_their_commas() -> None:
    found = transcript(make(transcript="先挂断！再打110\n\n先挂断"), CUES)
    assert found == (Passage("先挂断！再打110", 5), Passage("先挂断", 12))


def test_a_line_that_nobody_says_has_no_time_and_hides_none() -> None:
    found = transcript(make(transcript="（门铃响）\n再打 110 问清楚\n——"), CUES)
    assert found == (Passage("（门铃响）"), Passage("再打 110 问清楚", 8.5), Passage("——"))


def test_of_very_many_captions_a_few_are_a_line() -> None:
    cues = [Cue(number, f"第{number}句") for number in range(MOST + 1)]
    found = transcript(make(), cues)
    assert len(found) == 151
    assert found[0] == Passage("第0句 第1句", 0)
    assert found[-1] == Passage("第300句", 300)
