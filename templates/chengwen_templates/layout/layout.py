"""The layout of a document: which line stands where on which face, and what was decided on the way.

layout = lay_out(measure, load_profile("gbt9704"))

Preview, PDF and .docx all follow it (decisions 13).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from chengwen_library.model import Measure, PageForm
from chengwen_templates.layout.advances import Advances, NominalAdvances
from chengwen_templates.layout.choosing import choose
from chengwen_templates.layout.composition import Choices, Composition, compose, without_red
from chengwen_templates.layout.faces import Face, Placed, fill
from chengwen_templates.layout.flow import Part
from chengwen_templates.layout.heights import imprint_line_twip, imprint_width_twip
from chengwen_templates.layout.lines import Cut, cut
from chengwen_templates.profile import Profile

_BOUND = frozenset({PageForm.GENERAL, PageForm.ORDER})
"""Forms whose 版记 stands on the back of a sheet; letters and minutes are printed as they come."""
_NOMINAL = NominalAdvances()


@dataclass(frozen=True, slots=True)
class LaidFace:
    """A face of the document, counted from 1; `shown` is whether it bears its number (7.5).

    Tops are in twip below the type area's top. A `wide` face is read with the paper turned.
    `imprint_top` is where 版记 begins, None on a face without it.
    """

    number: int
    shown: bool
    wide: bool
    placed: tuple[Placed, ...]
    imprint_top: int | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """A laid-out document.

    `imprint` are the rows of 版记, cut into lines. `imprint_apart` says that 版记 begins a new
    face, `blank_before` that a blank one, without a number, stands before that.
    `part_starts` are the numbers of the faces that the parts begin on, annexes apart included.
    """

    composition: Composition
    choices: Choices
    faces: tuple[LaidFace, ...]
    imprint: tuple[Cut, ...]
    part_starts: tuple[int, ...]
    imprint_apart: bool = False
    blank_before: bool = False


def lay_out(measure: Measure, profile: Profile, advances: Advances = _NOMINAL, *, preprinted: bool = False) -> Layout:
    """Return the layout of a measure with its notice; a pure function.

    On `preprinted` sheets (套打) 发文机关标志 and the red rules are left blank, and nothing moves.
    """
    choices = choose(measure, profile, advances)
    composition = compose(measure, profile, choices)
    if choices.recipients_in_imprint and _is_too_high(composition, profile, advances):
        choices = replace(choices, recipients_in_imprint=False)
        composition = compose(measure, profile, choices)
    if preprinted:
        composition = without_red(composition)
    faces = fill(composition.parts, profile, advances)
    rows = tuple(cut(row, imprint_width_twip(profile), advances) for row in composition.imprint)
    bound = _with_imprint(composition, choices, faces, rows, profile)
    return _with_annexes_apart(bound, fill(composition.apart, profile, advances)) if composition.apart else bound


def imprint_height_twip(rows: Sequence[Cut], profile: Profile) -> int:
    """Return the height of 版记 in twip."""
    line, below = imprint_line_twip(profile)
    return sum(len(row.lines) * line + below for row in rows)


def _is_too_high(composition: Composition, profile: Profile, advances: Advances) -> bool:
    """Tell whether 版记 needs more than a face."""
    rows = [cut(row, imprint_width_twip(profile), advances) for row in composition.imprint]
    return imprint_height_twip(rows, profile) > profile.type_height_twip


def _with_imprint(
    composition: Composition, choices: Choices, faces: Sequence[Face], rows: tuple[Cut, ...], profile: Profile
) -> Layout:
    """Return the layout with 版记 at the foot of the last face, or of one of its own (7.4.1)."""
    form = composition.page_form
    laid = [
        LaidFace(number, not (number == 1 and form is PageForm.LETTER), face.wide, tuple(face.placed))
        for number, face in enumerate(faces, start=1)
    ]
    starts = _part_starts(composition.parts, faces)
    if not rows:
        return Layout(
            composition, choices, tuple(laid), rows, imprint_apart=False, blank_before=False, part_starts=starts
        )
    top = profile.type_height_twip - imprint_height_twip(rows, profile)
    has_room = faces[-1].used <= top and not faces[-1].wide
    on_back = profile.imprint_on_even_face and form in _BOUND
    odd = len(laid) % 2 == 1
    apart, blank = not has_room or (on_back and odd), on_back and not odd and not has_room
    if apart:
        laid += [LaidFace(len(laid) + 1, shown=False, wide=False, placed=())] if blank else []
        laid.append(LaidFace(len(laid) + 1, shown=not blank, wide=False, placed=()))
    laid[-1] = replace(laid[-1], imprint_top=top)
    return Layout(composition, choices, tuple(laid), rows, starts, apart, blank)


def _with_annexes_apart(bound: Layout, faces: Sequence[Face]) -> Layout:
    """Return the layout with the annexes behind 版记, on faces whose numbers run on."""
    behind = len(bound.faces)
    laid = [
        LaidFace(number, shown=True, wide=face.wide, placed=tuple(face.placed))
        for number, face in enumerate(faces, start=behind + 1)
    ]
    starts = (behind + start for start in _part_starts(bound.composition.apart, faces))
    return replace(bound, faces=(*bound.faces, *laid), part_starts=(*bound.part_starts, *starts))


def _part_starts(parts: Sequence[Part], faces: Sequence[Face]) -> tuple[int, ...]:
    """Return the number of the face on which each part's first item stands."""
    where = {one.item: number for number, face in reversed(list(enumerate(faces, start=1))) for one in face.placed}
    firsts = [0, *accumulate(len(part.items) for part in parts)][:-1]
    return tuple(where.get(first, 1) for first in firsts)
