"""The few questions that are asked in a box of their own."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox, QWidget

from chengwen_desktop.translation import marked, tr

DRAFTS = marked("文稿 (*.akn)")
DOCUMENTS = marked("Word 文档 (*.docx)")


class Keep(Enum):
    """What to do with changes that no file has."""

    SAVE = auto()
    DISCARD = auto()
    CANCEL = auto()


def ask_open(parent: QWidget, folder: Path) -> Path | None:
    """Ask for a draft to open; None if the person thought better of it."""
    name, _ = QFileDialog.getOpenFileName(parent, tr("打开文稿"), str(folder), tr(DRAFTS))
    return Path(name) if name else None


def ask_save(parent: QWidget, title: str, proposed: Path, kind: str) -> Path | None:
    """Ask where to write a file; its name gets the ending of `kind` if it has none."""
    name, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), tr(kind))
    if not name:
        return None
    path = Path(name)
    return path if path.suffix else path.with_suffix(proposed.suffix)


def ask_name(parent: QWidget, title: str, agree: str, proposed: str) -> str | None:
    """Ask for a name; `agree` is on the button. None if the person thought better of it or gave none."""
    box = QInputDialog(parent)
    box.setWindowTitle(title)
    box.setLabelText(tr("名称"))
    box.setTextValue(proposed)
    box.setOkButtonText(agree)
    box.setCancelButtonText(tr("取消"))
    box.resize(380, box.sizeHint().height())
    agreed = box.exec() == QInputDialog.DialogCode.Accepted
    return (box.textValue().strip() or None) if agreed else None


def ask_keep(parent: QWidget, name: str) -> Keep:
    """Ask what to do with the changes of the draft `name` before it goes."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(tr("成文"))
    box.setText(tr("“{name}”有改动还没有保存。", name=name))
    box.setInformativeText(tr("不保存，这些改动就没有了。"))
    save = box.addButton(tr("保存(&S)"), QMessageBox.ButtonRole.AcceptRole)
    discard = box.addButton(tr("不保存(&N)"), QMessageBox.ButtonRole.DestructiveRole)
    cancel = box.addButton(tr("取消"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(save)
    box.setEscapeButton(cancel)
    box.exec()
    chosen = box.clickedButton()
    return Keep.SAVE if chosen is save else Keep.DISCARD if chosen is discard else Keep.CANCEL


def ask_removal(parent: QWidget, name: str, when: str) -> bool:
    """Ask whether the backup of the draft `name` is to go for good."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(tr("成文"))
    box.setText(tr("删除“{name}” {when} 的备份？", name=name, when=when))
    box.setInformativeText(tr("删掉以后找不回来。"))
    remove = box.addButton(tr("删除备份(&D)"), QMessageBox.ButtonRole.DestructiveRole)
    cancel = box.addButton(tr("取消"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(cancel)
    box.setEscapeButton(cancel)
    box.exec()
    return box.clickedButton() is remove
