"""What was measured, and where."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle on a page, in mm."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Measurement:
    """A measured figure: on which page (0: in the file as a whole), the value, and where.

    The value is in the requirement's unit. `where` is in Chinese words; `area` is the
    place on the page in mm, where it has one.
    """

    page: int
    value: float | str
    where: str
    area: Box | None = None


Measured = tuple[str, Measurement]
"""The id of a requirement, and what was measured for it."""
