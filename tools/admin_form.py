"""Builds the form at admin/ into a built site: its page, its configuration, and Sveltia CMS from npm."""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from macros.errors import DataError
from macros.forms.acts import ACTS
from macros.forms.admin import Place, configuration
from macros.load import load

HERE = Path(__file__).with_name("admin")
# The test backend keeps its files in the browser.
TEST_BACKEND = {"name": "test-repo"}
# Svelte writes its styles into the page; everything else comes from the site itself. The API is all that
# is asked elsewhere: Sveltia's own look at GitHub's state of health, stock photos, maps and translations
# are refused.
POLICY = {
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",
    "style-src": "'self' 'unsafe-inline' blob:",
    "font-src": "'self'",
    "img-src": "'self' blob: data:",
    "media-src": "'self' blob:",
    "connect-src": "'self' blob: data: https://api.github.com",
    "worker-src": "'self' blob:",
    "frame-src": "blob:",
    "base-uri": "'none'",
    "form-action": "'none'",
}
_FONT = re.compile(r"https://cdn\.jsdelivr\.net/fontsource/fonts/([\w-]+)(?::vf)?@[\d.]+/([\w-]+)\.woff2")
_REPOSITORY = re.compile(r"[\w.-]+/[\w.-]+")


def github(repository: str, branch: str) -> dict[str, Any]:
    """The backend that writes to a repository; signing in is by a token, for which no server is needed."""
    messages = {
        "create": "表单：新增 {{path}}",
        "update": "表单：修改 {{path}}",
        "delete": "表单：删除 {{path}}",
        "uploadMedia": "表单：上传 {{path}}",
        "deleteMedia": "表单：删除 {{path}}",
    }
    return {
        "name": "github",
        "repo": repository,
        "branch": branch,
        "auth_methods": ["token"],
        "commit_messages": messages,
    }


def within_repository(data: Path) -> str:
    """Where the folder is in the repository that it belongs to; its own path where it is in none."""
    asked = ["git", "-C", str(data), "rev-parse", "--show-prefix"]
    told = subprocess.run(asked, capture_output=True, text=True, check=False)
    return told.stdout.strip().rstrip("/") or data.as_posix()


def write(data: Path, site: Path, backend: Mapping[str, Any], path: str = "data") -> Path:
    """The folder of the form, with its page and what it is made of; the script isn't there yet."""
    folder = site / "admin"
    folder.mkdir(parents=True, exist_ok=True)
    config = configuration(Place(data, path, backend), load(data).town)
    acts = {act.name: {"key": act.key, "always": dict(act.always)} for act in ACTS}
    made = json.dumps({"config": config, "acts": acts}, ensure_ascii=False)
    (folder / "form.json").write_text(made, "utf-8")
    policy = "; ".join(f"{name} {value}" for name, value in POLICY.items())
    page = (HERE / "index.html").read_text("utf-8")
    (folder / "index.html").write_text(page.replace("POLICY", policy), "utf-8")
    return folder


def bundle(folder: Path) -> None:
    """Nothing; the form's script, fonts and texts are in the folder, from node_modules."""
    options = ["--bundle", "--minify", "--format=esm", "--splitting", "--charset=utf8", "--log-level=error"]
    # Two hundred languages for a field of source code, which no file of a town has.
    options += ["--external:@shikijs/*"]
    # The npm release of Sveltia names its fonts, images and codecs as files beside it.
    assets = HERE / "node_modules" / "@sveltia" / "cms" / "npm" / "assets"
    for kept in ("*.woff2", "*.LICENSE.txt", "*.png", "*.wasm"):
        for file in assets.glob(kept):
            (folder / "assets").mkdir(exist_ok=True)
            shutil.copy(file, folder / "assets")
    command = ["node_modules/.bin/esbuild", "admin.js", *options, f"--outdir={folder.resolve()}"]
    subprocess.run([*command, "--chunk-names=[name]-[hash]"], cwd=HERE, check=True)
    script = folder / "admin.js"
    script.write_text(_with_own_fonts(script.read_text("utf-8"), folder / "assets"), "utf-8")
    shutil.copy(HERE / "node_modules" / "@sveltia" / "cms" / "LICENSE.txt", folder)


def _with_own_fonts(script: str, assets: Path) -> str:
    """The script, whose style sheet would fall back to another host's fonts, with those beside it."""
    return _FONT.sub(lambda found: f"assets/{next(assets.glob(f'{found[1]}-{found[2]}-*')).name}", script)


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status."""
    parser = argparse.ArgumentParser(prog="make admin", description=__doc__)
    parser.add_argument("--repo", default=os.environ.get("GITHUB_REPOSITORY", ""), metavar="OWNER/NAME")
    parser.add_argument("--branch", default="main")
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("FAHU_DATA") or "data"))
    parser.add_argument("--site", type=Path, default=Path("site"))
    asked = parser.parse_args(arguments)
    if not _REPOSITORY.fullmatch(asked.repo):
        print("Which repository does the form write to? make admin REPO=OWNER/NAME", file=sys.stderr)
        return 2
    if not (asked.site / "index.html").is_file():
        print(f"There is no site in {asked.site} yet: make site", file=sys.stderr)
        return 2
    try:
        folder = write(
            asked.data, asked.site, github(asked.repo, asked.branch), within_repository(asked.data)
        )
    except DataError as error:
        print(error, file=sys.stderr)
        return 1
    bundle(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
