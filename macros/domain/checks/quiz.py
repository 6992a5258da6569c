"""Questions that are asked twice, and answers that can be guessed without reading."""

from __future__ import annotations

from collections.abc import Iterator

from macros.domain.checks.scope import Scope
from macros.errors import Finding

# Of fewer questions a letter may be the right one each time by chance.
ENOUGH = 10


def quiz(scope: Scope) -> Iterator[Finding]:
    """What the office should look at again."""
    questions = scope.town.quiz.questions
    seen: dict[str, int] = {}
    for number, question in enumerate(questions):
        earlier = seen.setdefault(question.ask, number)
        if earlier != number:
            message = f"和第 {earlier + 1} 题（{questions[earlier].id}）问的一样，请核对"
            yield Finding("quiz", ("questions", number, "ask"), message, "warning")
    letters = {question.letter for question in questions}
    if len(questions) >= ENOUGH and len(letters) == 1:
        message = f"答案全是 {letters.pop()}，不看题也能猜对，请把选项换换先后"
        yield Finding("quiz", ("questions",), message, "warning")
