"""The hooks that MkDocs calls. It loads this file by path, so the project is put on the path first."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
# Nothing of what is loaded is ever thrown away: collecting would be a tenth of it. A build turns it on again.
gc.disable()

from macros.plugin import (  # noqa: E402 - see above
    on_build_error,
    on_config,
    on_env,
    on_files,
    on_nav,
    on_page_content,
    on_page_markdown,
    on_post_build,
    on_post_page,
    on_post_template,
    on_serve,
    on_startup,
    on_template_context,
)

__all__ = [
    "on_build_error",
    "on_config",
    "on_env",
    "on_files",
    "on_nav",
    "on_page_content",
    "on_page_markdown",
    "on_post_build",
    "on_post_page",
    "on_post_template",
    "on_serve",
    "on_startup",
    "on_template_context",
]
