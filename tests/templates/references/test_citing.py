"""The words written for a unit bind to just this unit, wherever they are put; where none do, that is said."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chengwen_library.model import Form, Measure, Unit
from chengwen_templates.checks.passages import RUNNING, Part, Place, with_text
from chengwen_templates.draft import renumbered
from chengwen_templates.references.bind import bind, texts
from chengwen_templates.references.citing import own_name, reference_words
from chengwen_templates.references.outline import Target
from material import shipped_measures

ENDS = re.compile(r"[，。；]|$")
CLOSED = re.compile(r"《[^》]*》|“[^”]*”|（[^）]*）")


@pytest.fixture(scope="module")
def measures(tmp_path_factory):
    return shipped_measures(tmp_path_factory.mktemp("shipped"))


def rules() -> Measure:
    """Return a measure of 条 with 款 and 项."""
    items = tuple(Unit(f"i{n}", Form.SECOND, text=f"情形{n}；") for n in range(1, 4))
    paragraphs = (Unit("p", Form.PARAGRAPH, text="一般规定。"), Unit("q", Form.PARAGRAPH, text="特别规定。"))
    articles = (
        Unit("a", Form.ARTICLE, text="为了管理，制定本办法。"),
        Unit("b", Form.ARTICLE, children=paragraphs),
        Unit("c", Form.ARTICLE, intro="有下列情形之一：", children=items),
        Unit("d", Form.ARTICLE, text="附则。"),
    )
    return renumbered(Measure(title="示例市资金管理办法", units=articles))


def put(measure: Measure, place: Place, at: int, words: str) -> Measure:
    text = next(text for one, text in texts(measure) if one == place)
    return with_text(measure, place, text[:at] + words + text[at:])


@pytest.mark.parametrize(
    ("here", "there", "words"),
    [
        ("q", "p", "前款"),
        ("p", "q", "本条第二款"),
        ("d", "p", "本办法第二条第一款"),
        ("d", "c", "前条"),
        ("a", "d", "本办法第四条"),
        ("i1", "i3", "本条第（三）项"),
        ("d", "i3", "本办法第三条第（三）项"),
    ],
)
def test_a_unit_is_called_as_rules_are_written(here, there, words):
    assert reference_words(rules(), Place(Part.TEXT, here), 0, there) == words


def test_numbers_that_run_through_a_measure_need_nothing_above_them(measures):
    through = next(one for one in measures if one.region == "广西壮族自治区")
    wid = next(unit.wid for unit in through.walk() if unit.num == "（八）")
    assert reference_words(through, Place(Part.PREAMBLE), 0, wid) == "本措施第（八）项"


def test_a_measure_is_called_as_it_calls_itself_else_by_its_type_else_this_file():
    assert own_name(rules()) == "本办法"
    assert own_name(replace(rules(), title="示例市知识产权保护")) == "本文件"
    named = with_text(rules(), Place(Part.TEXT, "d"), "按照本实施细则第三条执行。")
    assert own_name(named) == "本实施细则"


def test_where_the_words_would_not_be_read_or_would_change_others_there_are_none():
    text = "按《某市办法》和本办法第三条执行。"
    draft = with_text(rules(), Place(Part.TEXT, "d"), text)
    inside = [text.index(words) + 1 for words in ("某市", "第三条")]
    assert [reference_words(draft, Place(Part.TEXT, "d"), at, "a") for at in inside] == [None, None]
    assert reference_words(draft, Place(Part.TEXT, "d"), 0, "gone") is None


def test_a_unit_without_a_number_of_its_own_has_no_words():
    draft = replace(rules(), units=(Unit("x", Form.PARAGRAPH, text="总述。"), *rules().units))
    assert reference_words(draft, Place(Part.TEXT, "d"), 0, "x") is None


@settings(max_examples=4, deadline=None)
@given(chance=st.randoms(use_true_random=False))
def test_for_every_unit_of_the_measures_the_words_mean_it_wherever_they_are_put(measures, chance):
    for measure in (*measures, rules()):
        running = [(place, text) for place, text in texts(measure) if place.part in RUNNING]
        for unit in measure.walk():
            place, text = chance.choice(running)
            at = chance.randint(0, len(text))
            words = reference_words(measure, place, at, unit.wid)
            if words is not None:
                assert means(put(measure, place, at, words), place, at) == (words, (Target(unit.wid),))


@settings(max_examples=4, deadline=None)
@given(chance=st.randoms(use_true_random=False))
def test_every_numbered_unit_has_words_between_the_clauses_of_a_sentence(measures, chance):
    for measure in measures:
        running = [(place, text) for place, text in texts(measure) if place.part in RUNNING and place.wid]
        for unit in measure.walk():
            if unit.form is not Form.PARAGRAPH:
                place, text = chance.choice(running)
                closed = [match.span() for match in CLOSED.finditer(text)]
                ends = [one.end() for one in ENDS.finditer(text)]
                free = [end for end in ends if not any(a < end < b for a, b in closed)]
                assert reference_words(measure, place, chance.choice(free), unit.wid), (unit.num, text)


def means(measure: Measure, place: Place, at: int) -> tuple[str, tuple[Target, ...]]:
    """Return the reference that begins at a place, and what it means."""
    found = next(one for one in bind(measure) if one.place == place and one.reference.span[0] == at)
    return found.words, found.resolution.targets
