"""Making WordprocessingML elements in few words."""

from __future__ import annotations

from copy import deepcopy
from typing import cast

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement


def w(tag: str, *children: BaseOxmlElement | None, **attributes: str | int | None) -> BaseOxmlElement:
    """Return the element `w:tag` with `children`; attributes get the prefix `w:`.

    Children and attributes that are None are left out; a child that stands elsewhere
    already is copied, not moved. A name that is a Python
    keyword may end in an underscore.
    """
    element = cast("BaseOxmlElement", OxmlElement(f"w:{tag}"))
    for name, value in attributes.items():
        if value is not None:
            element.set(qn(f"w:{name.rstrip('_')}"), str(value))
    element.extend(_free(child) for child in children if child is not None)
    return element


def no_cell_margins() -> BaseOxmlElement:
    """Return `w:tblCellMar` of nothing; without it readers put 1.9 mm on both sides."""
    return w("tblCellMar", *(w(side, w=0, type="dxa") for side in ("top", "left", "bottom", "right")))


def _free(child: BaseOxmlElement) -> BaseOxmlElement:
    return child if child.getparent() is None else deepcopy(child)
