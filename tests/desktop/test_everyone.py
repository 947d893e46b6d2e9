"""Every window and dialog is for everyone: it has names to be read aloud, all of it is reached by keys, nothing is cut."""

import ast
import inspect
import pkgutil
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

import chengwen_desktop
from catalogue import Untranslated, left_in_chinese
from chengwen_desktop import app, dialogs, language
from chengwen_desktop.checking import asking
from chengwen_desktop.checking.explained import RuleDialog
from chengwen_desktop.checking.question import QuestionDialog
from chengwen_desktop.citing.dialog import CitingDialog
from chengwen_desktop.clause.consent import ConsentDialog
from chengwen_desktop.clause.filling import FillingDialog
from chengwen_desktop.clause.proposing import proposal
from chengwen_desktop.creating.dialog import NewDialog
from chengwen_desktop.creating.records import RowDialog
from chengwen_desktop.differences_dialog import DifferencesDialog, Names
from chengwen_desktop.duties.dialog import DutiesDialog
from chengwen_desktop.exporting.choices import Choices, Kind
from chengwen_desktop.exporting.dialog import ExportDialog
from chengwen_desktop.frame import View
from chengwen_desktop.help.about import AboutDialog
from chengwen_desktop.help.fault_log import FaultLogDialog
from chengwen_desktop.help.window import HelpWindow
from chengwen_desktop.importing import model, questions
from chengwen_desktop.importing.batch import Line
from chengwen_desktop.importing.dialog import ReviewDialog
from chengwen_desktop.importing.outcome_dialog import OutcomeDialog
from chengwen_desktop.importing.source import pasted_source
from chengwen_desktop.keeping.backups import Backup, Reason
from chengwen_desktop.keeping.backups_dialog import BackupsDialog, Deeds
from chengwen_desktop.language import Language
from chengwen_desktop.library_pane import desk
from chengwen_desktop.library_pane.reading import ReadingDialog, whole_text
from chengwen_desktop.main_window import MainWindow
from chengwen_desktop.preferences.organs_page import ProposalsDialog
from chengwen_desktop.preferences.window import PreferencesWindow
from chengwen_desktop.search.help import SearchHelp
from chengwen_desktop.settings import Settings
from chengwen_desktop.shortcuts.dialog import ShortcutsDialog
from chengwen_desktop.tables.window import TablesWindow
from chengwen_desktop.theme.current import Appearance
from chengwen_desktop.translation import tr
from chengwen_desktop.versions import versions
from chengwen_desktop.versions.dialog import HistoryDialog
from chengwen_library.batch import Result
from chengwen_library.clauses import clauses as clauses_of
from chengwen_templates.draft import reword_unit
from chengwen_templates.office import Office
from chengwen_templates.provenance import taken_unit
from chengwen_templates.template import templates
from drafts import small_draft
from walking import faults, walked

TIMEOUT = 20_000

KEEPS_TAB = frozenset({"DraftEditor", "TreePane"})
"""In the draft and in what was read in, Tab makes a unit the child of the one before; F6 leaves it."""

MODES = {
    "light": (Appearance.LIGHT, 1.0, Language.CHINESE),
    "dark, letters twice as large": (Appearance.DARK, 2.0, Language.CHINESE),
    "English": (Appearance.LIGHT, 1.0, Language.ENGLISH),
    "English, letters twice as large": (Appearance.DARK, 2.0, Language.ENGLISH),
}

TEXT = """示例市促进转化若干措施
为促进转化，制定本措施。
一、任务
（一）建平台。支持建设平台。
（二）育企业。支持培育企业。给予奖励。
强化保障
"""

BOXES = {
    "dialogs.ask_keep": lambda window: dialogs.ask_keep(window, "若干措施"),
    "dialogs.ask_name": lambda window: dialogs.ask_name(window, "存为版本", "存下", "送审前"),
    "dialogs.ask_removal": lambda window: dialogs.ask_removal(window, "若干措施", "今天 9:00"),
    "importing.questions._box": lambda window: questions.ask_stop_watching(window, Path("收件")),
    "library_pane.desk.ask_removal": lambda window: desk.ask_removal(window, holding(window)),
    "versions.versions.ask_removal": lambda window: versions.ask_removal(window, "送审前"),
    "preferences.window.PreferencesWindow._ask": lambda window: asked_in_preferences(window),
}
"""Questions in a box of Qt's, by the function that asks."""


@pytest.fixture(params=MODES.values(), ids=MODES)
def window(request, begin, qtbot, qapp, monkeypatch):
    """The window on the sample, in a theme, with letters of a size, in a language."""
    appearance, larger, spoken = request.param
    settings, before = Settings(), qapp.font()
    settings.appearance, settings.language = appearance, spoken
    settings.write()
    usual = app.interface_font(before)

    def enlarged(_given: QFont) -> QFont:
        font = QFont(usual)
        font.setPointSizeF(usual.pointSizeF() * larger)
        return font

    monkeypatch.setattr(app, "interface_font", enlarged)
    made = begin(sample=True)
    made.activateWindow()
    qtbot.waitUntil(lambda: made.checking.looked is not None, timeout=TIMEOUT)
    yield made
    qapp.setFont(before)
    language.speak(qapp, Language.CHINESE)


