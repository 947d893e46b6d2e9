"""Reading an export back before it is handed out: nothing lost, nothing broken."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from typing import cast

import docx
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from lxml import etree

from chengwen_library.errors import ChengwenError
from chengwen_library.storable import storable

_SPACE = re.compile(r"\s+")


class ExportFailed(ChengwenError):
    """An export did not come out as intended; nothing was written."""


def verify_docx(content: bytes, intended: Sequence[str]) -> None:
    """Raise ExportFailed unless `content` is a sound .docx whose paragraphs say `intended`.

    Empty paragraphs and white space do not count.
    """
    try:
        found = _paragraphs(content)
    except (zipfile.BadZipFile, KeyError, ValueError, etree.XMLSyntaxError) as error:
        raise ExportFailed("导出的 Word 文件打不开，没有保存。这是程序的错误，文稿没有改动。") from error
    wanted = [text for text in map(_bare, intended) if text]
    for place, (written, meant) in enumerate(zip(found, wanted, strict=False), start=1):
        if written != meant:
            raise ExportFailed(
                f"导出的第 {place} 段与文稿不一致（“{meant[:20]}”），没有保存。这是程序的错误，文稿没有改动。"
            )
    if len(found) != len(wanted):
        raise ExportFailed(f"导出的段数是 {len(found)}，文稿是 {len(wanted)}，没有保存。这是程序的错误，文稿没有改动。")


def _paragraphs(content: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if (broken := archive.testzip()) is not None:
            raise zipfile.BadZipFile(broken)
    document = docx.Document(io.BytesIO(content))
    paragraphs = cast("Iterator[CT_P]", document.element.iter(qn("w:p")))
    texts = (_bare(paragraph.text) for paragraph in paragraphs)
    return [text for text in texts if text]


def _bare(text: str) -> str:
    return _SPACE.sub("", storable(text))
