"""The formatting that holds for each character of a .docx: defaults, styles and direct formatting resolved."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

from chengwen_library.errors import UnreadableFile

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)

Properties = Mapping[str, str]
"""Formatting as `element.attribute` (ind.left, sz.val, rFonts.eastAsia); an element alone is `element`."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A character of a .docx with the formatting that holds for it."""

    text: str
    properties: Properties


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its characters without white space, its formatting, where it stands.

    `cell` tells whether it stands in a table, `closed_up` whether its lines are lower than its style's.
    """

    letters: tuple[Letter, ...]
    properties: Properties
    cell: bool
    closed_up: bool = False

    @property
    def text(self) -> str:
        """The words without white space."""
        return "".join(letter.text for letter in self.letters)

    def twip(self, name: str) -> int:
        """Return a length in twip, such as `ind.left`; 0 if it is not set."""
        return int(float(self.properties.get(name, "0")))


@dataclass(frozen=True, slots=True)
class Document:
    """What a .docx holds for a measurer: paragraphs in order, sections and lines as elements, footers by kind.

    `fonts` are the names that the text uses.
    """

    paragraphs: tuple[Paragraph, ...]
    sections: tuple[Properties, ...]
    footers: Mapping[str, tuple[Paragraph, ...]]
    settings: frozenset[str]
    drawn: tuple[Element, ...]
    fonts: frozenset[str]


def read_document(content: bytes) -> Document:
    """Return what a .docx holds; raises UnreadableFile if it is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist() if name.endswith((".xml", ".rels"))}
        root = etree.fromstring(parts["word/document.xml"], _PARSER)
        return _document(root, parts)
    except (zipfile.BadZipFile, KeyError, ValueError, etree.XMLSyntaxError) as error:
        raise UnreadableFile("这个 Word 文件打不开，没法量它的版面。") from error


def _document(root: Element, parts: Mapping[str, bytes]) -> Document:
    styles = _Styles(etree.fromstring(parts["word/styles.xml"], _PARSER))
    paragraphs = tuple(_paragraphs(root, styles))
    footers: dict[str, tuple[Paragraph, ...]] = {}
    for kind, name in dict.fromkeys(_footers(root, parts)):
        footers[kind] = footers.get(kind, ()) + tuple(_paragraphs(etree.fromstring(parts[name], _PARSER), styles))
    everything = [*paragraphs, *(one for part in footers.values() for one in part)]
    return Document(
        paragraphs,
        tuple(flat(section) for section in root.iter(f"{_W}sectPr")),
        footers,
        _settings(parts),
        tuple(root.iter("{*}wsp")),
        frozenset(font for one in everything for letter in one.letters if (font := font_name(letter))),
    )


def font_name(letter: Letter) -> str | None:
    """Return the font of a character: the East Asian one, or that of Western characters."""
    east = letter.text >= "⺀" or letter.properties.get("rFonts.hint") == "eastAsia"
    return letter.properties.get("rFonts.eastAsia" if east else "rFonts.ascii")


def flat(element: Element | None) -> dict[str, str]:
    """Return the children of a properties element as `element.attribute`."""
    found: dict[str, str] = {}
    for child in () if element is None else element.iterchildren(etree.Element):
        name = etree.QName(child).localname
        found[name] = child.get(f"{_W}val", "1")
        for key, value in child.attrib.items():
            found[f"{name}.{etree.QName(key).localname}"] = str(value)
        if name == "pBdr":
            found |= {f"pBdr.{key}": value for key, value in flat(child).items()}
    return found


class _Styles:
    """The styles of a document, each with what it inherits."""

    def __init__(self, root: Element) -> None:
        self._styles = {str(style.get(f"{_W}styleId")): style for style in root.iter(f"{_W}style")}
        self._paragraph = flat(root.find(f"{_W}docDefaults/{_W}pPrDefault/{_W}pPr"))
        self._letter = flat(root.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr"))
        marked = (f"{_W}type", "paragraph"), (f"{_W}default", "1")
        self._default = next(
            (name for name, style in self._styles.items() if all(style.get(key) == value for key, value in marked)),
            None,
        )

    def paragraph(self, name: str | None) -> dict[str, str]:
        """Return the paragraph formatting of a style."""
        return self._paragraph | self._inherited(name or self._default, "pPr")

    def letter(self, name: str | None, own: str | None) -> dict[str, str]:
        """Return the character formatting of a paragraph style with a character style upon it."""
        return self._letter | self._inherited(name or self._default, "rPr") | self._inherited(own, "rPr")

    def _inherited(self, name: str | None, part: str) -> dict[str, str]:
        chain: list[Element] = []
        while name in self._styles and self._styles[name] not in chain:
            chain.append(self._styles[name])
            based = chain[-1].find(f"{_W}basedOn")
            name = None if based is None else based.get(f"{_W}val")
        found: dict[str, str] = {}
        for style in reversed(chain):
            found |= flat(style.find(f"{_W}{part}"))
        return found


def _paragraphs(root: Element, styles: _Styles) -> Iterator[Paragraph]:
    for element in root.iter(f"{_W}p"):
        if next(element.iterancestors(f"{_COMPATIBILITY}Fallback"), None) is not None:
            continue
        own = element.find(f"{_W}pPr")
        direct = flat(own)
        style = direct.get("pStyle")
        letters = tuple(
            Letter(character, properties)
            for run in _runs(element)
            for properties in [_run_properties(run, style, styles)]
            for character in "".join(str(text.text or "") for text in run.iterchildren(f"{_W}t"))
            if character.strip()
        )
        cell = next(element.iterancestors(f"{_W}tc"), None) is not None
        inherited = styles.paragraph(style)
        closed = int(direct.get("spacing.line", "0")) < int(inherited.get("spacing.line", "0"))
        yield Paragraph(letters, inherited | direct, cell, closed and "spacing.line" in direct)


def _runs(paragraph: Element) -> Iterator[Element]:
    """Yield the runs of a paragraph, without those of text boxes anchored in it."""
    for run in paragraph.iter(f"{_W}r"):
        if next(run.iterancestors(f"{_W}p"), None) is paragraph:
            yield run


def _run_properties(run: Element, style: str | None, styles: _Styles) -> dict[str, str]:
    own = flat(run.find(f"{_W}rPr"))
    return styles.letter(style, own.get("rStyle")) | own


def _footers(root: Element, parts: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    relations = etree.fromstring(parts["word/_rels/document.xml.rels"], _PARSER)
    targets = {str(one.get("Id")): str(one.get("Target")) for one in relations}
    for reference in root.iter(f"{_W}footerReference"):
        target = targets[str(reference.get(f"{_R}id"))].rpartition("/")[2]
        yield str(reference.get(f"{_W}type")), f"word/{target}"


def _settings(parts: Mapping[str, bytes]) -> frozenset[str]:
    if "word/settings.xml" not in parts:
        return frozenset()
    settings = flat(etree.fromstring(parts["word/settings.xml"], _PARSER))
    return frozenset(name for name, value in settings.items() if "." not in name and value not in ("0", "false"))
