"""What fahu edit asks of each act, and the entry that the answers make."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from macros.commands import choosing
from macros.commands.ask import NotUsableError, a_day, ask, choose, hours, text
from macros.domain.days import spoken
from macros.domain.duty import shifts
from macros.domain.duty.shift import Names, Shift
from macros.edit.entries import Entry, Value
from macros.models.town import Town


@dataclass(frozen=True)
class Addition:
    """An entry for a list of a subject's file."""

    subject: str
    key: str
    entry: Entry


def _leave(town: Town, today: dt.date) -> Addition:
    person = ask("谁请假？", partial(_person, town))
    first = ask("从哪天起？（例如 明天、12月5日）", a_day(today))
    last = ask("到哪天为止？（只有一天，直接按回车）", a_day(today), usual=str(first))
    substitute = ask("谁代班？（不知道就按回车，系统会找候补）", partial(_person, town), usual="")
    return Addition(
        "duty",
        "leave",
        _entry(
            person=person,
            **{"from": str(first)},
            to=str(last) if last != first else "",
            substitute=substitute,
        ),
    )


def _cancel(town: Town, today: dt.date) -> Addition:
    return _override(town, today, lambda _: {"cancel": "true"})


def _replace(town: Town, today: dt.date) -> Addition:
    return _override(
        town, today, lambda _: {"replace": ask("换成谁？（几个人用顿号隔开）", partial(_people, town))}
    )


def _whom(town: Town) -> Value:
    return ask("换成谁？（几个人用顿号隔开）", partial(_people, town))


def _move(town: Town, today: dt.date) -> Addition:
    def moved(shift: Shift) -> dict[str, Value]:
        date = ask("改到哪天？（日子不变就按回车）", a_day(today), usual=str(shift.date))
        session = ask("改到几点？（时间不变就按回车）", hours, usual="")
        if date == shift.date and not session:
            raise NotUsableError("日子和时间都没有变")
        return {"move": _entry(date=str(date) if date != shift.date else "", hours=session)}

    return _override(town, today, moved)


def _add(town: Town, today: dt.date) -> Addition:
    rotation = choose("哪条轮值加一次？", [(one.name, one.id) for one in town.duty.rotations])
    date = ask("加在哪天？", a_day(today))
    session = ask("几点到几点？（例如 13:30-16:00）", hours)
    place = ask("在哪里？（村名或者地方的名字）", partial(_place, town))
    people = ask("谁来？（几个人用顿号隔开）", partial(_people, town))
    reason = ask("为什么？（乡亲会看到；不写就按回车）", text, usual="")
    entry = _entry(date=str(date), rotation=rotation, hours=session, place=place, add=people, reason=reason)
    return Addition("duty", "overrides", entry)


def _notice(_: Town, today: dt.date) -> Addition:
    said = ask("通知写什么？（一句话）", text)
    first = ask("从哪天起？（今天就按回车）", a_day(today), usual="今天")
    last = ask("到哪天为止？", a_day(today))
    return Addition("site", "notices", _entry(text=said, **{"from": str(first)}, until=str(last)))


def _event(town: Town, today: dt.date) -> Addition:
    title = ask("活动叫什么？", text)
    date = ask("哪天？", a_day(today))
    session = ask(
        "几点到几点？（例如 9:00-11:00；不知道就按回车）",
        hours,
        usual="",
    )
    category = choose("哪一类？", [(one, one) for one in town.events.categories])
    venue = ask("在哪里？", text)
    summary = ask("说明（一两句话）：", text)
    entry = _entry(
        id=_new_id(town, date),
        title=title,
        date=str(date),
        hours=session,
        category=category,
        venue=venue,
        summary=summary,
    )
    return Addition("events", "events", entry)


def _override(town: Town, today: dt.date, act: Callable[[Shift], Mapping[str, Value]]) -> Addition:
    shift = ask("哪天的班？（例如 明天、12月5日）", lambda answer: _shift_on(town, a_day(today)(answer)))
    changed = act(shift)
    reason = ask("为什么？（乡亲会看到；不写就按回车）", text, usual="")
    same = [one for one in _of_rotations(town, shift.date) if one.rotation == shift.rotation]
    which = {"place": shift.place} if len({one.place for one in same}) > 1 else {}
    if len([one for one in same if one.place == shift.place]) > 1:
        session = shift.session
        which["hours"] = f"{session.start.hour}:{session.start:%M}-{session.end.hour}:{session.end:%M}"
    entry = _entry(date=str(shift.date), rotation=shift.rotation, **which, **changed, reason=reason)
    return Addition("duty", "overrides", entry)


def _of_rotations(town: Town, day: dt.date) -> list[Shift]:
    known = {rotation.id for rotation in town.duty.rotations}
    found = shifts(town, day, day)
    return [shift for shift in found if shift.state != "cancelled" and shift.rotation in known]


def _shift_on(town: Town, day: dt.date) -> Shift:
    found, names = _of_rotations(town, day), Names.of(town)
    if not found:
        raise NotUsableError(f"{spoken(day)}没有可以改的班（临时安排的班，改那张表或者 temporary）")
    told = [f"{one.session} {names.place(one.place)} {names.people(one.people)}" for one in found]
    return choose(f"{spoken(day)}：", list(zip(told, found, strict=True)))


def _person(town: Town, answer: str) -> str:
    found = sorted(choosing.people(town, [answer])) if answer else [""]
    if len(found) > 1:
        raise NotUsableError(f"叫这个名字的不止一个，请写编号：{'、'.join(found)}")
    return found[0]


def _people(town: Town, answer: str) -> list[str]:
    return [_person(town, word) for word in answer.replace("，", "、").replace(",", "、").split("、") if word]


def _place(town: Town, answer: str) -> str:
    found = sorted(choosing.places(town, [answer]))
    if len(found) > 1:
        raise NotUsableError(f"这样叫的地方不止一个，请写编号：{'、'.join(found)}")
    return found[0]


def _new_id(town: Town, day: dt.date) -> str:
    known = {event.id for event in town.events.events}
    names = (f"{day}{ending}" for ending in ("", *(f"-{number}" for number in range(2, 100))))
    return next(name for name in names if name not in known)


def _entry(**values: Value) -> dict[str, Value]:
    return {key: value for key, value in values.items() if value}


ACTS: dict[str, Callable[[Town, dt.date], Addition]] = {
    "请假": _leave,
    "停一次": _cancel,
    "换人": _replace,
    "改时间": _move,
    "加一次": _add,
    "发通知": _notice,
    "加活动": _event,
}