@pytest.fixture
def untranslated(window, qapp):
    """The words that are asked for in vain from now on, while the window speaks English."""
    listening = Untranslated()
    if window.settings.language is Language.ENGLISH:
        qapp.installTranslator(listening)
    yield listening.words
    qapp.removeTranslator(listening)


def rows(window):
    return window.checking.looked.counted


def holding(window):
    return window.finder.holdings().measures[0]


def asked_in_preferences(window):
    return window.preferences.window._ask("有一处没有填对。", "不改就不会写下。", "放弃")


def creating(window, qtbot):
    window.actions_["new"].trigger()
    qtbot.waitUntil(lambda: window.creating.dialog is not None, timeout=TIMEOUT)
    return window.creating.dialog


def row_of_records(window, qtbot):
    field = next(one for template in templates() for one in template.fields if one.columns)
    return RowDialog(field, {}, window)


def rule(window, qtbot):
    return RuleDialog(rows(window)[0], window)


def question(window, qtbot):
    row = rows(window)[0]
    return QuestionDialog(row, asking.question(window.documents.session.draft, row.finding), window)


def consent(window, qtbot):
    clauses = (one for measure in window.finder.library.measures() if measure.region for one in clauses_of(measure))
    made = (proposal(taken_unit(one, date(2026, 1, 20)), one.measure.region, "示例市", Office()) for one in clauses)
    return ConsentDialog(next(one for one in made if one.swaps and one.slots), "建平台", tr("插入"), window)


def filling(window, qtbot):
    draft = reword_unit(small_draft(), "b", "甲", "给予【填写金额】补助，不超过【填写比例】。")
    return FillingDialog(draft, window)


def export(window, qtbot):
    return ExportDialog(Path("公文.docx"), Kind.WORD, Choices(), window, open_remarks=3, errors=2)


def differing(window, qtbot):
    dialog = DifferencesDialog(small_draft(), window.documents.session.draft, Names("甲", "乙"), window, tr("恢复备份"))
    qtbot.waitUntil(lambda: bool(dialog.found), timeout=TIMEOUT)
    return dialog


def history(window, qtbot):
    window.versions.show()
    qtbot.waitUntil(lambda: window.versions.dialog._model.rowCount() > 0, timeout=TIMEOUT)
    return window.versions.dialog


def backups(window, qtbot):
    kept = [
        Backup(Path("若干措施.akn"), number, datetime(2026, 1, number, tzinfo=UTC), Reason.DAY) for number in (1, 2)
    ]
    return BackupsDialog("若干措施", kept, (), Deeds(print, print, bool), window)


def review(window, qtbot):
    return ReviewDialog([model.begin(pasted_source(TEXT)) for _ in range(2)], window)


def outcome(window, qtbot):
    lines = [Line(Path(f"{result}.docx"), result, "一句说明") for result in Result]
    return OutcomeDialog(lines, 8, window)


def reading(window, qtbot):
    return ReadingDialog(*whole_text(window.finder.library, holding(window).measure_id), window)


def proposals(window, qtbot):
    return ProposalsDialog([("市市场监管局", 12), ("市财政局", 3)], window)


def duties(window, qtbot):
    window.draft.editor.go_to(next(unit.wid for unit in window.draft.measure.walk() if unit.num == "（九）"))
    window.actions_["duties"].trigger()
    qtbot.waitUntil(lambda: window.duties.dialog is not None, timeout=TIMEOUT)
    return window.duties.dialog


def citing(window, qtbot):
    window.draft.editor.go_to(next(unit.wid for unit in window.draft.measure.walk() if unit.num == "（九）"))
    window.actions_["cite"].trigger()
    return window.citing.dialog


def tables(window, qtbot):
    window.actions_["tables"].trigger()
    qtbot.waitUntil(lambda: bool(window.tables.window.pages[2].table.sheet.rows), timeout=TIMEOUT)
    return window.tables.window


def preferences(window, qtbot):
    window.preferences.ask()
    return window.preferences.window


def shortcuts(window, qtbot):
    window.shortcuts.ask()
    return window.shortcuts.dialog


def guide(window, qtbot):
    window.help.show_guide()
    return window.help.guide


def search_help(window, qtbot):
    window.precedents.show_help()
    return window.precedents._help


def fault_log(window, qtbot):
    return FaultLogDialog(Path("没有这个文件"), window)


def about(window, qtbot):
    return AboutDialog(window)


