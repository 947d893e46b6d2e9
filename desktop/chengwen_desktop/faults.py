"""Our own faults: written into the log with all that is known, told to the person in one sentence."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from types import TracebackType

from chengwen_desktop.home import log_file

LARGEST_LOG = 1024 * 1024
"""Bytes; two older files are kept."""

SENTENCE = "程序出了问题，出错记录已经写下。文稿还在窗口里，建议先保存。"

_log = logging.getLogger("chengwen")


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
        _log.error("fault", exc_info=(type(error), error, error.__traceback__))


def catch(tell: Callable[[str], object]) -> None:
    """From now on log every exception that nobody catches and tell of it. Never raises."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        record(error)
        with suppress(Exception):
            tell(SENTENCE)

    sys.excepthook = hook
