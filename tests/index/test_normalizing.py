import unicodedata

import pytest

from chengwen_index.words.normalizing import lower, normal
from chengwen_index.words.tables import lines
from chengwen_library.folding import fold

PAIRS = [line for line in lines("traditional.txt") if len(line) > 1]


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("專利質押融資", "专利质押融资"),
        ("知識產權保護", "知识产权保护"),
        ("商標", "商标"),
        ("廣東省東莞市", "广东省东莞市"),
    ],
)
def test_traditional_characters_become_simplified(traditional: str, simplified: str):
    assert normal(traditional) == simplified
    assert normal(simplified) == simplified


@pytest.mark.parametrize(
    ("wide", "plain"),
    [
        ("ＰＣＴ专利", "pct专利"),
        ("１０％", "10%"),
        ("（国际）", "(国际)"),
        ("专　利", "专利"),
        ("“入园”", '"入园"'),
        ("RCEP", "rcep"),
    ],
)
def test_width_capitals_white_space_and_quotes_do_not_matter(wide: str, plain: str):
    assert normal(wide) == plain


@pytest.mark.parametrize("text", ["专利", "第十五日", "一站式", "15日"])
def test_numbers_and_simplified_text_stay(text: str):
    assert normal(text) == text


def test_the_table_says_each_traditional_character_once():
    traditional = [old for line in PAIRS for old in line[1:]]
    assert len(traditional) == len(set(traditional)) > 2_000
    assert all(unicodedata.category(character) == "Lo" for line in PAIRS for character in line)


def test_no_character_is_led_on_to_another():
    traditional = {old for line in PAIRS for old in line[1:]}
    assert not traditional & {line[0] for line in PAIRS}


@pytest.mark.parametrize("text", ["ＰＣＴ專利①㎡½ﬁ", "İSTANBUL ẞ Σς", "\ud800\U0010ffff𠮷", "…—“”『』", ""])
def test_the_normal_form_has_as_many_characters_as_the_folded_text(text: str):
    assert len(normal(text)) == len(lower(fold(text))) == len(fold(text))


@pytest.mark.parametrize("text", ["ＰＣＴ專利①㎡½ﬁ", "İ ẞ Σς", "知識產權“保護”", "…—"])
def test_the_normal_form_is_that_of_the_folded_text_and_stays_as_it_is(text: str):
    assert normal(text) == lower(fold(text))
    assert normal(normal(text)) == normal(text)
