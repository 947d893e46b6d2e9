"""Where a clause is from: colours given out in order, characters, and the sentence that says it."""

from dataclasses import replace

from chengwen_desktop.origins import Origins, character, is_verbatim, told
from chengwen_desktop.theme.current import tokens
from chengwen_library.model import Form, Unit
from chengwen_templates.structure import find_by_wid
from drafts import SOURCE, small_draft


def test_each_region_keeps_the_colour_it_was_given_first():
    origins = Origins()
    given = [origins.colour(region) for region in ("甲市", "乙市", "甲市", "丙市")]
    assert given == [tokens().origins[n] for n in (0, 1, 0, 2)]


def test_the_regions_of_a_draft_come_first():
    origins = Origins()
    origins.meet(small_draft())
    assert origins.colour("武汉市") == tokens().origins[1]
    assert origins.colour("鄂州市") == tokens().origins[0]


def test_from_the_sixth_region_on_the_colour_is_that_of_secondary_words():
    origins = Origins()
    assert [origins.colour(f"{n}市") for n in range(7)][5:] == [tokens().text2] * 2


def test_own_words_have_a_colour_and_a_character_of_their_own():
    assert (Origins().colour(None), character(None)) == (tokens().own, "撰")


def test_characters_are_those_of_the_table_or_the_first_of_the_name():
    assert [character(region) for region in ("东莞市", "广西壮族自治区", "南宁市")] == ["莞", "桂", "南"]


def test_a_changed_clause_is_adapted_and_an_unchanged_one_verbatim():
    unit = find_by_wid(small_draft(), "a")
    assert is_verbatim(unit)
    assert told(unit).startswith("照录 鄂州（八），")
    changed = replace(unit, text="建立新机制。")
    assert told(changed) == "改写自 鄂州（八），鄂州市监〔2024〕35号，2026年1月12日取用"


def test_own_words_and_sources_without_number_are_told_too():
    assert told(Unit("x", Form.SECOND)) == "自己撰写，没有取自先例"
    unit = Unit("x", Form.SECOND, provenance=(replace(SOURCE, doc_number=None, region=None),))
    assert told(unit) == "改写自 （八），若干措施，2026年1月12日取用"
