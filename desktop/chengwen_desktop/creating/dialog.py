"""新建文稿: 文种, 印发通知, 要素, 起步条款; each step at its own pace, nothing asked twice, nothing lost by closing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from chengwen_desktop.creating.beside import BesidePane
from chengwen_desktop.creating.clauses_page import ClausesPage
from chengwen_desktop.creating.entry import WrongMark
from chengwen_desktop.creating.example import Focus
from chengwen_desktop.creating.form import FieldsForm
from chengwen_desktop.creating.starting import Order
from chengwen_desktop.creating.state import State
from chengwen_desktop.creating.steps import STEPS, StepsPane, line
from chengwen_desktop.creating.two_lines import DATA_ROLE, item, two_line_list
from chengwen_desktop.creating.values import Raw
from chengwen_desktop.theme.current import growth
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import FOOT, ElidedLabel, label, link_button, push_button, surface
from chengwen_templates.fields import Field
from chengwen_templates.office import Office
from chengwen_templates.own_templates import OwnTemplates
from chengwen_templates.template import Template, templates

USUAL = QSize(1060, 724)
PAUSE = 200
"""Milliseconds without a key before the example is written anew."""

KIND, NOTICE, FIELDS, CLAUSES = range(len(STEPS))
_RESERVED = "CPNXOS"
"""Letters of the foot's buttons."""


