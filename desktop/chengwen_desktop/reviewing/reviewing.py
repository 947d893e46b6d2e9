"""审阅 of the open draft: remarks become changes of its session; 只读审阅 keeps everything else as it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QMainWindow

from chengwen_desktop.documents import Documents
from chengwen_desktop.draft.editor import DraftEditor
from chengwen_desktop.draft.session import Session
from chengwen_desktop.frame import Frame
from chengwen_desktop.reviewing.form import Wording
from chengwen_desktop.reviewing.pane import ReviewPane
from chengwen_desktop.settings import Settings
from chengwen_desktop.status_line import StatusLine
from chengwen_desktop.tabbed_pane import TabbedPane
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import link_button
from chengwen_library.model import Measure, Remark, TextPart
from chengwen_templates.remarks import (
    Listed,
    Target,
    listed,
    new_remark,
    open_count,
    place_words,
    resolved,
    with_remark,
    without_remark,
)
from chengwen_templates.structure import find_by_wid

Deed = Callable[[], object]


class Reviewing(QObject):
    """The remarks of the open draft and their pane, which is a tab beside the precedents."""

    def __init__(
        self,
        window: QMainWindow,
        read_only: QAction,
        frame: Frame,
        tabs: TabbedPane,
        editor: DraftEditor,
        documents: Documents,
        settings: Settings,
        status: StatusLine,
    ) -> None:
        super().__init__(window)
        self._frame, self._tabs, self._editor, self._documents = frame, tabs, editor, documents
        self._settings, self._status = settings, status
        self._rewritten: Listed | None = None
        self.pane = ReviewPane()
        tabs.add(self.pane, tr("审阅意见"))
        self._read_only = read_only
        self._read_only.setCheckable(True)
        self._read_only.toggled.connect(self.review)
        self.read_only_link = link_button(
            tr("只读审阅"),
            tr("文稿现在只能看、只能写意见；点一下就可以再改"),
            lambda: self._read_only.setChecked(False),
        )
        self.read_only_link.hide()
        status.insertPermanentWidget(1, self.read_only_link)
        self._connect()

    def deeds(self) -> dict[str, Deed]:
        """Return what the commands of reviewing do; 只读审阅 is switched by its own tick."""
        return {"remark": self.write, "remarks": self.show, "read_only": lambda: None}

    def use(self, session: Session | None) -> None:
        """Show the remarks of another draft; it can be changed."""
        self._rewritten = None
        self.pane.form.forget()
        self._read_only.setChecked(False)
        if session is not None:
            session.changed.connect(self._refresh)
            session.refused.connect(self._on_refused)
        self._refresh()

    def review(self, is_read_only: bool) -> None:
        """Open the draft for reading and remarks alone, or for writing again."""
        session = self._documents.session
        is_read_only = is_read_only and session is not None
        if session is not None:
            session.is_reviewed = is_read_only
        self._editor.setReadOnly(is_read_only)
        if is_read_only:  # Qt takes the caret and its keys away
            self._editor.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.read_only_link.setVisible(is_read_only)
        if is_read_only:
            self._reveal()
            self._status.say(tr("只读审阅：可以写意见（Ctrl+M），文稿不会改动"))

    def show(self) -> None:
        """Bring the remarks to the front."""
        self._reveal()
        self.pane.setFocus()

    def write(self) -> None:
        """Write a remark on the clause with the caret."""
        session = self._documents.session
        if session is None or self._editor.is_composing():
            return
        self._rewritten = None
        target = self._target()
        self._begin(session.draft, target, Wording(who=self._settings.review_who))

    def _begin(self, draft: Measure, target: Target, wording: Wording) -> None:
        self._reveal()
        self.pane.form.begin(target, tr("对{place}的意见", place=place_words(draft, target)), wording)

    def _reveal(self) -> None:
        self._frame.reveal(self.pane)
        self._tabs.show_pane(self.pane)

    def _target(self) -> Target:
        wid = self._editor.current_wid
        return wid if wid is not None else TextPart(self._editor.current_part.value)

    def _on_agreed(self, target: Target, wording: Wording) -> None:
        session = self._documents.session
        if session is None:
            return
        self._settings.review_who = wording.who
        old, self._rewritten = self._rewritten, None
        fields = (wording.text, wording.opinion, wording.who, _now(), wording.proposal or None)
        remark = new_remark(session.draft, target, *fields)
        if old is not None:
            remark = _taking_the_place_of(old, remark)
        name = tr("改写意见") if old else tr("写意见")
        session.change(name, lambda draft: with_remark(draft, remark), _shown(session, target))
        self.pane.choose(remark.id)
        self._status.say(tr("已写下对{place}的意见，Ctrl+Z 撤销", place=remark.about))

    def _on_rewriting(self, one: Listed) -> None:
        session, remark = self._documents.session, one.remark
        if session is None:
            return
        self._rewritten = one
        wording = Wording(remark.opinion, remark.text, remark.proposal or "", remark.who)
        self._reveal()
        self.pane.form.begin(remark.target, tr("对{place}的意见", place=one.place), wording)

    def _on_settled(self, one: Listed) -> None:
        remark = one.remark
        name, when = (tr("处理意见"), _now()) if remark.resolved is None else (tr("重新打开意见"), None)
        self._change(name, lambda draft: resolved(draft, remark.id, when), remark.target)

    def _on_removed(self, one: Listed) -> None:
        if self._change(tr("删除意见"), lambda draft: without_remark(draft, one.remark.id), one.remark.target):
            self._status.say(tr("已删除对{place}的意见，Ctrl+Z 撤销", place=one.place))

    def _change(self, name: str, make: Callable[[Measure], Measure], target: Target) -> bool:
        session = self._documents.session
        return session is not None and session.change(name, make, _shown(session, target))

    def _on_opened(self, one: Listed) -> None:
        """Go to the clause; the list keeps the focus, so that one can walk through the remarks."""
        target = one.remark.target
        if one.is_gone:
            self._status.say(tr("{place}已经不在文稿里", place=one.place))
        elif isinstance(target, TextPart):
            self._go_to_part(target)
        else:
            self._editor.go_to(target)

    def _go_to_part(self, part: TextPart) -> None:
        document = self._editor.document()
        last = document.blockCount() - 1
        number = {TextPart.TITLE: 0, TextPart.PREAMBLE: min(1, last), TextPart.CLOSING: last}[part]
        self._editor.setTextCursor(QTextCursor(document.findBlockByNumber(number)))
        self._editor.ensureCursorVisible()

    def _on_refused(self) -> None:
        words = tr("正在只读审阅，文稿没有改动")
        self._status.say(words, tr("结束只读审阅"), lambda: self._read_only.setChecked(False))

    def _back_to_text(self) -> None:
        self._editor.setFocus()

    def _refresh(self) -> None:
        session = self._documents.session
        draft = session.draft if session else Measure()
        self.pane.show_remarks(listed(draft))
        count = open_count(draft)
        name = tr("审阅意见 {count}", count=count) if count else tr("审阅意见")
        self._tabs.rename(self.pane, name)
        self.pane.write_button.setEnabled(session is not None)

    def _connect(self) -> None:
        self.pane.form.agreed.connect(self._on_agreed)
        self.pane.write_asked.connect(self.write)
        self.pane.opened.connect(self._on_opened)
        self.pane.settled.connect(self._on_settled)
        self.pane.rewriting_asked.connect(self._on_rewriting)
        self.pane.removed.connect(self._on_removed)
        self.pane.left.connect(self._back_to_text)


def _taking_the_place_of(old: Listed, new: Remark) -> Remark:
    """Return the remark as written anew: it stays the same one, on the same clause, and open or resolved as it was."""
    before = old.remark
    return replace(new, id=before.id, target=before.target, about=new.about or before.about, resolved=before.resolved)


def _shown(session: Session, target: Target) -> str | None:
    """Return the unit that the editor goes to when a remark on it is undone; None for parts and for what is gone."""
    unit = None if isinstance(target, TextPart) else find_by_wid(session.draft, target)
    return unit.wid if unit else None


def _now() -> datetime:
    return datetime.now().astimezone().replace(microsecond=0)
