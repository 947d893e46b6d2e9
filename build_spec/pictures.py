"""Make the guide's pictures from the window itself, and its table of keys: `python build_spec/pictures.py [NAME …]`."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from picture import POINTS, rest, until

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from chengwen_desktop.main_window import MainWindow

WINDOW = (1280, 800)
COLOURS = 96
"""Colours that a picture keeps, so that it takes at most LARGEST bytes."""

LARGEST = 150_000
QUERY = "质押融资 风险补偿"
PASTED = "关于促进知识产权转化运用的若干措施\n\n一、提升创造质量\n（一）培育高价值专利。支持企业建立专利培育中心，对首次获得中国专利金奖的单位给予不超过50万元奖励。（责任单位：市市场监管局）\n（二）开展专利导航。围绕重点产业开展专利导航，每年不少于10项。\n二、拓宽转化渠道\n（三）推进开放许可。支持高校、科研院所开放许可专利，2027年底前不少于200件。\n本措施自印发之日起施行，有效期3年。\n"  # noqa: E501


def main() -> int:
    """Write the pictures that are asked for, or all of them and the table of keys."""
    from chengwen_desktop.help import pages

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*SCENES, "keys", []])
    parser.add_argument("--into", type=Path, default=pages.folder() / "pictures")
    wanted = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CHENGWEN_HOME"] = folder
        _take(wanted.names or [*SCENES, "keys"], wanted.into)
    return 0


def _take(names: list[str], into: Path) -> None:
    from chengwen_desktop.app import make_application
    from chengwen_desktop.main_window import MainWindow
    from chengwen_desktop.theme import current

    application = make_application()
    font = application.font()
    font.setPointSizeF(POINTS)
    application.setFont(font)
    current.apply(current.Appearance.LIGHT)
    window = MainWindow()
    window.resize(*WINDOW)
    window.show()
    window.resize(*WINDOW)
    window.spread_panes()
    window.begin(None, sample=False)
    until(application, lambda: window.finder is not None)
    into.mkdir(parents=True, exist_ok=True)
    for name in (name for name in SCENES if name in names):
        shown = SCENES[name](window, application)
        rest(application, 400)
        _save(shown, into / f"{name}.png")
        _tidy(window, application)
    if "keys" in names:
        write_keys(window)
    window.documents.session = None
    window.close()


def write_keys(window: MainWindow) -> None:
    """Write the table of keys into the page about them."""
    from chengwen_desktop.help import pages

    page = pages.folder() / "keys.md"
    page.write_text(pages.with_keys(page.read_text(encoding="utf-8"), window.help.commands()), encoding="utf-8")


def _start(window: MainWindow, application: QApplication) -> QWidget:  # noqa: ARG001
    return window


def _sample(window: MainWindow, application: QApplication) -> QWidget:
    if window.documents.session is None and window.finder is not None:
        window.documents.open_sample(window.finder)
        until(application, lambda: window.documents.session is not None)
        rest(application, 1500)
    window.frame.show_view(_view("EDIT"))
    return window


def _search(window: MainWindow, application: QApplication) -> QWidget:
    _sample(window, application)
    window.search.ask(QUERY)
    until(application, lambda: window.search.model.rowCount() > 0)
    rest(application, 600)
    return window


def _right(window: MainWindow, application: QApplication) -> QWidget:
    _search(window, application)
    return window.precedents


def _notice(window: MainWindow, application: QApplication) -> QWidget:
    _sample(window, application)
    window.draft.form.unfold(True)
    return window.draft


def _write(window: MainWindow, application: QApplication) -> QWidget:
    _sample(window, application)
    window.draft.form.unfold(False)
    window.outline.setFocus()
    return window


def _check(window: MainWindow, application: QApplication) -> QWidget:
    _sample(window, application)
    until(application, lambda: window.checking.looked is not None)
    return window.frame.editing


def _compare(window: MainWindow, application: QApplication) -> QWidget:
    _sample(window, application)
    window.frame.show_view(_view("COMPARE"))
    rest(application, 4000)
    return window


def _preview(window: MainWindow, application: QApplication) -> QWidget:
    _sample(window, application)
    window.frame.show_view(_view("PREVIEW"))
    until(application, lambda: bool(window.preview.faces))
    rest(application, 3000)
    return window


def _palette(window: MainWindow, application: QApplication) -> QWidget:
    _sample(window, application)
    window.actions_["palette"].trigger()
    window.command_palette.pane.field.setText("责任")
    rest(application, 200)
    return window.command_palette.pane


def _import(window: MainWindow, application: QApplication) -> QWidget:
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QDialog

    QGuiApplication.clipboard().setText(PASTED)
    window.actions_["import_pasted"].trigger()
    until(application, lambda: any(box.isVisible() for box in window.findChildren(QDialog)))
    rest(application, 1500)
    box = next(box for box in window.findChildren(QDialog) if box.isVisible())
    box.resize(1180, 720)
    return box


SCENES: dict[str, Callable[[MainWindow, QApplication], QWidget]] = {
    "start": _start,
    "import": _import,
    "window": _search,
    "search": _right,
    "notice": _notice,
    "write": _write,
    "check": _check,
    "compare": _compare,
    "preview": _preview,
    "palette": _palette,
}
"""The pictures by the names of their files, in the order in which they are taken."""


def _tidy(window: MainWindow, application: QApplication) -> None:
    from PySide6.QtWidgets import QDialog

    window.command_palette.pane.close_pane()
    for box in window.findChildren(QDialog):
        if box.isVisible():
            box.done(0)
    rest(application, 100)


def _view(name: str):  # noqa: ANN202 - an enum that must not be imported before Qt is set up
    from chengwen_desktop.frame import View

    return View[name]


def _save(widget: QWidget, path: Path) -> None:
    from PIL import Image

    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "raw.png"
        if not widget.grab().save(str(raw)):
            sys.exit(f"{path} could not be written")
        with Image.open(raw) as picture:
            small = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
            small.save(path, optimize=True)
    if path.stat().st_size > LARGEST:
        sys.exit(f"{path} takes {path.stat().st_size} bytes")
    print(f"{path.name}: {path.stat().st_size // 1024} KB")


if __name__ == "__main__":
    sys.exit(main())
