"""A town that has nothing yet gets a folder that can be published at once, and a list of what to fill in."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from macros.cli import main
from macros.load import load
from macros.newtown.register import Village, towns
from macros.newtown.town import ids
from tests.commands.conftest import Fahu
from tests.commands.test_edit import typed
from tests.conftest import ROOT, build

WORKFLOW = ROOT / ".github" / "workflows" / "town.yml"


@pytest.mark.parametrize(
    ("words", "villages"),
    [
        (("--name", "港沿镇"), 22),
        (("--code", "310151109"), 13),
        (("--name", "城桥镇", "--district", "崇明区"), None),
        (
            (
                "--name",
                "柳溪镇",
                "--district",
                "桃源县",
                "--code",
                "341024105",
                "--villages",
                "桃源村、上畈村",
            ),
            2,
        ),
    ],
)
def test_a_new_town_is_right_and_says_what_is_missing(
    fahu: Fahu, words: tuple[str, ...], villages: int | None
) -> None:
    printed = fahu("new-town", "neu", *words)
    assert "写好了：neu" in printed
    assert villages is None or f"{villages} 个村居" in printed
    assert "没有发现错误" in fahu("check", "--data", "neu")
    todo = fahu("todo", "--data", "neu").splitlines()
    town = load(Path("neu")).town
    assert todo[0] == f"还要填 {len(todo) - 1} 项"
    assert len(todo) - 1 == 6 + len(town.places)
    assert all(re.match(r"  neu/\w+\.yml:\d+ ", line) for line in todo[1:])
    assert "示例号码" in todo[1]
    assert "崇明区" not in Path("neu/topics.yml").read_text("utf-8") or town.site.district == "崇明区"


def test_what_is_not_known_is_asked(fahu: Fahu, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, "柳溪镇", "桃源县", "三四", "341024105", "桃源村，上畈村")
    printed = fahu("new-town", "neu")
    assert "代码是 9 位数字（写的是 三四）" in printed
    assert [place.villages for place in load(Path("neu")).town.places] == [(), ("桃源村",), ("上畈村",)]


def test_towns_of_one_name_are_told_apart(fahu: Fahu, monkeypatch: pytest.MonkeyPatch) -> None:
    one = next(towns())
    other = replace(one, code="310151999", district="崇明区")
    monkeypatch.setattr("macros.commands.new_town.towns", lambda: iter((one, other)))
    typed(monkeypatch, "2")
    assert "哪一个？" in fahu("new-town", "neu", "--name", one.name)
    assert load(Path("neu")).town.places[0].code == "310151999"


def test_a_folder_with_something_in_it_is_left_alone(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(data.iterdir())
    assert main(["new-town", "data", "--name", "港沿镇"]) == 2
    assert "data 已经有东西了" in capsys.readouterr().err
    assert sorted(data.iterdir()) == before


def test_every_town_of_the_register_has_codes_of_its_own() -> None:
    known = list(towns())
    codes = [village.code for town in known for village in town.villages]
    assert len(known) > 200
    assert len(codes) == len(set(codes)) > 6000
    assert all(re.fullmatch(r"310\d{9}", code) for code in codes)
    for town in known:
        named = ids(town.villages)
        assert len(set(named)) == len(named)
        assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id) for id in named)


def test_villages_that_sound_alike_are_numbered() -> None:
    found = ids([Village("1", "建华村"), Village("2", "建花村"), Village("3", "绿港居委会")])
    assert found == ["jianhua-room", "jianhua-2-room", "lvgang-room"]


def test_a_repository_of_data_alone_is_built_by_the_pinned_generator(fahu: Fahu, tmp_path: Path) -> None:
    fahu("new-town", "town", "--name", "港沿镇", "--repository", "owner/fahu@1a2b3c")
    caller = Path("town/.github/workflows/town.yml").read_text("utf-8")
    assert yaml.safe_load(caller)["jobs"]["town"]["uses"] == "owner/fahu/.github/workflows/town.yml@1a2b3c"
    assert "港沿镇" in Path("town/README.md").read_text("utf-8")
    assert len([line for line in caller.splitlines() if not line.startswith("#")]) <= 11
    # The steps of the called workflow, where GitHub would put the two checkouts.
    called = yaml.safe_load(WORKFLOW.read_text("utf-8"))["jobs"]["build"]["steps"]
    (found,) = (step["run"] for step in called if step.get("id") == "generator")
    output = tmp_path / "output"
    env = {"GITHUB_OUTPUT": str(output), "PATH": "/usr/bin:/bin"}
    subprocess.run(["bash", "-e", "-c", found], cwd="town", env=env, check=True)
    assert output.read_text("utf-8") == "repository=owner/fahu\nrevision=1a2b3c\n"


def test_a_data_repository_beside_the_generator_becomes_a_site(fahu: Fahu, tmp_path: Path) -> None:
    fahu("new-town", "town", "--name", "港沿镇", "--repository", "owner/fahu@1a2b3c")
    for words in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "一"],
    ):
        subprocess.run(["git", *words], cwd="town", check=True)
    done = build(tmp_path / "site", Path("town/data").absolute())
    assert done.returncode == 0, done.stderr
    assert "港沿镇公共法律服务" in (tmp_path / "site" / "index.html").read_text("utf-8")
    assert "和 HEAD 相比" in fahu("diff", "HEAD", "--data", "town/data")


@pytest.mark.parametrize("text", ["fahu", "owner/fahu", "owner/fahu@", "a b/c@d", "o/f@1;rm"])
def test_a_generator_is_an_owner_a_name_and_a_revision(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new-town", "neu", "--name", "港沿镇", "--repository", text]) == 2
    assert "所有者/仓库@提交编号" in capsys.readouterr().err
