"""Whether a server can have the address it is asked for."""

from __future__ import annotations

import errno
import socket


def taken(host: str, port: int) -> str:
    """Why a server can't have the address, and what to do; empty where it can."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except OSError as error:
        why = "已经有别的程序在用" if error.errno == errno.EADDRINUSE else f"用不了（{error.strerror}）"
        other = f"make serve ADDRESS={host}:{port + 1 if port < 65535 else 8001}"
        return f"地址 {host}:{port} {why}：请先关掉那个程序，或者换一个：{other}"
    return ""
