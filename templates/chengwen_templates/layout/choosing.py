"""What room there is decides: how far a notice closes up, where 主送机关 stand (GB/T 9704-2012 7.3.2, 7.3.5.5)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial

from chengwen_library.model import Measure
from chengwen_library.styles import Role
from chengwen_templates.content import is_direct
from chengwen_templates.layout.advances import Advances
from chengwen_templates.layout.composition import Choices, compose_letter
from chengwen_templates.layout.faces import Face, Placed, PlacedLine, fill
from chengwen_templates.profile import Profile

_TEXT = frozenset({Role.BODY, Role.PART, Role.CHAPTER, Role.SECTION, Role.ARTICLE, Role.FIRST, Role.SECOND, Role.THIRD})
_STEP_TWIP = 5
_RESERVE_TWIP = 60
"""Left free on a face that is just full, because renderers round rules and tables differently."""

_Wish = Callable[[Sequence[Face]], bool]


def choose(measure: Measure, profile: Profile, advances: Advances) -> Choices:
    """Return what is decided for a measure's notice.

    主送机关 go to 版记 where the first face would show no text otherwise. The notice's lines are
    closed up as little as it takes for one of these, the first that can be had: all of it
    stands on the first face; all but 附注; 成文日期 shares a face with text. A measure that is
    issued without a notice is never closed up.
    """
    as_it_is = Choices(profile.line_twip)
    if measure.notice is None:
        return as_it_is
    closes = not is_direct(measure.notice)
    faces = cache(partial(_letter_faces, measure, profile, advances))
    moved = Choices(profile.line_twip, recipients_in_imprint=True)
    start = as_it_is if _shows_text(faces(as_it_is)[:1]) or not _shows_text(faces(moved)[:1]) else moved
    for wish in (_on_one_face, _on_one_face_but_for_the_note, _date_beside_text):
        if wish(faces(start)):
            return start
        if not closes:
            continue
        closed = [
            Choices(line, start.recipients_in_imprint)
            for line in range(profile.line_twip - _STEP_TWIP, profile.least_line_twip - 1, -_STEP_TWIP)
        ]
        for choices in closed:
            if wish(faces(choices)):
                return choices
    return start


def _letter_faces(measure: Measure, profile: Profile, advances: Advances, choices: Choices) -> list[Face]:
    return fill([compose_letter(measure, profile, choices)], profile, advances)


def _on_one_face(faces: Sequence[Face]) -> bool:
    return len(faces) == 1 and faces[0].room >= _RESERVE_TWIP


def _on_one_face_but_for_the_note(faces: Sequence[Face]) -> bool:
    note = sum(one.height for one in faces[0].placed if isinstance(one, PlacedLine) and _role(one) is Role.NOTE)
    return faces[0].room + note >= _RESERVE_TWIP and all(
        _role(one) is Role.NOTE for face in faces[1:] for one in face.placed
    )


def _date_beside_text(faces: Sequence[Face]) -> bool:
    dated = [face for face in faces if any(_role(one) is Role.DATE for one in face.placed)]
    return not dated or _shows_text(dated)


def _shows_text(faces: Sequence[Face]) -> bool:
    """Tell whether text stands on one of the faces."""
    return any(_role(one) in _TEXT for face in faces for one in face.placed)


def _role(one: Placed) -> Role | None:
    return one.cut.paragraph.role if isinstance(one, PlacedLine) else None