DIALOGS = {
    AboutDialog: about,
    BackupsDialog: backups,
    CitingDialog: citing,
    ConsentDialog: consent,
    DifferencesDialog: differing,
    DutiesDialog: duties,
    ExportDialog: export,
    FaultLogDialog: fault_log,
    FillingDialog: filling,
    HelpWindow: guide,
    HistoryDialog: history,
    NewDialog: creating,
    OutcomeDialog: outcome,
    PreferencesWindow: preferences,
    ProposalsDialog: proposals,
    QuestionDialog: question,
    ReadingDialog: reading,
    ReviewDialog: review,
    RowDialog: row_of_records,
    RuleDialog: rule,
    SearchHelp: search_help,
    ShortcutsDialog: shortcuts,
    TablesWindow: tables,
}
"""Every dialog of the program, and how it comes to show."""


def test_every_dialog_of_the_program_is_walked():
    assert _windows_of_the_program() - {MainWindow} == set(DIALOGS)
    assert _functions_that_ask() == set(BOXES)


def test_every_view_of_the_window_is_for_everyone(window, untranslated, qtbot):
    found = {}
    for view in View:
        window.frame.show_view(view)
        qtbot.wait(200)
        if view is View.PREVIEW:
            qtbot.waitUntil(lambda: bool(window.preview.faces), timeout=TIMEOUT)
        found[view.name] = _faults(window, window)
        if view is View.EDIT:
            window.frame.show_view(view)
            found |= _edit_view_with_all_open(window, qtbot)
    assert "\n".join(_said(found)) == ""
    assert untranslated == set()


def test_every_dialog_is_for_everyone(window, untranslated, qtbot):
    found, count = {}, 0
    for kind, opened in DIALOGS.items():
        dialog = opened(window, qtbot)
        assert isinstance(dialog, kind)
        dialog.show()
        qtbot.waitExposed(dialog)
        for page in _pages(dialog):
            qtbot.wait(50)
            count += len(walked(dialog))
            found[f"{kind.__name__} {page}"] = _faults(dialog, window)
        if kind is not PreferencesWindow:
            dialog.close()
    for name, ask in BOXES.items():
        found[name] = _faults_of_a_box(lambda ask=ask: ask(window), window)
    assert count > 500, count
    assert "\n".join(_said(found)) == ""
    assert untranslated == set()


def _faults(top, window):
    chinese = left_in_chinese(top) if window.settings.language is Language.ENGLISH else ()
    return [*faults(top, keeps_tab=KEEPS_TAB), *chinese]


def _pages(dialog):
    """Bring the pages of a dialog to the front, one after another."""
    if isinstance(dialog, PreferencesWindow):
        for section in dialog.sections:
            dialog.go_to(section.id)
            yield section.id
    elif isinstance(dialog, NewDialog):
        for step in range(4):
            dialog._go(step)
            yield step
    elif isinstance(dialog, TablesWindow):
        for page in dialog.pages:
            dialog.tabs.show_pane(page)
            yield page.table.accessibleName()
    else:
        yield ""


def _edit_view_with_all_open(window, qtbot):
    found = {}
    for name in ("notice", "replace", "palette"):
        window.actions_[name].trigger()
        qtbot.wait(100)
        found[name] = _faults(window, window)
        if name == "palette":
            window.command_palette.pane.close_pane()
    for pane in (window.library.pane, window.precedents.similar, window.search, window.reviewing.pane):
        window.frame.reveal(pane)
        qtbot.wait(100)
        found[type(pane).__name__] = _faults(window, window)
    window.help.tour.begin()
    qtbot.wait(100)
    found["tour"] = _faults(window, window)
    window.help.tour.end()
    return found


def _faults_of_a_box(ask, window):
    found = ["the box does not come"]

    def look():
        box = QApplication.activeModalWidget()
        found[:] = _faults(box, window)
        box.close()

    QTimer.singleShot(50, look)
    ask()
    return found


def _said(found):
    """Each fault once, with where it was found first."""
    told = {}
    for where, whats in found.items():
        for what in whats:
            told.setdefault(what, f"{where}: {what}")
    return list(told.values())


def _windows_of_the_program() -> set[type]:
    windows = {QDialog, QMainWindow}
    found = set()
    for part in _modules():
        for _, kind in inspect.getmembers(part, inspect.isclass):
            if kind.__module__ != part.__name__ or not issubclass(kind, QWidget):
                continue
            if issubclass(kind, tuple(windows)) or "WindowType." in inspect.getsource(kind):
                found.add(kind)
    return found


def _functions_that_ask() -> set[str]:
    found = set()
    for part in _modules():
        tree = ast.parse(inspect.getsource(part))
        for name, function in _functions(tree, part.__name__.removeprefix("chengwen_desktop.")):
            calls = (node for node in ast.walk(function) if isinstance(node, ast.Call))
            if any(isinstance(one.func, ast.Name) and one.func.id in ("QMessageBox", "QInputDialog") for one in calls):
                found.add(name)
    return found


def _functions(tree, name):
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            yield from _functions(node, f"{name}.{node.name}")
        elif isinstance(node, ast.FunctionDef):
            yield f"{name}.{node.name}", node


def _modules():
    return [import_module(one.name) for one in pkgutil.walk_packages(chengwen_desktop.__path__, "chengwen_desktop.")]
