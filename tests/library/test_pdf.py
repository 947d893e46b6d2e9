"""PDF files: rows become paragraphs again, what belongs to the page is left out, hostile files are refused in time."""

import shutil
import subprocess
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chengwen_library.contract import reading_json
from chengwen_library.errors import UnreadableFile
from chengwen_library.folding import fold
from chengwen_library.model import Measure
from chengwen_library.reading.formats.pdf import read_pdf
from chengwen_library.reading.formats.pdf_rows import ordinary
from chengwen_library.reading.reader import read_lines, read_text
from chengwen_library.reading.report import Reading
from chengwen_templates.export.docx import build_docx
from chengwen_templates.export.text import build_text
from chengwen_templates.profile import load_profile
from material import NAMES, seed
from notices import notice_of
from pages import render
from pdfs import LEFT, Words, assembled, pdf, stream, typeset

BODY = "建立培育机制，完善服务，每年培育一百件以上的高价值专利，为产业发展提供支撑。"
PARAGRAPHS = [
    "示例市促进转化若干措施",
    "为深入贯彻落实国务院办公厅的行动方案，大力推动专利产业化，加快创新成果向现实生产力转化，制定本措施。",
    "一、提升质量",
    *(f"（{number}）培育专利。{BODY * 6}" for number in "一二三四五六"),
    "二、加强保护",
    *(f"（{number}）协同保护。{BODY * 5}" for number in "七八九十"),
]
SECONDS = 5


def read(content: bytes) -> tuple[list[str], list[tuple[str, str]]]:
    """Return the paragraphs kept, and what was left out with its reason."""
    kept, dropped = read_pdf(content, "a.pdf")
    return [line.raw for line in kept], [(item.text, item.reason) for item in dropped]


def bare(readings: list[Reading]) -> list[dict]:
    """Return what was read, without its places in the source and what was left out."""
    return [reading_json(replace(reading, source="", dropped=(), warnings=())) for reading in readings]


def refusal(content: bytes) -> str:
    with pytest.raises(UnreadableFile) as raised:
        read_pdf(content, "a.pdf")
    assert "\n" not in str(raised.value)
    return str(raised.value)


@pytest.mark.parametrize("indent", [2, 0])
def test_rows_become_paragraphs_again_across_pages(indent: int) -> None:
    kept, dropped = read(typeset(PARAGRAPHS, indent=indent))
    assert kept == PARAGRAPHS
    assert dropped == [(f"— {number} —", "页码") for number in range(1, len(dropped) + 1)]
    assert len(dropped) >= 4


def test_a_row_that_begins_with_a_reference_does_not_begin_a_unit() -> None:
    paragraph = "（一）申报程序。" + "申" * 17 + "按照第二十一条执行。" + BODY * 2
    row = paragraph[25:]
    text = [PARAGRAPHS[0], f"{paragraph[:22]}申申申第二十一条的程序执行。{row}", *PARAGRAPHS[2:6]]
    assert read(typeset(text))[0] == text


def test_running_headers_are_left_out_and_the_text_is_not() -> None:
    kept, dropped = read(typeset(PARAGRAPHS, header="示例市人民政府公报 2026年第3期"))
    assert kept == PARAGRAPHS
    assert {reason for _, reason in dropped} == {"页码", "页眉页脚"}
    assert ("示例市人民政府公报 2026年第3期", "页眉页脚") in dropped


@pytest.mark.parametrize("number", ["— {} —", "- {} -", "第 {} 页", "第{}页 共2页", "{}", "{}/2", "·{}·"])
def test_page_numbers_in_their_usual_forms_are_left_out(number: str) -> None:
    pages = [[Words("一、提升质量", LEFT, 700), Words(number.format(page), 290, 60)] for page in (1, 2)]
    assert [reason for _, reason in read(pdf(pages))[1]] == ["页码", "页码"]


def test_numbers_that_do_not_count_the_pages_are_text() -> None:
    pages = [[Words("一、提升质量", LEFT, 700), Words(number, 290, 60)] for number in ("500", "2027")]
    assert read(pdf(pages)) == (["一、提升质量", "500", "一、提升质量", "2027"], [])


def test_rows_stand_from_top_to_bottom_whatever_their_order_in_the_file() -> None:
    page = [Words("二、加强保护", LEFT, 600), Words("抄送：市委各部门。", LEFT, 200), Words("一、提升质量", LEFT, 700)]
    assert read(pdf([page]))[0] == ["一、提升质量", "二、加强保护", "抄送：市委各部门。"]


