"""One field of the form: its name, where it is typed, and below it its help, what was put right, or what is wrong."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QEvent, QObject, QRectF, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCalendarWidget,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from chengwen_desktop.creating.records import RecordsEdit
from chengwen_desktop.creating.values import Raw, corrected, wrong
from chengwen_desktop.draft.notice_fields import WrongValue, date_words, parsed_date
from chengwen_desktop.theme.icons import icon
from chengwen_desktop.theme.marks import Severity, paint_severity
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import label, name_choice
from chengwen_templates.fields import Field

PAUSE = 800
"""Milliseconds without a key before words being typed are said to be wrong."""

ROWS = 3
"""Lines of a field for several paragraphs."""

SHORT = ("number", "date", "document_number", "choice")
"""Types whose fields need half of the width."""


class Choices(QComboBox):
    """A list of choices that leaves the wheel to the form it stands in."""

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Let the form scroll."""
        event.ignore()


class Paragraphs(QPlainTextEdit):
    """Several lines. `advanced`: Enter where no further line is wanted."""

    advanced = Signal()

    def __init__(self, field: Field) -> None:
        super().__init__()
        self._type = field.type
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * ROWS + 16)

    def is_composing(self) -> bool:
        """Tell whether an input method has not committed yet."""
        return bool(self.textCursor().block().layout().preeditAreaText())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter goes on from a single paragraph, and from an empty last line of a list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            is_over = self._type == "list" and not self.textCursor().block().text().strip()
            if self._type == "paragraph" or is_over or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.advanced.emit()
                return
        super().keyPressEvent(event)


class WrongMark(QWidget):
    """The mark of an error."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(QSize(16, 16))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Paint a disc with ×."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_severity(painter, QRectF(1, 1, 14, 14), Severity.ERROR)


class FieldEntry(QWidget):
    """The field. `edited`: other words; `entered`: it has the focus; `advanced`: Enter, on to the next."""

    edited = Signal()
    entered = Signal()
    advanced = Signal()

    def __init__(self, field: Field, mnemonic: str = "") -> None:
        super().__init__()
        self.field = field
        self._told = ""
        self.editor = _editor(field)
        self.editor.setAccessibleName(field.label + (tr("，必填") if _is_needed(field) else ""))
        self.editor.setAccessibleDescription(field.help)
        if isinstance(self.editor, QComboBox):
            name_choice(self.editor, field.label)
        self._mark, self._words = WrongMark(), label("", "note")
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._show_help)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._head(mnemonic))
        column.addWidget(self.editor)
        below = QHBoxLayout()
        below.setSpacing(4)
        below.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._words, 1)
        column.addLayout(below)
        self.setFocusProxy(self.editor)
        self.editor.installEventFilter(self)
        self._connect()
        self._show_wrong("")

    @property
    def raw(self) -> Raw:
        """What stands in the field."""
        match self.editor:
            case RecordsEdit():
                return self.editor.rows
            case Paragraphs():
                return self.editor.toPlainText()
            case QComboBox():
                return str(self.editor.currentData() or "")
            case _:
                return self.editor.text()

    def show_raw(self, raw: Raw) -> None:
        """Put words into the field, without a word that something changed."""
        words = raw if isinstance(raw, str) else ""
        with QSignalBlocker(self.editor):
            match self.editor:
                case RecordsEdit():
                    self.editor.show_rows(raw if isinstance(raw, list) else [])
                case Paragraphs():
                    self.editor.setPlainText(words)
                case QComboBox():
                    self.editor.setCurrentIndex(max(0, self.editor.findData(words or (self.field.default or ""))))
                case _:
                    self.editor.setText(words)
        self._told = ""
        self._show_wrong("")

    @property
    def wrong(self) -> str:
        """Why the field cannot stay as it is; nothing if it can."""
        return wrong(self.field, self.raw)

    @property
    def told(self) -> str:
        """What stands below the field."""
        return self._words.text()

    def care(self) -> None:
        """Say what is wrong, if anything is, and take the focus."""
        self._show_help()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Tell of the focus, and put the words right when it goes."""
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        elif event.type() == QEvent.Type.FocusOut:
            self._leave()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._is_enter(event):
            self.advanced.emit()
            return True
        return super().eventFilter(watched, event)

    def _is_enter(self, event: QKeyEvent) -> bool:
        is_line = isinstance(self.editor, QLineEdit | QComboBox)
        return is_line and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)

    def _leave(self) -> None:
        """Put right what was typed, and say so."""
        self._timer.stop()
        if isinstance(self.editor, RecordsEdit | QComboBox):
            self._show_help(is_left=True)
            return
        typed = self.raw
        right = corrected(self.field, typed if isinstance(typed, str) else "")
        if right.words != typed:
            with QSignalBlocker(self.editor):
                if isinstance(self.editor, Paragraphs):
                    self.editor.setPlainText(right.words)
                else:
                    self.editor.setText(right.words)
            self._told = right.told or self._told
        self._show_help(is_left=True)

    def _on_edited(self) -> None:
        if isinstance(self.editor, Paragraphs) and self.editor.is_composing():
            return
        words = self.raw
        self._told = corrected(self.field, words).told if isinstance(words, str) else ""
        if not self.wrong:
            self._show_help()
        else:
            self._timer.start()
        self.edited.emit()

    def _show_help(self, *, is_left: bool = False) -> None:
        """Say what is wrong; that nothing has been written yet is no matter before somebody asks to go on."""
        self._show_wrong("" if is_left and not self.raw else self.wrong)

    def _show_wrong(self, words: str) -> None:
        self._mark.setVisible(bool(words))
        self._words.setText(words or self._told or self.field.help)
        self._words.setVisible(bool(self._words.text()))
        role = "wrong" if words else "note"
        if self._words.property("role") != role or self.editor.property("wrong") != bool(words):
            for widget, name, value in ((self._words, "role", role), (self.editor, "wrong", bool(words))):
                widget.setProperty(name, value)
                widget.style().unpolish(widget)
                widget.style().polish(widget)

    def _head(self, mnemonic: str) -> QHBoxLayout:
        name = QLabel(self.field.label.replace("&", "&&") + (f"(&{mnemonic})" if mnemonic else ""))
        name.setBuddy(self.editor)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(name)
        if _is_needed(self.field):
            star = QLabel("*")
            star.setProperty("role", "wrong")
            star.setToolTip(tr("要填"))
            row.addWidget(star)
        row.addStretch(1)
        return row

    def _connect(self) -> None:
        match self.editor:
            case RecordsEdit():
                self.editor.changed.connect(self._on_edited)
            case Paragraphs():
                self.editor.textChanged.connect(self._on_edited)
                self.editor.advanced.connect(self.advanced)
            case QComboBox():
                self.editor.currentIndexChanged.connect(self._on_edited)
            case _:
                self.editor.textChanged.connect(self._on_edited)


