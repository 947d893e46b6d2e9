"""Pages of a PDF, measured: characters, rules and ink at the places where they were drawn."""

import pytest
from PySide6.QtCore import QLineF, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGlyphRun, QPageSize, QPainter, QPdfWriter, QPen, QRawFont

from chengwen_library.errors import UnreadableFile
from chengwen_templates.measuring.measurement import Box
from chengwen_templates.measuring.pages import ink_in, read_pages
from pdfs import Words, assembled, pdf

MM = 25.4 / 72


def test_characters_have_their_words_size_baseline_and_advance():
    (page,) = read_pages(pdf([[Words("示例", 80, 742, 16)]]))
    first, second = page.characters
    assert (first.text, second.text) == ("示", "例")
    assert first.size_pt == pytest.approx(16)
    assert first.baseline == pytest.approx(100 * MM)
    assert (first.left, first.right, second.left) == pytest.approx((80 * MM, 96 * MM, 96 * MM))


def test_a_stroke_and_a_thin_filled_rectangle_are_rules():
    content = b"1 0 0 RG 1 w 80 700 m 500 700 l S 0 g 80 600 420 0.7 re f 80 500 420 100 re f"
    (page,) = read_pages(assembled([content]))
    red, black = page.rules
    assert (red.left, red.right, red.y) == pytest.approx((80 * MM, 500 * MM, 142 * MM))
    assert (red.thickness, red.colour) == (pytest.approx(MM), "FF0000")
    assert (black.thickness, black.y, black.colour) == (
        pytest.approx(0.7 * MM, abs=0.001),
        pytest.approx((842 - 600.35) * MM, abs=0.001),
        "000000",
    )


def test_pieces_of_a_rule_are_one_rule():
    (page,) = read_pages(assembled([b"1 w 80 700 m 200 700 l S 200 700 m 500 700 l S"]))
    assert [rule.width for rule in page.rules] == [pytest.approx(420 * MM)]


def test_ink_is_found_by_colour_to_a_tenth_of_a_millimetre():
    (page,) = read_pages(assembled([b"1 0 0 rg 100 700 50 20 re f 0 g 300 700 50 20 re f"]))
    whole = Box(0, 0, page.width, page.height)
    red, black = ink_in(page, whole, "红色"), ink_in(page, whole, "黑色")
    assert (red.left, red.top, red.right, red.bottom) == pytest.approx(
        (100 * MM, 122 * MM, 150 * MM, 142 * MM), abs=0.1
    )
    assert black.left == pytest.approx(300 * MM, abs=0.1)
    assert ink_in(page, Box(0, 0, page.width, 20), "黑色") is None


def test_what_is_no_pdf_is_said_to_be_unreadable():
    with pytest.raises(UnreadableFile, match="PDF"):
        read_pages(b"nothing")


def test_a_pdf_drawn_by_qt_as_glyph_runs_measures_as_it_was_drawn(qapp, tmp_path):
    unit, path = 1440 / 25.4, tmp_path / "qt.pdf"
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(1440)
    painter = QPainter(writer)
    font = QFont("Noto Serif CJK SC")
    font.setPixelSize(320)
    raw = QRawFont.fromFont(font, QFontDatabase.WritingSystem.SimplifiedChinese)
    if not raw.supportsCharacter(ord("示")):
        painter.end()
        pytest.skip("needs a Chinese font")
    run = QGlyphRun()
    run.setRawFont(raw)
    words = "示例干文二页"
    run.setGlyphIndexes(raw.glyphIndexesForString(words))
    run.setPositions([QPointF(place * 315, 0) for place in range(len(words))])
    painter.drawGlyphRun(QPointF(28 * unit, 50 * unit), run)
    pen = QPen(QColor("#FF0000"))
    pen.setWidthF(0.35 * unit)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLine(QLineF(28 * unit, 100 * unit, 184 * unit, 100 * unit))
    painter.fillRect(QRectF(28 * unit, 120 * unit, 156 * unit, 0.25 * unit), QColor("black"))
    painter.end()
    (page,) = read_pages(path.read_bytes())
    assert "".join(one.text for one in page.characters) == words
    assert page.characters[0].baseline == pytest.approx(50, abs=0.05)
    assert page.characters[0].size_pt == pytest.approx(16, abs=0.01)
    assert page.characters[1].left - page.characters[0].left == pytest.approx(15.75 * MM, abs=0.01)
    stroke, filled = page.rules
    assert (stroke.y, stroke.width, stroke.thickness) == pytest.approx((100, 156, 0.35), abs=0.01)
    assert (filled.top, filled.thickness) == pytest.approx((120, 0.25), abs=0.01)
