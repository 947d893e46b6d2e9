"""XML parts of a Word package: parsed safely, asked for WordprocessingML names and values."""

from __future__ import annotations

from functools import cache

from lxml import etree
from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

from chengwen_library.errors import UnreadableFile

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LARGEST_COUNT = 32767
"""Word counts no further; larger numbers in a file are taken for it."""

MOST_NODES = 1_500_000
"""Tags and attributes of a part that is read: what fits into memory (about 300 MB), far above any real document."""

SAVE_ANEW = "请用 Word 或 WPS 打开，核对后另存为 .docx 再读入。"

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_DECLARATIONS = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_VALUE = f"{{{WORD}}}val"
_OFF = frozenset({"0", "false", "off", "none"})


def w(name: str) -> str:
    """Return a WordprocessingML name as lxml writes it."""
    return f"{{{WORD}}}{name}"


def parse_part(content: bytes, name: str) -> Element:
    """Return the root of a part of the file called `name`; strict documents read like any other.

    Raises UnreadableFile for broken XML, for a DOCTYPE (entities) and for more than MOST_NODES.
    """
    if any(declaration in content for declaration in _DECLARATIONS):
        raise UnreadableFile(f"“{name}”里有 Word 文件不该有的声明（DOCTYPE），为了安全没有读入。{SAVE_ANEW}")
    if content.count(b"<") + content.count(b"=") > MOST_NODES:
        raise too_much(name)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content.replace(_STRICT, WORD.encode()), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFile(f"“{name}”的内容不完整、已经损坏或嵌套太深，读不出来。{SAVE_ANEW}") from error
    if root.getroottree().docinfo.doctype:
        raise UnreadableFile(f"“{name}”里有 Word 文件不该有的声明（DOCTYPE），为了安全没有读入。{SAVE_ANEW}")
    return root


def too_much(name: str) -> UnreadableFile:
    """Return the failure of a file whose text is beyond what is read."""
    return UnreadableFile(f"“{name}”的内容太多，超过能读入的上限。请拆成几个文件再读入。")


def below(parent: Element | None, path: str) -> Element | None:
    """Return the first element at a path of WordprocessingML names (numPr/numId), or None; faster than find()."""
    for tag in _tags(path):
        if parent is None:
            return None
        parent = next(parent.iterchildren(tag), None)
    return parent


def value(parent: Element | None, path: str) -> str | None:
    """Return the w:val of the element at `path` below `parent`, or None."""
    found = below(parent, path)
    return found.get(_VALUE) if found is not None else None


def count(text: str | None, default: int) -> int:
    """Return the number that an attribute holds, at most LARGEST_COUNT; `default` if it holds none."""
    if text is None or len(text) > 6 or not (text.isascii() and text.isdecimal()):
        return default
    return min(int(text), LARGEST_COUNT)


def switched(parent: Element | None, path: str) -> bool | None:
    """Return whether an on/off property is on; None if it is not there."""
    found = below(parent, path)
    return None if found is None else found.get(_VALUE, "1") not in _OFF


@cache
def _tags(path: str) -> tuple[str, ...]:
    return tuple(map(w, path.split("/")))
