"""版式预览: the faces as they will print, following the draft; the export's report beside them; printing."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QWheelEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from chengwen_desktop.app import make_application, open_window
from chengwen_desktop.draft.counting import pages
from chengwen_desktop.exporting import exporter
from chengwen_desktop.exporting.choices import Choices, Kind
from chengwen_desktop.exporting.dialog import Order
from chengwen_desktop.frame import View
from chengwen_desktop.preview.desk import Desk
from chengwen_desktop.preview.preview import laid_out
from chengwen_desktop.preview.screen import Figure
from chengwen_desktop.printing import paper
from chengwen_desktop.printing.printed import printed
from chengwen_desktop.theme import current
from chengwen_library.model import Measure, Sealing
from chengwen_templates.draft import save_draft
from chengwen_templates.measuring.outcome import Row
from chengwen_templates.profile import load_profile
from notices import ONE, notice_of
from pages import read

TIMEOUT = 20_000
PARTS = range(1, 9)
ID = "/akn/cn-0000/act/0001/1"


@pytest.fixture
def window(qtbot, qapp, tmp_path):
    make_application()
    path = tmp_path / "文稿.akn"
    save_draft(notice_of(ONE, parts=3, id=ID), path)
    window = open_window(path, sample=False)
    window.resize(1440, 900)
    qtbot.addWidget(window, before_close_func=forget)
    qtbot.waitUntil(lambda: window.documents.session is not None, timeout=TIMEOUT)
    yield window
    window.tasks.stop()


def forget(window):
    window.documents.session = None


def show_preview(window, qtbot):
    window.actions_["preview"].trigger()
    qtbot.waitUntil(lambda: bool(window.preview.faces), timeout=TIMEOUT)


def change(window, **changes):
    session = window.documents.session
    return session.change("改写", lambda draft: replace(draft, **changes))


@pytest.fixture
def desk(qtbot, qapp):
    desk = Desk()
    qtbot.addWidget(desk)
    desk.resize(900, 700)
    desk.show()
    desk.show_faces(*laid_out(notice_of(ONE, parts=3), Choices()))
    return desk


@pytest.mark.parametrize("parts", PARTS)
def test_the_pages_counted_while_one_writes_are_the_faces_printed(qapp, parts):
    draft = notice_of(ONE, parts=parts)
    faces, profile = laid_out(draft, Choices())
    assert pages(draft, profile) == len(faces)


def test_among_these_the_imprint_has_a_face_of_its_own_and_has_none(qapp):
    profile = Choices().chosen_profile()
    assert {printed(notice_of(ONE, parts=parts), profile)[0].imprint_apart for parts in PARTS} == {True, False}


def test_it_shows_the_faces_that_will_be_printed(window, qtbot):
    show_preview(window, qtbot)
    expected, _ = laid_out(window.documents.session.draft, Choices())
    assert window.preview.pane.desk.box_count == len(expected)
    assert window.preview.pane.where.text() == f"第 1、2 面，共 {len(expected)} 面"
    figures = window.status.figures.text()
    assert figures.endswith(f"{len(expected)} 面")
    assert "页" not in figures
    assert not window.outline.isVisible()
    assert window.preview.side.isVisible()
    window.actions_["edit_view"].trigger()
    assert window.outline.isVisible()
    assert window.precedents.isVisible()
    assert window.draft.editor.hasFocus() or not window.isActiveWindow()


def test_it_follows_the_draft_and_keeps_its_place(window, qtbot):
    show_preview(window, qtbot)
    desk = window.preview.pane.desk
    desk.go_to(3)
    before = window.preview.faces
    assert change(window, title="另一个很长的标题")
    qtbot.waitUntil(lambda: window.preview.faces is not before, timeout=TIMEOUT)
    assert desk.current == 3
    assert any("另一个" in words.text for face in window.preview.faces for words in face.words)


def test_a_draft_that_gets_shorter_shows_its_last_faces(window, qtbot):
    show_preview(window, qtbot)
    window.preview.pane.desk.go_to(len(window.preview.faces) - 1)
    before = window.preview.faces
    change(window, units=())
    qtbot.waitUntil(lambda: window.preview.faces is not before, timeout=TIMEOUT)
    assert len(window.preview.faces) < len(before)
    assert window.preview.pane.desk.current == len(window.preview.faces) - 1


def test_it_does_not_work_while_it_is_not_shown(window, qtbot):
    change(window, title="另一个标题")
    qtbot.wait(300)
    assert window.preview.faces == ()


def test_with_nothing_to_print_it_says_what_to_do(window, qtbot):
    window.documents.session.change("清空", lambda _: Measure(id=ID))
    show_preview(window, qtbot)
    assert window.preview.pane.is_empty
    window.preview.pane.edit_asked.emit()
    assert window.frame.view is View.EDIT


def test_page_keys_turn_the_faces_two_at_a_time(desk, qtbot):
    desk.use_columns(2)
    places = []
    desk.came_to.connect(places.append)
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_End, Qt.Key.Key_Home):
        qtbot.keyClick(desk, key)
    assert places == [2, 4, 2, desk.box_count - 1, 0]


def test_whole_faces_fit_the_window_whatever_its_size(desk, qtbot):
    desk.fit()
    small = desk.zoom
    assert desk.horizontalScrollBar().maximum() == 0
    desk.resize(1400, 1000)
    qtbot.waitUntil(lambda: desk.zoom > small)


def test_ctrl_and_the_wheel_zoom_within_limits_and_the_face_stays(desk):
    desk.go_to(2)
    for turn, limit in ((120, 4.0), (-120, 0.25)):
        for _ in range(40):
            wheel(desk, turn)
        assert desk.zoom == pytest.approx(limit)
        assert desk.current == 2


def wheel(desk: Desk, turn: int) -> None:
    event = QWheelEvent(
        QPointF(50, 50),
        QPointF(50, 50),
        QPoint(0, 0),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(desk.viewport(), event)


def picture(desk: Desk):
    return desk.viewport().grab().toImage()


def test_the_paper_is_white_in_both_themes_and_the_desk_follows_the_theme(desk):
    grounds = []
    for appearance in (current.Appearance.LIGHT, current.Appearance.DARK):
        current.apply(appearance)
        image = picture(desk)
        box = desk._boxes[0]
        assert image.pixelColor(round(box.left()) + 5, round(box.top()) + 5) == QColor("white")
        grounds.append(image.pixelColor(3, image.height() // 2).lightness())
    current.apply(current.Appearance.LIGHT)
    assert grounds[0] > 128 > grounds[1]


def test_places_of_seals_show_on_the_screen_and_not_on_paper(qtbot, qapp, tmp_path):
    measure = notice_of(ONE, parts=1)
    sealed = replace(measure, notice=replace(measure.notice, sealing=Sealing.SEAL), issuers=(), doc_number=None)
    faces, profile = laid_out(sealed, Choices(preprinted=True))
    face = next(face for face in faces if face.places)
    desk = Desk()
    qtbot.addWidget(desk)
    desk.resize(900, 900)
    desk.show_faces([face], profile)
    assert reds(picture(desk)) > 20
    printer = pdf_printer(tmp_path / "a.pdf")
    paper.print_faces([face], printer)
    (page,) = read(tmp_path / "a.pdf")
    assert not any("位置" in line.text for line in page.lines)


def reds(image) -> int:
    colours = (image.pixelColor(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2))
    return sum(colour.red() > colour.green() + 60 for colour in colours)


def test_a_measured_place_is_framed_and_brought_into_view(desk):
    desk.use_columns(1)
    before = picture(desk)
    face = desk._faces[2]
    desk.show_figure(Figure(2, face_box(face), "35.2 mm"))
    assert desk.current == 2
    assert picture(desk) != before


def face_box(face):
    from PySide6.QtCore import QRectF

    area = face.type_area
    return QRectF(area.left, area.top, area.width, 40)


def test_an_export_is_measured_and_its_report_shown_beside_the_faces(window, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(exporter, "ask_order", lambda *_: Order(tmp_path / "公文.pdf", Kind.PDF, Choices()))
    show_preview(window, qtbot)
    report = window.preview.side.report
    window.actions_["export"].trigger()
    qtbot.waitUntil(lambda: "按“公文.pdf”量得" in report.counts.text(), timeout=60_000)
    assert len(read(tmp_path / "公文.pdf")) == len(window.preview.faces)
    model = report.tree.model()
    groups = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert "发文机关标志" in groups
    figures = []
    report.figure_asked.connect(figures.append)
    group = model.index(groups.index("发文机关标志"), 0)
    report.tree.setCurrentIndex(model.index(0, 0, group))
    assert figures[-1].face == 0
    assert isinstance(model.index(0, 0, group).data(Qt.ItemDataRole.UserRole), Row)
    assert "7.2.4" in report.detail.text()
    assert window.status.words.text().startswith("量过“公文.pdf”：")
    change(window, title="另一个标题")
    assert report.counts.text().endswith("此后文稿已经改动。")


def test_the_choices_of_the_side_are_followed_and_remembered(window, qtbot):
    show_preview(window, qtbot)
    count, before = len(window.preview.faces), window.preview.faces
    form = window.preview.side.form
    form.on_even.setChecked(not form.on_even.isChecked())
    qtbot.waitUntil(lambda: window.preview.faces is not before, timeout=TIMEOUT)
    assert window.settings.export_choices.imprint_on_even_face is False
    form.preprinted.setChecked(True)
    assert window.settings.export_choices.preprinted
    form.profile.setCurrentIndex(form.profile.findData("gbt9704-ink"))
    assert window.settings.export_choices == Choices("gbt9704-ink", preprinted=True)
    assert load_profile("gbt9704-ink").label in window.status.figures.text()
    assert count >= 1


def pdf_printer(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setFullPage(True)
    return printer


def test_the_faces_asked_for_are_printed(window, qtbot, tmp_path, monkeypatch):
    printer = pdf_printer(tmp_path / "纸.pdf")
    printer.setFromTo(2, 3)
    monkeypatch.setattr(paper, "ask_printer", lambda *_: printer)
    window.actions_["print"].trigger()
    qtbot.waitUntil(lambda: window.status.words.text() == "已送往打印机，2 面", timeout=TIMEOUT)
    pages = read(tmp_path / "纸.pdf")
    assert [page.lines[-1].text for page in pages] == ["—2—", "—3—"]
    assert pages[0].lines[-1].left - 26 == pytest.approx(14 * 25.4 / 72, abs=0.5)


def test_a_printer_that_takes_nothing_is_said(window, qtbot, monkeypatch):
    monkeypatch.setattr(paper, "ask_printer", lambda *_: QPrinter(QPrinter.PrinterMode.HighResolution))
    monkeypatch.setattr(QPainter, "begin", lambda *_: False)
    window.actions_["print"].trigger()
    qtbot.waitUntil(lambda: window.bar.isVisible(), timeout=TIMEOUT)
    assert "打印机没有接受" in window.bar.message.words


def test_f6_walks_the_panes_of_the_preview(window, qtbot):
    show_preview(window, qtbot)
    pane, side = window.preview.pane, window.preview.side
    pane.thumbnails.setFocus()
    for reached in (pane.desk, side, pane.thumbnails):
        window.frame.step(1, window.focusWidget())
        assert reached is window.focusWidget() or reached.isAncestorOf(window.focusWidget())