def test_words_printed_twice_to_look_bold_are_read_once() -> None:
    twice = [Words("一、提升质量", LEFT, 700), Words("一、提升质量", LEFT + 0.4, 700)]
    single = [
        Words(character, LEFT + 16 * place + shift, 600) for place, character in enumerate("保护") for shift in (0, 0.4)
    ]
    assert read(pdf([[*twice, *single]]))[0] == ["一、提升质量", "保护"]


def test_columns_of_a_row_are_apart_and_letters_of_a_word_are_not() -> None:
    page = [
        Words("示例市财政局", LEFT, 700),
        Words("2026年3月6日印发", 330, 700),
        Words("GB", LEFT, 600),
        Words("/T", LEFT + 16, 600),
    ]
    assert read(pdf([page]))[0] == ["示例市财政局 2026年3月6日印发", "GB/T"]


def test_a_title_of_several_rows_is_one_line() -> None:
    rows = ["示例市人民政府办公室关于印发", "《示例市促进专利转化运用若干措施》", "的通知"]
    title = [Words(text, 298 - 11 * len(text), 700 - 36 * place, 22) for place, text in enumerate(rows)]
    body = [Words(BODY[:27], LEFT, 560 - 29 * place) for place in range(8)]
    assert read(pdf([[*title, *body]]))[0][0] == "".join(rows)


def test_a_signature_is_not_joined_to_the_paragraph_before_it() -> None:
    text = [Words((BODY * 2)[:27], LEFT, 700 - 29 * place) for place in range(6)]
    organ, day = Words("示例市财政局", 330, 500), Words("2026年3月5日", 360, 471)
    assert read(pdf([[*text, organ, day, Words("（此件公开发布）", LEFT + 32, 442)]]))[0][-3:] == [
        "示例市财政局",
        "2026年3月5日",
        "（此件公开发布）",
    ]


def test_watermarks_are_left_out_with_a_reason() -> None:
    page = [Words("一、提升质量", LEFT, 700), Words("内部资料", 200, 300, 40, "0.7 0.7 -0.7 0.7")]
    assert read(pdf([page])) == (["一、提升质量"], [("内部资料", "水印")])


def test_a_page_whose_text_is_turned_is_read_upright() -> None:
    rows = [Words("一、提升质量", 100, 80, matrix="0 1 -1 0"), Words("二、加强保护", 130, 80, matrix="0 1 -1 0")]
    assert read(pdf([rows]))[0] == ["一、提升质量", "二、加强保护"]


def test_radicals_and_ligatures_become_ordinary_characters() -> None:
    assert ordinary("⼀、⻓期⽀持⻛险补偿，efﬁcient，①②Ａ％") == "一、长期支持风险补偿，efficient，①②Ａ％"


def test_a_picture_among_pages_of_text_is_told_of() -> None:
    image = stream(
        b"\0" * 100, "/Type/XObject/Subtype/Image/Width 10/Height 10/ColorSpace/DeviceGray/BitsPerComponent 8"
    )
    text = b"BT /F 16 Tf 80 700 Td <%s> Tj ET" % BODY.encode("utf-16-be").hex().encode()
    shown = b"q 500 0 0 700 40 60 cm /I Do Q"
    content = assembled([text, shown], resources="/XObject<</I 7 0 R>>", more=[image])
    assert read(content) == ([BODY], [("", "第 2 页是图片，里面没有文字")])
    assert "是扫描件，里面没有文字。请先做文字识别" in refusal(
        assembled([shown, shown], resources="/XObject<</I 7 0 R>>", more=[image])
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "不是 PDF 文件，或者文件已损坏"),
        (b"%PDF-1.7\nnothing", "不是 PDF 文件，或者文件已损坏"),
        (pdf([[]]), "里没有文字"),
        (pdf([[Words("一、甲", LEFT, 700)]], "/AcroForm<</XFA(x)/Fields[]>>/NeedsRendering true"), "XFA"),
        (pdf([[Words("\ue001\ue002\ue003\ue004一、甲" * 2, LEFT, 700)]]), "乱码"),
    ],
    ids=["empty", "broken", "blank", "form", "codes"],
)
def test_what_cannot_be_read_is_said_in_one_line(content: bytes, message: str) -> None:
    assert message in refusal(content)


def test_a_file_locked_by_a_password_says_so(tmp_path: Path) -> None:
    locked = typeset(PARAGRAPHS[:1]).replace(
        b"/Root 1 0 R>>",
        b"/Root 1 0 R/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>>>" % (b"11" * 32, b"22" * 32),
    )
    assert "加了密码" in refusal(locked)


ONE = pdf([[Words("一、甲", LEFT, 700)]])