def _is_needed(field: Field) -> bool:
    return field.required and field.default is None


def _editor(field: Field) -> RecordsEdit | Paragraphs | QComboBox | QLineEdit:
    match field.type:
        case "records":
            return RecordsEdit(field)
        case "paragraph" | "paragraphs" | "list":
            return Paragraphs(field)
        case "choice":
            box = Choices()
            if not field.required and field.default is None:
                box.addItem(tr("不填"), "")
            for words in field.choices:
                box.addItem(words, words)
            return box
        case _:
            edit = QLineEdit()
            if field.default is not None:
                edit.setPlaceholderText(tr("不填就写“{said}”", said=field.default))
            if field.type == "date":
                _add_calendar(edit)
            return edit


def _add_calendar(edit: QLineEdit) -> None:
    action = edit.addAction(icon("calendar-blank"), QLineEdit.ActionPosition.TrailingPosition)
    action.setToolTip(tr("从日历里选"))
    action.triggered.connect(lambda: _show_calendar(edit))


def _show_calendar(edit: QLineEdit) -> None:
    menu = QMenu(edit)
    calendar = QCalendarWidget()
    calendar.setAccessibleName(tr("日历"))
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    try:
        day = parsed_date(edit.text())
    except WrongValue:
        day = None
    if day is not None:
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))
    holder = QWidgetAction(menu)
    holder.setDefaultWidget(calendar)
    menu.addAction(holder)

    def choose(chosen: QDate) -> None:
        edit.setText(date_words(date(chosen.year(), chosen.month(), chosen.day())))
        menu.close()

    calendar.clicked.connect(choose)
    calendar.activated.connect(choose)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(edit.mapToGlobal(edit.rect().bottomLeft()))
