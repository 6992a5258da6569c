"""The only package that knows MkDocs: it hands a town to it, and what MkDocs has to hand it back.

build    the events of a build
pages    the events of a page in docs/, and its macros
files    the files that MkDocs copies or draws
log      what MkDocs says
"""

from macros.plugin.build import (
    on_build_error,
    on_config,
    on_env,
    on_files,
    on_nav,
    on_post_build,
    on_serve,
    on_startup,
    on_template_context,
)
from macros.plugin.pages import (
    on_page_content,
    on_page_markdown,
    on_post_page,
    on_post_template,
    register_macros,
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
    "register_macros",
]
