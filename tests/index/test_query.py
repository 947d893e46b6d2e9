import pytest

from chengwen_index.finding.conditions import Condition
from chengwen_index.finding.query import Exact, Word, parse
from chengwen_index.words.analysis import question_words


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


def options(query: str) -> list[list[str]]:
    """What will do at each place of the query; exact words in straight quotes."""
    choices = parse(query).choices
    return [[option.whole if isinstance(option, Word) else f'"{option.folded}"' for option in one] for one in choices]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("专利|商标", [["专利", "商标"]]),
        ("专利 | 商标", [["专利", "商标"]]),
        ("专利｜商标", [["专利", "商标"]]),
        ("专利|商标|版权 保护", [["专利", "商标", "版权"], ["保护"]]),
        ('专利|"地理 标志"', [["专利", '"地理标志"']]),
        ('"专利"|"商标" 保护', [['"专利"', '"商标"'], ["保护"]]),
        ('"专利|商标"', [['"专利|商标"']]),
        ("|专利", [["专利"]]),
        ("专利|", [["专利"]]),
        ("专利||商标", [["专利", "商标"]]),
        ("|", []),
    ],
)
def test_a_bar_stands_between_what_will_do_as_well(query: str, expected: list[list[str]]):
    assert options(query) == expected


def test_behind_an_excluded_word_a_bar_excludes_too():
    query = parse('专利 -商标|"版权" 保护')
    assert query.without == (Word("商标", ("商标",)), Exact("版权"))
    assert options('专利 -商标|"版权" 保护') == [["专利"], ["保护"]]


def test_a_minus_behind_a_bar_excludes():
    query = parse("专利|-商标")
    assert (options("专利|-商标"), [word.whole for word in query.without if isinstance(word, Word)]) == (
        [["专利"]],
        ["商标"],
    )


@pytest.mark.parametrize("query", ["专利 地区:东莞", "地区:东莞 专利", "专利 地区：东莞", '专利 地区:"东莞"'])
def test_a_condition_stands_beside_words_at_any_place(query: str):
    parsed = parse(query)
    assert parsed.conditions == (Condition("region", ("东莞",), excluded=False),)
    assert whole_words(query) == ["专利"]


def test_a_minus_before_a_condition_excludes_what_it_names():
    parsed = parse("-地区:东莞 专利")
    assert parsed.conditions == (Condition("region", ("东莞",), excluded=True),)
    assert (whole_words("-地区:东莞 专利"), parsed.without) == (["专利"], ())


def test_in_quotes_behind_a_condition_spaces_belong_to_it():
    assert parse('单位:"市 财政局" 专利').conditions == (Condition("organ", ("市财政局",), excluded=False),)


@pytest.mark.parametrize("query", ["备注:专利", "a:b", "日期:昨天", "地区:", '"地区:东莞"'])
def test_what_is_no_condition_is_a_word(query: str):
    parsed = parse(query)
    assert parsed.conditions == ()
    assert len(parsed.choices) == 1


def test_several_conditions_all_count():
    assert [one.field for one in parse("地区:东莞 类型:若干措施 -日期:2020").conditions] == [
        "region",
        "doc_type",
        "date",
    ]


@pytest.mark.parametrize("query", ["怎么鼓励银行给专利贷款", "谁负责商标工作", "奖励多少"])
def test_a_question_word_makes_a_question_however_short(query: str):
    assert parse(query).by_any_word


@pytest.mark.parametrize("query", ["鼓励银行 给专利贷款", "专利质押"])
def test_without_one_it_is_none(query: str):
    assert not parse(query).by_any_word


@pytest.mark.parametrize("asking", sorted(question_words()))
def test_every_question_word_of_the_table_is_known_as_one(asking: str):
    query = parse(f"专利 {asking}")
    assert (query.by_any_word, [word.whole for word in query.words]) == (True, ["专利"])
