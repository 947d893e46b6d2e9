"""Profiles: those that ship, and an office's own."""

from dataclasses import replace

import pytest

from chengwen_templates.profile import DEFAULT_PROFILE, UnknownProfile, load_profile, profile_names

STANDARD = load_profile(DEFAULT_PROFILE)


@pytest.fixture
def own(tmp_path):
    def write(content: str, name: str = "本局"):
        (tmp_path / f"{name}.toml").write_text(content, encoding="utf-8")
        return tmp_path

    return write


def test_the_standard_and_the_other_school_ship():
    assert profile_names() == ("gbt9704", "gbt9704-ink")
    assert load_profile("gbt9704-ink").margin_top_mm == 34.58


def test_an_offices_own_says_only_what_differs(own):
    folder = own('label = "本局版式"\nred_rule_pt = 1.5\nimprint_on_even_face = false\n')
    assert profile_names(folder) == ("gbt9704", "gbt9704-ink", "本局")
    wanted = replace(STANDARD, label="本局版式", red_rule_pt=1.5, imprint_on_even_face=False)
    assert load_profile("本局", folder) == wanted


def test_an_offices_own_never_takes_the_place_of_the_standards(own):
    folder = own('label = "本局版式"\n', DEFAULT_PROFILE)
    assert load_profile(DEFAULT_PROFILE, folder) == STANDARD


def test_a_changed_file_counts_at_once(own):
    assert load_profile("本局", own('label = "先"\n')).label == "先"
    assert load_profile("本局", own('label = "后"\n')).label == "后"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("margin_top_mm = ", "读不出来"),
        ("margin_top = 35", "不认识的项：margin_top"),
        ('margin_top_mm = "三十五"', "值不对"),
        ("margin_top_mm = -3", "值不对"),
        ("margin_top_mm = 1e9", "值不对"),
        ("lines_per_page = 22.5", "值不对"),
        ("imprint_on_even_face = 1", "值不对"),
        ("red = 255", "值不对"),
        ('body_font = ""', "值不对"),
    ],
)
def test_a_faulty_file_is_refused_with_what_is_wrong(own, content, said):
    with pytest.raises(UnknownProfile, match=said):
        load_profile("本局", own(content))


def test_an_unknown_name_is_told_with_those_that_are_known():
    with pytest.raises(UnknownProfile, match="现有版式：gbt9704、gbt9704-ink"):
        load_profile("没有")
