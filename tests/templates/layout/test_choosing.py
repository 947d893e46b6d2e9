"""What room there is decides: how far a notice closes up, and where 主送机关 stand (7.3.2, 7.3.5.5)."""

from dataclasses import replace

import pytest

from chengwen_library.model import Measure
from chengwen_library.styles import Role
from chengwen_templates.layout.advances import NominalAdvances
from chengwen_templates.layout.choosing import choose
from chengwen_templates.layout.composition import Choices, compose_letter
from chengwen_templates.layout.faces import Face, fill
from chengwen_templates.layout.layout import lay_out
from chengwen_templates.profile import load_profile
from laid import roles, text_alone, with_notice
from notices import ONE, notice_of

PROFILE = load_profile("gbt9704")
OPEN, CLOSEST, STEP = PROFILE.line_twip, PROFILE.least_line_twip, 5
RESERVE = 60
OFFICE = notice_of(ONE, parts=1)
LENGTHS = range(10, 700, 45)


def of_length(characters: int, paragraphs: int = 1, note: str | None = "此件公开发布") -> Measure:
    return with_notice(OFFICE, body=("字" * characters,) * paragraphs, note=note)


def with_recipients(count: int) -> Measure:
    return replace(OFFICE, recipients="、".join(["各区县人民政府"] * count))


def chosen(measure: Measure) -> Choices:
    return choose(measure, PROFILE, NominalAdvances())


def faces(measure: Measure, choices: Choices) -> list[Face]:
    return fill([compose_letter(measure, PROFILE, choices)], PROFILE, NominalAdvances())


def faces_at(measure: Measure, line: int) -> list[Face]:
    return faces(measure, replace(chosen(measure), letter_line=line))


def is_on_one_face(found: list[Face]) -> bool:
    return len(found) == 1 and found[0].room >= RESERVE


def has_date_beside_text(found: list[Face]) -> bool:
    return any({Role.DATE, Role.BODY} <= set(roles(face)) for face in found)


def test_a_notice_with_room_keeps_the_line_of_the_profile():
    measure = of_length(10)
    assert chosen(measure) == Choices(OPEN)
    assert is_on_one_face(faces_at(measure, OPEN))


def test_a_measure_without_a_notice_keeps_the_line_of_the_profile():
    assert chosen(text_alone(3)) == Choices(OPEN)


def test_a_notice_closes_up_only_as_far_as_it_needs_to_stand_on_one_face():
    measures = [of_length(length, note=None) for length in LENGTHS]
    closed = [measure for measure in measures if chosen(measure).letter_line < OPEN]
    assert len({chosen(measure).letter_line for measure in closed}) >= 3
    for measure in closed:
        line = chosen(measure).letter_line
        found = faces_at(measure, line)
        wish = is_on_one_face if is_on_one_face(found) else has_date_beside_text
        assert wish(found)
        assert not any(wish(faces_at(measure, wider)) for wider in range(line + STEP, OPEN + 1, STEP))


def is_parted_from_its_note(measure: Measure) -> bool:
    return [roles(face) for face in faces(measure, chosen(measure))[1:]] == [[Role.NOTE]]


@pytest.mark.parametrize("characters", LENGTHS)
def test_lines_never_close_up_further_than_the_profile_allows(characters):
    assert CLOSEST <= chosen(of_length(characters)).letter_line <= OPEN


@pytest.mark.parametrize("paragraphs", [1, 2, 3])
@pytest.mark.parametrize("characters", LENGTHS)
def test_the_date_shares_a_face_with_text_however_long_the_notice_is(characters, paragraphs):
    measure = of_length(characters, paragraphs)
    assert has_date_beside_text(faces(measure, chosen(measure)))


def test_a_note_alone_goes_to_the_next_face_rather_than_the_date():
    parted = [measure for measure in map(of_length, range(150, 300, 10)) if is_parted_from_its_note(measure)]
    assert parted
    for measure in parted:
        assert roles(faces(measure, chosen(measure))[0])[-1] is Role.DATE
        assert not any(is_on_one_face(faces_at(measure, line)) for line in range(CLOSEST, OPEN, STEP))


def test_a_long_notice_goes_on_without_closing_up():
    measure = of_length(250, paragraphs=8)
    assert chosen(measure) == Choices(OPEN)
    assert len(faces(measure, chosen(measure))) >= 4


def test_recipients_that_leave_room_for_text_stand_above_it():
    assert not chosen(with_recipients(20)).recipients_in_imprint


def test_recipients_that_push_the_text_off_the_first_face_go_to_the_imprint():
    first_moved = next(count for count in range(20, 80) if chosen(with_recipients(count)).recipients_in_imprint)
    for count, moved in ((first_moved - 1, False), (first_moved, True)):
        layout = lay_out(with_recipients(count), PROFILE)
        assert (Role.RECIPIENTS in roles(layout.faces[0])) is not moved
        assert (Role.MOVED_RECIPIENTS in {row.paragraph.role for row in layout.imprint}) is moved
        assert Role.BODY in roles(layout.faces[0])
    pushed = faces(with_recipients(first_moved), Choices(OPEN))
    assert Role.BODY not in roles(pushed[0])


def test_recipients_stay_where_moving_them_would_not_bring_text_to_the_first_face():
    without_text = with_notice(with_recipients(80), body=(), signature=(), date_text=None, note=None)
    assert not chosen(without_text).recipients_in_imprint


@pytest.mark.parametrize("lacking", [0, 1])
def test_lines_close_up_as_far_as_the_profile_allows_and_not_a_twip_further(lacking):
    measure = next(one for one in (of_length(length, note=None) for length in LENGTHS) if chosen(one) != Choices(OPEN))
    line = chosen(measure).letter_line
    assert (OPEN - line) % STEP == 0
    profile = replace(PROFILE, least_line_twip=line + lacking)
    least = choose(measure, profile, NominalAdvances()).letter_line
    assert least > line if lacking else least == line


@pytest.mark.parametrize("characters", LENGTHS)
def test_a_measure_that_is_issued_as_the_document_itself_is_never_closed_up(characters):
    direct = with_notice(replace(OFFICE, preamble="字" * characters, units=(), closing=None), title=None, body=())
    assert chosen(direct) == Choices(OPEN)


def test_a_notice_whose_date_shares_no_face_with_text_even_closed_up_stays_as_it_is():
    organs = tuple(f"示例市第{number}人民政府办公厅" for number in range(1, 40))
    measure = with_notice(OFFICE, signature=organs, body=("字" * 20,), note=None)
    assert not has_date_beside_text(faces_at(measure, CLOSEST))
    assert chosen(measure) == Choices(OPEN)


def test_recipients_in_the_imprint_stay_there_while_the_notice_closes_up():
    moved = [with_notice(with_recipients(60), body=("字" * length,), note=None) for length in range(200, 500, 20)]
    choices = [chosen(measure) for measure in moved]
    assert all(one.recipients_in_imprint for one in choices)
    assert min(one.letter_line for one in choices) < OPEN
