"""A report as a document for Word; the only place of python-docx."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterable

from docx import Document
from docx.document import Document as Written
from docx.oxml.ns import qn
from docx.shared import Pt

from macros.commands.report_words import Block, Heading, Paragraph, Table

# Every Chinese Windows has it; Word takes another where it is missing.
_FONT = "宋体"
# The earliest time that a zip can say.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def document(blocks: Iterable[Block], title: str, author: str, day: dt.date) -> bytes:
    """The document's file; the same blocks of the same day are the same bytes."""
    made = Document()
    about = made.core_properties
    about.title, about.author, about.last_modified_by = title, author, author
    about.created = about.modified = dt.datetime.combine(day, dt.time())
    about.comments, about.language = "", "zh-CN"
    for name in ("Normal", "Title", "Heading 1"):
        _chinese(made, name)
    made.styles["Normal"].font.size = Pt(12)
    for block in blocks:
        _add(made, block)
    file = io.BytesIO()
    made.save(file)
    return _timeless(file)


def _chinese(made: Written, style: str) -> None:
    fonts = made.styles[style].element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), _FONT)
    # A font of the theme would win over it.
    fonts.attrib.pop(qn("w:eastAsiaTheme"), None)


def _add(made: Written, block: Block) -> None:
    if isinstance(block, Heading):
        made.add_heading(block.text, block.level - 1)
    elif isinstance(block, Paragraph):
        made.add_paragraph(block.text)
    else:
        _add_table(made, block)


def _add_table(made: Written, block: Table) -> None:
    table = made.add_table(rows=0, cols=len(block.header), style="Table Grid")
    for number, line in enumerate((block.header, *block.rows)):
        for cell, text in zip(table.add_row().cells, line, strict=True):
            cell.paragraphs[0].add_run(text).bold = number == 0
    # Tables that follow each other would grow together.
    made.add_paragraph()


def _timeless(file: io.BytesIO) -> bytes:
    """The same zip without the time at which it was written."""
    made = io.BytesIO()
    with zipfile.ZipFile(file) as before, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(entry, before.read(name))
    return made.getvalue()
