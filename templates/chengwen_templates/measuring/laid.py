"""What the measuring of pages stands on: the elements found, the type area, heights of lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from chengwen_library.model import Measure, Notice
from chengwen_templates.measuring.finding import Found, Line, Placed, TypeArea, by_element, find
from chengwen_templates.measuring.measurement import Measurement
from chengwen_templates.measuring.pages import Page, is_red
from chengwen_templates.measuring.rules import Rule
from chengwen_templates.measuring.wanted import wanted

PITCH_MM = 10.21
"""The distance of lines of which 22 fill the type area (5.2.3)."""

_THIRD_SIZE_MM = 16 * 25.4 / 72
_LONG_RULE_MM = 100.0
_LEAST_PITCH_MM, _MOST_PITCH_MM = 7.0, 13.0
_WHERE_LENGTH = 10


@dataclass(frozen=True, slots=True)
class Laid:
    """A document laid out on pages: `found` in the order of the text, `parts` by element.

    In mm: `pitch` from line to line, `character` the width of one of the text (3.1).
    """

    pages: tuple[Page, ...]
    measure: Measure
    area: TypeArea
    found: tuple[Found, ...]
    parts: dict[str, list[Found]]
    pitch: float
    character: float

    @property
    def notice(self) -> Notice:
        """The notice; an empty one if the measure has none."""
        return self.measure.notice or Notice()

    def part(self, element: str) -> list[Found]:
        """Return the elements of this name."""
        return self.parts.get(element, [])

    def before(self, one: Found) -> Found | None:
        """Return the element that ends last above an element on the pages."""
        above = [other for other in self.found if _place(other.last) < _place(one.first)]
        return max(above, key=lambda other: _place(other.last), default=None)

    def pitch_on(self, page: Page) -> float:
        """Return the distance of lines on a page, which may be closed up (7.3.5.5); the document's if unknown."""
        gaps = _gaps(self.found, page)
        return median(gaps) if gaps else self.pitch

    def blank_lines(self, upper: Line, lower: Line) -> float:
        """Return how many blank lines stand between two lines of a page.

        A line is the height of its characters and 7/8 of that of 3号 (3.2), half of it on each side.
        """
        pitch = self.pitch_on(lower.page)
        return (lower.box.top - upper.box.bottom - _leading(pitch)) / pitch

    def blank_lines_below(self, rule_y: float, lower: Line) -> float:
        """Return how many blank lines stand between a rule at this height (mm) and a line."""
        pitch = self.pitch_on(lower.page)
        return (lower.box.top - _leading(pitch) / 2 - rule_y) / pitch

    def line_number(self, line: Line) -> float:
        """Return which line of the type area this is, 1 for the first."""
        return (line.box.top - _leading(self.pitch) / 2 - self.area.top_of(line.page)) / self.pitch + 1

    def long_rules(self, page: Page, *, red: bool) -> list[Rule]:
        """Return the rules of over 100 mm on a page, red or not."""
        return [rule for rule in page.rules if rule.width > _LONG_RULE_MM and is_red(rule.colour) is red]


def laid_out(pages: Sequence[Page], measure: Measure, area: TypeArea) -> Laid:
    """Return the document with its elements found on its pages."""
    found = find(pages, wanted(measure), area)
    gaps = [gap for page in pages for gap in _gaps(found, page)]
    pitch = median(gaps) if gaps else PITCH_MM
    parts = by_element(found)
    advances = [line.advance for one in parts.get("正文", []) for line in one.lines]
    character = median(advances) if advances else _THIRD_SIZE_MM
    return Laid(tuple(pages), measure, area, found, parts, pitch, character)


def at(line: Line, value: float | str, where: str = "") -> Measurement:
    """Return what was measured at a line; by its own words if `where` is not given."""
    words = where or f"“{line.text[:_WHERE_LENGTH]}{'…' if len(line.text) > _WHERE_LENGTH else ''}”"
    return Measurement(line.page.number, value, words, line.box)


def font_of(placed: Iterable[Placed]) -> str | None:
    """Return the font of most of the Chinese characters; None if there are none."""
    fonts = Counter(character.font for _, character in placed if character.text >= "⺀")
    return fonts.most_common(1)[0][0] if fonts else None


def sized(one: Found) -> Iterator[Measurement]:
    """Yield the size of each line in pt."""
    return (at(line, round(line.size_pt, 2)) for line in one.lines)


def _place(line: Line) -> tuple[int, float]:
    return line.page.number, line.baseline


def _gaps(found: Sequence[Found], page: Page) -> list[float]:
    """Return the distances of the lines of text that follow each other on a page."""
    lines = [line for one in found if one.element == "正文" for line in one.lines if line.page.number == page.number]
    baselines = sorted(line.baseline for line in lines)
    gaps = [below - above for above, below in pairwise(baselines)]
    return [gap for gap in gaps if _LEAST_PITCH_MM < gap < _MOST_PITCH_MM]


def _leading(pitch: float) -> float:
    return pitch - _THIRD_SIZE_MM
