"""What a site says of itself to phones and to search engines."""

from __future__ import annotations

import json

_ICONS = {"icon-180.png": "180x180", "icon-512.png": "512x512"}


def identity(name: str, address: str) -> dict[str, str]:
    """The manifest and robots.txt, by their path; `address` is the site's own, if it has one."""
    manifest = {
        "name": name,
        "short_name": name,
        "lang": "zh-CN",
        "start_url": "../index.html",
        "scope": "../",
        "display": "browser",
        "background_color": "#f6f4ef",
        "theme_color": "#12355b",
        "icons": [{"src": src, "sizes": sizes, "type": "image/png"} for src, sizes in _ICONS.items()],
    }
    lines = ["User-agent: *", "Disallow:"]
    lines += [f"Sitemap: {address}sitemap.xml"] if address else []
    return {
        "assets/site.webmanifest": json.dumps(manifest, ensure_ascii=False, indent=2) + "\n",
        "robots.txt": "\n".join(lines) + "\n",
    }
