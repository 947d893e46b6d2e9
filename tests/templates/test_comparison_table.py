"""条文对照表: what the table says, how it is marked, and the .docx as a file and on paper."""

import io
from collections import Counter
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise

import docx
import pdfplumber
import pytest
from docx.oxml.ns import qn

from beside import DRAFT, FUND, PLEDGE, PRECEDENT, SHARING, STAFF, clause, compared, measure
from chengwen_index.comparing.alignment import Shape, align
from chengwen_library.clauses import clauses
from chengwen_library.errors import UnwritableFile
from chengwen_templates.comparison_table.against_library import library_document
from chengwen_templates.comparison_table.against_measure import measure_document
from chengwen_templates.comparison_table.content import Mark, Paragraph, Role, Table, plain
from chengwen_templates.comparison_table.export import build_table, export_table
from chengwen_templates.profile import load_profile
from chengwen_templates.sample import sample_draft
from material import shipped_measures
from pages import render_all
from sdk import errors_of

TODAY = date(2026, 3, 5)
PROFILE = load_profile("gbt9704")
KINDS = ("library", "measure")
MARKS = {str(mark) for mark in Mark}
MM_PER_POINT = 25.4 / 72


@pytest.fixture(scope="session")
def shipped(tmp_path_factory):
    return shipped_measures(tmp_path_factory.mktemp("shipped"))


@pytest.fixture(scope="session")
def documents(shipped):
    """The two kinds of tables, of the sample draft and of two of the measures that ship."""
    draft = sample_draft(shipped, TODAY)
    return {
        "library": library_document(draft, compared(draft, shipped), shipped, TODAY),
        "measure": measure_document(shipped[0], shipped[1], TODAY),
    }


@pytest.fixture(scope="session")
def contents(documents):
    return {kind: build_table(document, PROFILE) for kind, document in documents.items()}


@pytest.fixture(scope="session")
def pages(contents, tmp_path_factory):
    return render_all(contents, tmp_path_factory.mktemp("pages"))


@cache
def small():
    return library_document(DRAFT, compared(DRAFT, [PRECEDENT]), [PRECEDENT], TODAY)


def tables(document):
    return [block for block in document.blocks if isinstance(block, Table)]


def row_of(document, heading):
    """Return the three cells of the row whose first cell is about `heading`."""
    return next(
        row.cells
        for row in tables(document)[0].rows
        if len(row.cells) == 3 and any(heading in paragraph.words for cell in row.cells for paragraph in cell[:2])
    )


def lines(cell, role=None):
    return [paragraph.words for paragraph in cell if role in (None, paragraph.role)]


def marked(cell, mark):
    return [run.text for paragraph in cell for run in paragraph.runs if run.mark is mark]


def sections(document):
    return [block.words for block in document.blocks if isinstance(block, Paragraph) and block.role is Role.SECTION]


# What the table of a draft says


def test_each_clause_of_the_draft_has_one_row_in_the_order_of_its_text(documents, shipped):
    draft = sample_draft(shipped, TODAY)
    rows = [row for row in tables(documents["library"])[0].rows if len(row.cells) == 3]
    texts = ["\n".join(lines(row.cells[0], Role.TEXT)) for row in rows]
    assert texts == [clause.text for clause in clauses(draft) if clause.text]


def test_headings_of_parts_span_the_table_before_their_first_clause():
    first, *rest = tables(small())[0].rows
    assert [lines(cell) for cell in first.cells] == [["一、主要措施"]]
    assert all(len(row.cells) == 3 for row in rest)


def test_a_precedent_is_named_by_region_number_and_place():
    assert lines(row_of(small(), PLEDGE)[1], Role.SOURCE) == ["鄂州市　鄂州市监〔2024〕35号　一、（一）"]


