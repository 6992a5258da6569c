"""Servers as a district's portal may be: one in Python that reads headers.json, and Debian's nginx."""

from __future__ import annotations

import getpass
import json
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

DEPLOY = Path(__file__).parents[2] / "tools" / "deploy"
HEADERS = json.loads((DEPLOY / "headers.json").read_text("utf-8"))
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
# What a host adds around the example.
MAIN = """user {user}; daemon off; pid {folder}/pid; error_log {folder}/error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
    uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
    server {{ listen 127.0.0.1:{port}; include {folder}/fahu.conf; }}
}}
"""


class _Portal(SimpleHTTPRequestHandler):
    """An object store: the headers of headers.json, and 404.html for what isn't there."""

    def __init__(self, *arguments: object, prefix: str, **named: object) -> None:
        self.prefix = prefix
        super().__init__(*arguments, **named)  # type: ignore[arg-type] # what the server hands on

    def end_headers(self) -> None:
        kind = PurePosixPath(urlsplit(self.path).path).suffix.lstrip(".")
        cache = HEADERS["cache"]["media" if kind in HEADERS["media"] else "pages"]
        for name, value in {**HEADERS["always"], "Cache-Control": cache}.items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = Path(self.directory, self.prefix, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def object_store(root: Path, prefix: str) -> Iterator[str]:
    """The address of the site, which stands in the folder `root`/`prefix`."""
    handler = partial(_Portal, directory=str(root), prefix=prefix)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/{prefix}/"
    server.shutdown()
    server.server_close()


@contextmanager
def nginx(root: Path, prefix: str, folder: Path) -> Iterator[str]:
    """The same by nginx, with the example as it is but for its paths; it writes into `folder`."""
    assert NGINX
    text = (DEPLOY / "nginx.conf").read_text("utf-8")
    text = text.replace("/var/www/portal", str(root)).replace("/fahu/", f"/{prefix}/")
    (folder / "fahu.conf").write_text(text, "utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (folder / "main.conf").write_text(MAIN.format(folder=folder, port=port, user=getpass.getuser()), "utf-8")
    running = subprocess.Popen([NGINX, "-p", str(folder), "-c", str(folder / "main.conf")])
    try:
        _wait(port, running)
        yield f"http://127.0.0.1:{port}/{prefix}/"
    finally:
        running.terminate()
        running.wait()


def _wait(port: int, running: subprocess.Popen[bytes]) -> None:
    for _ in range(100):
        assert running.poll() is None, "nginx refuses the example"
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("nginx does not answer")
