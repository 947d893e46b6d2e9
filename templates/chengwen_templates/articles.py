"""Articles of a template: their first sentence is text, where the reader takes it for a heading."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from chengwen_library.model import Form, Unit


def without_guessed_headings(unit: Unit, lines: Collection[str]) -> Unit:
    """Return the unit with the sentences that were taken for headings of articles as text again.

    `lines` are the rendered lines without white space: whether the sentence was a paragraph of its own.
    A heading that ends without a mark (第三条　适用范围) stands alone on its line and stays one.
    """
    children = tuple(without_guessed_headings(child, lines) for child in unit.children)
    unit = replace(unit, children=children)
    if unit.form is not Form.ARTICLE or not unit.heading or not unit.heading_mark:
        return unit
    sentence = unit.heading + unit.heading_mark
    plain = replace(unit, heading=None, heading_mark=None)
    if "".join((unit.num + sentence).split()) not in lines:
        return (
            replace(plain, intro=sentence + (unit.intro or ""))
            if children
            else replace(plain, text=sentence + unit.text)
        )
    if any(child.form is not Form.PARAGRAPH for child in children):
        return replace(plain, intro="\n".join(filter(None, [sentence, unit.intro])))
    words = [sentence, *filter(None, [unit.intro, unit.text])]
    paragraphs = tuple(Unit(wid="", form=Form.PARAGRAPH, text=text) for text in words)
    return replace(plain, text="", intro=None, children=(*paragraphs, *children))
