"""The zip of a Word file: only the parts that are asked for are unpacked, and none beyond the limits."""

from __future__ import annotations

import io
import lzma
import posixpath
import struct
import zipfile
import zlib

from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

from chengwen_library.errors import UnreadableFile
from chengwen_library.reading.formats.docx_xml import SAVE_ANEW, parse_part, w

LARGEST_UNPACKED = 200 * 1024 * 1024
"""Bytes of all parts together, unpacked."""

LARGEST_PART = 64 * 1024 * 1024
"""Bytes of a part that is read, unpacked."""

HIGHEST_RATIO = 200
"""How many times its packed size a part of more than a megabyte may have; real ones have about 10, at most 60."""

MOST_PARTS = 10_000

_ZIP = b"PK\x03\x04"
_ENTRY = b"PK\x01\x02"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MEGABYTE = 1024 * 1024
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_LOCKED = 0x1
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error,
    EOFError, OSError, ValueError, RuntimeError, NotImplementedError, OverflowError,
)  # fmt: skip


def is_zip(content: bytes) -> bool:
    """Tell whether the content begins like a zip (.docx, .odt)."""
    return content.startswith(_ZIP)


def is_ole(content: bytes) -> bool:
    """Tell whether the content begins like a compound file (.doc, or a .docx with a password)."""
    return content.startswith(_OLE)


def open_zip(content: bytes, name: str) -> zipfile.ZipFile:
    """Return the zip of a document, its declared sizes found harmless. Raises UnreadableFile."""
    if is_ole(content) and _ENCRYPTED in content:
        raise UnreadableFile(f"“{name}”加密了，没有密码读不了。请用 Word 或 WPS 打开，去掉密码后另存再读入。")
    if is_ole(content):
        raise UnreadableFile(f"“{name}”其实是旧版 Word 文件。请把后缀改成 .doc，或用 Word、WPS 另存为 .docx 再读入。")
    if not is_zip(content):
        raise UnreadableFile(f"“{name}”不是 Word 文件，或者没有下载完整。请重新取得文件，或换成 .txt 再读入。")
    if content.count(_ENTRY) > MOST_PARTS:
        raise _bomb(name)
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except _BROKEN as error:
        raise _damaged(name) from error
    if sum(info.file_size for info in archive.infolist()) > LARGEST_UNPACKED:
        raise _bomb(name)
    return archive


class Package:
    """The parts of a Word file called `name`. Raises UnreadableFile if it is none, or not a safe one."""

    def __init__(self, content: bytes, name: str) -> None:
        self._name = name
        self._archive = open_zip(content, name)
        self._parts = {_plain(info.filename): info for info in self._archive.infolist()}
        self._roots = self._related_to("")
        self._main = self._roots.get("officeDocument", "word/document.xml")
        self._relations = self._related_to(self._main)

    def document(self) -> Element:
        """Return the main part's root, a w:document."""
        root = self._parsed(self._main)
        if root is None:
            raise UnreadableFile(f"“{self._name}”里没有 Word 正文，文件不完整或不是 Word 文件。{SAVE_ANEW}")
        if root.tag != w("document"):
            raise UnreadableFile(f"“{self._name}”不是 Word 文档，可能是表格或演示文稿。请选 Word 文件再读入。")
        return root

    def part(self, kind: str) -> Element | None:
        """Return the root of the part that the main one has as its `kind` (styles, numbering, footnotes …), if any."""
        content = self.content(kind)
        return parse_part(content, self._name) if content is not None else None

    def content(self, kind: str) -> bytes | None:
        """Return the bytes of the part that the main one has as its `kind`, if any."""
        path = self._relations.get(kind)
        info = self._parts.get(_plain(path)) if path is not None else None
        return self._unpacked(info) if info is not None else None

    def custom_properties(self) -> Element | None:
        """Return the root of the properties that people have given to the file, if any."""
        path = self._roots.get("custom-properties")
        return self._parsed(path) if path is not None else None

    def core_properties(self) -> Element | None:
        """Return the root of the properties that every file has (title, author …), if any."""
        path = self._roots.get("core-properties")
        return self._parsed(path) if path is not None else None

    def _related_to(self, path: str) -> dict[str, str]:
        """Return the parts that a part refers to, by kind."""
        folder, file = posixpath.split(path)
        root = self._parsed(posixpath.join(folder, "_rels", f"{file}.rels"))
        found: dict[str, str] = {}
        for relation in root.iter(_RELATION) if root is not None else ():
            if relation.get("TargetMode") != "External":
                target = posixpath.join(f"/{folder}", relation.get("Target", ""))
                found.setdefault(relation.get("Type", "").rpartition("/")[2], _plain(posixpath.normpath(target)))
        return found

    def _parsed(self, path: str) -> Element | None:
        info = self._parts.get(_plain(path))
        return parse_part(self._unpacked(info), self._name) if info is not None else None

    def _unpacked(self, info: zipfile.ZipInfo) -> bytes:
        if info.flag_bits & _LOCKED:
            raise UnreadableFile(f"“{self._name}”加密了，没有密码读不了。请去掉密码后再读入。")
        if info.file_size > LARGEST_PART or info.file_size > max(_MEGABYTE, HIGHEST_RATIO * info.compress_size):
            raise _bomb(self._name)
        if info.compress_type not in _METHODS:
            raise _damaged(self._name)
        try:
            with self._archive.open(info) as stream:
                content = stream.read(LARGEST_PART + 1)
        except _BROKEN as error:
            raise _damaged(self._name) from error
        if len(content) > LARGEST_PART:
            raise _bomb(self._name)
        return content


def _plain(path: str) -> str:
    """Return a part's name as it is looked up: names do not differ by case, and some writers use backslashes."""
    return path.replace("\\", "/").lstrip("/").lower()


def _damaged(name: str) -> UnreadableFile:
    return UnreadableFile(f"“{name}”不完整或已经损坏，读不出来。请重新取得文件，或用 Word、WPS 修复后另存。")


def _bomb(name: str) -> UnreadableFile:
    return UnreadableFile(f"“{name}”解压后太大，超过能读入的上限，像是恶意文件，没有读入。请核对来源，或另存为 .txt。")
