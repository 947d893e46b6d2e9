"""Faces to draw, worked out without Qt: seals and stamps, joint marks, tables, numbers on turned sheets."""

from dataclasses import replace

import pytest

from chengwen_desktop.printing.sheet import faces_of
from chengwen_library.model import Annex, Sealing
from chengwen_templates.layout.advances import NominalAdvances
from chengwen_templates.layout.layout import lay_out
from chengwen_templates.profile import load_profile
from notices import ONE, THREE, notice_of

PROFILE = load_profile("gbt9704")
MM = 72 / 25.4


def faces(measure):
    return faces_of(lay_out(measure, PROFILE), PROFILE, NominalAdvances(), 0.36)


def sealed(issuers, sealing, **changes):
    measure = notice_of(issuers, parts=1)
    return replace(measure, notice=replace(measure.notice, sealing=sealing, **changes))


def test_each_organ_has_its_seal_within_the_type_area_and_no_two_touch():
    shown = faces(sealed(THREE, Sealing.SEAL))
    ((face, places),) = [(face, face.places) for face in shown if face.places]
    assert [place.name for place in places] == ["印章"] * 3
    assert all(place.width == pytest.approx(42 * MM) and place.round for place in places)
    assert all(place.left >= face.type_area.left - 0.1 for place in places)
    assert all(place.left + place.width <= face.type_area.left + face.type_area.width + 0.1 for place in places)
    for one in places:
        for other in places:
            if one is not other:
                apart = ((one.left - other.left) ** 2 + (one.top - other.top) ** 2) ** 0.5
                assert apart > one.width


def test_the_name_and_the_date_lie_under_the_seal_a_little_below_its_middle():
    face = next(face for face in faces(sealed(ONE, Sealing.SEAL)) if face.places)
    (seal,) = face.places
    name, date = (next(words for words in face.words if words.text == text) for text in (ONE[0], "2026年3月5日"))
    middle = seal.top + seal.height / 2
    assert (name.baseline + date.baseline) / 2 > middle
    assert seal.top < name.baseline < date.baseline < seal.top + seal.height
    for words in (name, date):
        assert words.left + sum(words.advances) / 2 == pytest.approx(seal.left + seal.width / 2, abs=0.5)


def test_a_stamp_stands_4_characters_from_the_right_edge_beside_the_post():
    face = next(face for face in faces(sealed(ONE, Sealing.STAMP, posts=("市长",))) if face.places)
    (stamp,) = face.places
    area, character = face.type_area, PROFILE.character_twip / 20
    assert stamp.name == "签名章"
    assert area.left + area.width - (stamp.left + stamp.width) == pytest.approx(4 * character)
    post = next(words for words in face.words if words.text == "市长")
    assert post.left + sum(post.advances) == pytest.approx(stamp.left - 2 * character, abs=1)


def test_without_a_seal_no_place_is_shown():
    assert not any(face.places for face in faces(notice_of(ONE, parts=1)))


def test_the_names_of_a_joint_mark_are_equally_wide_and_the_word_stands_in_their_middle():
    *names, word = [words for words in faces(notice_of(THREE, parts=1))[0].words if words.lettering.colour != "000000"]
    assert [words.text for words in names] == list(THREE)
    assert word.text == "文件"
    rights = [words.left + sum(words.advances) for words in names]
    assert rights == pytest.approx([rights[0]] * 3, abs=0.1)
    assert word.left >= rights[0]
    assert word.baseline == pytest.approx(names[1].baseline)


def test_the_cells_of_a_table_are_framed():
    table = Annex("表", "", rows=(("序号", "任务"), ("1", "盘点"), ("2", "评价")))
    face = next(face for face in faces(replace(notice_of(ONE, parts=1), annexes=(table,))) if len(face.strokes) > 6)
    across = {round(one.top, 1) for one in face.strokes if one.top == one.bottom and one.colour == "000000"}
    down = {round(one.left, 1) for one in face.strokes if one.left == one.right}
    assert (len(across), len(down)) == (4, 3)


def test_the_number_of_a_turned_sheet_stands_where_it_stands_on_the_others():
    table = Annex("表", "", rows=(("序号", "任务"), ("1", "盘点")), wide=True)
    shown = faces(replace(notice_of(ONE, parts=1), annexes=(table,)))
    wide = next(face for face in shown if face.wide)
    upright = next(face for face in shown if not face.wide and face.number % 2 == wide.number % 2 and face.shown)
    number, other = wide.words[-1], upright.words[-1]
    assert number.turned
    assert (wide.width, wide.height) == pytest.approx((upright.height, upright.width))
    assert wide.width - number.left == pytest.approx(other.baseline)
    assert number.baseline == pytest.approx(other.left, abs=0.1)
