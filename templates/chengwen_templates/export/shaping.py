"""Shapes and letterings of the layout as properties of Word: all for a style, the differences for a paragraph."""

from __future__ import annotations

from docx.oxml.xmlchemy import BaseOxmlElement

from chengwen_templates.export.style_properties import fonts, size
from chengwen_templates.export.xml import w
from chengwen_templates.layout.shapes import INDENT, Lettering, Shape, Underline
from chengwen_templates.units import pt_to_eighths


def paragraph_properties(shape: Shape, base: Shape | None = None) -> list[BaseOxmlElement]:
    """Return what makes a paragraph like `base` stand in `shape`, in the order of the schema; all of it without a base.

    What is pinned and how letters look is not among it.
    """
    known = base or Shape(shape.lettering, 0)
    return [
        *_switch("keepNext", shape.keep_next, known.keep_next),
        *_switch("pageBreakBefore", shape.new_face, known.new_face),
        *([_border(shape.underline)] if shape.underline != known.underline else []),
        *([_tabs(shape)] if shape.tabs != known.tabs else []),
        *_spacing(shape, known),
        *_indents(shape, known),
        *([w("jc", val=shape.align.value)] if shape.align is not known.align else []),
    ]


def run_properties(lettering: Lettering, base: Lettering | None = None) -> list[BaseOxmlElement]:
    """Return what makes letters like `base` look as they should, in the order of the schema; all of it without one."""
    made: list[BaseOxmlElement] = []
    if base is None or lettering.font != base.font:
        made.append(fonts(lettering.font))
    if base is None or lettering.colour != base.colour:
        made.append(w("color", val=lettering.colour))
    if (base.spacing_twip if base else 0) != lettering.spacing_twip:
        made.append(w("spacing", val=lettering.spacing_twip))
    if base is None or lettering.size_pt != base.size_pt:
        made += size(lettering.size_pt)
    return made


def _switch(name: str, value: bool, known: bool) -> list[BaseOxmlElement]:
    return [w(name, val=None if value else 0)] if value != known else []


def _border(rule: Underline | None) -> BaseOxmlElement:
    if rule is None:
        return w("pBdr", w("bottom", val="nil"))
    thickness = pt_to_eighths(rule.thickness_pt)
    return w("pBdr", w("bottom", val="single", sz=thickness, space=rule.gap_pt, color=rule.colour))


def _tabs(shape: Shape) -> BaseOxmlElement:
    return w("tabs", *(w("tab", val=tab.align.value, pos=tab.position) for tab in shape.tabs))


def _spacing(shape: Shape, known: Shape) -> list[BaseOxmlElement]:
    attributes = {
        "before": shape.before if shape.before != known.before else None,
        "after": shape.after if shape.after != known.after else None,
        "line": shape.line if shape.line != known.line else None,
        "lineRule": "exact" if shape.line != known.line else None,
    }
    return [w("spacing", **attributes)] if any(value is not None for value in attributes.values()) else []


def _indents(shape: Shape, known: Shape) -> list[BaseOxmlElement]:
    """Return `w:ind`; an indent of the text's own two characters is said in characters too (7.3.3)."""
    if (shape.left, shape.right, shape.first) == (known.left, known.right, known.first):
        return []
    changed = shape.first != known.first
    own = shape.first == INDENT * (shape.lettering.em_twip + shape.lettering.spacing_twip)
    return [
        w(
            "ind",
            left=shape.left if shape.left != known.left else None,
            right=shape.right if shape.right != known.right else None,
            firstLineChars=(INDENT * 100 if own else 0) if changed else None,
            firstLine=max(0, shape.first) if changed and shape.first >= 0 else None,
            hanging=-shape.first if changed and shape.first < 0 else None,
        )
    ]
