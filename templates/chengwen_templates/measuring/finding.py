"""Finding the elements of a document among the characters of its pages, by their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from chengwen_templates.measuring.measurement import Box
from chengwen_templates.measuring.pages import MM_PER_POINT, Character, Page
from chengwen_templates.measuring.wanted import Wanted
from chengwen_templates.profile import Profile

_SAME_LINE_MM = 0.5
_NUMBER_ZONE_MM = 3.0

Placed = tuple[Page, Character]


@dataclass(frozen=True, slots=True)
class TypeArea:
    """版心: its edges in mm from the paper's top left corner on a face with an odd number (5.2.1).

    On a wide page, whose left edge is the foot of the sheet, `width` is the height of others (8).
    """

    top: float
    bottom: float
    inner: float
    outer: float
    width: float

    def top_of(self, page: Page) -> float:
        """Return the upper edge on this page."""
        if page.wide:
            return self.inner if page.number % 2 else self.outer
        return self.top

    def bottom_of(self, page: Page) -> float:
        """Return the lower edge on this page."""
        return self.top_of(page) + (self.width if page.wide else self.bottom - self.top)

    def width_of(self, page: Page) -> float:
        """Return the width on this page."""
        return self.bottom - self.top if page.wide else self.width

    def left(self, page: Page) -> float:
        """Return the left edge on this page: the binding edge is at the right of an even one (6.3)."""
        if page.wide:
            return page.width - self.bottom
        return self.inner if page.number % 2 else self.outer

    def right(self, page: Page) -> float:
        """Return the right edge on this page."""
        return self.left(page) + self.width_of(page)

    def middle(self, page: Page) -> float:
        """Return where the middle lies between left and right."""
        return self.left(page) + self.width_of(page) / 2


@dataclass(frozen=True, slots=True)
class Line:
    """The part of an element that stands on one line of a page."""

    page: Page
    characters: tuple[Character, ...]

    @property
    def text(self) -> str:
        """The words of the line, without white space."""
        return "".join(character.text for character in self.characters)

    @property
    def baseline(self) -> float:
        """The baseline, in mm from the paper's top."""
        return median(character.baseline for character in self.characters)

    @property
    def size_pt(self) -> float:
        """The size of the type, in pt."""
        return median(character.size_pt for character in self.characters)

    @property
    def left(self) -> float:
        """Left edge of the first character's advance, in mm."""
        return min(character.left for character in self.characters)

    @property
    def right(self) -> float:
        """Right edge of the last character's advance, in mm."""
        return max(character.right for character in self.characters)

    @property
    def middle(self) -> float:
        """Middle between left and right, in mm."""
        return (self.left + self.right) / 2

    @property
    def em(self) -> float:
        """Width of one Chinese character of the line, in mm."""
        return self.size_pt * MM_PER_POINT

    @property
    def advance(self) -> float:
        """How far one Chinese character moves the next on, in mm (the 字 of 3.1)."""
        em = self.em
        chinese = [one for one in self.characters if one.right - one.left > 0.9 * em]
        gaps = [second.left - first.left for first, second in pairwise(chinese)]
        close = [gap for gap in gaps if 0.9 * em < gap < 1.1 * em]
        return median(close) if close else em

    @property
    def box(self) -> Box:
        """The em boxes of the characters together."""
        return Box(
            self.left,
            min(character.top for character in self.characters),
            self.right,
            max(character.bottom for character in self.characters),
        )


@dataclass(frozen=True, slots=True)
class Found:
    """An element found on the pages: its lines in order; `lead` is the part of a heading run in."""

    element: str
    lines: tuple[Line, ...]
    lead: tuple[Placed, ...] = ()
    rest: tuple[Placed, ...] = ()
    heading: str = ""

    @property
    def first(self) -> Line:
        """The first line."""
        return self.lines[0]

    @property
    def last(self) -> Line:
        """The last line."""
        return self.lines[-1]

    @property
    def text(self) -> str:
        """The words found, without white space."""
        return "".join(line.text for line in self.lines)


