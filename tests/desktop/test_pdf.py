"""The PDF of a notice, measured as it was written (GB/T 9704-2012)."""

import io
import re
import shutil
import subprocess
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pdfplumber
import pypdf
import pytest

from chengwen_desktop.printing.pdf import build_pdf, export_pdf
from chengwen_desktop.printing.printed import printed
from chengwen_library.model import Annex, PageForm, Sealing
from chengwen_templates.export.verify import ExportFailed
from chengwen_templates.measuring.outcome import Verdict
from chengwen_templates.measuring.report import report_of_pdf
from chengwen_templates.profile import load_profile
from notices import ONE, THREE, notice_of
from pages import MM_PER_POINT, Box, black, read, red

PROFILE = load_profile("gbt9704")
LONG = notice_of(ONE, parts=8)
TABLE = Annex("任务分工表", "", rows=(("序号", "任务", "单位"), ("1", "盘点存量专利", "市知识产权局")), wide=True)


def with_notice(measure, **changes):
    return replace(measure, notice=replace(measure.notice, **changes))


JOINT = with_notice(
    notice_of(THREE, parts=2),
    copy_number="000012",
    secrecy="机密★1年",
    urgency="特急",
    signers=("张三", "李四", "王五"),
    sealing=Sealing.SEAL,
)


@pytest.fixture(scope="module")
def long(tmp_path_factory, qapp):
    path = tmp_path_factory.mktemp("pdf") / "长.pdf"
    layout = export_pdf(LONG, path, PROFILE)
    return path, layout


def reader(content: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(content))


def test_it_has_the_layouts_faces_with_22_lines_10_21_mm_apart(long):
    path, layout = long
    pages = read(path)
    assert len(pages) == len(layout.faces) == len(printed(LONG, PROFILE)[1])
    full = [page.body() for page in pages[2:-2]]
    assert {len(lines) for lines in full} == {22}
    gaps = Counter(round(b.baseline - a.baseline, 2) for lines in full for a, b in pairwise(lines))
    assert set(gaps) == {10.21}


def test_lines_stand_within_the_type_area_on_the_side_that_is_bound(long):
    for page in read(long[0]):
        for line in page.body():
            assert line.left >= page.left() - 0.1
            assert line.right <= page.left() + 156 + 0.3


def test_full_lines_hold_28_characters(long):
    lines = [line for page in read(long[0])[1:] for line in page.body()]
    plain = [line.text for line in lines if not re.search(r"[0-9A-Za-z]", line.text)]
    assert max(map(len, plain)) == 28
    assert sum(len(line) == 28 for line in plain) > len(plain) / 3


def test_numbers_stand_at_the_outer_edge_7_mm_below_the_type_area(long):
    for page in read(long[0])[:2]:
        number = page.lines[-1]
        assert number.text == f"—{page.number}—"
        dash = page.ink(Box(20, 263, 190, 290), black)
        assert dash is not None
        assert number.size == pytest.approx(14)
        em = 14 * MM_PER_POINT
        if page.number % 2:
            assert page.left() + 156 - number.right == pytest.approx(em, abs=0.3)
        else:
            assert number.left - page.left() == pytest.approx(em, abs=0.3)
    with pdfplumber.open(long[0]) as document:
        strokes = [char for char in document.pages[0].chars if char["text"] == "—"]
    assert len(strokes) >= 2


def test_the_rules_have_the_standards_widths_and_places(qapp, tmp_path):
    export_pdf(JOINT, tmp_path / "a.pdf", PROFILE)
    with pdfplumber.open(tmp_path / "a.pdf") as document:
        first, last = (document.pages[place].lines for place in (0, -1))
    assert [line["linewidth"] for line in first] == pytest.approx([PROFILE.red_rule_pt])
    assert [line["linewidth"] * MM_PER_POINT for line in last] == pytest.approx([0.35, 0.25, 0.35], abs=0.005)
    assert last[-1]["top"] * MM_PER_POINT == pytest.approx(262, abs=0.05)
    for line in [*first, *last]:
        assert (line["x1"] - line["x0"]) * MM_PER_POINT == pytest.approx(156, abs=0.05)