def test_a_precedent_without_a_number_is_named_by_its_title():
    base = replace(PRECEDENT, doc_number=None)
    document = library_document(DRAFT, compared(DRAFT, [base]), [base], TODAY)
    assert lines(row_of(document, PLEDGE)[1], Role.SOURCE) == ["鄂州市　《鄂州市若干措施》　一、（一）"]


def test_added_words_are_marked_in_the_draft_and_removed_ones_in_the_precedent():
    left, middle, right = row_of(small(), PLEDGE)
    assert marked(left, Mark.ADDED) == ["示例市", "可以", "二十日", "最高80万元"]
    assert marked(middle, Mark.REMOVED) == ["鄂州市", "应当", "十五日", "最高50万元"]
    assert marked(left, Mark.REMOVED) == marked(middle, Mark.ADDED) == []
    assert marked(right, Mark.ADDED) == marked(right, Mark.REMOVED) == []


def test_differences_are_told_by_class_the_weightiest_first_and_place_names_only_counted():
    verdict, *told = lines(row_of(small(), PLEDGE)[2])
    assert verdict.startswith("改写　相近度")
    assert told == [
        "约束词由“应当”改为“可以”",
        "金额由“最高50万元”改为“最高80万元”",
        "期限由“十五日”改为“二十日”",
        "先例的地名换为本地名称1处",
    ]


def test_what_changes_duties_sums_and_periods_is_set_off():
    assert len(marked(row_of(small(), PLEDGE)[2], Mark.STRONG)) == 3


def test_the_same_wording_is_named_and_not_printed_twice():
    left, middle, right = row_of(small(), SHARING)
    assert lines(middle) == ["鄂州市　鄂州市监〔2024〕35号　一、（二）", "文字与本条相同，不重录。"]
    assert lines(right) == ["照录"]
    assert marked(left, Mark.ADDED) == []


def test_a_clause_without_precedents_says_so_and_names_its_figures():
    _, middle, right = row_of(small(), "修缮办公用房")
    assert lines(middle) == ["没有相近的先例。"]
    assert lines(right) == ["无先例", "本条没有可比的先例。", "本条写明：每年、不超过2万元。"]


def test_a_merely_related_clause_is_not_marked_word_by_word():
    text = "推动担保机构参与知识产权质押融资，企业以专利权出质的，担保费率不超过1%，贷款额度最高200万元。"
    draft = replace(DRAFT, units=(replace(DRAFT.units[0], children=(clause("扩大融资规模", text),)),))
    found = compared(draft, [PRECEDENT])
    assert found[-1].relation == "related"
    left, middle, right = row_of(library_document(draft, found, [PRECEDENT], TODAY), "扩大融资规模")
    assert marked(left, Mark.ADDED) == marked(middle, Mark.REMOVED) == []
    assert "本条写明：不超过1%、最高200万元。" in lines(right)
    assert "先例写明：十五日、最高50万元、不超过3年。" in lines(right)


def test_further_precedents_are_named_below_the_differences():
    other = replace(PRECEDENT, id="/akn/cn-4419/act/0001/c-3", region="东莞市", doc_number=None)
    right = row_of(library_document(DRAFT, compared(DRAFT, [PRECEDENT, other]), [PRECEDENT], TODAY), SHARING)[2]
    assert lines(right)[:2] == ["照录", "另见："]
    assert lines(right)[2].startswith("东莞市　一、（二）支持成果权益分配（照录")


def test_a_long_deleted_sentence_is_told_once_with_the_sums_in_it():
    extra = "对引进国际高端知识产权服务机构并取得良好成效的园区给予一次性奖励最高300万元。"
    base = measure(PRECEDENT.id, "鄂州市", clause(SHARING, PRECEDENT.units[0].children[1].text + extra))
    right = row_of(library_document(DRAFT, compared(DRAFT, [base]), [base], TODAY), SHARING)[2]
    assert [line for line in lines(right) if "300万元" in line] == [
        "删去“对引进国际高端知识产权服务机构并取得良好……性奖励最高300万元”，其中金额“最高300万元”"
    ]


