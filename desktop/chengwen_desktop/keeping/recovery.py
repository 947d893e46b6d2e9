"""恢复备份: copies that a program which is gone has left are offered until they are taken or removed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from chengwen_desktop import dialogs
from chengwen_desktop.differences_dialog import DifferencesDialog, Names
from chengwen_desktop.documents import Documents
from chengwen_desktop.draft.session import Session
from chengwen_desktop.keeping.copies import remove_copy
from chengwen_desktop.keeping.offers import Offer, words
from chengwen_desktop.message_bar import Message, MessageBar
from chengwen_desktop.status_line import StatusLine
from chengwen_desktop.theme.marks import Severity
from chengwen_desktop.translation import moment_words, tr
from chengwen_library.model import Measure


class Recovery(QObject):
    """The offers in the message bar; what is closed there is not said again, but stays in `offers`."""

    def __init__(self, window: QWidget, documents: Documents, bar: MessageBar, status: StatusLine) -> None:
        super().__init__(window)
        self._window, self._documents, self._bar, self._status = window, documents, bar, status
        self.offers: tuple[Offer, ...] = ()
        self._said: list[tuple[Offer, Message]] = []
        documents.leaving.connect(self._forget_closed)
        documents.opened.connect(self._say_again)

    def offer(self, found: Sequence[Offer]) -> None:
        """Offer these."""
        self.offers = tuple(found)
        for offer in self.offers:
            self._say(offer)

    def compare(self, offer: Offer) -> None:
        """Show what the copy has that its file lacks; the copy can be taken from there."""
        names = Names(tr("文件"), tr("备份"))
        dialog = DifferencesDialog(
            offer.before or Measure(), offer.copy.draft, names, self._window, agree=tr("恢复备份")
        )
        agreed = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if agreed:
            self.restore(offer)
        else:
            self._say(offer)

    def restore(self, offer: Offer) -> None:
        """Take the copy: as a step that can be undone where its file is open or can be, else as a draft of no file."""
        if self._is_open(offer):
            self._take(offer, self._documents.session)
        elif offer.before is not None and offer.copy.path is not None:
            self._documents.open(offer.copy.path, then=lambda session: self._take(offer, session))
        elif self._documents.may_leave():
            self._documents.begin(offer.copy.draft, offer.copy.path, is_unsaved=True)
            self._taken(offer)

    def remove(self, offer: Offer) -> bool:
        """Remove the copy, once that is agreed to; tell whether it is gone."""
        if not dialogs.ask_removal(self._window, offer.copy.name, moment_words(offer.copy.at, _now().date())):
            return False
        self._drop(offer)
        self._status.say(tr("已删除这份备份"))
        return True

    def _say(self, offer: Offer) -> None:
        message = Message(
            Severity.WARNING,
            words(offer, is_open=self._is_open(offer), now=_now()),
            (
                (tr("看差别"), lambda: self.compare(offer)),
                (tr("恢复备份"), lambda: self.restore(offer)),
                (tr("删除备份"), lambda: self.remove(offer) or self._say(offer)),
            ),
        )
        self._said = [*((one, other) for one, other in self._said if one is not offer), (offer, message)]
        self._bar.say(message)

    def _forget_closed(self) -> None:
        self._said = [(offer, message) for offer, message in self._said if self._bar.holds(message)]

    def _say_again(self) -> None:
        for offer, _ in list(self._said):
            self._say(offer)

    def _is_open(self, offer: Offer) -> bool:
        session = self._documents.session
        return session is not None and session.path is not None and session.path == offer.copy.path

    def _take(self, offer: Offer, session: Session | None) -> None:
        if session is not None:
            session.change(tr("恢复备份"), lambda _: offer.copy.draft)
            self._taken(offer)

    def _taken(self, offer: Offer) -> None:
        if self._documents.autosave.flush():  # from now on it is in the copy of this window
            self._drop(offer)
        self._status.say(tr("已恢复 {when} 的备份，还没有保存", when=moment_words(offer.copy.at, _now().date())))

    def _drop(self, offer: Offer) -> None:
        remove_copy(offer.copy.file)
        self.offers = tuple(other for other in self.offers if other is not offer)
        self._said = [(other, message) for other, message in self._said if other is not offer]


def _now() -> datetime:
    return datetime.now().astimezone()
