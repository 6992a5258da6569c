"""Whether every number has one home and one name, and whether what is called a sample is one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from macros.domain.checks.scope import Loc
from macros.errors import Finding
from macros.models.contacts import Phone
from macros.models.samples import samples
from macros.models.town import Town


def contacts(town: Town) -> Iterator[Finding]:
    """What is strange about the numbers of a town."""
    yield from _samples(town)
    yield from _one_name_each(town.site.office.phones, "site", ("office", "phones"))
    for number, place in enumerate(town.places):
        yield from _one_name_each(place.own_phones, "places", ("places", number, "phones"))
        yield from _of_the_office(town, place.own_phones, ("places", number, "phones"))
        if "phones" in place.sample and any(not phone.sample for phone in place.phones):
            message = "标着示例，号码却是真的：核实过了，请从 sample 里删掉 phones"
            yield Finding("places", ("places", number, "sample"), message, "warning")
    yield from _hotlines(town)


def _samples(town: Town) -> Iterator[Finding]:
    left = samples(town)
    if left and not town.site.sample_notice:
        message = f"还有 {left} 处是示例，页脚却没有提醒：换完以前，请写 sample_notice: 本站正在试用……"
        yield Finding("site", (), message, "warning")
    if not left and town.site.sample_notice:
        message = "没有示例了，可以删掉这一行"
        yield Finding("site", ("sample_notice",), message, "notice")


def _one_name_each(phones: Iterable[Phone], subject: str, loc: Loc) -> Iterator[Finding]:
    names: dict[str | None, str] = {}
    for at, phone in enumerate(phones):
        if names.setdefault(phone.label, phone.number) != phone.number:
            called = f"都叫 {phone.label}" if phone.label else "都没有写 label"
            message = f"这里有两个不同的号码，{called}，乡亲分不清：请用 label 写明各是什么电话"
            yield Finding(subject, (*loc, at, "number"), message, "warning")


def _of_the_office(town: Town, phones: Iterable[Phone], loc: Loc) -> Iterator[Finding]:
    office = town.site.office
    labels = {phone.label for phone in office.phones if phone.label}
    numbers = {phone.number for phone in office.phones}
    for at, phone in enumerate(phones):
        named = phone.label and (phone.label in labels or office.name in phone.label)
        if named and phone.number not in numbers:
            message = f"叫 {phone.label}，和 site.yml 里的号码却不同，请核对；写 phones: office，以后只改一处"
            yield Finding("places", (*loc, at, "number"), message, "warning")


def _hotlines(town: Town) -> Iterator[Finding]:
    numbers: dict[str, int] = {}
    names: dict[str, int] = {}
    for at, line in enumerate(town.site.hotlines):
        if (first := numbers.setdefault(line.number, at)) != at:
            message = f"和第 {first + 1} 条是同一个号码，请删掉一条"
            yield Finding("site", ("hotlines", at, "number"), message, "warning")
        elif (first := names.setdefault(line.name, at)) != at:
            message = f"和第 {first + 1} 条同名，号码却不同，请核对"
            yield Finding("site", ("hotlines", at, "name"), message, "warning")
