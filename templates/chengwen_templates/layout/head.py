"""版头: 份号, 密级, 紧急程度, 发文机关标志, 签发人 and 发文字号 with the red line (GB/T 9704-2012 7.2, 10)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from chengwen_library.model import PageForm
from chengwen_library.styles import Role
from chengwen_templates.content import SIGNER_LABEL, Block
from chengwen_templates.layout.flow import Item, JointMark, Paragraph, Run
from chengwen_templates.layout.shapes import MARK_LINE_EM, Align, Lettering, Shape, Tab, body_lettering, shapes
from chengwen_templates.layout.title import width
from chengwen_templates.profile import Profile
from chengwen_templates.units import mm_to_pt, mm_to_twip, pt_to_twip

_JOINT_LINE_EM = 1.2
BASELINE = 0.8
"""Word and its kin put the baseline of an exact line at four fifths of its height."""

_MARK_LINE = 4
"""The 标志 begins below the lines of 份号, 密级 and 紧急程度, which are left blank where there are none."""

_GAP_EM = 0.5
"""Space between the names of a joint 标志 and “文件”, in em."""

_SECRECY_LINE = 2
_LABEL = len(SIGNER_LABEL)
_LETTER_NAMES = 9
"""Characters from the edge at which a second name of 签发人 begins in a letter."""
_INK_EM = 0.95
"""How high the ink of a line of the 标志 is, in em."""
_LETTER_GAP = 7 / 8
"""Of the height of a 3号 character: from the double rule of a letter to the elements below it (10.1)."""


def head_items(blocks: Sequence[Block], page_form: PageForm, profile: Profile, *, titled: bool) -> list[Item]:
    """Return the paragraphs and the joint mark of 版头.

    Below the number of an order that has no title the text begins after two blank lines (10.2).
    """
    above = _elements(blocks, page_form, profile)
    names = [block.text for block in blocks if block.role is Role.MARK]
    rows = [block for block in blocks if block.role in (Role.SIGNER, Role.NUMBER)]
    if page_form is PageForm.LETTER:
        return _letter_head(names, above, rows, profile)
    top = {
        PageForm.ORDER: profile.order_mark_top_mm,
        PageForm.MINUTES: profile.minutes_mark_top_mm,
    }.get(page_form, profile.mark_top_mm)
    underlined = page_form is PageForm.GENERAL
    after = profile.number_blank_lines * profile.line_twip if page_form is PageForm.ORDER and not titled else 0
    numbers = _number_rows(rows, profile, underlined=underlined, after=after)
    return [*above, *_mark(names, top, len(above), profile), *numbers]


def letter_rule_top_twip(profile: Profile) -> int:
    """Return how far the upper double rule of a letter begins below the paper's edge (10.1)."""
    ink = mm_to_twip(profile.letter_mark_top_mm) + round(_INK_EM * profile.letter_mark_size_pt * 20)
    return ink + mm_to_twip(profile.letter_rule_gap_mm)


def double_rule_twip(profile: Profile) -> int:
    """Return how high a double rule of a letter is."""
    return pt_to_twip(profile.letter_thick_rule_pt + profile.letter_rules_apart_pt + profile.letter_thin_rule_pt)


def _elements(blocks: Sequence[Block], page_form: PageForm, profile: Profile) -> list[Paragraph]:
    """Return 份号 on the first line, 密级 on the second, 紧急程度 below them, blank lines between (7.2.1 to 7.2.3)."""
    found: list[Paragraph] = []
    for block in blocks:
        if block.role in (Role.COPY_NUMBER, Role.SECRECY, Role.URGENCY):
            if block.role is Role.SECRECY and page_form is not PageForm.LETTER:
                found += [_plain(Role.HEAD_GAP, "", profile)] * (_SECRECY_LINE - 1 - len(found))
            found.append(_plain(block.role, block.words, profile))
    return found


def _plain(role: Role, words: str, profile: Profile) -> Paragraph:
    shape = shapes(profile)[role]
    return Paragraph(role, shape, (Run(words, shape.lettering),) if words else ())


def _mark(names: Sequence[str], top_mm: float, lines_above: int, profile: Profile) -> list[Item]:
    """Return the 标志 (7.2.4), as large as fits, its ink `top_mm` below the type area's top, below blank lines."""
    if not names:
        return []
    size, line_em = _size_of(names, profile)
    measures = _measures(size, line_em, top_mm, lines_above, profile)
    gaps = [_plain(Role.HEAD_GAP, "", profile)] * measures.blank_lines
    lettering = replace(shapes(profile)[Role.MARK].lettering, size_pt=measures.size_pt)
    if len(names) == 1:
        shape = replace(
            shapes(profile)[Role.MARK], lettering=lettering, line=measures.line_twip, before=measures.before_twip
        )
        return [*gaps, Paragraph(Role.MARK, shape, (Run(names[0], lettering),))]
    *organs, word = names
    em = lettering.em_twip
    widths = [round((max(map(width, organs)) + _GAP_EM / 2) * em), round((_GAP_EM / 2 + width(word)) * em)]
    return [
        *gaps,
        JointMark(tuple(organs), word, lettering, measures.line_twip, measures.before_twip, widths[0], widths[1]),
    ]


@dataclass(frozen=True, slots=True)
class _Mark:
    """The measures of a 标志: size (pt), line (twip), blank lines above, and white after them (twip)."""

    size_pt: float
    line_twip: int
    blank_lines: int
    before_twip: int


