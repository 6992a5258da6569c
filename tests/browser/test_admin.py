"""The form at admin/, as a clerk uses it: what it writes passes every check, and it asks no other host.

Sveltia CMS keeps the files in the browser here (its backend for tests); make admin's package must be there.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, FilePayload, Locator, Page, Route, expect

from macros.cli import main as fahu
from macros.load import load
from tests.conftest import ROOT, served
from tools.admin_form import HERE, TEST_BACKEND, bundle, github, write

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not (HERE / "node_modules").is_dir(),
        reason="make admin hasn't been asked for here: npm ci in tools/admin",
    ),
]
SEED = """async files => {
  const root = await navigator.storage.getDirectory();
  for (const [path, text] of Object.entries(files)) {
    let folder = await root.getDirectoryHandle("sveltia-cms-test", {create: true});
    const steps = path.split("/");
    for (const step of steps.slice(0, -1)) folder = await folder.getDirectoryHandle(step, {create: true});
    const out = await (await folder.getFileHandle(steps.at(-1), {create: true})).createWritable();
    await out.write(text);
    await out.close();
  }
}"""
READ = """async () => {
  const found = {};
  const walk = async (folder, at) => {
    for await (const [name, each] of folder.entries()) {
      if (each.kind === "directory") await walk(each, `${at}${name}/`);
      else found[at + name] = await (await each.getFile()).text();
    }
  };
  await walk(await (await navigator.storage.getDirectory()).getDirectoryHandle("sveltia-cms-test"), "");
  return found;
}"""


@dataclass
class Form:
    """The form opened in a browser, with the files of the town that it writes to."""

    page: Page
    address: str
    before: dict[str, str]
    asked: list[str] = field(default_factory=list)

    def open(self, at: str) -> None:
        self.page.goto(f"{self.address}index.html#/collections/{at}")
        expect(self.page.get_by_role("button", name="保存")).to_be_visible()

    def key(self, path: str) -> Locator:
        return self.page.locator(f'[data-key-path="{path}"]').first

    def fill(self, path: str, text: str) -> None:
        self.key(path).locator("input, textarea").first.fill(text)

    def choose(self, path: str, name: str) -> None:
        self.key(path).get_by_role("combobox").click()
        self.page.get_by_role("option", name=name).click()

    def save(self) -> dict[str, str]:
        """What the files that changed say now."""
        known = self.files()
        self.page.get_by_role("button", name="保存").click()
        # Back in the list, when all is written.
        expect(self.page.get_by_role("button", name="保存")).to_have_count(0)
        return {path: text for path, text in self.files().items() if text != known.get(path)}

    def files(self) -> dict[str, str]:
        found: dict[str, str] = self.page.evaluate(READ)
        return found


@pytest.fixture(scope="module")
def form_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the form of the first town is served."""
    site = tmp_path_factory.mktemp("site")
    bundle(write(ROOT / "data", site, TEST_BACKEND))
    for host in served(site):
        yield f"{host}/admin/"


