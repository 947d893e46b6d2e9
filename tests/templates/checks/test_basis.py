"""依据: 文号, rank and force of the documents that a measure cites."""

from dataclasses import replace

import pytest

from checked import found, measure_of, words
from chengwen_library.facts.citations import named_documents
from chengwen_library.model import Status, Validity
from chengwen_templates.checks.families.basis import Rank, rank

PLAN = "《国务院办公厅关于印发〈专利转化运用专项行动方案（2023—2025年）〉的通知》（国办发〔2023〕37号）"
PROVINCE = "《湖北省人民政府办公厅关于印发实施方案的通知》（鄂政办发〔2024〕8号）"
LAW = "《中华人民共和国专利法》"
CLAUSE = "培育专利。开展培育。"


def opened(preamble, **changes):
    return measure_of(CLAUSE, preamble=preamble, **changes)


# basis.number


@pytest.mark.parametrize(
    "other",
    ["《湖北省人民政府关于加快转化的意见》", "《武汉市转化运用实施方案》", "《市政府关于支持企业若干政策措施》"],
)
def test_a_document_without_its_number_beside_one_with_it_is_found(other):
    assert words("basis.number", opened(f"根据{PLAN}、{other}，制定本措施。")) == [other]


@pytest.mark.parametrize(
    "basis",
    [
        f"根据{LAW}和{PLAN}",
        f"根据{PLAN}和《湖北省知识产权促进条例》",
        f"按照{PLAN}、《知识产权强国建设纲要（2021—2035年）》",
        "根据《湖北省人民政府关于加快转化的意见》和《武汉市转化运用实施方案》",
        f"根据{PLAN}和{PROVINCE}",
    ],
    ids=["a law", "a regulation", "an outline that has none", "none has a number", "all have one"],
)
def test_what_has_no_number_needs_none_and_a_text_without_any_is_left_alone(basis):
    assert words("basis.number", opened(f"{basis}，制定本措施。")) == []


NOTICE = "《黄石市人民政府关于印发转化运用实施方案的通知》"


def test_a_notice_named_in_full_always_has_a_number():
    assert words("basis.number", opened(f"根据{NOTICE}和{LAW}，制定本措施。")) == [NOTICE]
    assert words("basis.number", opened("根据《关于印发转化运用实施方案的通知》，制定本措施。")) == []


def test_a_document_named_again_needs_no_number():
    again = PLAN.partition("（国办发")[0]
    assert words("basis.number", opened(f"根据{PLAN}，制定本措施。落实{again}的要求。")) == []


# basis.order


@pytest.mark.parametrize(
    ("basis", "meant"),
    [
        (f"根据{PLAN}、{LAW}", LAW),
        (f"根据{PROVINCE}和{PLAN}", PLAN),
        (f"依据《湖北省知识产权促进条例》、{LAW}等规定", LAW),
        ("根据《武汉市转化运用实施方案》《湖北省转化运用实施方案》", "《湖北省转化运用实施方案》"),
    ],
)
def test_a_document_behind_one_of_lower_rank_is_found(basis, meant):
    assert words("basis.order", opened(f"{basis}，制定本措施。")) == [meant]


@pytest.mark.parametrize(
    "basis",
    [
        f"根据{LAW}、{PLAN}、{PROVINCE}",
        f"为贯彻落实{PLAN}，根据{LAW}",
        "根据《中华人民共和国商标法》《中华人民共和国专利法》",
        f"根据《某某管理办法》、{LAW}",
    ],
    ids=["in order", "two lists", "the same rank", "a rank that is not known"],
)
def test_documents_in_order_or_of_unknown_rank_are_left_alone(basis):
    assert words("basis.order", opened(f"{basis}，制定本措施。")) == []


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (LAW, Rank.LAW),
        ("《优化营商环境条例》", Rank.REGULATION),
        ("《中华人民共和国专利法实施细则》", Rank.REGULATION),
        ("《湖北省知识产权促进条例》", Rank.LOCAL_REGULATION),
        (PLAN, Rank.NATIONAL),
        (PROVINCE, Rank.PROVINCIAL),
        ("《关于促进转化的意见》（鄂政办发〔2024〕8号）", Rank.PROVINCIAL),
        ("《武汉市转化运用实施方案》", Rank.CITY),
        ("《专项资金管理办法》", None),
        ("《关于促进转化的意见》", None),
    ],
)
def test_the_rank_of_a_document_is_told_by_title_and_number(document, expected):
    (named,) = named_documents(document)
    assert rank(named) is expected


# basis.retired

OLD = replace(
    measure_of(CLAUSE, title="示例市专利资助办法"), id="/akn/cn-0000/act/2020-01-01/old", doc_number="示政发〔2020〕1号"
)
CITING = opened("根据《示例市专利资助办法》（示政发〔2020〕1号），制定本措施。")


@pytest.mark.parametrize(
    ("library", "reason"),
    [
        ([replace(OLD, status=Status.REPEALED)], "在条款库里是“已废止”"),
        ([replace(OLD, effective=Validity(until="2025-12-31"))], "有效期到 2025-12-31"),
        (
            [replace(OLD, title="新办法", doc_number=None, repeals=("《示例市专利资助办法》",))],
            "《新办法》废止或者代替了",
        ),
        ([replace(OLD, title="新办法", doc_number=None, replaces=("示政发〔2020〕1号",))], "《新办法》废止或者代替了"),
    ],
    ids=["repealed", "expired", "repealed by another", "replaced by another"],
)
def test_a_cited_document_that_is_out_of_force_is_found(library, reason):
    (finding,) = found("basis.retired", CITING, library=library)
    assert finding.text == "《示例市专利资助办法》（示政发〔2020〕1号）"
    assert reason in finding.message


def test_it_is_found_by_title_alone_and_in_any_clause():
    measure = measure_of("落实资助。按照《示例市专利资助办法》执行。")
    assert len(words("basis.retired", measure, library=[replace(OLD, status=Status.REPEALED)])) == 1


@pytest.mark.parametrize(
    "preamble",
    ["《示例市专利资助办法》（示政发〔2020〕1号）同时废止。", "根据《其他办法》，制定本措施。"],
    ids=["it is this text that repeals it", "another document"],
)
def test_what_is_repealed_here_or_not_known_is_left_alone(preamble):
    assert words("basis.retired", opened(preamble), library=[replace(OLD, status=Status.REPEALED)]) == []


def test_a_document_in_force_is_left_alone():
    in_force = replace(OLD, status=Status.IN_FORCE, effective=Validity(until="2027-12-31"))
    assert words("basis.retired", CITING, library=[in_force]) == []


def test_another_document_with_the_same_title_and_another_number_is_left_alone():
    other = replace(OLD, status=Status.REPEALED, doc_number="示政发〔2015〕9号")
    assert words("basis.retired", CITING, library=[other]) == []
