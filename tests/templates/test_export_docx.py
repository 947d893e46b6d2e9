"""The .docx as a file: what it says, how its parts are made, that Word would open it."""

import io
import re
import time
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from chengwen_library.errors import UnwritableFile
from chengwen_library.model import Annex, Form, Notice, Unit
from chengwen_templates.export.docx import build_docx, export_docx
from chengwen_templates.export.verify import ExportFailed, verify_docx
from chengwen_templates.layout.ending import _unsealed_lefts as signature_indents
from chengwen_templates.layout.title import break_title, width
from chengwen_templates.profile import UnknownProfile, load_profile
from notices import ONE, THREE, TITLE, TWO, notice_of
from sdk import errors_of

PROFILE = load_profile("gbt9704")
ROOT = Path(__file__).resolve().parents[2]
ARTICLES = (
    Unit(
        "c1",
        Form.CHAPTER,
        "第一章",
        1,
        heading="总则",
        children=(
            Unit("a1", Form.ARTICLE, "第一条", 1, text="为了促进专利转化运用，制定本办法。"),
            Unit(
                "a2",
                Form.ARTICLE,
                "第二条",
                2,
                intro="有下列情形之一的，不予补助：",
                children=(Unit("i1", Form.SECOND, "（一）", 1, text="弄虚作假的；"),),
            ),
        ),
    ),
)
DOCUMENTS = {
    "one organ": notice_of(ONE),
    "two organs": notice_of(TWO),
    "three organs": notice_of(THREE),
    "without a notice": replace(notice_of(ONE), notice=None),
    "annexes": replace(notice_of(ONE), annexes=(Annex("任务分工表", "一、略\n二、略"), Annex("指标表", "略"))),
    "articles": replace(notice_of(ONE), units=ARTICLES),
    "direct": replace(notice_of(ONE), notice=Notice(signature=ONE, date_text="2026年3月5日", note="此件公开发布")),
    "bare": replace(notice_of(ONE, copies=""), doc_number=None, recipients=None, preamble=None, closing=None),
}
every_document = pytest.mark.parametrize("name", DOCUMENTS)


def opened(name):
    return docx.Document(io.BytesIO(build_docx(DOCUMENTS[name], PROFILE)))


def part(content, name):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name).decode()


def said(document):
    return "".join(
        re.sub(r"\s", "", "".join(text.text or "" for text in paragraph.iter(qn("w:t"))))
        for paragraph in document.element.body.iter(qn("w:p"))
    )


def test_the_open_xml_sdk_finds_no_error_in_a_measure_without_a_notice(tmp_path):
    assert errors_of(build_docx(DOCUMENTS["without a notice"], PROFILE), tmp_path) == []


@pytest.mark.parametrize("name", ["one organ", "articles", "annexes", "without a notice"])
def test_every_word_of_the_measure_stands_in_the_document_in_its_order(name):
    measure = DOCUMENTS[name]
    words = [measure.title, measure.preamble]
    for unit in measure.units:
        words += own_words(unit)
    words.append(measure.closing)
    assert re.sub(r"\s", "", "".join(word or "" for word in words)) in said(opened(name))


def own_words(unit):
    words = [unit.num, unit.heading, unit.heading_mark, unit.intro if unit.children else unit.text]
    for child in unit.children:
        words += own_words(child)
    return [*words, unit.wrap_up]


def test_the_notice_says_what_it_should_from_mark_to_imprint():
    texts = said(opened("one organ"))
    assert texts.startswith("示例市人民政府办公室文件示政办发〔2026〕8号示例市人民政府办公室关于印发")
    assert "各直属机构：《示例市促进" in texts
    assert "示例市人民政府办公室2026年3月5日（此件公开发布）示例市促进专利转化运用若干措施为深入" in texts
    assert texts.endswith("驻示例各单位。示例市人民政府办公室2026年3月6日印发")


def test_without_a_notice_the_measure_stands_alone():
    document = opened("without a notice")
    assert said(document).startswith(f"{TITLE}为深入贯彻")
    assert said(document).endswith("有效期5年。")
    assert not document.tables


def test_a_measure_that_no_letter_issues_is_the_document_itself():
    texts = said(opened("direct"))
    assert texts.startswith(f"示例市人民政府办公室文件示政办发〔2026〕8号{TITLE}各区县人民政府")
    assert texts.endswith("有效期5年。示例市人民政府办公室2026年3月5日（此件公开发布）")
    titles = [paragraph.style.name for paragraph in opened("direct").paragraphs if paragraph.text == TITLE]
    assert titles == ["公文标题"]


def test_a_joint_mark_names_every_organ_and_then_the_word():
    assert said(opened("three organs")).startswith("示例市市场监督管理局示例市科学技术局示例市财政局文件示政办发")


@every_document
def test_the_same_measure_gives_the_same_bytes(name):
    assert build_docx(DOCUMENTS[name], PROFILE) == build_docx(DOCUMENTS[name], PROFILE)