def test_a_letter_has_red_double_rules_170_mm_wide_and_no_number_on_its_first_face(qapp, tmp_path):
    export_pdf(with_notice(LONG, page_form=PageForm.LETTER), tmp_path / "a.pdf", PROFILE)
    page = read(tmp_path / "a.pdf")[0]
    with pdfplumber.open(tmp_path / "a.pdf") as document:
        rules = sorted(document.pages[0].lines, key=lambda line: line["top"])
    thick, thin = PROFILE.letter_thick_rule_pt, PROFILE.letter_thin_rule_pt
    assert [line["linewidth"] for line in rules] == pytest.approx([thick, thin, thin, thick])
    assert all((line["x1"] - line["x0"]) * MM_PER_POINT == pytest.approx(170, abs=0.05) for line in rules)
    lowest = rules[-1]["top"] + thick / 2
    assert 297 - lowest * MM_PER_POINT == pytest.approx(20, abs=0.1)
    assert page.rules(Box(15, 30, 195, 70), red)
    assert not any(line.text == "—1—" for line in page.lines)


def test_on_preprinted_sheets_nothing_is_red_and_nothing_moves(qapp, tmp_path):
    export_pdf(LONG, tmp_path / "a.pdf", PROFILE)
    export_pdf(LONG, tmp_path / "b.pdf", PROFILE, preprinted=True)
    usual, preprinted = read(tmp_path / "a.pdf"), read(tmp_path / "b.pdf")
    everywhere = Box(0, 0, 210, 297)
    assert usual[0].ink(everywhere, red)
    assert preprinted[0].ink(everywhere, red) is None
    assert [page.body() for page in usual] == [page.body() for page in preprinted]


def test_a_wide_table_lies_on_a_turned_page(qapp):
    pages = reader(build_pdf(replace(LONG, annexes=(TABLE,)), PROFILE).content).pages
    wide = [page for page in pages if page.mediabox.width > page.mediabox.height]
    assert len(wide) == 1
    assert "任务分工表" in re.sub(r"\s", "", wide[0].extract_text())


def test_headings_are_bookmarks_in_the_order_of_the_text(long):
    document = reader(long[0].read_bytes())

    def walk(outline, depth=0):
        for one in outline:
            if isinstance(one, list):
                yield from walk(one, depth + 1)
            else:
                yield depth, one.title, document.get_destination_page_number(one)

    found = list(walk(document.outline))
    assert found[0] == (0, LONG.notice.title, 0)
    assert found[1] == (0, LONG.title, 1)
    assert found[2][:2] == (1, "一、提升专利供给质量，夯实转化运用基础")
    assert found[3][:2] == (2, "（一）建立专利分级分类评价机制")
    assert [page for _, _, page in found] == sorted(page for _, _, page in found)


def test_title_organs_and_number_are_in_its_properties(long):
    document = reader(long[0].read_bytes())
    assert document.metadata.title == LONG.notice.title
    assert document.metadata.author == "示例市人民政府办公室"
    assert document.metadata.subject == "示政办发〔2026〕8号"
    assert document.pdf_header == "%PDF-1.4"


def test_every_font_is_embedded(long):
    fonts = [
        font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        for page in reader(long[0].read_bytes()).pages
        for font in page["/Resources"].get("/Font", {}).values()
    ]
    assert fonts
    assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)


def test_its_words_are_found_as_they_were_written_and_in_their_order(long):
    if shutil.which("pdftotext") is None:
        pytest.skip("needs pdftotext")
    done = subprocess.run(["pdftotext", str(long[0]), "-"], check=True, capture_output=True)
    text = re.sub(r"\s", "", done.stdout.decode())
    assert not re.search("[⺀-⿟]", text)
    body = re.sub(r"—\d+—", "", text)
    wanted = re.sub(r"\s", "", "".join(long[1].composition.words))
    assert body == wanted


def test_the_report_of_it_finds_nothing_wrong(qapp):
    measure = with_notice(notice_of(ONE, parts=1), copies="市委各部门")
    report = report_of_pdf(build_pdf(measure, PROFILE).content, measure, PROFILE, ["DejaVu Sans"])
    assert [row.why for row in report.rows if row.verdict is Verdict.MISSED] == []


def test_what_no_font_can_write_is_said_and_nothing_is_written(qapp, tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    with pytest.raises(ExportFailed, match="没有字体能写出"):
        export_pdf(replace(LONG, title="若干措施\U000f1234"), path, PROFILE)
    assert path.read_bytes() == b"old"


def test_a_measure_without_notice_is_printed_alone(qapp):
    made = build_pdf(replace(LONG, notice=None), PROFILE)
    assert reader(made.content).metadata.title == LONG.title