def test_the_origin_that_the_draft_remembers_is_named(documents):
    verdicts = [lines(row.cells[2])[0] for row in tables(documents["library"])[0].rows if len(row.cells) == 3]
    assert sum(verdict.endswith("，取自该条") for verdict in verdicts) > 10


def test_the_beginning_says_what_is_compared_when_and_how_marks_are_read():
    notes = [block for block in small().blocks if isinstance(block, Paragraph) and block.role is Role.NOTE]
    assert notes[0].words == "对照范围：本措施共3条（含开头和结尾部分），与1件文件逐条对照。制表日期：2026年3月5日。"
    assert notes[1].words == "对照结果：照录1条，改写1条，相关0条，无先例1条。"
    assert [run.mark for run in notes[2].runs] == [None, Mark.ADDED, None, Mark.REMOVED, None]


# The last parts


def test_topics_that_only_precedents_regulate_are_listed_with_their_clauses():
    parts = dict(zip(sections(small()), tables(small()), strict=True))
    rows = {lines(row.cells[0])[0]: row.cells for row in parts["二、先例有而本措施未涉及的主题"].rows}
    assert lines(rows["人才"][1]) == ["1件"]
    assert lines(rows["人才"][2]) == [f"鄂州市：一、（三）{STAFF}"]


def test_figures_of_a_topic_stand_side_by_side_and_caps_are_named():
    parts = dict(zip(sections(small()), tables(small()), strict=True))
    rows = {lines(row.cells[0])[0]: row.cells for row in parts["三、数额和期限对照"].rows}
    own, theirs = lines(rows["质押融资"][1]), lines(rows["质押融资"][2])
    assert own[0].startswith("一、（一）：")
    assert "最高80万元补助（上限）" in own[0]
    assert theirs[0].startswith("鄂州市　一、（一）：")
    assert "最高50万元补助（上限）" in theirs[0]
    assert marked(rows["质押融资"][1], Mark.STRONG)


def test_nothing_left_out_is_said_in_a_sentence():
    document = library_document(DRAFT, compared(DRAFT, [DRAFT]), [], TODAY)
    assert "先例规定的主题，本措施都已涉及。" in [paragraph.words for paragraph in document.paragraphs()]
    assert sections(document) == ["一、逐条对照", "二、先例有而本措施未涉及的主题", "三、数额和期限对照"]


def test_a_choice_among_many_measures_is_said():
    document = library_document(DRAFT, compared(DRAFT, [PRECEDENT]), [PRECEDENT], TODAY, searched=400)
    said = [paragraph.words for paragraph in document.paragraphs()]
    assert any("与400件文件逐条对照" in words for words in said)
    assert any("只列逐条对照中用到最多的1件" in words for words in said)


# Measure against measure


def test_clauses_on_one_side_only_have_an_empty_other_side():
    document = measure_document(PRECEDENT, DRAFT, TODAY)
    assert [lines(cell) for cell in row_of(document, "修缮办公用房")[1:]] == [["—"], ["本措施独有"]]
    left, _, right = row_of(document, STAFF)
    assert (lines(left), lines(right)) == (["—"], ["本措施没有对应条款"])


def test_moved_clauses_say_where_they_stood():
    part = PRECEDENT.units[0]
    moved = replace(PRECEDENT, id="/akn/x", units=(replace(part, children=(*part.children[1:], part.children[0])),))
    right = row_of(measure_document(PRECEDENT, measure("/akn/x", "鄂州市", *moved.units[0].children), TODAY), PLEDGE)[2]
    assert lines(right) == ["照录", "次序不同：右栏为一、（一）。"]


