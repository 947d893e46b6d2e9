"""Documents of every kind: each two properties of a document meet in one of them, and each is sound."""

import io
import re
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import PurePosixPath

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from chengwen_library.model import Annex, Attendance, Form, Measure, PageForm, Sealing, Unit
from chengwen_templates.export.docx import build_docx
from chengwen_templates.export.paragraphs import bookmark_name
from chengwen_templates.export.verify import verify_docx
from chengwen_templates.layout.layout import lay_out
from chengwen_templates.profile import load_profile, profile_names
from notices import notice_of
from pairwise import Case, cases, meetings, met
from sdk import errors_of_all

LEAST_DOCUMENTS = 60
ORGANS = (
    "示例市人民政府",
    "示例市科学技术局",
    "示例市市场监督管理局（市知识产权局）",
    "示例市财政局",
    "示例市地方金融管理局",
    "示例市教育局",
)
RECIPIENTS = "各区县人民政府，市政府各部门，各直属机构"
ROWS = (("序号", "任务", "完成时限"), *((str(row), "建立专利分级分类评价机制", "2026年12月") for row in range(1, 30)))
ANNEXES = {
    "没有附件": (),
    "文字": (Annex("服务机构名单（第一批）", "下列机构按照办法评定。\n有效期二年。"),),
    "竖表": (Annex("任务分工表", "", ROWS), Annex(None, "说明。")),
    "横表": (Annex("申报指南", "略。"), Annex("任务分工表", "按表执行。", ROWS, wide=True)),
}
CHAPTERS = (
    Unit("chp_1", Form.CHAPTER, "第一章", 1, heading="总则", children=(
        Unit("chp_1__art_1", Form.ARTICLE, "第一条", 1, text="为了促进专利转化运用，制定本办法。"),
        Unit("chp_1__art_2", Form.ARTICLE, "第二条", 2, intro="有下列情形之一的，不予补助：", children=(
            Unit("chp_1__art_2__item_1", Form.SECOND, "（一）", 1, text="弄虚作假的；"),
        )),
    )),
)  # fmt: skip
BODIES = {
    "印发": {},
    "直接发布": {"notice": {"title": None, "body": ()}},
    "章条": {"units": CHAPTERS},
    "没有文号": {"doc_number": None},
    "没有落款": {"notice": {"signature": (), "date_text": None}},
    "没有标题": {"notice": {"title": None}},
    "生僻字": {"closing": "𠮷“——”……①☆\x0b\ufffe。", "notice": {"note": "<&>"}},
    "没有正文": {"units": (), "preamble": None, "closing": None, "title": None},
}
FACTORS = {
    "内容": tuple(BODIES),
    "份号密级紧急": tuple((number, secret, urgent) for number in (0, 1) for secret in (0, 1) for urgent in (0, 1)),
    "格式": tuple(PageForm),
    "机关": (1, 2, 3, 6),
    "附件": tuple(ANNEXES),
    "印章": tuple(Sealing),
    "签发人": (0, 1, 3),
    "主送": (None, RECIPIENTS, "，".join([RECIPIENTS] * 20)),
    "附注": (True, False),
    "抄送": (True, False),
    "印发机关": (True, False),
    "措施作附件": (True, False),
    "附件另装": (True, False),
    "套打": (True, False),
    "版式": profile_names(),
}
CASES = {f"document{number}": case for number, case in enumerate(cases(FACTORS), start=1)}
LETTER = frozenset({
    "版头空行", "份号", "密级和保密期限", "紧急程度", "发文机关标志", "签发人", "发文字号", "公文标题", "主送机关", "公文正文",
    "一级标题", "二级标题", "三级标题", "四级标题", "附件说明", "出席人员", "署名", "签发人职务", "成文日期", "附注",
})  # fmt: skip
"""The styles of 版头 and the notice."""
PARAGRAPHS = {
    "spacing": (LETTER | {"措施标题"}, "the notice closes up (7.3.5.5); the first of a group has white above it"),
    "ind": (
        {"发文字号", "签发人", "附件说明", "出席人员", "署名", "签发人职务", "成文日期"},
        "where the line begins depends on its words (7.2.5, 7.3.4, 7.3.5, 10.3)",
    ),
    "tabs": ({"发文字号", "签发人", "署名", "成文日期"}, "columns depend on names and seals (7.2.6, 7.3.5.1)"),
    "jc": (
        {"发文机关标志", "发文字号", "签发人职务", "成文日期", "表格文字"},
        "joint names spread; 上行 sets the number left; 签名章 sets to the right; heads of tables are centred",
    ),
    "pBdr": ({"发文字号"}, "only the general format has the red line, and pre-printed sheets have it already"),
    "keepNext": (
        {"公文正文", "署名", "主送机关"},
        "text stays with 署名 (7.3.5.5), unless rows of seals fill a face; long 主送机关 may run on",
    ),
    "framePr": ({"发文机关标志"}, "a letter's stands above the type area (10.1)"),
    "pageBreakBefore": ({"版记定位"}, "版记 may need a face of its own"),
    "sectPr": (LETTER | {"版记定位", "附件标题"}, "the end of a section, not a format"),
}
"""The direct formatting of paragraphs that remains: the styles it is found on, and why no style serves."""
RUNS = {
    "sz": ({"发文机关标志"}, "as large as fits the organ's name (7.2.4)"),
    "szCs": ({"发文机关标志"}, "as sz"),
    "spacing": ({"发文机关标志"}, "shorter names of a joint 标志 are spread"),
}
"""The same of runs; the hint of w:rFonts says in which script a sign is, not how it looks."""


