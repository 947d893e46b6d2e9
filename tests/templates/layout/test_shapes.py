"""How each kind of paragraph is set: fonts, sizes, indents, white space and what begins a face (7.2 to 7.4, 10.3)."""

from dataclasses import replace

import pytest

from chengwen_library.styles import Role
from chengwen_templates.layout.heights import (
    imprint_line_twip,
    imprint_width_twip,
    number_to_rule_pt,
    page_number_line_twip,
)
from chengwen_templates.layout.shapes import Align, Lettering, Tab, Underline, lead_lettering, shapes
from chengwen_templates.profile import load_profile

PROFILE = load_profile("gbt9704")
SHAPES = shapes(PROFILE)
CHARACTER, LINE, WIDTH = PROFILE.character_twip, PROFILE.line_twip, PROFILE.type_width_twip
SONG, FANG, HEI, KAI = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312"


def test_every_role_has_a_shape():
    assert set(SHAPES) == set(Role)


@pytest.mark.parametrize(
    ("role", "font", "size_pt"),
    [
        (Role.COPY_NUMBER, FANG, 16),
        (Role.SECRECY, HEI, 16),
        (Role.URGENCY, HEI, 16),
        (Role.NUMBER, FANG, 16),
        (Role.SIGNER, FANG, 16),
        (Role.TITLE, SONG, 22),
        (Role.MEASURE_TITLE, SONG, 22),
        (Role.ANNEX_TITLE, SONG, 22),
        (Role.ANNEX_MARK, HEI, 16),
        (Role.RECIPIENTS, FANG, 16),
        (Role.BODY, FANG, 16),
        (Role.CHAPTER, HEI, 16),
        (Role.ARTICLE, HEI, 16),
        (Role.FIRST, HEI, 16),
        (Role.SECOND, KAI, 16),
        (Role.THIRD, FANG, 16),
        (Role.FOURTH, FANG, 16),
        (Role.SIGNATURE, FANG, 16),
        (Role.DATE, FANG, 16),
        (Role.NOTE, FANG, 16),
        (Role.COPIES, FANG, 14),
        (Role.IMPRINT, FANG, 14),
        (Role.CELL, FANG, 12),
    ],
)
def test_fonts_and_sizes_are_those_of_the_standard(role, font, size_pt):
    lettering = SHAPES[role].lettering
    assert (lettering.font, lettering.size_pt, lettering.colour) == (font, size_pt, "000000")


def test_text_is_set_closer_so_that_a_line_holds_28_characters():
    body = SHAPES[Role.BODY].lettering
    assert 28 * (body.em_twip + body.spacing_twip) <= WIDTH < 28 * body.em_twip
    assert SHAPES[Role.TITLE].lettering.spacing_twip == 0


def test_the_mark_is_red_and_its_line_cuts_no_ink():
    mark = SHAPES[Role.MARK]
    assert (mark.lettering.colour, mark.align) == ("FF0000", Align.CENTRE)
    assert mark.line == pytest.approx(1.15 * mark.lettering.em_twip, abs=1)


@pytest.mark.parametrize(
    ("roles", "first", "align"),
    [
        ((Role.BODY, Role.ARTICLE, Role.FIRST, Role.SECOND, Role.THIRD, Role.FOURTH, Role.NOTE), 2, Align.BOTH),
        ((Role.ANNEX_LIST, Role.ATTENDANCE), 2, Align.LEFT),
        ((Role.RECIPIENTS,), 0, Align.BOTH),
        ((Role.PART, Role.CHAPTER, Role.SECTION, Role.TITLE, Role.MEASURE_TITLE, Role.NUMBER), 0, Align.CENTRE),
        ((Role.COPY_NUMBER, Role.SECRECY, Role.URGENCY, Role.SIGNER, Role.ANNEX_MARK), 0, Align.LEFT),
    ],
)
def test_text_is_indented_two_characters_and_headings_without_text_stand_in_the_middle(roles, first, align):
    found = {(SHAPES[role].first, SHAPES[role].left, SHAPES[role].right, SHAPES[role].align) for role in roles}
    assert found == {(first * CHARACTER, 0, 0, align)}


def test_blank_lines_stand_above_number_and_titles_and_below_titles():
    white = {role: (shape.before / LINE, shape.after / LINE) for role, shape in SHAPES.items() if shape.before}
    assert white == {
        Role.NUMBER: (2, 0),
        Role.TITLE: (2, 1),
        Role.MEASURE_TITLE: (2, 1),
        Role.ANNEX_TITLE: (1, 1),
    }


def test_the_measure_and_its_annexes_begin_a_face():
    assert {role for role, shape in SHAPES.items() if shape.new_face} == {Role.MEASURE_TITLE, Role.ANNEX_MARK}


def test_titles_recipients_and_organs_stand_on_the_face_of_what_follows_them():
    assert {role for role, shape in SHAPES.items() if shape.keep_next} == {
        Role.TITLE,
        Role.MEASURE_TITLE,
        Role.ANNEX_TITLE,
        Role.ANNEX_MARK,
        Role.RECIPIENTS,
        Role.SIGNATURE,
        Role.POST,
    }


@pytest.mark.parametrize("role", [Role.FIRST, Role.SECOND, Role.THIRD, Role.ARTICLE])
def test_a_heading_that_runs_into_its_text_has_the_letters_of_its_level(role):
    assert lead_lettering(role, PROFILE) == SHAPES[role].lettering


def test_the_imprint_leaves_a_character_at_either_side_and_names_stand_behind_their_label():
    assert imprint_width_twip(PROFILE) == WIDTH - 2 * 14 * 20
    for role in (Role.COPIES, Role.MOVED_RECIPIENTS):
        assert (SHAPES[role].left, SHAPES[role].first) == (3 * 280, -3 * 280)
    assert SHAPES[Role.IMPRINT].tabs == (Tab(imprint_width_twip(PROFILE), Align.RIGHT),)
    for role in (Role.COPIES, Role.MOVED_RECIPIENTS, Role.IMPRINT):
        assert (SHAPES[role].line, SHAPES[role].after) == imprint_line_twip(PROFILE)


def test_lines_of_imprint_page_number_and_cells_are_higher_than_their_letters():
    assert imprint_line_twip(PROFILE) == (1.6 * 280, 0.2 * 280)
    assert page_number_line_twip(PROFILE) == 1.4 * 280
    assert SHAPES[Role.CELL].line == 1.5 * 240


@pytest.mark.parametrize("gap_mm", [3.0, 4.0, 5.0])
def test_the_red_rule_stands_its_gap_below_the_ink_of_the_number(gap_mm):
    """The ink ends 0.13 em below the baseline, which lies at four fifths of the line."""
    profile = replace(PROFILE, red_rule_gap_mm=gap_mm)
    below_ink_pt = LINE / 20 / 5 - 0.13 * 16
    assert number_to_rule_pt(profile) + below_ink_pt == pytest.approx(gap_mm * 72 / 25.4, abs=0.5)
    assert shapes(profile)[Role.NUMBER].underline == Underline(number_to_rule_pt(profile), 1.25, "FF0000")


def test_a_rule_is_never_nearer_or_farther_than_word_can_show():
    assert number_to_rule_pt(replace(PROFILE, red_rule_gap_mm=0.0)) == 0
    assert number_to_rule_pt(replace(PROFILE, red_rule_gap_mm=15.0)) == 31


def test_a_rule_takes_its_gap_and_its_thickness():
    assert Underline(gap_pt=8, thickness_pt=1.25, colour="FF0000").height_twip == 185
    assert Lettering("黑体", 10.5).em_twip == 210