@pytest.fixture
def form(browser: Browser, form_address: str) -> Iterator[Form]:
    """The form, signed in."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-US")
    page = context.new_page()
    data = ROOT / "data"
    paths = [*data.glob("*.yml"), *data.glob("*/*.yml")]
    opened = Form(
        page, form_address, {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in paths}
    )
    page.on("request", lambda request: opened.asked.append(request.url))
    page.goto(f"{form_address}form.json")
    page.evaluate(SEED, opened.before)
    page.goto(f"{form_address}index.html")
    page.get_by_role("button", name="使用测试仓库").click()
    expect(page.get_by_text("此集合目前没有条目")).to_be_visible()
    yield opened
    foreign = [url for url in opened.asked if not url.startswith((form_address, "blob:", "data:"))]
    context.close()
    assert foreign == []


def test_signing_in_by_a_token_asks_github_and_nobody_else(browser: Browser, form_address: str) -> None:
    context = browser.new_context(locale="en-US")
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    def to_github(route: Route) -> None:
        made = route.fetch().json()
        made["config"]["backend"] = github("town/site", "main")
        route.fulfill(json=made)

    page.route("**/form.json", to_github)
    page.route("https://api.github.com/**", lambda route: route.fulfill(status=401, json={"message": "Bad"}))
    page.goto(f"{form_address}index.html")
    page.get_by_role("button", name="使用访问令牌登录").click()
    page.get_by_role("textbox").fill("github_pat_0")
    page.get_by_role("button", name="登录", exact=True).click()
    expect(page.get_by_text("提供的令牌无效")).to_be_visible()
    hosts = {urlsplit(url).netloc for url in asked if url.startswith("http")}
    assert hosts == {"api.github.com", urlsplit(form_address).netloc}
    context.close()


def passes(files: dict[str, str], folder: Path) -> Path:
    """The folder of data that the files are; `fahu check` finds nothing wrong in it."""
    shutil.copytree(ROOT / "data" / "media", folder / "data" / "media")
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    assert fahu(["check", "--data", str(folder / "data")]) == 0
    return folder / "data"


def test_the_acts_write_one_small_file_each(form: Form, tmp_path: Path) -> None:
    form.open("leave/new")
    form.choose("person", "张律师")
    form.fill("from", "2026-12-14")
    form.fill("to", "2026-12-18")
    form.fill("hours", "09:00-11:00")
    assert form.save() == {
        "data/duty/leave-2026-12-14-zhang.yml": "leave:\n  - person: zhang\n    from: 2026-12-14\n"
        "    to: 2026-12-18\n    hours: 09:00-11:00\n"
    }
    form.open("cancel/new")
    form.fill("date", "2026-12-21")
    form.choose("rotation", "镇公职律师驻站")
    form.fill("reason", "参加培训")
    assert form.save() == {
        "data/duty/cancel-2026-12-21-station-lawyer.yml": "overrides:\n  - date: 2026-12-21\n"
        "    rotation: station-lawyer\n    reason: 参加培训\n    cancel: true\n"
    }
    form.open("replace/new")
    form.fill("date", "2026-12-16")
    form.choose("rotation", "聪哥公共法律服务点轮值")
    form.choose("replace", "何调解员")
    form.fill("reason", "律师开庭")
    assert form.save() == {
        "data/duty/replace-2026-12-16-congge.yml": "overrides:\n  - date: 2026-12-16\n"
        "    rotation: congge\n    replace:\n      - he\n    reason: 律师开庭\n"
    }
    form.open("event/new")
    form.fill("id", "nianhuo-2026")
    form.fill("title", "年货节讲座")
    form.fill("date", "2026-12-24")
    form.fill("hours", "9:30-11:00")
    form.fill("venue", "集市 #3 摊")
    form.key("category").get_by_role("radio", name="普法早市").click()
    form.fill("summary", "带上: 身份证。02159 开头的也行。")
    (written,) = form.save().items()
    assert written[0] == "data/events/event-nianhuo-2026.yml"
    form.open("notice/new")
    form.fill("text", "12 月 24 日服务站搬到二楼。")
    form.fill("from", "2026-12-20")
    form.fill("until", "2026-12-25")
    assert [*form.save()] == ["data/site/notice-2026-12-20.yml"]
    after = form.files()
    assert {path: after[path] for path in form.before} == form.before
    town = load(passes(after, tmp_path)).town
    (event,) = (each for each in town.events.events if each.id == "nianhuo-2026")
    assert (event.venue, event.summary) == ("集市 #3 摊", "带上: 身份证。02159 开头的也行。")
    assert str(event.hours) == "09:30–11:00"
    assert town.site.notices[-1].text == "12 月 24 日服务站搬到二楼。"


def test_an_act_is_changed_and_taken_back(form: Form) -> None:
    form.open("notice/new")
    form.fill("text", "今天停电。")
    form.fill("from", "2026-12-20")
    form.fill("until", "2026-12-25")
    (path,) = form.save()
    form.page.get_by_text("今天停电。").first.click()
    form.fill("text", "今天不停电了。")
    assert "text: 今天不停电了。" in form.save()[path]
    form.page.get_by_role("checkbox").nth(1).click()
    form.page.get_by_role("button", name="删除").first.click()
    form.page.get_by_role("alertdialog").get_by_role("button", name="删除").click()
    expect(form.page.get_by_text("此集合目前没有条目")).to_be_visible()
    assert form.files() == form.before


def test_a_whole_file_keeps_every_line_that_was_not_changed(form: Form, tmp_path: Path) -> None:
    form.open("files/entries/places")
    form.page.get_by_role("button", name="展开").first.click()
    form.fill("places.0.address", "陈海公路 02159 号")
    (written,) = form.save().items()
    assert written[0] == "data/places.yml"
    was, now = form.before[written[0]].splitlines(), written[1].splitlines()
    assert [line for line in now if line not in was] == ["    address: 陈海公路 02159 号"]
    assert len(was) == len(now)
    passes(form.files(), tmp_path)


def test_a_file_that_is_handed_over_lies_in_media(form: Form) -> None:
    form.open("files/entries/tips")
    form.page.get_by_role("button", name="展开").first.click()
    recording: FilePayload = {
        "name": "quan-nian.mp3",
        "mimeType": "audio/mpeg",
        "buffer": b"ID3" + b"0" * 100,
    }
    form.key("tips.0.recording").locator("input[type=file]").first.set_input_files(recording)
    expect(form.key("tips.0.recording")).to_contain_text("quan-nian.mp3")
    written = form.save()
    assert {*written} == {"data/tips.yml", "data/media/quan-nian.mp3"}
    added = {*written["data/tips.yml"].splitlines()} - {*form.before["data/tips.yml"].splitlines()}
    assert added == {"    recording: media/quan-nian.mp3"}


def test_a_slip_is_told_in_chinese_and_not_saved(form: Form) -> None:
    form.open("leave/new")
    form.fill("from", "2026-12-14")
    form.fill("hours", "上午九点")
    form.page.get_by_role("button", name="保存").click()
    expect(form.key("hours")).to_contain_text("写法不对")
    assert form.files() == form.before
