"""PDF files with text: paragraphs, without page numbers, running headers and watermarks."""

from __future__ import annotations

from typing import Any

from chengwen_library.errors import UnreadableFile
from chengwen_library.reading.formats.pdf_lines import Block, PdfPage, blocks_of
from chengwen_library.reading.formats.pdf_refusal import Refused
from chengwen_library.reading.formats.pdf_rows import Row
from chengwen_library.reading.formats.pdf_worker import MOST_CHARACTERS, MOST_PAGES, worker
from chengwen_library.reading.report import Dropped
from chengwen_library.reading.source import Segment, segment

WATERMARK = "水印"
LEAST_TEXT = 10
"""Characters for each page, below which a file with pictures is taken for a scan."""

MOST_UNKNOWN = 0.2
"""The share of characters without a code, from which on the text cannot be used."""

_REFUSALS = {
    "password": "加了密码，打不开。请先用密码打开，另存一份不加密的，再读入。",
    "form": "是动态表单（XFA），里面的文字读不出来。请打开后打印成普通 PDF，再读入。",
    "broken": "不是 PDF 文件，或者文件已损坏。请重新下载，或换一份文件。",
    "pages": f"超过 {MOST_PAGES} 页的上限。请拆成几个文件再读入。",
    "characters": f"超过 {MOST_CHARACTERS // 10000} 万字的上限。请拆成几个文件再读入。",
    "killed": "没能读完：文件已损坏，或者内容异常庞大。请打开后另存为 .docx 或 .txt 再读入。",
}


def read_pdf(content: bytes, name: str) -> tuple[list[Segment], list[Dropped]]:
    """Return the paragraphs of a PDF called `name`, numbered from 1, and what was left out, each with a reason.

    The file is read in a process of its own (pdf_worker). Raises UnreadableFile for
    files that are damaged, locked by a password, scanned, forms (XFA), without text,
    or beyond 5,000 pages or 20 million characters.
    """
    try:
        messages = list(worker.pages(content))
    except Refused as refused:
        raise UnreadableFile(f"“{name}”{_REFUSALS[refused.reason]}") from refused
    _refuse_without_text(messages, name)
    blocks = list(blocks_of([_page(number, message) for number, message in enumerate(messages, start=1)]))
    for number, message in enumerate(messages, start=1):
        blocks += _left_out(number, message)
    lines = list(enumerate(blocks, start=1))
    kept = [segment(number, 0, block.text) for number, block in lines if block.reason is None]
    return kept, [Dropped(number, None, block.text, block.reason) for number, block in lines if block.reason]


def _page(number: int, message: dict[str, Any]) -> PdfPage:
    width, height = message["size"]
    return PdfPage(number, width, height, [Row(*row) for row in message["rows"]])


def _left_out(number: int, message: dict[str, Any]) -> list[Block]:
    """Return what of a page is not in its rows; a page that is a picture has no words, but is told of."""
    blocks = [Block(words, WATERMARK) for words in message["across"]]
    if message["picture"]:
        blocks.append(Block("", f"第 {number} 页是图片，里面没有文字"))
    if message["lost"]:
        blocks.append(Block("", f"第 {number} 页已损坏，没能读出"))
    return blocks


def _refuse_without_text(messages: list[dict[str, Any]], name: str) -> None:
    characters = sum(message["characters"] for message in messages)
    if characters < LEAST_TEXT * len(messages) and any(message["picture"] for message in messages):
        raise UnreadableFile(f"“{name}”是扫描件，里面没有文字。请先做文字识别，再读入。")
    if not characters:
        raise UnreadableFile(f"“{name}”里没有文字。请核对选的文件。")
    if sum(message["unknown"] for message in messages) > MOST_UNKNOWN * characters:
        raise UnreadableFile(f"“{name}”里的文字没有编码，读出来是乱码。请先做文字识别，再读入。")