@pytest.mark.parametrize(
    ("shape", "said"),
    [(Shape.SPLIT, "拆分：右栏的1条，左栏分为2条。"), (Shape.JOINED, "合并：右栏的2条，左栏并为1条。")],
)
def test_split_and_joined_clauses_stand_in_one_row(shape, said):
    first = "鼓励银行机构开展知识产权质押融资，扩大质押融资规模，创新质押融资产品，建立质押融资白名单制度。"
    second = "对知识产权质押融资不良贷款给予风险补偿，质押融资风险补偿比例不超过40%，质押融资单户最高100万元。"
    whole = measure("/akn/one", "鄂州市", clause(PLEDGE, first + second))
    parts = measure("/akn/two", "鄂州市", clause(PLEDGE, first), clause("补偿质押融资风险", second))
    base, new = (whole, parts) if shape is Shape.SPLIT else (parts, whole)
    assert [match.shape for match in align(base, new).matches] == [shape]
    left, middle, right = row_of(measure_document(base, new, TODAY), PLEDGE)
    assert said in lines(right)
    assert len(lines(left, Role.HEADING)) == (2 if shape is Shape.SPLIT else 1)
    assert "".join(lines(left, Role.TEXT)) == "".join(lines(middle, Role.TEXT)) == first + second
    assert marked(left, Mark.ADDED) == marked(middle, Mark.REMOVED) == []


def test_the_left_side_keeps_its_order_and_what_only_the_right_has_comes_last(documents, shipped):
    rows = [row for row in tables(documents["measure"])[0].rows if len(row.cells) == 3]
    base, new = ([line for clause in clauses(shipped[at]) for line in clause.text.split("\n") if line] for at in (0, 1))
    firsts = [new.index(lines(row.cells[0], Role.TEXT)[0]) for row in rows if lines(row.cells[0]) != ["—"]]
    assert firsts == sorted(firsts)
    assert [lines(row.cells[0]) == ["—"] for row in rows] == [False] * len(firsts) + [True] * (len(rows) - len(firsts))
    for at, text in ((0, new), (1, base)):
        told = [line for row in rows for line in lines(row.cells[at], Role.TEXT) if line != "—"]
        assert Counter(told) == Counter(text)


# The .docx as a file


@pytest.mark.parametrize("kind", KINDS)
def test_the_open_xml_sdk_finds_no_error(kind, contents, tmp_path):
    assert errors_of(contents[kind], tmp_path) == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_format_is_a_named_style(kind, contents):
    document = docx.Document(io.BytesIO(contents[kind]))
    names = {style.style_id: style.name for style in document.styles}
    body = document.element.body
    assert {child.tag for properties in body.iter(qn("w:pPr")) for child in properties} == {qn("w:pStyle")}
    runs = {child.tag for properties in body.iter(qn("w:rPr")) for child in properties}
    assert runs <= {qn("w:rStyle"), qn("w:rFonts")}
    assert all(set(fonts.keys()) == {qn("w:hint")} for fonts in body.iter(qn("w:rFonts")))
    used = {style.get(qn("w:val")) for tag in ("w:pStyle", "w:rStyle", "w:tblStyle") for style in body.iter(qn(tag))}
    assert used <= set(names)
    assert {names[style] for style in used} >= {"表条文", "公文附表"}


def test_marks_are_runs_in_named_styles_bold_and_underlined_or_struck():
    document = docx.Document(io.BytesIO(build_table(small(), PROFILE)))
    added, removed = document.styles["增加文字"].font, document.styles["删去文字"].font
    assert (added.bold, added.underline, removed.strike) == (True, True, True)
    row = next(row for row in document.tables[0].rows if PLEDGE in row.cells[0].text)
    found = [
        {run.style.name: run.text for paragraph in cell.paragraphs for run in paragraph.runs if run.style.name in MARKS}
        for cell in row.cells[:2]
    ]
    assert found == [{"增加文字": "最高80万元"}, {"删去文字": "最高50万元"}]


