"""Setting lines on faces: what fits stands, what does not goes on to the next face (GB/T 9704-2012 5.2.3, 7.3.7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from chengwen_templates.layout.advances import Advances
from chengwen_templates.layout.flow import Item, JointMark, Paragraph, Part, Table
from chengwen_templates.layout.lines import Cut, SetLine, cut
from chengwen_templates.layout.tables import SetRow, set_rows
from chengwen_templates.profile import Profile


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line of a paragraph; `top` is where its height begins, in twip below the type area's top.

    What is pinned stands above the type area, with a negative `top`. `item` numbers the
    paragraph within the document.
    """

    cut: Cut
    line: SetLine
    top: int
    item: int

    @property
    def height(self) -> int:
        """The line's height in twip."""
        return self.cut.paragraph.shape.line


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """A joint 标志, `top` twip below the type area's top."""

    mark: JointMark
    top: int
    item: int


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row of a table, `top` twip below the type area's top."""

    row: SetRow
    top: int
    item: int


Placed = PlacedLine | PlacedMark | PlacedRow


@dataclass(slots=True)
class Face:
    """A face as it fills up: what stands on it, and how much of its height (twip) is used.

    Where it `runs_on` from the face before, there is no white above its first paragraph.
    """

    wide: bool
    height: int
    runs_on: bool = False
    placed: list[Placed] = field(default_factory=list[Placed])
    used: int = 0

    @property
    def room(self) -> int:
        """What is left of its height."""
        return self.height - self.used


def fill(parts: Sequence[Part], profile: Profile, advances: Advances) -> list[Face]:
    """Return the faces of the parts; each part begins a face of its own, and there is at least one."""
    filler = _Filler(profile, advances)
    for part in parts:
        filler.add(part)
    return filler.faces or [Face(wide=False, height=profile.type_height_twip)]


class _Filler:
    """Sets item after item on the last face, or on a new one."""

    def __init__(self, profile: Profile, advances: Advances) -> None:
        self.faces: list[Face] = []
        self._profile, self._advances = profile, advances
        self._item = 0

    def add(self, part: Part) -> None:
        """Set a part on faces of its own."""
        if not part.items:
            return
        self._turn(part.wide)
        for chain in _chains(part.items):
            self._add_chain(chain, part.wide)

    def _add_chain(self, chain: Sequence[Item], wide: bool) -> None:
        """Set items that stay together; a chain too high for any face is cut where it must be."""
        room = self._profile.type_height_twip if wide else self._profile.type_width_twip
        cuts = [cut(item, room, self._advances) if isinstance(item, Paragraph) else item for item in chain]
        first = chain[0]
        new = isinstance(first, Paragraph) and first.shape.new_face and self._face.placed
        if new:
            self._turn(wide)
        elif len(chain) > 1 and not self._holds(cuts) and self._face.placed and self._would_hold(cuts):
            self._turn(wide, runs_on=True)
        for one in cuts:
            self._add(one, room)
            self._item += 1

    def _add(self, one: Cut | JointMark | Table, room: int) -> None:
        match one:
            case Cut():
                self._add_lines(one)
            case JointMark():
                self._face.placed.append(PlacedMark(one, self._face.used, self._item))
                self._face.used += one.height
            case Table():
                self._add_rows(one, room)

    def _add_lines(self, done: Cut) -> None:
        shape = done.paragraph.shape
        if shape.pinned_top is not None:
            top = shape.pinned_top - round(self._profile.margin_top_mm * 1440 / 25.4)
            self._face.placed.append(PlacedLine(done, done.lines[0], top, self._item))
            return
        if self._face.placed or not self._face.runs_on:
            self._face.used += shape.before
        for line in done.lines:
            if self._face.room < shape.line and self._face.placed:
                self._turn(self._face.wide, runs_on=True)
            self._face.placed.append(PlacedLine(done, line, self._face.used, self._item))
            self._face.used += shape.line
        self._face.used += shape.after + (shape.underline.height_twip if shape.underline else 0)

    def _add_rows(self, table: Table, room: int) -> None:
        head, *rows = set_rows(table, room, self._profile, self._advances)
        self._place_row(head)
        for row in rows:
            if self._face.room < row.height and self._face.placed:
                self._turn(self._face.wide, runs_on=True)
                self._place_row(head)
            self._place_row(row)

    def _place_row(self, row: SetRow) -> None:
        self._face.placed.append(PlacedRow(row, self._face.used, self._item))
        self._face.used += row.height

    def _turn(self, wide: bool, *, runs_on: bool = False) -> None:
        """Go on to a new face."""
        height = self._profile.type_width_twip if wide else self._profile.type_height_twip
        self.faces.append(Face(wide, height, runs_on))

    def _holds(self, cuts: Sequence[Cut | JointMark | Table]) -> bool:
        """Tell whether the last face has room for all of a chain, of what ends it for its first line."""
        return _height(cuts) <= self._face.room

    def _would_hold(self, cuts: Sequence[Cut | JointMark | Table]) -> bool:
        return _height(cuts) <= self._face.height

    @property
    def _face(self) -> Face:
        return self.faces[-1]


def _height(cuts: Sequence[Cut | JointMark | Table]) -> int:
    """Return the height of a chain up to the first line of its last paragraph."""
    total = 0
    for place, one in enumerate(cuts):
        if isinstance(one, Cut):
            shape = one.paragraph.shape
            lines = 1 if place == len(cuts) - 1 else len(one.lines)
            total += shape.before + lines * shape.line + (shape.after if place < len(cuts) - 1 else 0)
        elif isinstance(one, JointMark):
            total += one.height
    return total


def _chains(items: Sequence[Item]) -> list[list[Item]]:
    """Return the items in groups that may not be parted: those that are kept with the next, and it."""
    chains: list[list[Item]] = [[]]
    for item in items:
        chains[-1].append(item)
        if not (isinstance(item, Paragraph) and item.shape.keep_next):
            chains.append([])
    return [chain for chain in chains if chain]