def described(case: Case) -> Measure:
    """Return the measure of a case."""
    organs, body = ORGANS[: case["机关"]], BODIES[case["内容"]]
    number, secret, urgent = case["份号密级紧急"]
    measure = notice_of(organs, parts=1, recipients=case["主送"], annexes=ANNEXES[case["附件"]])
    absent = {} if case["印发机关"] else {"printer": None, "print_date_text": None}
    notice = replace(
        measure.notice,
        page_form=case["格式"],
        sealing=case["印章"],
        signers=("某某某", "某某", "某某某")[: case["签发人"]],
        posts=tuple("局长" for _ in organs) if case["印章"] is Sealing.STAMP else (),
        copy_number="000001" if number else None,
        secrecy="机密★1年" if secret else None,
        urgency="特急" if urgent else None,
        note="此件公开发布" if case["附注"] else None,
        copies=measure.notice.copies if case["抄送"] else None,
        measure_as_annex=case["措施作附件"],
        annexes_apart=case["附件另装"],
        attendance=(Attendance("出席", "某某某　某某"),) if case["格式"] is PageForm.MINUTES else (),
        **absent,
    )
    changes = {name: value for name, value in body.items() if name != "notice"}
    return replace(measure, **changes, notice=replace(notice, **body.get("notice", {})))


@pytest.fixture(scope="module")
def documents() -> dict[str, bytes]:
    return {
        name: build_docx(described(case), load_profile(case["版式"]), preprinted=case["套打"])
        for name, case in CASES.items()
    }


def parts(content: bytes) -> dict[str, etree._Element]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if PurePosixPath(name).suffix == ".xml"]
        return {name: etree.fromstring(archive.read(name)) for name in names}


def test_every_two_properties_meet_in_one_of_at_least_sixty_documents():
    assert set(meetings(FACTORS)) == {meeting for case in CASES.values() for meeting in met(case)}
    assert len(CASES) >= LEAST_DOCUMENTS


def test_the_open_xml_sdk_finds_no_error_in_any(documents, tmp_path):
    wrong = {name: errors for name, errors in errors_of_all(documents, tmp_path).items() if errors}
    assert wrong == {}


def test_every_document_says_what_its_layout_says(documents):
    for name, case in CASES.items():
        layout = lay_out(described(case), load_profile(case["版式"]), preprinted=case["套打"])
        verify_docx(documents[name], list(layout.composition.words))


