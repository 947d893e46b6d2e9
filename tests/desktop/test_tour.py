"""The five steps of the first use: on the sample draft, by keys, in nobody's way, once by themselves."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QPushButton

from chengwen_desktop.help.callout import Callout
from chengwen_desktop.help.tour import STEPS
from chengwen_desktop.main_window import MainWindow

TIMEOUT = 20_000


def begun(window: MainWindow, qtbot) -> Callout:
    qtbot.waitUntil(lambda: window.help.tour.step == 0, timeout=TIMEOUT)
    return window.help.tour.callout


def sample_button(window: MainWindow) -> QPushButton:
    return next(each for each in window.start_page.findChildren(QPushButton) if each.accessibleName() == "看示例")


def test_the_steps_point_at_outline_page_search_checks_and_export_and_are_walked_by_keys(begin, qtbot):
    window = begin(sample=True)
    window.actions_["tour"].trigger()
    callout = begun(window, qtbot)
    titles = []
    for number in range(len(STEPS)):
        assert callout.count.text() == f"{number + 1} / 5"
        titles.append(callout.title.text())
        assert window.help.tour.spotlight.isVisible()
        assert window.rect().contains(callout.geometry())
        if number < len(STEPS) - 1:
            assert callout.next_button.hasFocus()
            qtbot.keyClick(callout.next_button, Qt.Key.Key_Right)
    assert titles == ["大纲", "正文", "检索先例", "检查", "导出公文"]
    assert callout.next_button.isHidden()
    qtbot.keyClick(callout.end_button, Qt.Key.Key_Left)
    assert window.help.tour.step == 3
    qtbot.keyClick(callout.next_button, Qt.Key.Key_Escape)
    assert callout.isHidden()
    assert not window.help.tour.spotlight.isVisible()
    assert window.draft.editor.hasFocus()
    assert window.settings.has_seen_tour


def test_the_sample_brings_the_steps_the_first_time_only(begin, qtbot):
    window = begin()
    sample_button(window).click()
    begun(window, qtbot)
    window.help.tour.end()
    window.documents.close()
    sample_button(window).click()
    qtbot.waitUntil(lambda: window.documents.session is not None, timeout=TIMEOUT)
    qtbot.wait(50)
    assert window.help.tour.step is None


def test_without_a_draft_the_menu_opens_the_sample_first(begin, qtbot):
    window = begin()
    window.actions_["tour"].trigger()
    begun(window, qtbot)
    assert window.documents.session is not None


def test_one_can_write_while_they_show(begin, qtbot, draft_file):
    window = begin(draft_file)
    window.actions_["tour"].trigger()
    callout = begun(window, qtbot)
    window.draft.editor.setFocus()
    qtbot.keyClicks(window.draft.editor, "Q")
    assert window.documents.session.is_dirty
    assert callout.isVisible()


def test_they_end_with_the_draft(begin, qtbot, draft_file):
    window = begin(draft_file)
    window.actions_["tour"].trigger()
    callout = begun(window, qtbot)
    window.documents.close()
    assert callout.isHidden()


def test_the_note_stays_in_a_small_window_and_follows_it(begin, qtbot, draft_file):
    window = begin(draft_file)
    window.actions_["tour"].trigger()
    callout = begun(window, qtbot)
    window.resize(QSize(960, 600))
    qtbot.waitUntil(lambda: window.rect().contains(callout.geometry()), timeout=TIMEOUT)


def test_the_note_stands_beside_what_it_is_about_and_never_over_it(qtbot, begin):
    callout = begin().help.tour.callout
    callout.say("大纲", "几句话", 0, 5)
    room = QSize(1440, 900)
    for target in (QRect(0, 100, 260, 700), QRect(1040, 100, 400, 60), QRect(1300, 40, 100, 28)):
        callout.point_at(target, room)
        assert QRect(QPoint(0, 0), room).contains(callout.geometry())
        assert not callout.geometry().intersects(target)
