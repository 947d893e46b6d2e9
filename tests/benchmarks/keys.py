"""How long the window is busy with a key: 400 keys at several places of a 200-clause draft.

    xvfb-run -a python tests/benchmarks/keys.py [--clauses 200] [--busy] [--json FILE]

For each kind of key it prints the median, the 99th percentile and the longest, in ms. A key counts
from its press to the last thing it makes the window do: the draft changed, everything that shows it
brought up to date, timers that are due run and the page painted.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

KEYS = 400
PLACES = 8
BUSY = "--busy" in sys.argv
"""Count only the time in which the window's thread has worked: for a machine that others use too."""

KINDS = {"字": "type", "退格": "back", "回车": "enter", "合并": "join"}


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clauses", type=int, default=200)
    parser.add_argument("--busy", action="store_true", help="count the thread's own time alone")
    parser.add_argument("--json", type=Path)
    wanted = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CHENGWEN_HOME"] = folder
        found = _measure(Path(folder), wanted.clauses)
    for kind, times in found.items():
        print(
            f"{kind:4} {len(times):4} 键  中位 {_at(times, 0.5):6.1f}  p99 {_at(times, 0.99):6.1f}  最长 {times[-1]:6.1f}"
        )
    if wanted.json:
        wanted.json.write_text(json.dumps({kind: [_at(times, 0.5), _at(times, 0.99)] for kind, times in found.items()}))
    return 0


def _measure(folder: Path, clauses: int) -> dict[str, list[float]]:
    from chengwen_desktop.app import make_application, open_window
    from chengwen_desktop.garbage import Garbage
    from chengwen_templates.draft import save_draft
    from long_drafts import long_draft, shipped

    application = make_application()
    path = folder / "文稿.akn"
    draft = long_draft(clauses, shipped())
    save_draft(draft, path)
    window = open_window(path, sample=False)
    while window.finder is None or window.documents.session is None:
        application.processEvents()
    window.activateWindow()
    window.draft.editor.setFocus()
    _rest(application, 3.0)
    Garbage(application).begin()
    wids = [unit.wid for unit in draft.walk() if unit.text]
    places = [wids[len(wids) * place // PLACES] for place in range(PLACES)]
    found: dict[str, list[float]] = {kind: [] for kind in KINDS}
    for wid in places:
        for kind, way in KINDS.items():
            window.draft.editor.go_to(wid)
            _rest(application, 0.4)
            for number in range(KEYS // PLACES if way in ("type", "back") else 4):
                found[kind].append(_key(application, window, way, number))
    window.documents.session = None
    window.close()
    return {kind: sorted(times) for kind, times in found.items()}


def _key(application: object, window: object, way: str, number: int) -> float:
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent, QTextCursor

    editor = window.draft.editor
    cursor = editor.textCursor()
    if number == 0 and way != "join":
        cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.MoveAnchor, 40)
        editor.setTextCursor(cursor)
    if way == "join":
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        editor.setTextCursor(cursor)
    key, text = {
        "type": (Qt.Key.Key_A, "施行办法自印发之日起"[number % 10]),
        "back": (Qt.Key.Key_Backspace, ""),
        "enter": (Qt.Key.Key_Return, "\r"),
        "join": (Qt.Key.Key_Backspace, ""),
    }[way]
    _rest(application, 0.0)
    begun = time.thread_time() if BUSY else time.perf_counter()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        application.sendEvent(editor, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))
    application.processEvents()
    taken = ((time.thread_time() if BUSY else time.perf_counter()) - begun) * 1000
    _rest(application, 0.03)
    return taken


def _rest(application: object, seconds: float) -> None:
    """Let the window do what it has to; a typist rests between keys too."""
    end = time.perf_counter() + seconds
    application.processEvents()
    while time.perf_counter() < end:
        application.processEvents()
        time.sleep(0.002)


def _at(times: list[float], share: float) -> float:
    return round(times[min(len(times) - 1, int(len(times) * share))], 1)


if __name__ == "__main__":
    sys.exit(main())
