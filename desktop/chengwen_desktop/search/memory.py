"""The searches of late and those a person keeps, in a file that can be read."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

from PySide6.QtCore import QObject, Signal

from chengwen_desktop.search.question import Question, question_of
from chengwen_desktop.tasks import Tasks
from chengwen_desktop.translation import tr
from chengwen_library.errors import UnwritableFile
from chengwen_library.files import write_atomically
from chengwen_library.json_text import parsed_json

LONGEST = 50
"""Searches of late that are remembered."""


@dataclass(frozen=True, slots=True)
class Saved:
    """A search that is kept under a name."""

    name: str
    question: Question


class Searches(QObject):
    """Both lists, the latest first. `changed` says that one of them has; `failed` carries why the file was not written.

    A file that cannot be understood is put aside with `.damaged` behind its name, and the lists are empty.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, path: Path, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path, self._tasks, self._lock = path, tasks, Lock()
        self._written = ""
        self._is_lost = False
        self.history: tuple[Question, ...] = ()
        self.saved: tuple[Saved, ...] = ()
        self._read()

    def remember(self, question: Question) -> None:
        """Put a search first among those of late; with the same words and limits there is one."""
        others = tuple(other for other in self.history if other != question)
        self._take((question, *others)[:LONGEST], self.saved)

    def forget_history(self) -> None:
        """Forget the searches of late; those with a name stay."""
        self._take((), self.saved)

    def keep(self, name: str, question: Question) -> None:
        """Keep a search under a name; one that had the name before goes."""
        others = tuple(other for other in self.saved if other.name != name and other.question != question)
        self._take(self.history, (Saved(name, question), *others))

    def drop(self, question: Question) -> None:
        """Keep a search no longer."""
        self._take(self.history, tuple(other for other in self.saved if other.question != question))

    def kept(self, question: Question) -> Saved | None:
        """Return the entry under which a search is kept, None if it is not."""
        return next((saved for saved in self.saved if saved.question == question), None)

    def write(self) -> None:
        """Write the file now, if anything changed; one that could not be read is left alone. Raises UnwritableFile."""
        if self._is_lost:
            raise UnwritableFile(tr("以前的检索没能读出来，为了不盖掉它们，这次的没有保存。请重新打开程序再试。"))
        with self._lock:
            content = self._content()
            if content != self._written:
                write_atomically(self._path, content.encode())
                self._written = content

    def _take(self, history: tuple[Question, ...], saved: tuple[Saved, ...]) -> None:
        if (history, saved) != (self.history, self.saved):
            self.history, self.saved = history, saved
            self._tasks.run("searches", self.write, lambda _: None, self.failed.emit)
            self.changed.emit()

    def _content(self) -> str:
        table = {
            "history": [question.told() for question in self.history],
            "saved": [{"name": saved.name, **saved.question.told()} for saved in self.saved],
        }
        return json.dumps(table, ensure_ascii=False, indent=1)

    def _read(self) -> None:
        try:
            table = parsed_json(self._path.read_text("utf-8"))
            history, saved = table.get("history", []), table.get("saved", [])
            self.history = tuple(filter(None, map(question_of, history)))[:LONGEST]
            self.saved = tuple(filter(None, map(_saved_of, saved)))
        except (FileNotFoundError, NotADirectoryError):
            return
        except OSError:
            self._is_lost = True
            return
        except (ValueError, TypeError, AttributeError):
            with suppress(OSError):
                self._path.replace(self._path.with_name(f"{self._path.name}.damaged"))
            return
        self._written = self._content()


def _saved_of(kept: Any) -> Saved | None:  # noqa: ANN401 - whatever stands in a file
    question = question_of(kept)
    name = kept.get("name") if question else None
    return Saved(name, question) if question and isinstance(name, str) and name else None
