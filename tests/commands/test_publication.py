"""Nothing is published that rewrites what residents have seen: fahu diff --site, as pages.yml runs it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from macros.cli import main
from tests.commands.conftest import Fahu, add

CANCELLED = "overrides:\n  - {date: 2026-%s, rotation: east, cancel: true}\n"


def git(*words: str, folder: Path = Path()) -> str:
    who = ("-c", "user.name=clerk", "-c", "user.email=clerk@example.invalid", "-c", "commit.gpgsign=false")
    command = ["git", *who, *words]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout.strip()


def commit(message: str) -> None:
    git("add", ".")
    git("commit", "--quiet", "--allow-empty", "-m", message)


class _Quiet(SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path.startswith("/ill/"):
            self.send_error(503)
        else:
            super().do_GET()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def site(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site on which nothing is published yet; the town is committed."""
    git("init", "--quiet", "--initial-branch=main")
    commit("起点")
    folder = tmp_path_factory.mktemp("site")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=folder))
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    Path(".git", "folder").write_text(str(folder), "utf-8")
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def carry(text: str) -> None:
    """Puts what says the revision into the published site."""
    folder = Path(Path(".git", "folder").read_text("utf-8"))
    (folder / "published.txt").write_text(text, "utf-8")


def publish() -> None:
    """What the workflow does at the end of a good run: git rev-parse HEAD > site/published.txt."""
    carry(f"{git('rev-parse', 'HEAD')}\n")


@pytest.fixture
def guard(site: str, fahu: Fahu) -> Callable[..., str]:
    """What is said about publishing what is committed; publishes it unless refused."""

    def run(*words: str, status: int = 0) -> str:
        printed = fahu("diff", "--site", site, *words, status=status)
        if not status:
            publish()
        return printed

    return run


def swap(data: Path) -> None:
    """Two names swapped in an old stretch; a second time, swapped back."""
    duty = data / "duty.yml"
    text = duty.read_text("utf-8")
    right, wrong = "[zhang, li]", "[li, zhang]"
    duty.write_text(text.replace(right, wrong) if right in text else text.replace(wrong, right), "utf-8")


def test_the_first_publication_is_said_to_be_the_first(site: str, guard: Fahu) -> None:
    assert guard() == f"{site} 上没有 published.txt：这是第一次登出，没有可以比较的\n"
    assert "没有班次变化" in guard()


def test_two_names_swapped_in_an_old_stretch_are_not_published(data: Path, guard: Fahu) -> None:
    guard()
    swap(data)
    commit("改名字")
    assert "有 44 个已经过去的班次变了，最早是 2026-01-07" in guard(status=1)


def test_a_harmless_commit_does_not_carry_a_refused_one_with_it(data: Path, guard: Fahu) -> None:
    guard()
    swap(data)
    commit("改名字")
    guard(status=1)
    add(data, CANCELLED % "12-02")
    commit("停一次")
    assert "有 44 个已经过去的班次变了" in guard(status=1)
    swap(data)
    commit("改回来")
    assert "12月2日 星期三 13:30–16:00：李律师 → 取消" in guard()


def test_a_correction_may_stand_in_any_commit_since_the_last_publication(data: Path, guard: Fahu) -> None:
    guard()
    add(data, CANCELLED % "11-18")
    commit("停一次")
    guard(status=1)
    commit("补说明\n\n更正：11月18日没有人来值班")
    assert "更正：11月18日没有人来值班" in guard()


def test_a_correction_is_used_up_by_its_publication(data: Path, guard: Fahu) -> None:
    guard()
    add(data, CANCELLED % "11-18")
    commit("更正 2026-11-18：没有人来")
    guard()
    git("revert", "--no-edit", "HEAD")
    assert "没有写更正的是 2026-11-18" in guard(status=1)


def test_only_the_days_that_are_named_may_change(data: Path, guard: Fahu) -> None:
    guard()
    add(data, CANCELLED % "11-18" + CANCELLED.splitlines()[1] % "11-11" + "\n")
    commit("更正 2026-11-18：没有人来")
    printed = guard(status=1)
    assert "有 2 个已经过去的班次变了" in printed
    assert "没有写更正的是 2026-11-11\n" in printed


