import pytest

from chengwen_index.finding.snippets import LONGEST, SHORTEST, Wanted, marks, snippet
from chengwen_index.storage.records import Field

SENTENCE = "支持企业以专利权质押方式获得贷款，对贷款利息给予补贴，同一企业每年最高补贴五十万元。"


def test_marks_are_the_literal_words_in_the_original_text():
    text = "国办发〔2023〕37 号，支持 PCT 专利"
    found = marks(Field(text), Wanted((), ("37号", "pct")))
    assert [text[start:end] for start, end in found] == ["37 号", "PCT"]


def test_an_exact_mark_goes_over_the_quotes_of_the_text():
    text = "开展“入园惠企”行动"
    found = marks(Field(text), Wanted(('"入园惠企"',), ()))
    assert [text[start:end] for start, end in found] == ["“入园惠企”"]


def test_an_expanded_character_is_marked_once():
    text = "见附件…等"
    assert [text[a:b] for a, b in marks(Field(text), Wanted(("...",), ()))] == ["…"]


def test_marks_that_touch_become_one():
    assert marks(Field("质押融资"), Wanted((), ("质押", "融资"))) == ((0, 4),)


def test_a_short_text_stands_whole():
    assert snippet(SENTENCE, ()).text == SENTENCE


def test_an_empty_text_has_an_empty_snippet():
    assert snippet("", ()).text == ""


def test_a_long_text_is_cut_between_sentences_with_an_ellipsis():
    text = SENTENCE * 3 + "建立海关备案制度。" + SENTENCE * 3
    start = text.index("海关备案")
    shown = snippet(text, ((start, start + 4),))
    assert shown.text.startswith("…建立海关备案制度。")
    assert shown.text.endswith("。…")
    assert SHORTEST <= len(shown.text) - 2 <= LONGEST
    assert [shown.text[a:b] for a, b in shown.marks] == ["海关备案"]


def test_near_the_end_the_snippet_reaches_back():
    text = SENTENCE * 4 + "建立海关备案制度。"
    start = text.index("海关备案")
    shown = snippet(text, ((start, start + 4),)).text
    assert shown.startswith("…支持企业")
    assert shown.endswith("海关备案制度。")
    assert len(shown) >= SHORTEST


def test_the_stretch_with_most_of_the_different_words_is_shown():
    text = "专利。" + SENTENCE.replace("专利", "版权") * 4 + "专利和商标。" + SENTENCE.replace("专利", "版权") * 4
    found = marks(Field(text), Wanted((), ("专利", "商标")))
    assert "专利和商标" in snippet(text, found).text


@pytest.mark.parametrize("place", [0, 50, 119, 121, 200, 395])
def test_a_text_without_any_border_is_cut_around_the_mark(place: int):
    text = "字" * place + "质押融资" + "字" * (400 - place)
    shown = snippet(text, ((place, place + 4),))
    assert [shown.text[a:b] for a, b in shown.marks] == ["质押融资"]
    assert len(shown.text) <= LONGEST + 6


def test_lines_of_the_text_run_on():
    assert snippet("第一款。\n第二款。", ()).text == "第一款。 第二款。"