class NewDialog(QDialog):
    """The dialog.

    `example_asked`: what is filled in has changed; `clauses_asked`: other clauses are chosen, or their place is
    another; `topics_asked`: the topics are to be shown; `order_given`: a draft is to be made; `saving_asked`
    and `opening_asked` are about files of answers.
    """

    example_asked = Signal()
    topics_asked = Signal()
    clauses_asked = Signal()
    order_given = Signal()
    saving_asked = Signal()
    opening_asked = Signal()

    def __init__(
        self, state: State, former: State | None, office: Office, own: OwnTemplates, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("新建文稿"))
        self.setModal(True)
        self._office, self._own, self._former = office, own, former
        self._measure_raw: dict[str, Raw] = {}
        self._notice_raw: dict[str, Raw] = {}
        self._state = state
        self.focus: Focus | None = None
        self.step = KIND
        self._is_form_seen = False
        self.steps = StepsPane(self.go)
        self.kinds, self.notices = _kinds(own), _notices(own)
        self.form = FieldsForm(_RESERVED)
        self.page = ClausesPage()
        self.beside = BesidePane()
        self._side_line = line()
        self._heads = [label("", "title") for _ in (KIND, NOTICE, FIELDS, CLAUSES)]
        self._notes = [label("", "note") for _ in self._heads]
        self._pages = QStackedWidget()
        self._care, self._mark = ElidedLabel(), WrongMark()
        self.next_button, self.back_button, self.former_button = self._make_buttons()
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.example_asked)
        self._timer.timeout.connect(self._prepare_form)
        self._lay_out()
        self._connect()
        self.show_state(state)
        self._resize_within(parent)

    @property
    def template(self) -> Template:
        """The template of the measure that is chosen."""
        return self.kinds.currentItem().data(DATA_ROLE)

    @property
    def notice(self) -> Template | None:
        """The template of the notice that is chosen; None for no notice."""
        return self.notices.currentItem().data(DATA_ROLE)

    @property
    def state(self) -> State:
        """All that has been answered."""
        self._read_form()
        return replace(
            self._state,
            template=self.template.id,
            notice=self.notice.id if self.notice else "",
            measure=dict(self._measure_raw),
            of_notice=dict(self._notice_raw),
            clauses=tuple(self.page.chosen),
            refused=tuple(sorted(self.page.refused)),
            blanks=self.page.blanks.isChecked(),
            step=self.step,
            is_done=False,
        )

    @property
    def order(self) -> Order:
        """What a draft is to be made of."""
        return Order(self.state, self.template, self.notice, self._office, self._own)

    def show_state(self, state: State, told: Sequence[str] = ()) -> None:
        """Show what was answered before; `told` is said at the foot."""
        self._state = state
        self._measure_raw, self._notice_raw = dict(state.measure), dict(state.of_notice)
        if self._office.region and not self._measure_raw.get("region"):
            self._measure_raw["region"] = self._office.region
        _choose(self.kinds, state.template)
        _choose(self.notices, state.notice)
        self.page.show_chosen(state.clauses, state.refused, blanks=state.blanks, brought=len(state.others))
        self._drop_form()
        self._go(min(state.step, FIELDS))
        if told:
            self.say(told[0] if len(told) == 1 else tr("{first} 等 {count} 处", first=told[0], count=len(told)))

    def say(self, words: str, *, is_wrong: bool = False) -> None:
        """Say a sentence at the foot."""
        self._care.set_words(words)
        self._mark.setVisible(is_wrong and bool(words))

    def wait(self, waiting: bool) -> None:
        """Show that the draft is being made."""
        self.next_button.setEnabled(not waiting)
        self.say(tr("正在生成…") if waiting else "")

    def fields(self) -> tuple[Mapping[str, Raw], Mapping[str, Raw]]:
        """Return what stands in the fields of the measure and of the notice."""
        self._read_form()
        return dict(self._measure_raw), dict(self._notice_raw)

    def go(self, step: int) -> None:
        """Go to a step; to the last one only when no field needs care."""
        if step == CLAUSES and not self._is_sound():
            return
        self._go(step)

    def go_on(self) -> None:
        """Go to the next step, or to the first field that needs care; from the last, make the draft."""
        if self.step < CLAUSES:
            self.go(self.step + 1)
        elif self.next_button.isEnabled() and self._is_sound():
            self.order_given.emit()

    def go_back(self) -> None:
        """Go to the step before."""
        self._go(max(KIND, self.step - 1))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """In a list of templates Enter goes on."""
        is_enter = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.type() == QEvent.Type.KeyPress and is_enter:
            self.go_on()
            return True
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Begin where the step begins."""
        super().showEvent(event)
        self._take_focus()

    def _go(self, step: int) -> None:
        if self.form.entries and self.step == FIELDS:
            self._read_form()
        self.step = step
        self.focus = None
        if step == FIELDS:
            self._prepare_form()
            self._is_form_seen = True
        self._pages.setCurrentIndex(step)
        for widget in (self.beside, self._side_line):
            widget.setVisible(step != CLAUSES)
        if step in (KIND, NOTICE):
            self.beside.show_template(self.template if step == KIND else self.notice)
        if step == CLAUSES:
            self.page.show_parts(_parts(self._measure_raw))
            self.topics_asked.emit()
            self.clauses_asked.emit()
        self._refresh()
        self._take_focus()
        self._timer.start()

    def _take_focus(self) -> None:
        match self.step:
            case 0:
                self.kinds.setFocus()
            case 1:
                self.notices.setFocus()
            case 2:
                first = next((one for one in self.form.entries if not one.raw), None) or self.form.entries[0]
                first.editor.setFocus()
            case _:
                self.page.topics.setFocus()

    def _is_sound(self) -> bool:
        """Go to the first field that needs care, if there is one."""
        if self.step != FIELDS:
            self._read_form()
            self._prepare_form()
            self._is_form_seen = True
        wrong = self.form.first_wrong()
        if wrong is None:
            return True
        if self.step != FIELDS:
            self._go(FIELDS)
            wrong = self.form.first_wrong() or wrong
        wrong.care()
        self._refresh()
        return False

    def _prepare_form(self) -> None:
        """Fill the form, if it is not: while the person reads of a template, so that the step comes at once."""
        if self.form.entries:
            return
        template, notice = self.template, self.notice
        sections = [(None if notice is None else tr("文件"), template.fields, self._measure_raw)]
        if notice is not None:
            sections.append((notice.name, notice.fields, self._notice_raw))
        self.form.show_fields(sections)
        left = [name for name, raw in self._measure_raw.items() if raw and name not in _names(template)]
        told = tr("换了模板，有 {count} 项在这里用不到；换回去还在。", count=len(left)) if left else ""
        self._notes[FIELDS].setText(told or tr("带 * 的要填，其余以后再补也可以。"))

    def _drop_form(self) -> None:
        self.form.entries = []
        self._is_form_seen = False

    def _read_form(self) -> None:
        """Take over what stands in the form; what nobody has seen there is no answer."""
        if not self._is_form_seen:
            return
        for template, raw in ((self.template, self._measure_raw), (self.notice, self._notice_raw)):
            if template is not None:
                raw.update(self.form.raw(template.fields))

    def _on_edited(self) -> None:
        self._refresh()
        self._timer.start()

    def _on_entered(self, field: Field) -> None:
        of_notice = self.notice is not None and any(one is field for one in self.notice.fields)
        self.focus = Focus(of_notice, field.name)
        self.beside.show_field(field)
        self._timer.start()

    def _on_template(self) -> None:
        self._state = replace(self._state, template=self.template.id)
        self.beside.show_template(self.template if self.step == KIND else self.notice)
        self._drop_form()
        self._refresh()
        self._timer.start()

    def _refresh(self) -> None:
        notice = self.notice.name if self.notice else tr("不印发")
        count = len(self.page.chosen)
        chosen = tr("{count} 条", count=count) if count else ""
        notes = [self.template.name, notice if self.step > KIND else "", "", chosen]
        self.steps.show_step(self.step, notes)
        following = tr(STEPS[self.step + 1]) if self.step < CLAUSES else ""
        words = tr("下一步：{name}(&N)", name=following) if following else tr("生成文稿(&N)")
        self.next_button.setText(words)
        self.next_button.setAccessibleName(words.replace("(&N)", ""))
        self.back_button.setEnabled(self.step > KIND)
        self.former_button.setVisible(self._former is not None)
        wrong = self.form.wrong_count() if self.step == FIELDS else 0
        self.say(tr("还有 {count} 项要填或要改", count=wrong) if wrong else "", is_wrong=wrong > 0)

    def _use_former(self) -> None:
        if self._former is not None:
            former, self._former = self._former, None
            self.show_state(replace(former, step=self.step, is_done=False))

    def _make_buttons(self) -> tuple[QPushButton, QPushButton, QPushButton]:
        on = push_button("", tr("有要填或要改的，先到那一项（Alt+N）"), self.go_on)
        on.setProperty("primary", True)
        on.setAutoDefault(False)
        back = push_button(tr("上一步(&P)"), tr("回到上一步，填好的不变"), self.go_back)
        former = link_button(tr("填入上次的内容"), tr("把上一份文稿填过的内容填进来"), self._use_former)
        for button in (back, former):
            button.setAutoDefault(False)
        return on, back, former

    def _lay_out(self) -> None:
        titles = (tr("写哪种文稿？"), tr("用哪种通知印发？"), tr("要素"), tr("从先例里挑几条起步"))
        notes = (
            tr("模板带来结构和写法，生成以后都可以改。"),
            tr("没有想好可以先不印发，以后再加。"),
            "",
            tr("按主题勾选，放到文稿里写同一主题的地方；不选也可以。"),
        )
        for widgets, words in ((self._heads, titles), (self._notes, notes)):
            for widget, text in zip(widgets, words, strict=True):
                widget.setText(text)
        for number, body in enumerate((self.kinds, self.notices, self.form, self.page)):
            self._pages.addWidget(self._page(number, body))
        middle = QHBoxLayout()
        middle.setSpacing(0)
        for widget in (self.steps, line(), self._pages, self._side_line, self.beside):
            middle.addWidget(widget, 1 if widget is self._pages else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(self._foot())

    def _page(self, number: int, body: QWidget) -> QWidget:
        page = surface("base")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(2)
        for widget in (self._heads[number], self._notes[number]):
            widget.setContentsMargins(24, 0, 24, 0)
            column.addWidget(widget)
        column.addSpacing(8)
        column.addWidget(body, 1)
        return page

    def _foot(self) -> QWidget:
        foot = surface("foot")
        foot.setFixedHeight(FOOT + growth())
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        opening = push_button(
            tr("打开答案(&O)…"), tr("填入以前存下的内容（.toml），合用的都带过来"), self.opening_asked.emit
        )
        saving = push_button(tr("存答案(&S)…"), tr("把填写的内容存成文件，以后再用"), self.saving_asked.emit)
        cancel = push_button(tr("取消(&C)"), tr("关上（Esc），填过的留着"), self.reject)
        for button in (opening, saving, cancel):
            button.setAutoDefault(False)
        for button in (opening, saving):
            button.setProperty("quiet", True)
        for widget in (opening, saving, self.former_button):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._mark)
        row.addWidget(self._care)
        self._care.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for button in (cancel, self.back_button, self.next_button):
            row.addWidget(button)
        return foot

    def _connect(self) -> None:
        for names in (self.kinds, self.notices):
            names.currentRowChanged.connect(self._on_template)
            names.itemDoubleClicked.connect(self.go_on)
            names.installEventFilter(self)
        self.form.edited.connect(self._on_edited)
        self.form.entered.connect(self._on_entered)
        self.form.advanced.connect(self.go_on)
        self.page.changed.connect(self._refresh)
        self.page.changed.connect(self.clauses_asked)

    def _resize_within(self, parent: QWidget | None) -> None:
        room = parent.size() if parent is not None else USUAL
        em = self.fontMetrics().horizontalAdvance("中")
        wide = max(USUAL.width(), self.steps.width() + self.beside.width() + em * 38)
        self.resize(min(wide, room.width() - 40), min(max(USUAL.height(), room.height() - 180), room.height() - 40))


def _kinds(own: OwnTemplates) -> QListWidget:
    made = two_line_list(tr("文种"), 2, inset=24)
    for template in (*own.templates, *templates()):
        if template.kind == "measure":
            made.addItem(_template_item(template))
    for fault in own.faults:
        row = item(fault.file, str(fault), None, tr("用不了"))
        row.setFlags(Qt.ItemFlag.NoItemFlags)
        made.addItem(row)
    made.setCurrentRow(0)
    return made


def _notices(own: OwnTemplates) -> QListWidget:
    made = two_line_list(tr("印发通知"), 2, inset=24)
    made.addItem(item(tr("先不印发"), tr("只起草文件本身，通知以后再加。"), None))
    for template in (*own.templates, *templates()):
        if template.kind == "notice":
            made.addItem(_template_item(template))
    made.setCurrentRow(0)
    return made


def _template_item(template: Template) -> QListWidgetItem:
    return item(template.name, template.description, template, "" if template.ships else tr("本单位"))


def _choose(names: QListWidget, identity: str) -> None:
    for row in range(names.count()):
        template: Template | None = names.item(row).data(DATA_ROLE)
        if (template.id if template else "") == identity and names.item(row).flags() != Qt.ItemFlag.NoItemFlags:
            names.setCurrentRow(row)
            return
    names.setCurrentRow(0)


def _names(template: Template) -> set[str]:
    return {field.name for field in template.fields}


def _parts(raw: Mapping[str, Raw]) -> list[str]:
    words = raw.get("parts", "")
    return [part.strip() for part in words.splitlines() if part.strip()] if isinstance(words, str) else []