def test_real_data_may_replace_the_sample_by_one_line(data: Path, guard: Fahu) -> None:
    guard()
    swap(data)
    commit("换成真的\n\n更正 2026-01-01至2026-11-22：以前是示例")
    assert "有 44 个已经过去的班次变了" in guard()


def test_the_answer_stands_in_the_log_and_beside_the_commit(
    data: Path, site: str, guard: Fahu, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    guard()
    add(data, CANCELLED % "11-18")
    commit("停一次")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert main(["diff", "--site", site, "--format", "markdown"]) == 1
    printed = capsys.readouterr()
    assert "\n::error::有 1 个已经过去的班次变了，最早是 2026-11-18；没有写更正的是" in printed.err
    assert printed.out.startswith("### 值班变化\n")


def test_a_renamed_folder_is_still_compared(data: Path, site: str, fahu: Fahu) -> None:
    publish()
    git("mv", "data", "town")
    commit("改名")
    assert "没有班次变化" in fahu("diff", "--site", site, "--data", "town")
    swap(Path("town"))
    assert "有 44 个" in fahu("diff", "--site", site, "--data", "town", status=1)


def test_another_folder_without_a_past_is_not_taken_for_unchanged(site: str, fahu: Fahu) -> None:
    publish()
    shutil.copytree("data", "other")
    assert "那时还没有 other 这个文件夹" in fahu("diff", "--site", site, "--data", "other", status=3)


def test_a_rewritten_history_stops_publication_and_says_the_way_out(data: Path, guard: Fahu) -> None:
    carry("0123456789" * 4)
    printed = guard(status=3)
    assert "那个版本（012345678901）不在这里的历史里，多半是历史被改写了（force push）" in printed
    assert "没有登出，网上还是原来的样子" in printed
    assert "原因：历史丢了" in guard("--anew", "历史丢了")


def test_a_shallow_clone_says_what_to_do(
    site: str, data: Path, tmp_path: Path, fahu: Fahu, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish()
    swap(data)
    commit("改名字")
    git("clone", "--quiet", "--depth", "1", tmp_path.as_uri(), str(tmp_path / "clone"))
    monkeypatch.chdir(tmp_path / "clone")
    assert "git fetch --unshallow" in fahu("diff", "--site", site, status=3)


def test_data_of_then_that_cannot_be_read_stops_publication(data: Path, guard: Fahu) -> None:
    right = (data / "duty.yml").read_text("utf-8")
    swap(data)
    (data / "duty.yml").write_text(f"{right}old_key: 1\n", "utf-8")
    commit("旧的写法")
    publish()
    (data / "duty.yml").write_text(right, "utf-8")
    commit("新的写法")
    assert "那时的数据现在读不出来" in guard(status=3)


@pytest.mark.parametrize("text", ["", "<!doctype html>\n<title>登录</title>", "main", "-" * 40])
def test_a_site_that_says_something_else_stops_publication(text: str, guard: Fahu) -> None:
    carry(text)
    assert "里写的不是版本编号" in guard(status=3)


def test_a_site_that_does_not_answer_stops_publication(site: str, fahu: Fahu) -> None:
    assert "打不开" in fahu("diff", "--site", "http://127.0.0.1:9/", status=3)
    assert "/ill/published.txt 打不开（503 " in fahu("diff", "--site", f"{site}ill/", status=3)


def test_where_pages_is_not_switched_on_nothing_is_compared(site: str, fahu: Fahu) -> None:
    assert "没有登出过" in fahu("diff", "--site", "")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["HEAD", "--site", "http://127.0.0.1:9/"], "REV 和 --site 只写一种"),
        (["--site", "file:///etc"], "--site 要写网站的地址"),
    ],
)
def test_wrong_usage_is_said(
    words: list[str], said: str, site: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", *words]) == 2
    assert said in capsys.readouterr().err
