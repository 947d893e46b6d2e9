"""A unit in the making: the tree that the structure stage builds and the repair stage mends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from chengwen_library.model import Form


@dataclass(slots=True)
class Node:
    """A mark with the words behind it; `items` holds its paragraphs and the units below in the order of the text."""

    form: Form
    num: str
    number: int | None
    line: int
    words: str = ""
    implied: bool = False
    items: list[str | Node] = field(default_factory=list["str | Node"])

    @property
    def children(self) -> list[Node]:
        """Return the units directly below."""
        return [item for item in self.items if isinstance(item, Node)]

    def walk(self) -> Iterator[Node]:
        """Yield this unit and all below it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()


def root() -> Node:
    """Return the node above all units of a measure."""
    return Node(Form.PARAGRAPH, "", None, 0)
