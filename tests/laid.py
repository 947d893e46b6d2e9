"""Documents to lay out, of any length, from the same clauses as `notices`; and what stands on their faces."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from chengwen_library.model import Form, Measure, Unit
from chengwen_library.numbering import render_numeral
from chengwen_library.styles import Role
from chengwen_templates.layout.faces import PlacedLine
from chengwen_templates.layout.layout import LaidFace
from notices import CLAUSES, ONE, notice_of

CLAUSES_A_PART = 10
SIX = (
    "示例市人民政府",
    "示例市科学技术局",
    "示例市市场监督管理局（市知识产权局）",
    "示例市财政局",
    "示例市地方金融管理局",
    "示例市教育局",
)


def with_notice(measure: Measure, **changes: object) -> Measure:
    """Return the measure with its notice changed."""
    return replace(measure, notice=replace(measure.notice, **changes))  # type: ignore[type-var, arg-type]


def roles(face: LaidFace) -> list[Role]:
    """Return the roles of the paragraphs on a face, in their order."""
    found = [one.cut.paragraph.role for one in face.placed if isinstance(one, PlacedLine)]
    return [role for place, role in enumerate(found) if place == 0 or found[place - 1] is not role]


def lines_of(face: LaidFace, role: Role) -> list[PlacedLine]:
    """Return the lines of a role on a face."""
    return [one for one in face.placed if isinstance(one, PlacedLine) and one.cut.paragraph.role is role]


def larger(clauses: int, *, longer_every: int = 0) -> Measure:
    """Return a measure of so many clauses, ten a part, with its notice; every so-many-th clause has two paragraphs."""
    return notice_of(ONE, units=parts(clauses, longer_every))


def text_alone(clauses: int) -> Measure:
    """Return a measure without its notice: text alone, from face to face."""
    return replace(larger(clauses), notice=None)


def parts(clauses: int, longer_every: int = 0) -> tuple[Unit, ...]:
    """Return parts 一、 with clauses （一） whose heading runs into the text."""
    identity = count(1)
    made: list[Unit] = []
    for start in range(0, clauses, CLAUSES_A_PART):
        children = tuple(
            _clause(f"w{next(identity)}", place - start + 1, place, longer_every)
            for place in range(start, min(clauses, start + CLAUSES_A_PART))
        )
        number = render_numeral(len(made) + 1)
        made.append(Unit(f"w{next(identity)}", Form.FIRST, f"{number}、", heading="提升专利质量", children=children))
    return tuple(made)


def _clause(wid: str, number: int, place: int, longer_every: int) -> Unit:
    heading, text = CLAUSES[place % len(CLAUSES)]
    if longer_every and place % longer_every == 0:
        text += "\n" + CLAUSES[(place + 2) % len(CLAUSES)][1]
    return Unit(wid, Form.SECOND, f"（{render_numeral(number)}）", heading=heading, heading_mark="。", text=text)
