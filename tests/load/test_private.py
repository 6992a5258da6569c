"""A person's number stands only where its owner agreed to it, in every text of every file."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.errors import DataError
from macros.load import load
from tests.films import VTT, mp4

CONSENT = "consent: {scope: [phone], until: 2027-12-31}"


def mistakes(data: Path, *, past: bool = False) -> list[str]:
    try:
        load(data, past=past)
    except DataError as error:
        return str(error).splitlines()
    return []


def changed(data: Path, name: str, right: str, wrong: str) -> None:
    file = data / f"{name}.yml"
    text = file.read_text("utf-8")
    assert right in text
    file.write_text(text.replace(right, wrong, 1), "utf-8")


def of_zhang(data: Path, *lines: str) -> None:
    changed(data, "people", "role: adviser\n", "role: adviser\n" + "".join(f"    {line}\n" for line in lines))


def at_station(data: Path, *lines: str) -> None:
    changed(data, "places", "tier: station\n", "tier: station\n" + "".join(f"    {line}\n" for line in lines))


@pytest.mark.parametrize("number", ["13800138000", "021-59441234"])
def test_a_number_with_consent_is_taken(data: Path, number: str) -> None:
    of_zhang(data, f"phone: {number}", CONSENT)
    assert mistakes(data) == []


def test_consent_lets_a_number_stand_in_its_own_field_only(data: Path) -> None:
    of_zhang(data, "phone: 13800138000", CONSENT, "organisation: 打 13800138000")
    (line,) = mistakes(data)
    assert line.startswith("data/people.yml:7:21: 人员 › 第 1 条（zhang） › organisation: 文字里有手机号")


@pytest.mark.parametrize("number", ["13800138000", "021-59441234"])
@pytest.mark.parametrize("where", ["office", "place"])
def test_a_person_may_have_the_number_of_an_office(data: Path, number: str, where: str) -> None:
    of_zhang(data, f"phone: {number}")
    if where == "office":
        changed(data, "site", "hotlines:", f"    - {{number: {number}, office: true}}\nhotlines:")
    else:
        at_station(data, f"phones: [{{number: {number}, office: true}}]")
    assert mistakes(data) == []
    assert load(data).town.people[0].phone == number


def test_a_private_number_of_a_place_makes_it_nobodys_office(data: Path) -> None:
    at_station(data, "phones:", f"  - {{number: 13800138000, {CONSENT}}}")
    of_zhang(data, "organisation: 打 13800138000")
    assert len(mistakes(data)) == 1


@pytest.mark.parametrize(("office", "lines"), [("false", 2), ("true", 1), ("是", 1), ("YES", 1)])
def test_captions_are_read_for_numbers_too(data: Path, office: str, lines: int) -> None:
    (data / "media").mkdir()
    (data / "media" / "a.mp4").write_bytes(mp4())
    text = VTT.replace("不信谣", "打 138 0013 8000\n或者 13900139000")
    (data / "media" / "a.vtt").write_text(text, "utf-8")
    (data / "videos.yml").write_text(
        "categories: [片]\nvideos:\n  - {id: a, title: 片, date: 2022, category: 片, summary: 说法,\n"
        "     sources: [{file: media/a.mp4}], captions: media/a.vtt}\n",
        "utf-8",
    )
    at_station(data, "phones:", f"  - {{number: 13900139000, office: {office}, {CONSENT}}}")
    found = mistakes(data)
    assert len(found) == lines
    assert found[0] == (
        "data/videos.yml:4:48: 视频 › 第 1 条（a） › captions: 字幕第 4 行：文字里有手机号，"
        "没有登记本人同意，不能公开（写的是 138 0013 8000），请删掉，改写到电话一项，"
        "登记 consent（同意公开）；是办公室的手机，就加 office: true"
    )


@pytest.mark.parametrize(
    ("rows", "spots"),
    [
        # The same number stands nearby where it may.
        (f"# 13800138000\n  - {{id: a, phone: 13800138000, {CONSENT}, name: 甲13800138000}}", ["3:99"]),
        ("- {id: a, name: 甲, organisation: 打 13800138000 或 13800138000}", ["2:51", "2:65"]),
        ('- {id: a, name: 甲, organisation: "打\\u0020138\\u0030\\u0030138000"}', ["2:49"]),
        ("- {id: a, name: 甲, specialities: [\n13800138000,\n 13800138000]}", ["3:1", "4:2"]),
    ],
)
def test_a_private_number_is_told_at_its_own_place(data: Path, rows: str, spots: list[str]) -> None:
    (data / "duty.yml").write_text("rotations: []\n", "utf-8")
    text = rows.replace("id: a,", "id: a, role: judge,")
    (data / "people.yml").write_text(f"people:\n  {text}\n", "utf-8")
    assert [line.split(": ")[0].removeprefix("data/people.yml:") for line in mistakes(data)] == spots


def test_an_address_of_another_site_may_hold_any_digits(data: Path) -> None:
    changed(data, "site", "hotlines:", "players: [v.example.com]\nhotlines:")
    (data / "videos.yml").write_text(
        "categories: [片]\nvideos:\n  - {id: a, title: 片, date: 2022, category: 片, summary: 说法,\n"
        '     sources: [{embed: "https://v.example.com/?cid=13800138000"}], transcript: 说法}\n',
        "utf-8",
    )
    assert mistakes(data) == []


def test_whose_a_number_is_isnt_guessed_while_the_files_of_the_offices_cant_be_read(data: Path) -> None:
    of_zhang(data, "phone: 021-59441234", "organisation: 打 13800138000")
    changed(data, "site", "name: ", "name：")
    (line,) = mistakes(data)
    assert line.startswith("data/site.yml:1:5: ")


def test_a_number_is_found_though_no_other_file_can_be_read(data: Path) -> None:
    at_station(data, "services: [打 13800138000]")
    for name in ("people", "duty", "events", "videos", "holidays"):
        (data / f"{name}.yml").write_text("a: [\n", "utf-8")
    (line,) = [line for line in mistakes(data) if line.startswith("data/places.yml")]
    assert line.startswith(
        "data/places.yml:5:18: 服务场所 › 第 1 条（station） › services › 第 1 条: 文字里有"
    )


def test_what_was_published_before_can_still_be_compared_with(data: Path) -> None:
    of_zhang(data, "phone: 021-59441234", "organisation: 打 13800138000")
    assert len(mistakes(data)) == 2
    assert mistakes(data, past=True) == []
