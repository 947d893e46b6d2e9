"""任务分工表, 量化指标表, 来源说明: equal to the text by construction, and sound as a Word document."""

import io
from dataclasses import replace
from datetime import date

import docx
import pytest
from docx.oxml.ns import qn

from checked import measure_of
from chengwen_library.clauses import clauses
from chengwen_library.facts.quantities import targets
from chengwen_library.facts.responsibility import CONTACT_ROLE, responsibilities
from chengwen_library.model import Status
from chengwen_templates.comparison_table.content import Mark, Paragraph, Table
from chengwen_templates.comparison_table.export import build_table
from chengwen_templates.profile import load_profile
from chengwen_templates.sample import sample_draft
from chengwen_templates.tables.document import tables_document
from chengwen_templates.tables.indicators import indicators
from chengwen_templates.tables.tasks import tasks, without_responsible
from material import shipped_measures
from pages import render
from sdk import errors_of_all

TODAY = date(2026, 3, 5)
PROFILE = load_profile("gbt9704")
PAGE_MM = (297.0, 210.0)
LED = "培育专利。2026年底前建成平台，到2027年培育企业30家。（牵头单位：市科技局；责任单位：市财政局、各区人民政府）"
BOUND = "盘活存量。开展盘点。（责任单位：市教育局；完成时限：2026年12月）"
PLAIN = "加强宣传。开展宣传。"


@pytest.fixture(scope="session")
def shipped(tmp_path_factory):
    return shipped_measures(tmp_path_factory.mktemp("shipped"))


@pytest.fixture(scope="session")
def documents(shipped):
    measures = {"sample": sample_draft(shipped, TODAY), **{f"shipped-{n}": one for n, one in enumerate(shipped)}}
    return {name: tables_document(measure, shipped, TODAY) for name, measure in measures.items()}


@pytest.fixture(scope="session")
def contents(documents):
    return {name: build_table(document, PROFILE) for name, document in documents.items()}


def rows(document, kind):
    """Return the words of the cells of the table with so many columns."""
    table = next(block for block in document.blocks if isinstance(block, Table) and len(block.head) == kind)
    return [["".join(paragraph.words for paragraph in cell) for cell in row.cells] for row in table.rows]


def test_a_task_has_its_clause_lead_others_and_the_deadlines_of_its_text():
    led, bound = tasks(measure_of(LED, BOUND, PLAIN))
    assert (led.clause.heading, led.lead, led.responsible) == ("培育专利", ("市科技局",), ("市财政局", "各区人民政府"))
    assert led.deadlines == ("2026年底前", "到2027年")
    assert (bound.lead, bound.responsible, bound.deadlines) == ((), ("市教育局",), ("2026年12月",))


def test_clauses_without_anybody_are_named_where_others_have_somebody():
    assert [clause.heading for clause in without_responsible(measure_of(LED, PLAIN))] == ["加强宣传"]
    assert without_responsible(measure_of(PLAIN)) == ()


def test_the_tasks_name_exactly_the_organs_of_the_notes(shipped):
    for measure in (*shipped, sample_draft(shipped, TODAY)):
        noted = [
            organ
            for clause in clauses(measure)
            for one in responsibilities(clause.text)
            if one.role != CONTACT_ROLE
            for organ in one.organs
        ]
        told = [organ for task in tasks(measure) for organ in (*task.lead, *task.responsible)]
        assert sorted(told) == sorted(noted)


def test_the_indicators_are_the_targets_of_the_text(shipped):
    for measure in shipped:
        assert [one.target for one in indicators(measure)] == [t for c in clauses(measure) for t in targets(c.text)]


@pytest.mark.parametrize(
    ("text", "value", "unit", "by"),
    [
        ("到2027年，专利授权量达到3000件以上。", "不少于3000", "件", "2027年"),
        ("办理时限压缩至5个工作日。", "不超过5", "个工作日", ""),
        ("到2027年，专利质押金额增长15%。", "增加15", "%", "2027年"),
        ("到2027年，优势企业数量实现翻一番。", "翻一番", "", "2027年"),
        ("3年内，培育高价值专利20件。", "20", "件", "3年内"),
    ],
)
def test_an_indicator_says_what_is_wanted_as_people_say_it(text, value, unit, by):
    (one,) = indicators(measure_of(f"目标。{text}"))
    assert (one.value, one.target.unit or "", one.by) == (value, unit, by)


def test_the_document_has_a_row_for_each_task_target_and_clause(documents, shipped):
    draft = sample_draft(shipped, TODAY)
    document = documents["sample"]
    assert rows(document, 5)[0][1] == "一、（二）围绕“卡脖子”技术培育一批高价值专利和专利组合"
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert [len(table.rows) for table in tables] == [len(tasks(draft)), 16]


def test_a_source_says_where_from_how_much_was_changed_when_and_what_became_of_it(documents):
    table = [block for block in documents["sample"].blocks if isinstance(block, Table)][-1]
    cells = [["".join(paragraph.words for paragraph in cell) for cell in row.cells] for row in table.rows]
    assert cells[0] == [
        "（一）构建科技创新知识产权高质量创造机制", "鄂州市　鄂州市监〔2024〕35号　一、（一）", "照录", "2026年3月5日", "没有变动",
    ]  # fmt: skip
    assert cells[11][2].startswith("改写，改动约")
    assert cells[14] == ["（十五）加强组织领导", "自行起草", "—", "—", "—"]


def test_a_source_that_was_retired_since_is_marked_and_counted(shipped):
    draft = sample_draft(shipped, TODAY)
    retired = [replace(one, status=Status.REPEALED) if one.region == "鄂州市" else one for one in shipped]
    document = tables_document(draft, retired, TODAY)
    strong = [p.words for p in document.paragraphs() if any(run.mark is Mark.STRONG for run in p.runs)]
    count = sum(p.words == "原文件已废止" for p in document.paragraphs())
    assert count == 5
    assert strong == [f"原文件已有变动的{count}处，核对后再定稿。", *["原文件已废止"] * count]


def test_a_measure_without_notes_and_targets_says_so(shipped):
    document = tables_document(measure_of(PLAIN), shipped, TODAY)
    told = [block.words for block in document.blocks if isinstance(block, Paragraph)]
    assert "文稿没有写责任分工。" in told
    assert "文稿没有写量化指标。" in told


def test_the_open_xml_sdk_finds_no_errors(contents, tmp_path):
    assert {name: errors for name, errors in errors_of_all(contents, tmp_path).items() if errors} == {}


def test_heads_repeat_pages_lie_across_and_paragraphs_have_styles_of_their_own(contents):
    document = docx.Document(io.BytesIO(contents["shipped-0"]))
    (section,) = document.sections
    assert (round(section.page_width.mm), round(section.page_height.mm)) == PAGE_MM
    for table in document.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    assert {paragraph.style.name for cell in cells for paragraph in cell.paragraphs} == {"表头", "表条文"}
    assert document.core_properties.subject == "任务分工表、量化指标表、来源说明"


def test_a_page_is_landscape_with_the_head_on_each(contents, tmp_path):
    pages = render(contents["sample"], tmp_path)
    assert len(pages) > 1
    heads = [any(line.text.startswith(("序号任务", "条款来源")) for line in page.lines) for page in pages]
    assert heads == [True] * len(pages)
