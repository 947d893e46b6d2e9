"""Our own faults: the draft is saved first, then the fault is written into the log, then the person is told."""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import TextIO

from chengwen_desktop.home import log_file
from chengwen_desktop.translation import marked

LARGEST_LOG = 1024 * 1024
"""Bytes; two older files are kept."""

SENTENCE = marked("程序出了问题，出错记录已经写下。文稿还在窗口里，建议先保存。")

_log = logging.getLogger("chengwen")
_last: list[str] = []


def start_log() -> None:
    """Write the log into the user's folder; where that cannot be written, there is none."""
    if _log.handlers:
        return
    with suppress(OSError):
        log_file().parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(log_file(), maxBytes=LARGEST_LOG, backupCount=2, encoding="utf-8", delay=True)
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        _log.addHandler(handler)
        _log.setLevel(logging.INFO)
        _log.propagate = False


def record(error: BaseException) -> None:
    """Write a fault into the log. Never raises."""
    with suppress(Exception):
        _last[:] = ["".join(traceback.format_exception(error))]
        _log.error("fault", exc_info=(type(error), error, error.__traceback__))


def record_words(words: str) -> None:
    """Write into the log what a program that is gone has left, or what Qt has to say. Never raises."""
    with suppress(Exception):
        _last[:] = [words]
        _log.error(words)


def last() -> str:
    """Return the last fault that was recorded, with its traceback; nothing if there was none."""
    return _last[0] if _last else ""


def catch(save: Callable[[], bool], tell: Callable[[bool], object]) -> None:
    """From now on, with every exception that nobody catches: save, log it, tell whether it is saved. Never raises.

    This holds for all threads and for what Qt calls; `save` and `tell` may be called from any thread.
    """

    def handle(error: BaseException) -> None:
        is_saved = False
        with suppress(Exception):
            is_saved = save()
        record(error)
        with suppress(Exception):
            tell(is_saved)

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        handle(error)

    def in_thread(arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None and not isinstance(arguments.exc_value, SystemExit):
            handle(arguments.exc_value)

    sys.excepthook = hook
    threading.excepthook = in_thread
    _catch_qt(save)


def watch_crashes(file: Path) -> TextIO | None:
    """Have the interpreter write into `file` where it stood if it is brought down; None if that cannot be written.

    Whoever calls keeps the stream open, and ends with `stop_watching`.
    """
    with suppress(OSError):
        stream = file.open("w", encoding="utf-8")
        faulthandler.enable(stream)
        return stream
    return None


def stop_watching(stream: TextIO) -> None:
    """Watch no more; the file is removed if nothing was written."""
    faulthandler.disable()
    with suppress(OSError):
        stream.close()
        file = Path(stream.name)
        if file.stat().st_size == 0:
            file.unlink()


def _catch_qt(save: Callable[[], bool]) -> None:
    """Save before Qt ends the program, and log what it warns of."""
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    def handle(kind: QtMsgType, _context: QMessageLogContext, words: str | None) -> None:
        with suppress(Exception):
            if kind == QtMsgType.QtFatalMsg:
                save()
                record_words(f"Qt: {words}")
            else:
                _log.info("Qt: %s", words)
            sys.stderr.write(f"{words}\n")

    qInstallMessageHandler(handle)
