"""The questions that reading in asks in a box of their own, and the files it asks for."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton, QWidget

from chengwen_desktop.importing.keeping import Objection
from chengwen_desktop.translation import tr
from chengwen_library.reading.reader import SUFFIXES


def ask_files(parent: QWidget, folder: Path) -> list[Path]:
    """Ask for files to read in; none if the person thought better of it."""
    kinds = tr(
        "可以读入的文件 ({suffixes});;所有文件 (*)", suffixes=" ".join(f"*{suffix}" for suffix in sorted(SUFFIXES))
    )
    names, _ = QFileDialog.getOpenFileNames(parent, tr("读入文件"), str(folder), kinds)
    return [Path(name) for name in names]


def ask_folder(parent: QWidget, title: str, folder: Path) -> Path | None:
    """Ask for a folder; None if the person thought better of it."""
    name = QFileDialog.getExistingDirectory(parent, title, str(folder))
    return Path(name) if name else None


def ask_anyway(parent: QWidget, objection: Objection) -> bool:
    """Ask whether a measure that the library has is to be kept all the same."""
    return _ask(parent, objection.words, "", objection.way, tr("不收入"))


def ask_leave(parent: QWidget, count: int) -> bool:
    """Ask whether to leave with corrections of so many sources not kept."""
    return _ask(
        parent,
        tr("有 {count} 件改动过，还没有收入条款库。", count=count),
        tr("现在关闭，这些改动就没有了。"),
        tr("关闭，不收入"),
        tr("继续核对"),
    )


def ask_stop_watching(parent: QWidget, folder: Path) -> bool | None:
    """Ask about the folder that is watched: True stops watching, False chooses another, None leaves it."""
    box = _box(parent, tr("正在监视“{folder}”。", folder=folder), tr("放进去的新文件会提示读入。"))
    stop = box.addButton(tr("不再监视"), QMessageBox.ButtonRole.DestructiveRole)
    other = box.addButton(tr("换一个文件夹"), QMessageBox.ButtonRole.AcceptRole)
    box.setEscapeButton(box.addButton(tr("取消"), QMessageBox.ButtonRole.RejectRole))
    box.exec()
    chosen = box.clickedButton()
    return True if chosen is stop else False if chosen is other else None


def _ask(parent: QWidget, words: str, more: str, yes: str, no: str) -> bool:
    box = _box(parent, words, more)
    accept: QPushButton = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    refuse = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(refuse)
    box.setEscapeButton(refuse)
    box.exec()
    return box.clickedButton() is accept


def _box(parent: QWidget, words: str, more: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(tr("成文"))
    box.setText(words)
    box.setInformativeText(more)
    return box
