"""Which revision the site that residents see was built from, as the site itself says."""

from __future__ import annotations

import re
from http import HTTPStatus
from urllib.parse import urlsplit

from macros.commands.arguments import UsageError
from macros.commands.revision import NothingToCompareError

FILE = "published.txt"
_REVISION = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_TRIES, _SECONDS = 3, 20


def published(site: str, now: str) -> str | None:
    """The revision that a site was built from; None where nothing is published yet.

    `now` is the revision at hand: asked for with it, a cache has no old answer.
    Raises NothingToCompareError when the site doesn't answer, or answers something else.
    """
    if urlsplit(site).scheme not in ("http", "https"):
        raise UsageError(f"--site 要写网站的地址，例如 https://example.github.io/fahu/（写的是 {site}）")
    address = f"{site.rstrip('/')}/{FILE}"
    text = _text(f"{address}?{now}", address)
    if text is None:
        return None
    if not _REVISION.fullmatch(text.strip()):
        raise NothingToCompareError(f"{address} 里写的不是版本编号")
    return text.strip()


def _text(address: str, told: str) -> str | None:
    # With what the web needs they cost other commands a tenth of their time.
    from http.client import HTTPException
    from urllib.error import HTTPError
    from urllib.request import Request, urlopen

    # Checked above: the address is one of the web.
    request = Request(address, headers={"Cache-Control": "no-cache", "User-Agent": "fahu"})  # noqa: S310
    why = ""
    for _ in range(_TRIES):
        try:
            with urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310
                content: bytes = answer.read(200)
                return content.decode("ascii", errors="replace")
        except HTTPError as error:
            if error.code == HTTPStatus.NOT_FOUND:
                return None
            why = f"{error.code} {error.reason}"
        except (OSError, HTTPException) as error:
            why = str(error)
    raise NothingToCompareError(f"{told} 打不开（{why}），请过几分钟再试")
