"""What a Word style says about numbers, headings and hidden text, taken from the styles that it is based on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

from chengwen_library.errors import UnreadableFile
from chengwen_library.reading.formats.docx_xml import count, parse_part, switched, value, w
from chengwen_library.reading.hints import is_lead, named, of_word
from chengwen_library.styles import Role

DEEPEST_BASE = 16
"""Styles that one style is based on, one upon the other; Word itself allows fewer."""

MOST_STYLES = 4096
"""Styles of a document that are read; Word itself allows as many."""

LARGEST_KEPT = 1024 * 1024
"""Bytes of a styles part that is kept for the next document."""

_PLAIN = 9
"""The w:outlineLvl of running text."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style with what it inherits: list and level (as the file has them), its name and those it is based on.

    `named` is the element of an official document that it stands for; `is_lead` says that it is
    the character style of a heading that runs into its text.
    """

    number: str | None = None
    level: str | None = None
    is_heading: bool = False
    is_hidden: bool = False
    names: tuple[str, ...] = ()
    named: Role | None = None
    is_lead: bool = False


class Styles:
    """The styles of a document; `root` is None where it has none."""

    def __init__(self, root: Element | None) -> None:
        found = list(islice(root.iterfind(w("style")), MOST_STYLES)) if root is not None else []
        elements = {style.get(w("styleId"), ""): style for style in found}
        default = next((style.get(w("styleId")) for style in found if _is_default(style)), None)
        relevant = {name: element for name, element in elements.items() if element.get(w("type")) != "table"}
        is_named = any(Role.BODY in _called(element) for element in found)
        self._styles = {
            name: replace(_inherited(chain), named=_named(chain, is_named=is_named))
            for name, element in relevant.items()
            if (chain := list(_bases(element, elements)))
        }
        self._default = self._styles.get(default, Style()) if default is not None else Style()

    def paragraph(self, style: str | None) -> Style:
        """Return a paragraph style; None is the default one."""
        return self._default if style is None else self._styles.get(style, Style())

    def is_hidden(self, style: str) -> bool:
        """Tell whether the text of a character style is hidden."""
        return self._styles.get(style, Style()).is_hidden

    def is_lead(self, style: str) -> bool:
        """Tell whether a character style is that of a heading that runs into its text."""
        return self._styles.get(style, Style()).is_lead

    def list_of(self, style: str) -> str | None:
        """Return the list (w:numId) that a numbering style stands for."""
        return self._styles.get(style, Style()).number


def read_styles(content: bytes | None, name: str) -> Styles:
    """Return the styles in a part of the file `name`; documents of one make share them. Raises UnreadableFile."""
    if content is None or len(content) > LARGEST_KEPT:
        return Styles(parse_part(content, name) if content is not None else None)
    try:
        return _shared(content)
    except UnreadableFile:
        parse_part(content, name)  # fails again, with the name of this file
        raise


def is_outlined(level: str | None) -> bool:
    """Tell whether a w:outlineLvl is that of a heading."""
    return count(level, _PLAIN) < _PLAIN


@lru_cache(maxsize=4)
def _shared(content: bytes) -> Styles:
    return Styles(parse_part(content, "styles.xml"))


def _bases(element: Element | None, elements: dict[str, Element]) -> Iterator[Element]:
    for _ in range(DEEPEST_BASE):
        if element is None:
            return
        yield element
        element = elements.get(value(element, "basedOn") or "")


def _inherited(chain: list[Element]) -> Style:
    hidden = (switched(element, "rPr/vanish") for element in chain)
    return Style(
        number=_nearest(chain, "pPr/numPr/numId"),
        level=_nearest(chain, "pPr/numPr/ilvl"),
        is_heading=any(map(_is_of_headings, chain)),
        is_hidden=next((answer for answer in hidden if answer is not None), False),
        names=tuple(element.get(w("styleId"), "") for element in chain),
        is_lead=any(map(is_lead, _called(chain[0]))),
    )


def _named(chain: Sequence[Element], *, is_named: bool) -> Role | None:
    """Return the element that a style or the nearest one it is based on is named after.

    Programs that save a file anew may forget by what name Word's own headings went beside their
    own; where other styles are named (`is_named`), they are known all the same.
    """
    names = [name for element in chain for name in _called(element)]
    return next((found for name in names if (found := named(name) or (of_word(name) if is_named else None))), None)


def _called(style: Element) -> list[str]:
    """Return the names of a style: its own, and the further ones that people gave it."""
    return [value(style, "name") or "", *(value(style, "aliases") or "").split(",")]


def _is_default(style: Element) -> bool:
    return style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true", "on")


def _is_of_headings(style: Element) -> bool:
    name = (value(style, "name") or "").lower()
    return name == "title" or name.endswith("标题") or is_outlined(value(style, "pPr/outlineLvl"))


def _nearest(chain: list[Element], path: str) -> str | None:
    return next((found for element in chain if (found := value(element, path)) is not None), None)
