"""The bytes of a web page to its text."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from chengwen_library.errors import UnreadableFile

DECLARED_WITHIN = 16384
"""Bytes at the head of a page in which its encoding may be declared; pages with long scripts declare it late."""

MOST_ODD = 0.01
"""The share of characters that may be broken or control characters: a page cut off in the middle still reads."""

FEWEST_ODD = 3

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
_DECLARED = re.compile(rb"""<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,30})""", re.I)
_ODD = re.compile("[\x00-\x08\x0e-\x1f\ufffd\ue000-\uf8ff]")
_UNWANTED = re.compile("[\x00\ufeff]")

_HEAD = 4096
"""Bytes within which a web page says that it is one."""

_OFFICE = (b"\xd0\xcf\x11\xe0", b"PK\x03\x04", b"{\\rtf")
"""How compound files, zips and RTF begin."""


def is_page(content: bytes) -> bool:
    """Tell whether a file under the ending of an office file is a web page: LibreOffice would fetch what it names."""
    head = content[:_HEAD].replace(b"\0", b"").lower()
    return not content.startswith(_OFFICE) and (b"<html" in head or b"<!doctype html" in head)


def page_text(content: bytes, name: str) -> str:
    """Return the text of a web page: by its byte order mark, as it declares, or else as UTF-8 or GB18030.

    Raises UnreadableFile for an empty file and for one that is not text.
    """
    if not content.strip():
        raise UnreadableFile(f"“{name}”是空文件，没有可以读入的文字。")
    text = _decoded(content)
    if len(_ODD.findall(text)) > max(FEWEST_ODD, MOST_ODD * len(text)):
        raise UnreadableFile(f"“{name}”不是网页文件，或者文字编码认不出来。请在浏览器里打开，另存为 .txt 再读入。")
    return _UNWANTED.sub("", text)


def _decoded(content: bytes) -> str:
    candidates = list(_encodings(content))
    for encoding in candidates:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode(candidates[0], errors="replace")


def _encodings(content: bytes) -> Iterator[str]:
    """Yield the encodings that the page may have, the likeliest first."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            yield encoding
            return
    declared = _DECLARED.search(content[:DECLARED_WITHIN])
    if declared:
        yield _known(declared.group(1).decode("ascii", errors="replace").lower())
    yield from ("utf-8", "gb18030")


def _known(name: str) -> str:
    """Return the encoding to decode with; GB18030 holds GB2312 and GBK, and a page read as bytes is not UTF-16."""
    if name.startswith(("gb", "x-gbk", "hz-gb", "cp936", "ms936")):
        return "gb18030"
    try:
        encoding = codecs.lookup(name).name
        "".encode(encoding)
    except (LookupError, UnicodeError):
        return "utf-8"
    return "utf-8" if encoding.startswith(("utf-16", "utf-32", "utf-7", "ascii", "iso8859-1")) else encoding
