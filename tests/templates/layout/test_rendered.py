"""Our lines and faces beside LibreOffice's, of every form of page and of real texts.

The fonts are named ones that both have. Two habits of LibreOffice are followed: it sets a
gap of 0.22 em between Chinese characters and Western letters or digits, whatever the file
says, and it reads `overflowPunct` the wrong way round, so that this flag is turned over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

import pytest

from chengwen_library.model import Annex, Attendance, Measure, PageForm, Sealing
from chengwen_library.reading.reader import read_file
from chengwen_templates.content import whole
from chengwen_templates.export.docx import build_docx
from chengwen_templates.layout.layout import Layout, lay_out
from chengwen_templates.layout.lines import NEVER_FIRST, NEVER_LAST
from chengwen_templates.profile import Profile
from laid import SIX, larger, text_alone, with_notice
from material import shipped_measures
from metrics import FontAdvances
from notices import CLAUSES, ONE, THREE, TWO, notice_of
from pages import Box, Page, black, render_all, turned
from rows import Comparison, compared, in_noto, laid_rows, rendered_rows
from scoring import CORPUS

GAP_OF_LIBREOFFICE = 0.22
LEAST_DOCUMENTS = 24
LEAST_ALIKE = 0.99
MOST_OFF_MM = 0.6
CHARACTER_MM = 315 / 1440 * 25.4
ROUNDING_MM = 0.1
ABOVE_THE_NUMBER = 267
TASK = "组织高校和科研机构全面盘点未转化的有效专利，建立可转化专利资源库"
TABLE = (
    ("序号", "任务", "牵头单位", "完成时限"),
    *((str(place), TASK, "市知识产权局", "2026年12月") for place in range(1, 30)),
)
TEXTS = [f"h{number}.txt" for number in ("01", "03", "07", "09", "12", "15", "16", "19", "22", "25")]


def annexed(*annexes: Annex, **changes: object) -> Measure:
    return replace(with_notice(notice_of(ONE, parts=1), **changes), annexes=annexes)


OFFICE = notice_of(ONE)
SHORT = notice_of(ONE, parts=1)
LETTER = replace(SHORT, doc_number="示政办函〔2026〕8号")
ORDER = replace(SHORT, issuers=("示例市人民政府",), doc_number="第12号", recipients=None)
MINUTES = replace(SHORT, issuers=("示例市人民政府常务会议纪要",), doc_number="〔2026〕3号")
THERE = (
    Attendance("出席", "甲局局长、乙局局长、丙局局长、丁局局长、戊局局长、己局局长"),
    Attendance("列席", "庚局局长"),
)

FORTY = "text of forty faces"
DOCUMENTS: dict[str, Measure] = {
    "plain": OFFICE,
    "short": SHORT,
    "all elements": with_notice(SHORT, copy_number="000001", secrecy="机密★1年", urgency="特急", sealing=Sealing.SEAL),
    "one signer": with_notice(SHORT, signers=("甲乙丙",)),
    "five signers": with_notice(SHORT, signers=("甲乙丙", "丁戊", "己庚辛", "壬癸", "子丑寅"), secrecy="秘密"),
    "two organs": notice_of(TWO, parts=1),
    "three organs under seals": with_notice(notice_of(THREE, parts=1), sealing=Sealing.SEAL),
    "six organs": notice_of(SIX, parts=1),
    "six organs under seals": with_notice(notice_of(SIX, parts=1), sealing=Sealing.SEAL),
    "stamp": with_notice(SHORT, sealing=Sealing.STAMP, posts=("市长",)),
    "two stamps": with_notice(notice_of(TWO, parts=1), sealing=Sealing.STAMP, posts=("局长", "局长")),
    "letter": with_notice(LETTER, page_form=PageForm.LETTER, copy_number="000012", urgency="加急"),
    "letter itself": with_notice(LETTER, page_form=PageForm.LETTER, title=None, body=()),
    "order": with_notice(
        ORDER, page_form=PageForm.ORDER, title=None, sealing=Sealing.STAMP, posts=("市长",), note=None
    ),
    "minutes": with_notice(MINUTES, page_form=PageForm.MINUTES, attendance=THERE, signature=(), note=None),
    "measure itself": with_notice(OFFICE, title=None, body=()),
    "measure as annex": with_notice(SHORT, measure_as_annex=True),
    "annexes": annexed(
        Annex("示例市知识产权服务机构名单（第一批）", "下列机构按照办法评定。\n有效期二年。"),
        Annex("示例市专利转化任务分工表", "", TABLE),
        Annex("示例市专利转化运用促进工作联席会议成员单位名单", "市知识产权局、市财政局。"),
    ),
    "wide annex": annexed(
        Annex("名单", "下列机构按照办法评定。"), Annex("任务分工表", "", TABLE, wide=True), Annex("其他", "略。")
    ),
    "wide annex at the end": annexed(Annex("任务分工表", "", TABLE, wide=True)),
    "annexes apart": annexed(Annex("甲表", "文。"), Annex("乙表", "文。"), annexes_apart=True),
    "recipients moved": replace(SHORT, recipients="、".join(("各区县人民政府", "市政府各部门", "各直属机构") * 16)),
    "two paragraphs closed up": with_notice(
        SHORT, body=tuple(text for _, text in CLAUSES[:2]), copies=None, printer=None, print_date_text=None
    ),
    "long letter of five clauses": with_notice(OFFICE, body=tuple(text for _, text in CLAUSES)),
    FORTY: text_alone(152),
    "notice of thirty faces": larger(100),
}


@dataclass(frozen=True, repr=False)
class Rendered:
    """A document laid out and rendered: its faces here and there, and their rows compared."""

    layout: Layout
    pages: list[Page]
    rows: Comparison


def every_document(folder) -> Iterator[tuple[str, Measure, Profile]]:
    noto = in_noto()
    for name, measure in DOCUMENTS.items():
        yield name, measure, noto
    yield "ink school", OFFICE, in_noto("gbt9704-ink")
    for number, measure in enumerate(shipped_measures(folder), start=1):
        yield f"shipped {number}", measure, noto
    for name in TEXTS if CORPUS.is_dir() else ():
        yield name, read_file(CORPUS / name)[0].measure, noto


@pytest.fixture(scope="module")
def rendered(tmp_path_factory) -> dict[str, Rendered]:
    folder, advances = tmp_path_factory.mktemp("rendered"), FontAdvances(GAP_OF_LIBREOFFICE)
    documents = {name: (measure, profile) for name, measure, profile in every_document(folder)}
    layouts = {name: lay_out(measure, profile, advances) for name, (measure, profile) in documents.items()}
    files = {name: f"document{number}" for number, name in enumerate(documents)}
    contents = {files[name]: turned(build_docx(measure, profile)) for name, (measure, profile) in documents.items()}
    pages = render_all(contents, folder / "pages")
    found: dict[str, Rendered] = {}
    for name, (_, profile) in documents.items():
        layout, theirs = layouts[name], pages[files[name]]
        ours = laid_rows(layout, profile)
        found[name] = Rendered(layout, theirs, compared(ours, rendered_rows(theirs, layout, profile)))
    return found


def test_lines_break_alike(rendered):
    rows = sum(one.rows.rows for one in rendered.values())
    otherwise = {name: one.rows.otherwise for name, one in rendered.items() if one.rows.otherwise}
    share = 1 - sum(map(len, otherwise.values())) / rows
    print(f"{len(rendered)} documents, {rows} lines, {share:.2%} break alike; the others: {otherwise}")
    assert len(rendered) >= LEAST_DOCUMENTS
    assert share >= LEAST_ALIKE


def test_every_document_has_as_many_faces(rendered):
    faces = {name: (len(one.layout.faces), len(one.pages)) for name, one in rendered.items()}
    print("faces:", sum(ours for ours, _ in faces.values()))
    assert {name: both for name, both in faces.items() if both[0] != both[1]} == {}


def test_every_baseline_stands_where_it_was_laid(rendered):
    furthest = {name: max(map(abs, one.rows.distances)) for name, one in rendered.items()}
    print(f"baselines are off by {max(furthest.values()):.2f} mm at most")
    assert {name: distance for name, distance in furthest.items() if distance > MOST_OFF_MM} == {}


def test_forty_faces_are_filled_with_22_lines_each(rendered):
    pages = rendered[FORTY].pages
    assert len(pages) >= 40
    assert [len(page.body()) for page in pages[1:-1]] == [22] * (len(pages) - 2)


def test_lines_of_forty_faces_hold_28_characters_where_nothing_shortens_them(rendered):
    measure = DOCUMENTS[FORTY]
    text = "".join("".join(block.words.split()) + "\n" for block in whole(measure))
    full, shortened, position = 0, [], text.index("\n")
    for page in rendered[FORTY].pages:
        for line in page.body():
            position = text.index(line.text, position) + len(line.text)
            indent = 2 if line.left - page.left() > CHARACTER_MM else 0
            assert sum(0.5 if character.isascii() else 1 for character in line.text) + indent <= 28
            if text[position] == "\n" or _is_shortened(line.text, text[position : position + 2]):
                continue
            full += len(line.text) + indent == 28
            shortened += [line.text] if len(line.text) + indent < 28 else []
    print(f"{full} lines of 28 characters")
    assert shortened == []
    assert full >= 400


def test_no_ink_of_forty_faces_stands_beyond_the_type_area(rendered):
    for page in rendered[FORTY].pages:
        left, right = page.left(), page.left() + 156
        beside = (
            Box(0, 0, 210, 37),
            Box(0, 0, left - ROUNDING_MM, 297),
            Box(right + ROUNDING_MM, 0, 210, ABOVE_THE_NUMBER),
            Box(0, 262, 210, ABOVE_THE_NUMBER),
        )
        assert [page.ink(area, black) for area in beside] == [None] * 4


def _is_shortened(line: str, following: str) -> bool:
    """Tell whether a rule of setting, or Western characters, may keep a line from being full."""
    near = line[-1] + following
    return bool(re.search(r"[!-~]", line + following)) or any(
        one in NEVER_LAST or other in NEVER_FIRST or one + other == "——" for one, other in pairwise(near)
    )
