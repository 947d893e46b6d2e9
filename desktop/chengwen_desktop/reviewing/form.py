"""Writing a remark: the verdict, the words, other wording, and in whose name."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from chengwen_desktop.translation import marked, tr
from chengwen_desktop.widgets import NOTE, ElidedLabel, FieldEdit, bold, label, push_button, sized_font, surface
from chengwen_library.model import Opinion
from chengwen_templates.remarks import Target

_OPINIONS: tuple[tuple[Opinion | None, str, str], ...] = (
    (None, marked("不表态"), marked("只写意见，不说同意不同意")),
    (Opinion.AGREE, marked("同意"), marked("同意这一条，可以不写理由")),
    (Opinion.CHANGE, marked("修改"), marked("这一条要改，可以写上建议的文字")),
    (Opinion.DELETE, marked("删除"), marked("这一条不要")),
)


@dataclass(frozen=True, slots=True)
class Wording:
    """What a person has written in the form."""

    opinion: Opinion | None = None
    text: str = ""
    proposal: str = ""
    who: str = ""


class WordsEdit(QPlainTextEdit):
    """Several lines of words with an undo of their own; Tab goes to the next field."""

    def __init__(self, name: str, lines: int) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * lines + 16)
        self.setMaximumHeight(self.fontMetrics().lineSpacing() * (lines + 2) + 16)


class RemarkForm(QWidget):
    """The form. `agreed` carries the target and what was written, `left` says that it closed.

    What was begun on a clause and not agreed to is there again when the form opens on it.
    """

    agreed = Signal(object, object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._target: Target | None = None
        self._begun: dict[Target, Wording] = {}
        self.place = ElidedLabel()
        self.place.setFont(bold(self.place.font()))
        self.opinions, self._group = self._make_opinions()
        self.text = WordsEdit(tr("意见"), 3)
        self.text.setPlaceholderText(tr("写下意见"))
        self.proposal_label = label(tr("建议改为"), "note")
        self.proposal = WordsEdit(tr("建议改为"), 2)
        self.who = FieldEdit()
        self.who.setAccessibleName(tr("以谁的名义"))
        self.who.setPlaceholderText(tr("可以不写"))
        self.who.setToolTip(tr("科室或职务，如法规科；随意见保存在文稿里，导出时是批注的作者"))
        self.agree_button = push_button(tr("写下意见"), tr("写下意见（Ctrl+Enter）"), self.agree)
        self.agree_button.setProperty("primary", True)
        self.cancel_button = push_button(tr("取消"), tr("不写了（Esc），写了一半的下次还在"), self.leave)
        self._lay_out()
        for edit in (self.text, self.proposal):
            edit.textChanged.connect(self._refresh)
        self.who.returnPressed.connect(self.agree)
        self._group.buttonToggled.connect(self._refresh)
        self.hide()

    @property
    def wording(self) -> Wording:
        """What stands in the form."""
        return Wording(
            self._opinion, self.text.toPlainText().strip(), self.proposal.toPlainText().strip(), self.who.text().strip()
        )

    def begin(self, target: Target, place: str, wording: Wording) -> None:
        """Open on a clause, with what was begun there, else with this wording."""
        self._keep()
        self._target = target
        self.place.set_words(place)
        self._show(self._begun.pop(target, wording))
        self.show()
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def agree(self) -> None:
        """Hand over what was written."""
        if self._target is None or not self.agree_button.isEnabled():
            return
        target, wording = self._target, self.wording
        self._close()
        self.agreed.emit(target, wording)

    def leave(self) -> None:
        """Close; what was begun is kept."""
        self._keep()
        self._close()

    def forget(self) -> None:
        """Close, and drop what was begun: another draft has been opened."""
        self._begun.clear()
        self._close()

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Enter from the window, where it inserts a clause."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_agreement(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Agree with Ctrl+Enter, leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif _is_agreement(event):
            self.agree()
        else:
            super().keyPressEvent(event)

    @property
    def _opinion(self) -> Opinion | None:
        return _OPINIONS[max(0, self._group.checkedId())][0]

    def _keep(self) -> None:
        wording = self.wording
        if self._target is not None and (wording.text or wording.proposal):
            self._begun[self._target] = wording

    def _close(self) -> None:
        was_open, self._target = self._target is not None, None
        self.hide()
        if was_open:
            self.left.emit()

    def _show(self, wording: Wording) -> None:
        self.text.setPlainText(wording.text)
        self.proposal.setPlainText(wording.proposal)
        self.who.setText(wording.who)
        at = next(place for place, (opinion, _, _) in enumerate(_OPINIONS) if opinion is wording.opinion)
        self.opinions[at].setChecked(True)
        self._refresh()

    def _refresh(self) -> None:
        wording = self.wording
        is_change = wording.opinion is Opinion.CHANGE
        for widget in (self.proposal_label, self.proposal):
            widget.setVisible(is_change)
        self.agree_button.setEnabled(bool(wording.opinion or wording.text))

    def _make_opinions(self) -> tuple[list[QPushButton], QButtonGroup]:
        group, made = QButtonGroup(self), list[QPushButton]()
        for number, (_, words, tip) in enumerate(_OPINIONS):
            button = push_button(tr(words), tr(tip), lambda: None)
            button.setCheckable(True)
            button.setProperty("segment", True)
            group.addButton(button, number)
            made.append(button)
        made[0].setChecked(True)
        return made, group

    def _lay_out(self) -> None:
        ground = surface("window")
        column = QVBoxLayout(ground)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(6)
        opinions = QHBoxLayout()
        opinions.setSpacing(0)
        for button in self.opinions:
            opinions.addWidget(button)
        opinions.addStretch(1)
        name = QLabel(tr("以谁的名义"))
        name.setFont(sized_font(NOTE))
        name.setProperty("role", "note")
        name.setBuddy(self.who)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for widget in (name, self.who, self.agree_button, self.cancel_button):
            foot.addWidget(widget, 1 if widget is self.who else 0)
        column.addWidget(self.place)
        column.addLayout(opinions)
        for widget in (self.text, self.proposal_label, self.proposal):
            column.addWidget(widget)
        column.addLayout(foot)
        line = surface("line")
        line.setFixedHeight(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(ground)
        whole.addWidget(line)


def _is_agreement(event: QKeyEvent) -> bool:
    is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return is_enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