def test_no_part_carries_the_time_of_the_export():
    with zipfile.ZipFile(io.BytesIO(build_docx(DOCUMENTS["one organ"], PROFILE))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_properties_are_those_of_the_document_and_of_nothing_else():
    properties = opened("two organs").core_properties
    assert properties.title == DOCUMENTS["two organs"].notice.title
    assert properties.subject == "示政办发〔2026〕8号"
    assert properties.author == "；".join(TWO)
    assert properties.created.date() == date(2026, 3, 5)
    assert (properties.comments, properties.last_modified_by, properties.keywords) == ("", "", "")


@every_document
def test_every_paragraph_and_run_style_is_one_of_ours_and_in_the_file(name):
    document = opened(name)
    known = {style.style_id for style in document.styles}
    used = {element.get(qn("w:val")) for tag in ("w:pStyle", "w:rStyle") for element in document.element.iter(qn(tag))}
    assert used
    assert used <= known
    assert all(re.fullmatch(r"[\u4e00-\u9fff]+", style) for style in used)


def test_no_style_is_left_over_from_a_template():
    ascii_names = {style.name for style in opened("one organ").styles if style.name.isascii()}
    assert ascii_names == {
        "Normal", "Default Paragraph Font", "Normal Table", "No List",
        "Heading 1", "Heading 2", "Heading 3", "Heading 4",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("style", "level", "font"),
    [
        ("一级标题", 0, "黑体"),
        ("二级标题", 1, "楷体_GB2312"),
        ("三级标题", 2, "仿宋_GB2312"),
        ("四级标题", 3, "仿宋_GB2312"),
    ],
)
def test_the_levels_are_words_own_headings_with_font_outline_level_and_a_linked_run_style(style, level, font):
    styles = opened("one organ").styles
    element = styles[f"Heading {level + 1}"].element
    assert element.find(qn("w:aliases")).get(qn("w:val")) == style
    assert element.find(qn("w:pPr")).find(qn("w:outlineLvl")).get(qn("w:val")) == str(level)
    assert element.find(qn("w:link")).get(qn("w:val")) == f"{style}字符"
    for kind in (f"Heading {level + 1}", f"{style}字符"):
        fonts = styles[kind].element.rPr.find(qn("w:rFonts"))
        assert fonts.get(qn("w:eastAsia")) == font


def test_a_run_in_heading_shares_its_paragraph_with_its_text():
    paragraphs = opened("one organ").paragraphs
    paragraph = next(paragraph for paragraph in paragraphs if paragraph.text.startswith("（一）建立专利"))
    heading, text = paragraph.runs
    assert paragraph.style.name == "公文正文"
    assert (heading.text, heading.style.name) == ("（一）建立专利分级分类评价机制。", "二级标题字符")
    assert text.text.startswith("组织高校")
    assert text.style.name == "Default Paragraph Font"


def test_a_heading_without_a_mark_has_a_paragraph_of_its_own():
    styles = {paragraph.text: paragraph.style.name for paragraph in opened("one organ").paragraphs}
    assert styles["五、组织保障"] == "Heading 1"
    assert styles["（二）宣传引导"] == "Heading 2"


def test_chapters_are_centred_and_articles_begin_with_a_black_mark():
    paragraphs = {paragraph.text: paragraph for paragraph in opened("articles").paragraphs}
    assert paragraphs["第一章　总则"].style.name == "章标题"
    article = paragraphs["第一条　为了促进专利转化运用，制定本办法。"]
    assert [run.style.name for run in article.runs] == ["条标题字符", "Default Paragraph Font"]


def test_numbers_are_words_of_the_text_and_never_a_list():
    document = opened("one organ")
    assert not list(document.element.iter(qn("w:numPr")))
    assert any(paragraph.text.startswith("2.加大投入。") for paragraph in document.paragraphs)


def test_quotes_and_dashes_are_marked_as_east_asian():
    for run in opened("one organ").element.iter(qn("w:r")):
        text = "".join(element.text or "" for element in run.iter(qn("w:t")))
        if re.search("[“”‘’—…·]", text):
            assert run.rPr.find(qn("w:rFonts")).get(qn("w:hint")) == "eastAsia"


def test_lines_are_exact_and_nothing_hangs_or_is_kept_from_being_single():
    content = build_docx(DOCUMENTS["one organ"], PROFILE)
    styles, text = part(content, "word/styles.xml"), part(content, "word/document.xml")
    defaults = styles[: styles.index("</w:docDefaults>")]
    for setting in ('<w:widowControl w:val="0"/>', '<w:overflowPunct w:val="0"/>', '<w:snapToGrid w:val="0"/>'):
        assert setting in defaults
    assert 'w:line="579" w:lineRule="exact"' in defaults
    assert 'w:eastAsia="zh-CN"' in defaults
    assert (styles + text).count("widowControl") == 1
    assert '<w:docGrid w:type="lines" w:linePitch="579"/>' in text
    assert '<w:spacing w:val="-5"/>' in styles


def test_settings_are_those_of_word_2013_with_mirrored_margins_and_two_kinds_of_pages():
    settings = part(build_docx(DOCUMENTS["one organ"], PROFILE), "word/settings.xml")
    assert "<w:mirrorMargins/>" in settings
    assert "<w:evenAndOddHeaders/>" in settings
    assert re.search(r'compatibilityMode"[^>]*w:val="15"', settings)


@pytest.mark.parametrize("font", ["方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体"])
def test_the_font_table_names_an_alternative_for_every_font(font):
    table = part(build_docx(DOCUMENTS["one organ"], PROFILE), "word/fontTable.xml")
    entry = re.search(rf'<w:font w:name="{font}">(.*?)</w:font>', table).group(1)
    assert "<w:altName " in entry
    assert "<w:panose1 " in entry


def test_annexes_are_listed_after_the_text_and_begin_faces_of_their_own():
    texts = {paragraph.text: paragraph for paragraph in opened("annexes").paragraphs}
    assert "附件：1.任务分工表" in texts
    assert "2.指标表" in texts
    assert texts["附件1"].style.name == texts["附件2"].style.name == "附件标记"
    assert texts["附件1"].style.paragraph_format.page_break_before


def test_a_date_shorter_than_the_organ_starts_two_characters_right_of_it():
    organ, day = signature_indents(["示例市市场监督管理局"], ["2026年3月5日"], PROFILE)
    assert organ == 8844 - 12 * 315
    assert day == organ + 2 * 315


def test_a_date_longer_than_the_organ_ends_two_characters_from_the_edge():
    organ, day = signature_indents(["示例市委"], ["2026年3月5日"], PROFILE)
    assert day == 8844 - 8 * 315
    assert organ == day - 2 * 315


@pytest.mark.parametrize(
    "title",
    [
        f"示例市人民政府办公室关于印发《{TITLE}》的通知",
        "示例市市场监督管理局　示例市科学技术局关于印发《关于知识产权助力推进科技创新的若干措施》的通知",
        "示例市推进国家知识产权强市建设示范城市建设工作方案（2026—2028年）",
    ],
)
def test_a_title_breaks_between_words_and_never_as_an_hourglass(title):
    lines = break_title(title, 19)
    assert "".join(lines) == re.sub(r"\s", "", title) or "".join(lines) == title
    widths = [width(line) for line in lines]
    assert max(widths) <= 19
    assert not any(line[0] in "市局的》）" or line[-1] in "《（市" for line in lines[1:])
    assert len(lines) < 3 or widths[1] >= min(widths[0], widths[2])


def test_a_title_that_fits_stays_on_one_line():
    assert break_title(TITLE, 19) == (TITLE,)


def test_characters_that_a_file_cannot_hold_are_left_out():
    measure = replace(notice_of(ONE), closing="本措施自印发之日起\x0b施行\ufffe\ud800。")
    assert "本措施自印发之日起施行。" in said(docx.Document(io.BytesIO(build_docx(measure, PROFILE))))


def test_a_broken_file_is_refused():
    content = build_docx(DOCUMENTS["one organ"], PROFILE)
    for damaged in (b"", content[:-200], content.replace(b"word/document.xml", b"word/documens.xml")):
        with pytest.raises(ExportFailed, match="打不开"):
            verify_docx(damaged, [])


@pytest.mark.parametrize("intended", [["别的话"], ["示例市人民政府办公室文件"]])
def test_a_file_that_says_something_else_is_refused(intended):
    with pytest.raises(ExportFailed, match="没有保存"):
        verify_docx(build_docx(DOCUMENTS["one organ"], PROFILE), intended)


def test_export_writes_the_file_and_leaves_nothing_beside_it(tmp_path):
    path = tmp_path / "通知.docx"
    export_docx(DOCUMENTS["one organ"], path, PROFILE)
    assert path.read_bytes() == build_docx(DOCUMENTS["one organ"], PROFILE)
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "通知").write_text("不是文件夹")
    with pytest.raises(UnwritableFile, match="通知"):
        export_docx(DOCUMENTS["one organ"], tmp_path / "通知" / "a.docx", PROFILE)


def test_a_notice_of_twelve_clauses_is_built_and_verified_within_a_second():
    start = time.perf_counter()
    build_docx(notice_of(ONE, parts=4), PROFILE)
    assert time.perf_counter() - start < 1.0


def test_an_unknown_profile_is_named_with_those_that_exist():
    with pytest.raises(UnknownProfile, match=r"“别处”.*gbt9704"):
        load_profile("别处")


def test_the_standard_profile_has_the_standards_measures():
    assert (PROFILE.margin_top_mm, PROFILE.margin_bottom_mm) == (37, 35)
    assert (PROFILE.margin_inner_mm, PROFILE.margin_outer_mm) == (28, 26)
    assert (PROFILE.type_width_twip, PROFILE.type_height_twip) == (8844, 12756)
    assert PROFILE.line_twip * PROFILE.lines_per_page <= PROFILE.type_height_twip
    assert PROFILE.character_twip * PROFILE.characters_per_line <= PROFILE.type_width_twip
