"""Names of files that break lines, turn words round, look like options, or are none: on the command line and in messages."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from attacks.attempts import Attempt, attempts, one_line, shown
from attacks.reading import BODY
from chengwen_desktop.draft.session import Session
from chengwen_library.files import write_atomically
from commands import fail
from drafts import small_draft


@attempts(
    Attempt("line", "a name of two lines", lambda: "甲\n乙.txt"),
    Attempt("terminal", "a name that commands the terminal", lambda: "甲\x1b[2J\x1b]0;owned\x07.txt"),
    Attempt("turned", "a name whose ending is turned round (RTL override)", lambda: "甲\u202etxt.exe\u202c.docx"),
    Attempt("option", "a name that looks like an option", lambda: "-o.txt"),
    Attempt("bytes", "a name that is no text", lambda: os.fsdecode(b"\xff\xfe\xe7.txt")),
    Attempt("long", "a name of 255 bytes", lambda: "字" * 83 + "ab.txt"),
    Attempt("html", "a name that is HTML", lambda: "<img src=x onerror=alert(1)>.txt"),
    Attempt("dots", "a name of dots and blanks", lambda: "... .txt"),
    Attempt("device", "a name that is a device of Windows", lambda: "CON.txt"),
    Attempt("format", "a name with marks for putting words in", lambda: "%s{0}{name}%n$(id)`id`.txt"),
)  # fmt: skip
def test_a_file_of_a_hostile_name_is_refused_in_one_line(
    attempt: Attempt,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    outcome: Callable[[str], None],
) -> None:
    path = tmp_path / attempt.made()
    path.write_bytes(b"")
    said = fail(monkeypatch, capsys, "import", "--dry-run", path)
    outcome(f"refused: {shown(one_line(said.rstrip()))}")


@attempts(
    Attempt("bytes-read", "a sound file whose name is no text", lambda: os.fsdecode(b"\xff\xfe\xe7.txt")),
    Attempt("terminal-read", "a sound file whose name commands the terminal", lambda: "甲\x1b[2J乙.txt"),
)  # fmt: skip
@pytest.mark.parametrize("form", [[], ["--json"]], ids=["words", "json"])
def test_a_sound_file_of_a_hostile_name_is_read(
    attempt: Attempt,
    form: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
    outcome: Callable[[str], None],
) -> None:
    path = tmp_path / attempt.made()
    path.write_text("\n".join(BODY), encoding="utf-8")
    command = [sys.executable, "-m", "chengwen_desktop.cli", "import", "--dry-run", *form, str(path)]
    done = subprocess.run(
        command, capture_output=True, env=os.environ | {"PYTHONIOENCODING": "utf-8:strict"}, check=False
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    assert b"\x1b" not in done.stdout
    outcome("read, and its name is told without harm")


TITLES = {
    "climbing": ("a title that climbs out of the folder", "../../../etc/passwd"),
    "windows": ("a title with all that Windows refuses in names", 'a\\b:c*d?e"f<g>h|i'),
    "lines": ("a title of two lines", "甲\n乙\t丙"),
    "long": ("a title of a thousand characters", "长" * 1000),
    "device": ("a title that is a device of Windows", "CON"),
    "dots": ("a title of dots", ".."),
    "turned": ("a title whose direction is turned", "甲\u202eexe.\u202c"),
}


@attempts(*(Attempt(name, tried, lambda words=words: words) for name, (tried, words) in TITLES.items()))
def test_the_name_that_is_proposed_for_a_draft_is_one(
    attempt: Attempt, tmp_path: Path, qapp: object, outcome: Callable[[str], None]
) -> None:
    name = Session(replace(small_draft(), title=attempt.made()), None).name
    write_atomically(tmp_path / name, b"x")
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [name]
    assert not set(name) & set('\\/:*?"<>|\n\t\u202e')
    assert name.split(".")[0].upper() not in {"CON", "NUL", ""}
    outcome(f"proposed: {shown(name)}")
