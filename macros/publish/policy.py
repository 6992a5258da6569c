"""What a page may load, as its Content-Security-Policy says it."""

from __future__ import annotations

import base64
import hashlib
import re

_OURS = ("script-src", "style-src", "media-src", "font-src", "connect-src", "manifest-src")
# The map's button says whose tiles it would load.
_TILES = re.compile(r"<div\b[^>]*?\bdata-map-tiles=\"(https://[A-Za-z0-9.-]+)\"")
_FRAME = re.compile(r"<iframe\b[^>]*?\bsrc=\"(https://[A-Za-z0-9.-]+)")


def policy(html: str) -> str:
    """The policy of a page with this HTML: our own files, the hosts of its players, the host of its tiles."""
    hosts = sorted(set(_FRAME.findall(html)))
    # The style sheet holds a small drawing, for hundreds of buttons.
    images = " ".join(("img-src 'self' data:", *sorted(set(_TILES.findall(html)))))
    rules = [*(f"{kind} 'self'" for kind in _OURS), images]
    rules += [f"frame-src {' '.join(hosts)}"] if hosts else []
    return "; ".join(("default-src 'none'", *rules, "form-action 'self'", "base-uri 'none'"))


def sealed(style: str) -> str:
    """The policy of a page that loads nothing and has only this style within it."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'"
