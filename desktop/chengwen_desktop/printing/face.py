"""A face to draw: words, strokes and places on paper, in pt from its top left corner. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from chengwen_templates.layout.shapes import Lettering

if TYPE_CHECKING:
    from chengwen_desktop.printing.sheet import Sheet
    from chengwen_templates.layout.layout import LaidFace


@dataclass(frozen=True, slots=True)
class Area:
    """An upright rectangle on paper, in pt."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Words:
    """Words on one baseline from `left`, each character with its advance; `turned` clockwise they run downwards."""

    text: str
    lettering: Lettering
    left: float
    baseline: float
    advances: tuple[float, ...]
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight stroke along its middle line."""

    left: float
    top: float
    right: float
    bottom: float
    thickness: float
    colour: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a seal (a circle) or a 签名章 (a rectangle) will stand; `name` is the word shown there."""

    name: str
    left: float
    top: float
    width: float
    height: float
    round: bool


class Face:
    """A face to draw: the paper's size, the type area, and what stands on it, worked out when it is asked for."""

    def __init__(self, laid: LaidFace, sheet: Sheet) -> None:
        self.number, self.wide, self.shown = laid.number, laid.wide, laid.shown
        self._laid, self._sheet = laid, sheet
        self.width, self.height = sheet.paper(wide=laid.wide)
        self.type_area = sheet.type_area(laid)

    @cached_property
    def words(self) -> tuple[Words, ...]:
        """The words in the order in which they are read, the page number last."""
        return tuple(self._sheet.words(self._laid, self.type_area))

    @cached_property
    def strokes(self) -> tuple[Stroke, ...]:
        """The rules and the lines of tables."""
        return tuple(self._sheet.strokes(self._laid, self.type_area))

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Where seals and 签名章 will stand (7.3.5); shown on the screen, never printed."""
        return tuple(self._sheet.places(self._laid, self.type_area))
