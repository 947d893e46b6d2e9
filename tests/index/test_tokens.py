"""What stays whole in clause text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chengwen_index.comparing.token_patterns import TokenKind
from chengwen_index.comparing.tokens import tokens
from chengwen_library.clauses import clauses
from chengwen_library.folding import fold
from clause_labels import five


def of_kind(text: str, kind: TokenKind) -> list[str]:
    return [token.text.strip() for token in tokens(text) if token.kind is kind]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("给予100万元奖励，单户最高不超过五十万元", TokenKind.AMOUNT, ["100万元", "最高不超过五十万元"]),
        ("给予50—200万元、１，０００元", TokenKind.AMOUNT, ["50—200万元", "１，０００元"]),
        ("按利息的最高50%贴息，增长3个百分点，百分之三十", TokenKind.PERCENTAGE, ["最高50%", "3个百分点", "百分之三十"]),
        ("培育专利产品800件以上、企业二十家", TokenKind.QUANTITY, ["800件", "二十家"]),
        ("3年内，15个工作日内，不低于10年", TokenKind.PERIOD, ["3年", "15个工作日", "不低于10年"]),
        ("每半年一次，自印发之日起施行", TokenKind.PERIOD, ["每半年", "自印发之日起"]),
        ("自2024年1月1日起，到2027年底，2023—2025年", TokenKind.DATE, ["2024年1月1日", "2027年底", "2023—2025年"]),
        ("“十四五”期间", TokenKind.DATE, ["“十四五”期间"]),
        ("贯彻落实国办发〔2023〕37号和粤府办[2024]8号", TokenKind.DOC_NUMBER, ["国办发〔2023〕37号", "粤府办[2024]8号"]),
        ("贯彻《企业知识产权合规管理体系要求（GB/T29490—2023）》", TokenKind.TITLE, ["《企业知识产权合规管理体系要求（GB/T29490—2023）》"]),
        ("按照本措施第（三）项、前款和第五条第二款执行", TokenKind.REFERENCE, ["本措施第（三）项", "前款", "第五条第二款"]),
        ("（一）至（三）项", TokenKind.REFERENCE, ["（一）至（三）项"]),
        ("由东莞市财政局会同市市场监督管理局（市知识产权局）负责", TokenKind.ORGAN, ["东莞市财政局", "市市场监督管理局（市知识产权局）"]),
        ("（责任单位：市科技局，武汉经开区管委会）", TokenKind.ORGAN, ["市科技局", "武汉经开区管委会"]),
        ("支持高新技术企业和中小微企业", TokenKind.SCOPE, ["高新技术", "企业", "中小微", "企业"]),
        ("鼓励企业，应当公开，不得挂钩，原则上可以公开", TokenKind.MODAL, ["鼓励", "应当", "不得", "原则上", "可以"]),
        ("（三）推进融资。\n第三条　申报", TokenKind.MARK, ["（三）", "第三条"]),
    ],
)  # fmt: skip
def test_what_a_reader_sees_as_one_thing_is_one_token(text: str, kind: TokenKind, expected: list[str]) -> None:
    assert of_kind(text, kind) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("国办发〔2023〕37号", "国办发〔2023〕37号"),
        ("（国办发〔2023〕37号）", "国办发〔2023〕37号"),
        ("按国办发〔2023〕第7号执行", "国办发〔2023〕第7号"),
        ("按照并落实国办发【2023】7号", "国办发【2023】7号"),
        ("关于贯彻国市监知发〔2023〕12号", "国市监知发〔2023〕12号"),
        ("我示例市人民政府京见〔2023〕12号", "示例市人民政府京见〔2023〕12号"),
    ],
)
def test_a_document_number_begins_with_the_sign_of_its_organ(text: str, expected: str) -> None:
    assert of_kind(text, TokenKind.DOC_NUMBER) == [expected]


def test_a_year_and_a_number_without_a_sign_are_no_document_number() -> None:
    assert of_kind("（〔2023〕37号）", TokenKind.DOC_NUMBER) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("东莞市财政局", "东莞市财政局"),
        ("广西壮族自治区财政厅", "广西壮族自治区财政厅"),
        ("宁夏回族自治区人民政府", "宁夏回族自治区人民政府"),
        ("由自治区财政厅负责", "自治区财政厅"),
        ("湖北财政厅", "湖北财政厅"),
        ("由湖南省财政厅", "湖南省财政厅"),
        ("由广西财政厅", "广西财政厅"),
        ("内蒙古自治区财政厅", "内蒙古自治区财政厅"),
        ("由财政厅", "财政厅"),
        ("经财政局", "财政局"),
        ("厅财政厅", "财政厅"),
    ],
)
def test_the_name_of_an_organ_begins_with_that_of_its_place(text: str, expected: str) -> None:
    assert of_kind(text, TokenKind.ORGAN) == [expected]


def test_the_organs_of_a_note_are_tokens_each_where_it_stands() -> None:
    text = "（责任单位：市科技局、高新区综合处、市科技局）"
    organs = [token for token in tokens(text) if token.kind is TokenKind.ORGAN]
    assert [(token.text, token.span[0]) for token in organs] == [
        ("市科技局", 6),
        ("高新区综合处", 11),
        ("市科技局", 18),
    ]


def test_words_that_bound_a_clause_are_its_scope_wherever_they_stand() -> None:
    assert of_kind("在全市范围内，仅限首次", TokenKind.SCOPE) == ["全市", "范围", "仅限", "首次"]


@pytest.mark.parametrize("text", ["鼓励", "应当，", "可以（", "人才支持企业", "探索期内"])
def test_a_modal_verb_needs_what_it_is_about(text: str) -> None:
    assert of_kind(text, TokenKind.MODAL) == []


def test_marks_stand_at_the_head_of_a_line_behind_white_space_or_not() -> None:
    text = "　　（三）推进融资。\n\n  4.加强宣传（五）。"
    assert of_kind(text, TokenKind.MARK) == ["（三）", "4."]


@pytest.mark.parametrize(
    "text", ["加大支持力度", "给予支持", "专利许可备案", "广泛应用", "引导资金", "项目支持期", "可持续发展"]
)
def test_modal_verbs_are_such_only_where_they_are_used_as_verbs(text: str) -> None:
    assert of_kind(text, TokenKind.MODAL) == []


@pytest.mark.parametrize("text", ["同一项目", "一次性奖励", "一批企业", "三分之一"])
def test_numerals_in_words_are_no_quantities(text: str) -> None:
    assert of_kind(text, TokenKind.QUANTITY) == []


@pytest.mark.parametrize("text", ["由知识产权会同科技部门支持", "发挥政府引导作用", "形成政府、企业共建的格局"])
def test_what_only_begins_like_an_organ_is_none(text: str) -> None:
    assert of_kind(text, TokenKind.ORGAN) == []


def test_the_label_of_a_note_is_nobody_to_whom_a_clause_applies() -> None:
    assert of_kind("（责任单位：市科技局）", TokenKind.SCOPE) == []


@given(
    st.text(
        alphabet='市科技局财政应当可以鼓励企业中小第（）一三十条款项，。《》〔〕〈〉2023号0１5万元%年个月工作日“”" \n\u3000①㎡ABc-—𠀀\ufa0c',
        max_size=60,
    )
)
def test_joined_the_tokens_are_the_text(text: str) -> None:
    found = tokens(text)
    assert "".join(token.text for token in found) == text
    assert [token.span for token in found] == [
        (sum(len(t.text) for t in found[:n]), sum(len(t.text) for t in found[: n + 1])) for n in range(len(found))
    ]
    assert "".join(token.folded for token in found) == fold(text)


def test_joined_the_tokens_of_every_clause_are_its_text() -> None:
    for measure in five().values():
        for clause in clauses(measure):
            assert "".join(token.text for token in tokens(clause.text)) == clause.text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("单户最高100万元（含）。", "单户 最高１００万元(含)."),
        ("开展“入园惠企”活动，知识产权质押", '开展"入园惠企"活动,知识 产权\n质押'),
        ("按国办发〔2023〕37号执行", "按国办发〔２０２３〕37号 执行"),
    ],
)
def test_texts_that_fold_alike_have_tokens_that_fold_alike(one: str, other: str) -> None:
    assert [token.folded for token in tokens(one)] == [token.folded for token in tokens(other)]


def test_long_terms_of_the_field_are_cut_into_their_words() -> None:
    assert [token.text for token in tokens("赋予所有权或长期使用权")] == ["赋予", "所有权", "或", "长期", "使用权"]


@pytest.mark.parametrize("word", ["知识产权", "市场主体", "PCT", "INNOGRAPHY", "Patentics"])
def test_words_of_four_characters_and_western_words_of_any_length_are_whole(word: str) -> None:
    assert [token.text for token in tokens(f"采用{word}系统")] == ["采用", word, "系统"]


def test_white_space_belongs_to_the_token_before_it() -> None:
    assert [token.text for token in tokens("推进 融资\n扩大")] == ["推进 ", "融资\n", "扩大"]
    assert [token.text for token in tokens("  ")] == ["  "]
    assert tokens("") == ()
