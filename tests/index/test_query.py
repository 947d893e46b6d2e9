import pytest

from chengwen_index.query import Exact, Word, parse


def whole_words(query: str) -> list[str]:
    return [word.whole for word in parse(query).words]


def test_words_are_split_at_spaces_of_any_width():
    assert whole_words("质押　融资 ＰＣＴ") == ["质押", "融资", "pct"]


@pytest.mark.parametrize(
    ("query", "exact"),
    [
        ('"质押融资"', ("质押融资",)),
        ("＂质押融资＂", ("质押融资",)),
        ('"质押" "贴息"', ("质押", "贴息")),
        ('"“入园惠企”行动"', ('"入园惠企"行动',)),
        ('""入园惠企"行动"', ('"入园惠企"行动',)),
        ('"开展"入园惠企""', ('开展"入园惠企"',)),
        ('"""', ('"',)),
        ('"质押融', ("质押融",)),
        ('质押"贷款"贴息', ("贷款",)),
        ('"国办发〔2023〕37 号"', ("国办发〔2023〕37号",)),
        ('"PCT"', ("PCT",)),
        ('""', ()),
        ('" "', ()),
        ('"', ()),
    ],
)
def test_the_outermost_straight_quotes_enclose_exact_words(query: str, exact: tuple[str, ...]):
    assert parse(query).exact == exact


def test_curly_quotes_are_no_syntax():
    assert parse("“入园惠企”").exact == ()
    assert whole_words("“入园惠企”") == ['"入园惠企"']


def test_words_stand_beside_exact_words():
    query = parse('质押"贷款" 贴息')
    assert (query.exact, [word.whole for word in query.words]) == (("贷款",), ["质押", "贴息"])


def test_a_minus_before_a_word_or_exact_words_excludes_them():
    query = parse('专利 -商标 -"地理 标志"')
    assert whole_words('专利 -商标 -"地理 标志"') == ["专利"]
    assert query.without == (Word("商标", ("商标",)), Exact("地理标志"))


def test_a_minus_inside_a_word_is_literal():
    assert parse("2023-2025").without == ()


@pytest.mark.parametrize("query", ["", "  ", "-", '""', '-""', "- -"])
def test_signs_alone_ask_for_nothing(query: str):
    assert (whole_words(query), parse(query).exact) == ([], ())


@pytest.mark.parametrize("query", ["企业如何申请补贴", "质押 有哪些", "知识产权质押融资贴息"])
def test_questions_and_long_queries_go_by_any_word(query: str):
    assert parse(query).by_any_word


@pytest.mark.parametrize("query", ["知识产权质押融资", "知识产权 质押融资 风险补偿", '"知识产权质押融资风险补偿"'])
def test_other_queries_go_by_all_words(query: str):
    assert not parse(query).by_any_word


def test_the_words_of_the_question_itself_are_not_looked_for():
    assert [word.words for word in parse("专利 如何").words] == [("专利",)]


def test_a_question_word_alone_is_looked_for():
    assert whole_words("如何") == ["如何"]