def _size_of(names: Sequence[str], profile: Profile) -> tuple[float, float]:
    """Return the size (pt) at which the names fit the type area, and the height of a line in em."""
    room = profile.type_width_twip / 20
    if len(names) == 1:
        return min(profile.mark_size_pt, room / width(names[0])), MARK_LINE_EM
    *organs, word = names
    widest = room / (max(map(width, organs)) + _GAP_EM + width(word))
    highest = mm_to_pt(profile.mark_block_height_mm) / len(organs) / _JOINT_LINE_EM
    return min(profile.mark_size_pt, widest, highest), _JOINT_LINE_EM


def _measures(size_pt: float, line_em: float, top_mm: float, lines_above: int, profile: Profile) -> _Mark:
    size = int(size_pt * 2) / 2
    line = round(size * 20 * line_em)
    ink = BASELINE * line - profile.mark_ink_ascent_em * size * 20
    white = max(0, round(mm_to_twip(top_mm) - ink) - lines_above * profile.line_twip)
    blanks = min(max(0, _MARK_LINE - 1 - lines_above), white // profile.line_twip)
    return _Mark(size, line, blanks, white - blanks * profile.line_twip)


def _number_rows(rows: Sequence[Block], profile: Profile, *, underlined: bool, after: int) -> list[Paragraph]:
    """Return 签发人 and 发文字号 (7.2.5, 7.2.6), two blank lines below the 标志; `after` is the white below (twip)."""
    return [
        _number_row(row, place == 0, rows, profile, underlined=underlined, after=after)
        for place, row in enumerate(rows)
    ]


def _number_row(
    row: Block, first: bool, rows: Sequence[Block], profile: Profile, *, underlined: bool, after: int
) -> Paragraph:
    number = shapes(profile)[Role.NUMBER]
    shape = replace(shapes(profile)[row.role], before=number.before if first else 0)
    if not underlined:
        shape = replace(shape, underline=None, after=after)
    if "\t" not in row.words:
        return Paragraph(row.role, shape, (Run(row.words, shape.lettering),) if row.words else ())
    shape = replace(shape, align=Align.LEFT, first=profile.character_twip, tabs=_signer_tabs(rows, first, profile))
    before, label, names = row.words.partition(SIGNER_LABEL)
    if not label:
        before, names = row.words.split("\t", 1)
        before += "\t"
    script = replace(shape.lettering, font=profile.second_heading_font)
    return Paragraph(row.role, shape, (Run(before + label, shape.lettering), Run(names, script)))


def _signer_tabs(rows: Sequence[Block], first: bool, profile: Profile) -> tuple[Tab, ...]:
    """Return where “签发人：” (on rows below: the first name) and the second name begin (7.2.6)."""
    names = [name for row in rows for name in row.words.replace(SIGNER_LABEL, "").split("\t")[1:]]
    column = max(map(width, names)) + 1
    columns = max(len(row.words.split("\t")) - 1 for row in rows)
    last = max(map(width, names[columns - 1 :: columns]))
    right = profile.type_width_twip / profile.character_twip - 1
    begins = [right - last - column * (columns - 1 - place) for place in range(columns)]
    begins[0] -= _LABEL if first else 0
    return tuple(Tab(round(begin * profile.character_twip), Align.LEFT) for begin in begins)


def _letter_head(names: Sequence[str], above: list[Paragraph], rows: Sequence[Block], profile: Profile) -> list[Item]:
    """Return the head of a letter (10.1): the 标志 pinned over the rule, 发文字号 at the right below it."""
    lettering = Lettering(profile.mark_font, _letter_size(names, profile), colour=profile.red)
    line = round(lettering.em_twip * MARK_LINE_EM)
    top = mm_to_twip(profile.letter_mark_top_mm) - round(
        BASELINE * line - profile.mark_ink_ascent_em * lettering.em_twip
    )
    pinned = Shape(lettering, line, align=Align.CENTRE, pinned_top=top)
    marks: list[Item] = [Paragraph(Role.MARK, pinned, (Run(name, lettering),)) for name in names]
    first, *others = [(paragraph.role, paragraph.words) for paragraph in above] or [(Role.COPY_NUMBER, "")]
    number = rows[-1].words.partition("\t")[0] if rows else ""
    body = body_lettering(profile)
    below = Shape(
        body, profile.line_twip, before=_letter_white(profile), tabs=(Tab(profile.type_width_twip, Align.RIGHT),)
    )
    head = shapes(profile)[first[0]].lettering
    runs = tuple(run for run in (Run(first[1], head), Run(f"\t{number}", body)) if run.text)
    return [
        *marks,
        Paragraph(Role.NUMBER, below, runs),
        *(_plain(role, words, profile) for role, words in others),
        *_signers_in_lines(rows, profile),
    ]


def _signers_in_lines(rows: Sequence[Block], profile: Profile) -> list[Paragraph]:
    """Return 签发人 as lines of a letter, which the standard gives no place: the label before the first names."""
    names = [row.words.partition("\t")[2] for row in rows]
    shape = replace(shapes(profile)[Role.SIGNER], tabs=(Tab(_LETTER_NAMES * profile.character_twip, Align.LEFT),))
    return [Paragraph(Role.SIGNER, shape, (Run(row, shape.lettering),)) for row in names if row]


def _letter_size(names: Sequence[str], profile: Profile) -> float:
    room = profile.type_width_twip / 20
    return int(min([profile.letter_mark_size_pt, *(room / width(name) for name in names)]) * 2) / 2


def _letter_white(profile: Profile) -> int:
    """Return the white between the type area's top and the first line below the rule of a letter."""
    ink_top = letter_rule_top_twip(profile) + double_rule_twip(profile) + round(_LETTER_GAP * profile.body_size_pt * 20)
    line_top = ink_top - round(BASELINE * profile.line_twip - profile.mark_ink_ascent_em * profile.body_size_pt * 20)
    return max(0, line_top - mm_to_twip(profile.margin_top_mm))