@pytest.mark.parametrize("kind", KINDS)
def test_heads_repeat_short_rows_stay_whole_and_columns_are_fixed(kind, contents):
    for table in docx.Document(io.BytesIO(contents[kind])).tables:
        properties = [
            {child.tag for child in row._tr.trPr} if row._tr.trPr is not None else set() for row in table.rows
        ]
        assert [qn("w:tblHeader") in found for found in properties] == [True] + [False] * (len(properties) - 1)
        assert sum(qn("w:cantSplit") in found for found in properties) >= 0.8 * len(properties)
        assert table._tbl.tblPr.find(qn("w:tblLayout")).get(qn("w:type")) == "fixed"
        assert sum(column.width for column in table.columns) / 36000 == pytest.approx(261, abs=0.2)


def test_a_clause_longer_than_a_page_may_break():
    draft = measure("/akn/long", "示例市", clause(FUND, "对贷款给予补偿。" * 400))
    content = build_table(library_document(draft, compared(draft, []), [], TODAY), PROFILE)
    *_, row = docx.Document(io.BytesIO(content)).tables[0].rows
    assert row._tr.trPr is None


def test_the_properties_name_the_document(contents, documents):
    properties = docx.Document(io.BytesIO(contents["library"])).core_properties
    assert properties.title == documents["library"].title == "《示例市促进知识产权转化运用若干措施》条文对照表"
    assert (properties.subject, properties.language) == ("条文对照表", "zh-CN")
    assert properties.created.date() == TODAY


def test_the_same_input_gives_the_same_bytes():
    assert build_table(small(), PROFILE) == build_table(small(), PROFILE)


def test_characters_that_xml_cannot_hold_are_left_out():
    odd = replace(small(), blocks=(*small().blocks, plain(Role.NOTE, "坏\x00字\ufffe")))
    assert docx.Document(io.BytesIO(build_table(odd, PROFILE))).paragraphs[-1].text == "坏字"


def test_export_writes_the_file_and_leaves_nothing_beside_it(tmp_path):
    path = tmp_path / "对照表.docx"
    export_table(small(), path, PROFILE)
    assert path.read_bytes() == build_table(small(), PROFILE)
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "表").write_text("不是文件夹")
    with pytest.raises(UnwritableFile, match="表"):
        export_table(small(), tmp_path / "表" / "a.docx", PROFILE)


# On paper


@pytest.mark.parametrize("kind", KINDS)
def test_pages_lie_on_their_side_and_are_numbered(kind, pages):
    with pdfplumber.open(pages[kind][0].path) as document:
        sizes = {(round(page.width * MM_PER_POINT), round(page.height * MM_PER_POINT)) for page in document.pages}
    assert sizes == {(297, 210)}
    last = [page.lines[-1].text for page in pages[kind]]
    assert last == [f"第{number}页共{len(last)}页" for number in range(1, len(last) + 1)]


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_begins_with_the_head_of_its_table(kind, pages, documents):
    named = {"".join(words.split()) for words in sections(documents[kind])}
    for page in pages[kind][1:]:
        top = [line.text for line in page.lines[:2]]
        assert top[0] in named or any(is_head(table.head, top) for table in tables(documents[kind])), top


def is_head(head, top):
    """Tell whether the first line, or the first two together, are the cells of a head."""
    return top[0] == "".join(head) or all(not Counter(cell) - Counter("".join(top)) for cell in head[2:] + head[:1])


@pytest.mark.parametrize("kind", KINDS)
def test_no_character_is_cut_or_leaves_its_margins(kind, pages, documents):
    said = Counter("".join("".join(paragraph.words.split()) for paragraph in documents[kind].paragraphs()))
    printed = Counter("".join(line.text for page in pages[kind] for line in page.lines))
    assert said - printed == Counter()
    for page in pages[kind]:
        assert all(line.left > 17.9 and line.right < 297 - 17.5 for line in page.lines)
        assert all(earlier.baseline < later.baseline for earlier, later in pairwise(page.lines))
        assert page.lines[-2].baseline < 210 - 18