def type_area(profile: Profile) -> TypeArea:
    """Return the type area that a profile describes."""
    return TypeArea(
        profile.margin_top_mm,
        profile.page_height_mm - profile.margin_bottom_mm,
        profile.margin_inner_mm,
        profile.margin_outer_mm,
        profile.page_width_mm - profile.margin_inner_mm - profile.margin_outer_mm,
    )


def find(pages: Sequence[Page], elements: Sequence[Wanted], area: TypeArea) -> tuple[Found, ...]:
    """Return the elements found, in the order of `elements`; those whose words are nowhere are left out.

    The characters are tried in the order in which they are drawn and in that of the
    page's lines; the order that shows more elements counts.
    """
    drawn = [(page, one) for page in pages for one in page.characters if _is_text(one, page, area)]
    orders = (drawn, sorted(drawn, key=lambda placed: (placed[0].number, round(placed[1].baseline), placed[1].left)))
    return max((tuple(_found(order, elements)) for order in orders), key=len)


def page_number(page: Page, area: TypeArea) -> Line | None:
    """Return the line below the type area, which is the page number (7.5); None if there is none.

    That of a wide page has to be turned `upright` first.
    """
    below = [one for one in page.characters if one.baseline >= area.bottom + _NUMBER_ZONE_MM]
    return Line(page, tuple(sorted(below, key=lambda one: one.left))) if below else None


def lines_of(placed: Iterable[Placed]) -> tuple[Line, ...]:
    """Return the characters parted into lines: a new one wherever page or baseline changes."""
    lines: list[list[Placed]] = []
    for page, character in placed:
        if lines and lines[-1][-1][0].number == page.number and _level(lines[-1][-1][1], character):
            lines[-1].append((page, character))
        else:
            lines.append([(page, character)])
    return tuple(Line(line[0][0], tuple(character for _, character in line)) for line in lines)


def page_lines(page: Page, area: TypeArea) -> tuple[Line, ...]:
    """Return the lines of text within the type area of a page from top to bottom."""
    inside = sorted((one for one in page.characters if _is_text(one, page, area)), key=lambda one: one.baseline)
    rows: list[list[Character]] = []
    for character in inside:
        if rows and character.baseline - rows[-1][0].baseline < _SAME_LINE_MM:
            rows[-1].append(character)
        else:
            rows.append([character])
    return tuple(Line(page, tuple(sorted(row, key=lambda one: one.left))) for row in rows)


def _is_text(one: Character, page: Page, area: TypeArea) -> bool:
    """Tell whether a character is none of the page number's, which stands below the type area as the sheet is bound."""
    if page.wide:
        return one.left > area.left(page) - _NUMBER_ZONE_MM
    return one.baseline < area.bottom + _NUMBER_ZONE_MM


def _level(first: Character, second: Character) -> bool:
    return abs(first.baseline - second.baseline) < _SAME_LINE_MM


def _found(placed: Sequence[Placed], elements: Sequence[Wanted]) -> Iterator[Found]:
    text = "".join(character.text[:1] for _, character in placed)
    used = bytearray(len(text))
    position = 0
    for one in elements:
        start = start_of(text, one.words, position if one.ordered else 0, used)
        if start is None:
            continue
        end = start + len(one.words)
        used[start:end] = b"\1" * (end - start)
        if one.ordered:
            position = max(position, end)
        part = placed[start:end]
        lead = part[: one.lead]
        yield Found(one.element, lines_of(part), tuple(lead), tuple(part[one.lead :]), one.heading)


def start_of(text: str, words: str, position: int, used: bytearray) -> int | None:
    """Return where the words stand unused, at or after `position` if they do, else before it; None if nowhere."""
    for begin in dict.fromkeys((position, 0)):
        start = text.find(words, begin)
        while start >= 0:
            if not any(used[start : start + len(words)]):
                return start
            start = text.find(words, start + 1)
    return None


def by_element(found: Sequence[Found]) -> dict[str, list[Found]]:
    """Return the elements found by name."""
    ordered = sorted(found, key=lambda one: one.element)
    return {name: list(group) for name, group in groupby(ordered, key=lambda one: one.element)}
