"""A unit in the making: the tree that the structure stage builds and the repair stage mends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from chengwen_library.model import Form
from chengwen_library.reading.corrections import Spot
from chengwen_library.reading.headings import Heading


@dataclass(slots=True)
class Node:
    """A mark with the words behind it, or a paragraph (form 款, no mark).

    `items` holds the paragraphs and units below in the order of the text, `spots`
    the places of the source that the words came from. `told` is the heading, with the text of the
    unit itself, where the source tells it; then `wrap_up` are the lines behind the units below.
    """

    form: Form
    num: str = ""
    number: int | None = None
    words: str = ""
    spots: list[Spot] = field(default_factory=list[Spot])
    implied: bool = False
    items: list[Node] = field(default_factory=list["Node"])
    told: Heading | None = None
    wrap_up: list[str] = field(default_factory=list[str])

    @property
    def line(self) -> int | None:
        """Return the source line that the unit begins on; None if the source lost its words."""
        return self.spots[0][0] if self.spots else None

    @property
    def is_paragraph(self) -> bool:
        """Tell whether this is a paragraph without a mark."""
        return self.form is Form.PARAGRAPH

    @property
    def children(self) -> list[Node]:
        """Return the marked units directly below."""
        return [item for item in self.items if not item.is_paragraph]

    def walk(self) -> Iterator[Node]:
        """Yield this unit and all marked units below it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()


def root() -> Node:
    """Return the node above all units of a measure."""
    return Node(Form.PARAGRAPH)
