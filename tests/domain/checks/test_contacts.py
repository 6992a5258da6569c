"""Every number has one home and one name, and a sample is called one."""

from __future__ import annotations

from typing import Any

import pytest

from macros.domain.checks.contacts import contacts
from macros.errors import Finding
from macros.models.duty import Duty
from macros.models.events import Events
from macros.models.places import Place
from macros.models.site import Site
from macros.models.town import Town
from macros.models.videos import Videos
from tests.second_town import TOWN

REAL, OTHER, SAMPLE = "0500-5550001", "0500-5550002", "0500-0000-0001"
OFFICE = TOWN.site.office.name


def told(*phones: dict[str, Any], sample: tuple[str, ...] = (), **site: Any) -> list[Finding]:
    """What is found in a town with one place, and an office of one number called 值班室."""
    office = {"name": OFFICE, "phones": [{"number": REAL, "label": "值班室"}]}
    given: dict[str, Any] = {"office": office, "sample_notice": None} | site
    lines = TOWN.site.model_dump(include={"name", "town", "mark", "headline", "tagline"})
    groups = {"groups": TOWN.site.groups, "hotlines": TOWN.site.hotlines}
    place = {"id": "a", "name": "站", "tier": "station", "phones": list(phones), "sample": sample}
    town = Town.model_validate(
        {
            "duty": Duty(),
            "events": Events(),
            "videos": Videos(),
            "holidays": TOWN.holidays,
            "site": Site.model_validate(lines | groups | given),
            "places": (Place.model_validate(place),),
            "people": (),
        }
    )
    return list(contacts(town))


def said(*phones: dict[str, Any], **more: Any) -> list[str]:
    return [finding.message for finding in told(*phones, **more)]


def test_a_town_with_real_numbers_only_is_quiet() -> None:
    assert said({"number": OTHER, "label": "窗口"}) == []


def test_a_missing_notice_is_told_while_samples_are_left() -> None:
    (finding,) = told({"number": SAMPLE}, sample=("address", "phones"))
    assert (finding.subject, finding.loc, finding.level) == ("site", (), "warning")
    assert finding.message.startswith("还有 2 处是示例，页脚却没有提醒")
    assert said({"number": SAMPLE}, sample=("address", "phones"), sample_notice="试用") == []


def test_a_notice_without_samples_is_told() -> None:
    assert said(sample_notice="试用") == ["没有示例了，可以删掉这一行"]


def test_a_sample_mark_on_a_real_number_is_told() -> None:
    (finding,) = told({"number": OTHER}, sample=("phones",), sample_notice="试用")
    assert (finding.subject, finding.loc, finding.level) == ("places", ("places", 0, "sample"), "warning")
    assert finding.message == "标着示例，号码却是真的：核实过了，请从 sample 里删掉 phones"


@pytest.mark.parametrize("label", ["值班室", f"{OFFICE}电话"])
def test_an_old_number_of_the_office_is_told(label: str) -> None:
    (finding,) = told({"number": OTHER, "label": label})
    assert (finding.loc, finding.level) == (("places", 0, "phones", 0, "number"), "warning")
    assert "和 site.yml 里的号码却不同" in finding.message
    assert said({"number": REAL, "label": label}) == []


@pytest.mark.parametrize("label", [None, "窗口"])
def test_two_numbers_of_one_name_are_told(label: str | None) -> None:
    (finding,) = told({"number": OTHER, "label": label}, {"number": "0500-5550003", "label": label})
    assert finding.loc == ("places", 0, "phones", 1, "number")
    assert "这里有两个不同的号码" in finding.message
    assert said({"number": OTHER, "label": label}, {"number": OTHER, "label": label}) == []


def test_a_hotline_written_twice_is_told() -> None:
    line = {"number": "12348", "name": "法律服务", "use": "都能问"}
    assert said(hotlines=[line, {**line, "name": "又一条"}]) == ["和第 1 条是同一个号码，请删掉一条"]
    assert said(hotlines=[line, {**line, "number": "12345"}]) == ["和第 1 条同名，号码却不同，请核对"]
