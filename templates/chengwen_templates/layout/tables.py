"""Setting the tables of annexes: rows of cells, each as high as its highest cell."""

from __future__ import annotations

from dataclasses import dataclass

from chengwen_templates.layout.advances import Advances
from chengwen_templates.layout.flow import Table
from chengwen_templates.layout.lines import Cut, cut
from chengwen_templates.layout.text import cell_margin_twip
from chengwen_templates.profile import Profile

RULE_TWIP = 10
"""How thick the rules of a table are, of which each row bears one (practice)."""


@dataclass(frozen=True, slots=True)
class SetRow:
    """A row: its cells cut into lines, the left edge and width of each (twip), and its height."""

    cells: tuple[Cut, ...]
    lefts: tuple[int, ...]
    widths: tuple[int, ...]
    height: int


def set_rows(table: Table, room: int, profile: Profile, advances: Advances) -> list[SetRow]:
    """Return the rows of a table that stands in the middle of `room` twip."""
    margin = cell_margin_twip(profile)
    left = (room - sum(table.widths)) // 2
    lefts = tuple(left + sum(table.widths[:place]) for place in range(len(table.widths)))
    rows: list[SetRow] = []
    for row in table.rows:
        cells = tuple(cut(cell, width - 2 * margin, advances) for cell, width in zip(row, table.widths, strict=True))
        height = max(len(cell.lines) * cell.paragraph.shape.line for cell in cells) + RULE_TWIP
        rows.append(SetRow(cells, lefts, table.widths, height))
    return rows