def many_forms() -> bytes:
    """Return a page that shows a form ten times, which shows another ten times, and so on."""
    forms = [
        stream(b"/A Do " * 10, f"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A {8 + number} 0 R>>>>")
        for number in range(12)
    ]
    forms.append(stream(b"BT /F 9 Tf <4e00> Tj ET", "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources 6 0 R"))
    return assembled([b"/A Do"], resources="/XObject<</A 7 0 R>>", more=forms)


HOSTILE = {
    "a cyclic page tree": lambda: ONE.replace(b"/Kids[7 0 R]", b"/Kids[2 0 R]"),
    "too many pages": lambda: ONE.replace(b"/Count 1", b"/Count 99999999"),
    "forms in forms": many_forms,
    "a bomb": lambda: assembled([b" " * 900_000_000]),
    "a page of many words": lambda: assembled(
        [b"BT /F 9 Tf " + b"<4e004e004e004e004e004e004e004e00> Tj " * 1_000_000 + b"ET"]
    ),
    "a deep array": lambda: assembled([b"[" * 5_000_000]),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_made_to_stop_a_reader_is_read_or_refused_in_time(name: str) -> None:
    content = HOSTILE[name]()
    assert read(ONE) == (["一、甲"], [])
    started = time.monotonic()
    with suppress(UnreadableFile):
        assert read(content)[0]
    assert time.monotonic() - started < SECONDS
    assert read(ONE) == (["一、甲"], [])


def test_too_many_pages_are_refused() -> None:
    assert "超过 5000 页" in refusal(pdf([[]] * 5001))


def test_a_file_cut_off_anywhere_is_read_or_refused() -> None:
    whole = typeset(PARAGRAPHS[:6])
    for end in range(0, len(whole), len(whole) // 60):
        with suppress(UnreadableFile):
            read_pdf(whole[:end], "a.pdf")


@settings(max_examples=120, deadline=None)
@given(st.data())
def test_a_damaged_file_is_read_or_refused(data: st.DataObject) -> None:
    content = bytearray(typeset(PARAGRAPHS[:4]))
    places = st.tuples(st.integers(0, len(content) - 1), st.integers(0, 255))
    for place, value in data.draw(st.lists(places, min_size=1, max_size=40)):
        content[place] = value
    with suppress(UnreadableFile):
        kept, dropped = read_pdf(bytes(content), "a.pdf")
        numbers = [line.line for line in kept] + [item.line for item in dropped]
        assert sorted(numbers) == list(range(1, len(numbers) + 1))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_rubbish_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableFile):
        read_pdf(content, "a.pdf")


def office_pdfs(texts: dict[str, str], folder: Path) -> dict[str, bytes]:
    """Return PDFs of plain texts, made by LibreOffice."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("needs LibreOffice (soffice)")
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--infilter=Text (encoded):UTF8,LF,,,", "--convert-to", "pdf"]
    sources = [str(folder / f"{name}.txt") for name in texts]
    subprocess.run([*command, "--outdir", str(folder), *sources], check=True, capture_output=True, timeout=180)
    return {name: (folder / f"{name}.pdf").read_bytes() for name in texts}


def test_the_five_measures_as_pdf_give_the_same_trees_and_metadata(tmp_path: Path) -> None:
    texts = {Path(name).stem: seed(name).read_text(encoding="utf-8") for name in NAMES}
    for name, content in office_pdfs(texts, tmp_path).items():
        kept, dropped = read_pdf(content, name)
        assert bare(read_lines(kept, dropped, name)) == bare(read_text(texts[name], name))


@pytest.mark.parametrize("issuers", [("示例市人民政府办公室",), ("示例市知识产权局", "示例市财政局")])
def test_an_official_notice_as_pdf_is_read_as_its_text(issuers: tuple[str, ...], tmp_path: Path) -> None:
    measure = notice_of(issuers)
    pages = render(build_docx(measure, load_profile("gbt9704")), tmp_path)
    kept, dropped = read_pdf(pages[0].path.read_bytes(), "a.pdf")
    got, want = (_read(readings) for readings in (read_lines(kept, dropped, "a"), read_text(build_text(measure), "a")))
    assert got.units == want.units
    assert [item.reason for item in dropped] == ["页码"] * len(pages)
    for name in ("title", "doc_number", "recipients", "preamble", "closing", "issue_date", "issuers"):
        assert getattr(got, name) == getattr(want, name), name
    assert got.notice is not None
    assert want.notice is not None
    assert fold(got.notice.title or "") == fold(want.notice.title or "")
    assert replace(got.notice, title=None) == replace(want.notice, title=None)


def _read(readings: list[Reading]) -> Measure:
    (reading,) = readings
    return reading.measure
