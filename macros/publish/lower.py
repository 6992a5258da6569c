"""Style sheets and scripts as old phones take them: Chromium 69 in WeChat, iOS 12; and smaller."""

from __future__ import annotations

import re
from collections.abc import Iterator

BROWSERS = ["chrome 69", "ios_saf 12"]
# flex-gap.js gives it to the root of browsers that leave no gap between flex items.
NO_GAP = ".no-flex-gap"
_SIDES = {"block": ("top", "bottom"), "inline": ("left", "right")}
_LOGICAL = re.compile(
    r"(?<=[{;\s])(margin|padding|border|inset)-(block|inline)(?:-(start|end))?:\s*([^;{}]+);"
)
_RULE = re.compile(r"(?P<selectors>[^{}@;]+)\{(?P<body>[^{}]*)\}")
# Behind a box that takes room: what is only read out has no gap behind it.
_BEHIND = ":not(.fh-hidden) ~ *"
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def lowered(sheet: str) -> str:
    """The style sheet without what old browsers don't know, as far as it can be said in other words."""
    # Style sheets stay lowered from build to build: only a change of them needs it.
    from lightningcss import process_stylesheet

    plain = _COMMENT.sub("", sheet)
    return process_stylesheet(
        _RULE.sub(_with_margins, _LOGICAL.sub(_physical, plain)), browsers_list=BROWSERS
    )


def slim(script: str) -> str:
    """The script without its comments and indents; it has no text of several lines."""
    lines = (line.strip() for line in script.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//")) + "\n"


def _physical(found: re.Match[str]) -> str:
    """Every page is written from left to right; what lightningcss makes of these asks for the language."""
    name, axis, end, value = found.groups()
    head = "" if name == "inset" else f"{name}-"
    first, last = _SIDES[axis]
    if end:
        return f"{head}{first if end == 'start' else last}: {value};"
    values = [value] if name == "border" else _split(value)
    return f"{head}{first}: {values[0]}; {head}{last}: {values[-1]};"


def _with_margins(found: re.Match[str]) -> str:
    """The rule, and the margins that stand for the gap of a row or column of boxes."""
    style = dict(_declarations(found["body"]))
    gap = _split(style.get("gap", "0"))
    if "flex" not in style.get("display", "") or gap == ["0"]:
        return found[0]
    row, column = gap[0], gap[-1]
    if style.get("flex-wrap") == "wrap":
        which, margins = "*", f"margin-right: {column}; margin-bottom: {row};"
    elif style.get("flex-direction") == "column":
        which, margins = _BEHIND, f"margin-top: {row};"
    else:
        which, margins = _BEHIND, f"margin-left: {column};"
    selectors = (each.strip() for each in found["selectors"].split(","))
    ours = ", ".join(f"{_in_old(each)} > {which}" for each in selectors)
    return f"{found[0]}\n{ours} {{ {margins} }}\n"


def _in_old(selector: str) -> str:
    # The large view and the scheme are said of the root too.
    return f"{NO_GAP}{selector}" if selector.startswith("[data-") else f"{NO_GAP} {selector}"


def _declarations(body: str) -> Iterator[tuple[str, str]]:
    for each in body.split(";"):
        name, colon, value = each.partition(":")
        if colon:
            yield name.strip(), value.strip()


def _split(value: str) -> list[str]:
    """The parts between spaces that aren't within brackets."""
    parts, depth = [""], 0
    for letter in value.strip():
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if letter.isspace() and depth == 0:
            parts.append("")
        else:
            parts[-1] += letter
    return [part for part in parts if part]
