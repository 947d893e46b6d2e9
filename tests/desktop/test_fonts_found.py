"""Which fonts are drawn where the machine lacks those of the profile."""

from dataclasses import replace

import pytest

from chengwen_desktop.draft.typography import heading_font, text_font, title_font
from chengwen_desktop.fonts.found import FoundFont, choose, fonts_of, found_font, lacking_words
from chengwen_desktop.fonts.raw import QtAdvances, glyph
from chengwen_library.model import Form
from chengwen_templates.layout.shapes import Lettering
from chengwen_templates.profile import load_profile

PROFILE = load_profile("gbt9704")


@pytest.mark.parametrize(
    ("name", "installed", "family", "weight"),
    [
        ("仿宋_GB2312", {"FangSong_GB2312", "仿宋"}, "FangSong_GB2312", 400),
        ("仿宋_GB2312", {"Noto Serif CJK SC", "仿宋"}, "仿宋", 400),
        ("仿宋_GB2312", {"Noto Serif CJK SC", "Noto Sans CJK SC"}, "Noto Serif CJK SC", 400),
        ("方正小标宋简体", {"Noto Serif CJK SC", "宋体"}, "Noto Serif CJK SC", 700),
        ("方正小标宋简体", {"方正小标宋_GBK", "宋体"}, "方正小标宋_GBK", 400),
        ("楷体_GB2312", {"KaiTi", "SimSun"}, "KaiTi", 400),
        ("楷体_GB2312", {"SimSun"}, "SimSun", 700),
        ("黑体", {"Noto Sans CJK SC", "Noto Serif CJK SC"}, "Noto Sans CJK SC", 400),
        ("某机关专用字体", {"Noto Serif CJK SC"}, "Noto Serif CJK SC", 400),
        ("仿宋_GB2312", {"DejaVu Sans"}, None, 400),
    ],
)
def test_the_first_of_the_table_that_is_there_is_drawn(name, installed, family, weight):
    found = choose(name, frozenset(installed))
    assert (found.family, found.weight) == (family, weight)


def test_a_font_under_another_name_of_its_own_does_not_stand_in():
    assert not choose("仿宋_GB2312", frozenset({"FangSong_GB2312"})).stands_in
    assert choose("仿宋_GB2312", frozenset({"仿宋"})).stands_in


def test_what_is_missing_is_said_once_for_each_family():
    fonts = [
        FoundFont("仿宋_GB2312", "Noto Serif CJK SC", 400, stands_in=True),
        FoundFont("方正小标宋简体", "Noto Serif CJK SC", 700, stands_in=True),
        FoundFont("宋体", "Noto Serif CJK SC", 400, stands_in=True),
        FoundFont("黑体", None, 400, stands_in=True),
    ]
    assert lacking_words(fonts) == (
        "本机没有仿宋_GB2312、宋体，以 Noto Serif CJK SC 代替；"
        "没有方正小标宋简体，以 Noto Serif CJK SC（粗体） 代替；没有黑体，以 系统字体 代替。"
    )
    assert lacking_words([]) == ""


def test_an_office_with_fonts_of_its_own_is_asked_for_them():
    assert "某机关专用字体" in fonts_of(replace(PROFILE, title_font="某机关专用字体"))


def test_editor_and_print_draw_with_the_same_fonts(qapp):
    for font, name in (
        (text_font(1.0), PROFILE.body_font),
        (heading_font(Form.FIRST, 1.0), PROFILE.first_heading_font),
        (heading_font(Form.SECOND, 1.0), PROFILE.second_heading_font),
        (title_font(1.0), PROFILE.title_font),
    ):
        found = found_font(name)
        assert (font.family(), int(font.weight())) == (found.family, found.weight)


def test_widths_are_those_of_the_font_that_is_drawn(qapp):
    lettering, widths = Lettering(PROFILE.body_font, 16.0), QtAdvances()
    assert widths.em("中", lettering) == pytest.approx(1.0, abs=0.005)
    assert 0.4 < widths.em("1", lettering) < 0.7
    assert widths.em("W", lettering) > widths.em("i", lettering)


def test_a_character_that_no_font_has_has_no_glyph(qapp):
    assert glyph(PROFILE.body_font, "中")
    assert not glyph(PROFILE.body_font, "\U000f1234")