def test_every_style_that_a_document_uses_is_one_that_it_defines(documents):
    for content in documents.values():
        inside = parts(content)
        defined = {one.get(qn("w:styleId")) for one in inside["word/styles.xml"].iter(qn("w:style"))}
        used = {
            one.get(qn("w:val"))
            for part in inside.values()
            for tag in ("w:pStyle", "w:rStyle", "w:tblStyle")
            for one in part.iter(qn(tag))
        }
        assert used <= defined
        assert all(re.fullmatch(r"[一-鿿]+", name) for name in used)


def test_every_document_is_one_of_word_2013_and_later(documents):
    for content in documents.values():
        settings = parts(content)["word/settings.xml"]
        modes = [
            one.get(qn("w:val"))
            for one in settings.iter(qn("w:compatSetting"))
            if one.get(qn("w:name")) == "compatibilityMode"
        ]
        assert modes == ["15"]


def test_bookmarks_are_named_as_word_allows_and_once_each(documents):
    bookmarked = 0
    for name, content in documents.items():
        marks = list(parts(content)["word/document.xml"].iter(qn("w:bookmarkStart")))
        names, numbers = ([mark.get(qn(key)) for mark in marks] for key in ("w:name", "w:id"))
        assert len(set(names)) == len(names)
        assert len(set(numbers)) == len(numbers)
        assert all(re.fullmatch(r"[^\W\d]\w{0,39}", one) for one in names)
        assert set(names) <= {bookmark_name(unit.wid) for unit in described(CASES[name]).walk()}
        bookmarked += len(names)
    assert bookmarked


@pytest.mark.parametrize(
    "wids", [("u-1a2b3c4d5e6f", "u_1a2b3c4d5e6f"), ("chp_1__sec_2__art_" + "3" * 40, "chp_1__sec_2__art_" + "3" * 41)]
)
def test_a_wid_that_no_bookmark_can_bear_still_has_a_name_of_its_own(wids):
    names = {bookmark_name(wid) for wid in wids}
    assert len(names) == len(wids)
    assert all(re.fullmatch(r"条款_\w{1,37}", name) for name in names)


def test_drawings_are_numbered_through_the_document_headers_and_footers_included(documents):
    drawn = 0
    for content in documents.values():
        numbers = [one.get("id") for part in parts(content).values() for one in part.iter("{*}docPr")]
        assert [number for number, times in Counter(numbers).items() if times > 1] == []
        assert "0" not in numbers
        drawn += len(numbers)
    assert drawn


def test_properties_are_title_number_and_organs(documents):
    for name, case in CASES.items():
        measure = described(case)
        properties = docx.Document(io.BytesIO(documents[name])).core_properties
        assert properties.title == (measure.notice.title or measure.title or "")
        assert properties.subject == (measure.doc_number or "")
        assert properties.author == "；".join(measure.issuers)


def direct(content: bytes) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Return the direct formatting of paragraphs and of runs, each with the paragraph's style."""
    paragraphs, runs = set(), set()
    for part in parts(content).values():
        for properties in part.iter(qn("w:pPr")):
            style = properties.find(qn("w:pStyle"))
            if style is not None:
                name = style.get(qn("w:val"))
                paragraphs |= {(name, etree.QName(one).localname) for one in properties if one is not style}
                runs |= {(name, one) for run in properties.itersiblings(qn("w:r")) for one in run_formats(run)}
    return paragraphs, runs


def run_formats(run):
    for one in run.find(qn("w:rPr")) if run.find(qn("w:rPr")) is not None else ():
        hint = one.tag == qn("w:rFonts") and set(one.attrib) == {qn("w:hint")}
        if not hint and one.tag != qn("w:rStyle"):
            yield etree.QName(one).localname


def test_formatting_is_direct_only_where_no_style_serves(documents):
    for content in documents.values():
        paragraphs, runs = direct(content)
        assert [one for one in paragraphs if one[1] not in PARAGRAPHS or one[0] not in PARAGRAPHS[one[1]][0]] == []
        assert [one for one in runs if one[1] not in RUNS or one[0] not in RUNS[one[1]][0]] == []


def test_every_paragraph_names_its_style(documents):
    for content in documents.values():
        for part in parts(content).values():
            assert all(one.find(qn("w:pPr")).find(qn("w:pStyle")) is not None for one in part.iter(qn("w:p")))
