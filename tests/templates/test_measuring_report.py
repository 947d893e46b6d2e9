"""The export report: figures of the produced file beside the standard's, and faults that it must find."""

import io
import json
import re
import zipfile
from dataclasses import fields

import pytest

from chengwen_library.errors import UnreadableFile
from chengwen_templates.export.docx import export_docx
from chengwen_templates.measuring.deviations import deviations, named_fields
from chengwen_templates.measuring.docx import measure_docx
from chengwen_templates.measuring.elements import measure_pages
from chengwen_templates.measuring.outcome import Verdict
from chengwen_templates.measuring.pages import read_pages
from chengwen_templates.measuring.report import UNMEASURED, report_of_docx, report_of_pdf
from chengwen_templates.measuring.requirements import Comparison, Requirement, Strength, requirement, requirements
from chengwen_templates.measuring.telling import as_json, as_lines
from chengwen_templates.measuring.text import shape
from chengwen_templates.profile import Profile, load_profile
from notices import ONE, notice_of
from pdfs import Words, pdf

STANDARD, OTHER = load_profile("gbt9704"), load_profile("gbt9704-ink")
MEASURE = notice_of(ONE, parts=1)


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    path = tmp_path_factory.mktemp("report") / "notice.docx"
    export_docx(MEASURE, path, STANDARD)
    return path.read_bytes()


def changed(content, part, pattern, new):
    """Return the .docx with every match of a pattern in a part replaced."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == part:
                data, count = re.subn(pattern, new, data)
                assert count
            target.writestr(name, data)
    return stream.getvalue()


def row(report, name):
    return next(row for row in report.rows if row.requirement.id == name)


def test_every_requirement_has_words_a_clause_and_a_strength():
    assert len(requirements()) > 100
    for one in requirements():
        assert one.element
        assert one.what
        assert re.fullmatch(r"[0-9]+(\.[0-9]+)*", one.clause)
        assert isinstance(one.strength, Strength)
        assert (one.unit in ("文字", "字体")) is isinstance(one.value, str)
        assert one.field is None or one.field in {field.name for field in fields(Profile)}


def test_a_figure_is_met_within_its_tolerance_and_not_beyond():
    mark = requirement("mark_top")
    assert [mark.met(value) for value in (33.9, 34.0, 36.0, 36.1)] == [False, True, True, False]
    at_most = Requirement("x", "正文", "x", "1", Strength.MUST, 28, "字", compare=Comparison.AT_MOST)
    assert [at_most.met(value) for value in (27, 28, 28.5)] == [True, True, False]


@pytest.mark.parametrize(
    ("widths", "name"),
    [
        ([12], "一行"),
        ([8, 12, 16], "梯形"),
        ([16, 12], "倒梯形"),
        ([8, 14, 9], "菱形"),
        ([12, 12], "长方形"),
        ([14, 8, 14], "沙漏形"),
    ],
)
def test_a_titles_shape_is_told_from_the_widths_of_its_lines(widths, name):
    assert shape(widths) == name


def test_a_docx_alone_is_measured_as_far_as_it_can_be(content):
    report = report_of_docx(content, MEASURE, STANDARD)
    assert report.conforms
    assert row(report, "page_top").got == "37.01 毫米"
    assert row(report, "mark_top").why == UNMEASURED
    assert row(report, "mark_top").ok is None
    assert row(report, "text_font").got == "仿宋_GB2312"


@pytest.mark.parametrize(
    ("part", "pattern", "new", "name"),
    [
        ("word/document.xml", rb'w:top="\d+"', b'w:top="1440"', "page_top"),
        (
            "word/styles.xml",
            rb'w:eastAsia="\xe9\xbb\x91\xe4\xbd\x93"',
            'w:eastAsia="微软雅黑"'.encode(),
            "heading_first_font",
        ),
        ("word/settings.xml", rb"<w:mirrorMargins/>", b"", "binding_mirrored"),
        ("word/footer1.xml", "—".encode(), b"-", "page_number_form"),
    ],
)
def test_a_fault_put_into_the_file_is_found_and_told(content, part, pattern, new, name):
    report = report_of_docx(changed(content, part, pattern, new), MEASURE, STANDARD)
    assert not report.conforms
    assert row(report, name).verdict is Verdict.MISSED
    assert f"✗ {requirement(name).element}" in "\n".join(as_lines(report))


def test_a_profiles_own_value_counts_as_the_profiles_and_is_listed(tmp_path):
    path = tmp_path / "other.docx"
    export_docx(MEASURE, path, OTHER)
    report = report_of_docx(path.read_bytes(), MEASURE, OTHER)
    assert row(report, "page_top").verdict is Verdict.PROFILE
    told = {one.field: (one.clause, one.strength, one.standard, one.profile) for one in report.deviations}
    assert told["margin_top_mm"] == ("5.2.1", Strength.MUST, 37.0, 34.58)
    assert report_of_docx(path.read_bytes(), MEASURE, STANDARD).conforms is False


def test_the_standard_deviates_from_itself_in_nothing_and_every_value_has_a_name():
    assert deviations(STANDARD) == ()
    assert {field.name for field in fields(Profile)} - {"label"} <= set(named_fields())


def test_fonts_that_the_machine_lacks_are_named_with_what_stands_in(content):
    report = report_of_docx(content, MEASURE, STANDARD, {"仿宋", "黑体"})
    fonts = {font.name: (font.installed, font.substitute) for font in report.fonts}
    assert fonts["仿宋_GB2312"] == (False, "仿宋")
    assert fonts["黑体"] == (True, None)
    assert fonts["方正小标宋简体"] == (False, None)


def test_json_holds_every_row(content):
    report = report_of_docx(content, MEASURE, STANDARD)
    read = json.loads(json.dumps(as_json(report), ensure_ascii=False))
    assert [one["id"] for one in read["rows"]] == [one.requirement.id for one in report.rows]
    assert read["conforms"] is True
    assert {one["verdict"] for one in read["rows"]} == {"符合", "未测量"}


def test_elements_are_measured_where_they_stand_on_the_page():
    measure = notice_of(ONE, parts=1)
    number = Words(measure.doc_number, 200, 500, 16)
    pages = read_pages(pdf([[number, Words("— 1 —", 440, 74, 14)]]))
    measured = measure_pages(pages, measure)
    centre = 200 + (len("示政办发〔〕号") + 2.5) * 8
    assert measured["number_size"][0].value == pytest.approx(16)
    assert measured["number_centre"][0].value == pytest.approx(abs(centre * 25.4 / 72 - 106), abs=0.5)
    assert measured["page_number_form"][0].value == "合乎"
    assert "mark_top" not in measured


def test_an_element_that_is_not_on_the_pages_is_missed():
    report = report_of_pdf(pdf([[Words("别的文字", 80, 500)]]), MEASURE, STANDARD)
    assert row(report, "mark_top").verdict is Verdict.MISSED
    assert row(report, "mark_top").why == "排版后的页面上没有找到"


def test_direct_formatting_goes_over_styles_and_styles_over_defaults(content):
    larger = changed(content, "word/styles.xml", rb'<w:sz w:val="32"/>', b'<w:sz w:val="30"/>')
    sizes = {one.value for one in measure_docx(larger, MEASURE)["text_size"]}
    assert sizes == {15.0}


def test_what_is_no_docx_is_said_to_be_unreadable():
    with pytest.raises(UnreadableFile, match="Word"):
        measure_docx(b"nothing", MEASURE)
