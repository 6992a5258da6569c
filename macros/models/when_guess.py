"""What a clerk may have meant by a line that is not in the grammar of `when`."""

from __future__ import annotations

import re

from macros.models.base import narrow

_NUMBERS = {"两": 2} | {name: number for number, name in enumerate("零一二三四五六七八九十")}
_DAY = "一二三四五六日"
_CLOCK = re.compile(r"(?:早上|上午|中午|(下午|晚上))?(\d{1,2})(?::(\d{2})|[点时](?:(\d{1,2})分?|(半)|整)?)")
_TIMES = re.compile(r"(\d{1,2}:\d{2})\D{1,2}?(\d{1,2}:\d{2})")
_FORTNIGHT = re.compile(r"隔周|单周|双周|每隔一周|两周一次")


def guess_parts(text: str) -> tuple[str, str]:
    """The days and the hours that `text` seems to mean, each in the words of the grammar."""
    plain = re.sub(r"星期|礼拜", "周", narrow(text)).replace("周天", "周日")
    plain = re.sub(r"[十零一二两三四五六七八九]+(?=[点时])", lambda found: str(_number(found.group())), plain)
    plain = _CLOCK.sub(_clock, plain)
    hours = "、".join(f"{start}-{_later(start, end)}" for start, end in _TIMES.findall(plain))
    return _days(re.sub(r"\d{1,2}:\d{2}|\s|上午|下午", "", plain)), hours


def _days(text: str) -> str:
    if re.search(r"倒数第[^1一]|年|季", text):
        # Nothing in the grammar means that, and a near miss would be a wrong duty.
        return ""
    found = re.search(rf"周([{_DAY}](?:[、,和及与周]*[{_DAY}])*)", text)
    said = re.findall(rf"周([{_DAY}、]+)", text) if found else []
    names = "、".join(sorted({day for days in said for day in days} - {"、"}, key=_DAY.index))
    if "工作日" in text:
        return "" if "月" in text else "每个工作日"
    if "月" in text:
        # What is counted may be written for each day again: 第1个周三和第3个周三.
        return _of_month(re.sub(rf"周[{_DAY}、]+", " ", text) if found else text, names)
    if names and (weeks := re.search(r"每隔?([\d一二两三四五六]+)个?周", text)):
        every = _number(weeks[1]) + ("隔" in weeks.group())
        return f"每{every}周的周{names}" if every > 1 else f"每周{names}"
    if names and _FORTNIGHT.search(text):
        return f"每两周的周{names}"
    if stretch := re.search(rf"周([{_DAY}])[至到~—–-]周?([{_DAY}])", text):
        return f"周{stretch[1]}至周{stretch[2]}"
    return f"每周{names}" if names else "每天" if "天" in text else ""


def _of_month(text: str, names: str) -> str:
    last = re.search(r"最后|倒数第[1一]|月底|月末", text) is not None
    text = re.sub(r"最后一|倒数第[1一]", "", text)
    # 第2-4个 and 1日至5日 mean what lies between as well.
    text = re.sub(r"(\d+)[日号]?[-~到至](\d+)", _between, text)
    numbers = [str(_number(word)) for word in re.findall(r"\d+|[十一二两三四五六七八九]+", text)]
    if names:
        counted = [f"第{'、'.join(numbers)}个"] if numbers else []
        return f"每月{'、'.join(counted + (['最后一个'] if last else []))}周{names}"
    return "每月" + "、".join([f"{number}日" for number in numbers] + (["最后一天"] if last else []))


def _between(found: re.Match[str]) -> str:
    return "、".join(map(str, range(int(found[1]), int(found[2]) + 1)))


def _number(word: str) -> int:
    if word.isdigit():
        return int(word)
    tens, _, ones = word.rpartition("十")
    if "十" in word:
        return (_NUMBERS.get(tens, 1)) * 10 + _NUMBERS.get(ones, 0)
    return _NUMBERS.get(word[-1], 0)


def _clock(found: re.Match[str]) -> str:
    hour = int(found[2]) + (12 if found[1] and int(found[2]) < 12 else 0)
    minute = "30" if found[5] else (found[3] or found[4] or "00")
    return f"{hour}:{minute.zfill(2)}"


def _later(start: str, end: str) -> str:
    """The end, of the same half of the day as the start: 下午1点到4点."""
    first, (hour, minute) = int(start.split(":")[0]), map(int, end.split(":"))
    return f"{hour + 12}:{minute:02}" if hour < 12 <= first else end
