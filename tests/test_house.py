"""What holds for the whole house, whoever builds in it."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = {
    "clause_library": "chengwen_library",
    "index": "chengwen_index",
    "templates": "chengwen_templates",
    "desktop": "chengwen_desktop",
}
NOT_OURS = {"node_modules", "__pycache__", "out", "dist", "build"}
TEXT = {".py", ".md", ".toml", ".j2", ".akn", ".json", ".yaml", ".lock", ".txt", ""}
LONGEST_FILE = 600


def ours(folder: Path = ROOT) -> Iterator[Path]:
    """Yield the files of the tree that are neither installed nor made."""
    for entry in sorted(folder.iterdir()):
        if entry.is_file():
            yield entry
        elif entry.name not in NOT_OURS and (entry.name == ".ci" or not entry.name.startswith(".")):
            yield from ours(entry)


def modules() -> list[Path]:
    return [path for path in ours() if path.suffix == ".py"]


def python(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *arguments], capture_output=True, text=True, cwd=ROOT, check=False)


def test_imports_run_only_downwards():
    answer = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr
    assert "3 kept, 0 broken" in answer.stdout


def imported(module: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(module.read_bytes())):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names.add(node.module.split(".")[0])
    return names


def test_only_the_desktop_imports_qt():
    elsewhere = [path for path in modules() if path.relative_to(ROOT).parts[0] in set(ROOMS) - {"desktop"}]
    assert elsewhere
    assert [path for path in elsewhere if imported(path) & {"PySide6", "qtpy", "qtawesome"}] == []


def test_the_command_line_starts_without_qt():
    answer = python("-c", "import sys, chengwen_desktop.cli; print([m for m in sys.modules if 'PySide6' in m])")
    assert (answer.stdout.strip(), answer.stderr) == ("[]", "")


@pytest.mark.parametrize(("room", "package"), ROOMS.items())
def test_every_package_is_typed(room, package):
    assert (ROOT / room / package / "py.typed").is_file()
    assert [entry.name for entry in (ROOT / room).iterdir() if (entry / "__init__.py").is_file()] == [package]


def test_no_file_is_too_long_to_read():
    lengths = {str(path.relative_to(ROOT)): path.read_bytes().count(b"\n") for path in modules()}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_nothing_names_a_folder_of_one_machine_or_person():
    place = re.compile(r"(?<![\w.}])(?:/(?:home|Users|root|work|opt)/|[A-Z]:\\Users\\)\w")
    texts = {path: path.read_text("utf-8", "replace") for path in ours() if path.suffix in TEXT}
    assert len(texts) > len(ROOMS)
    assert [str(path.relative_to(ROOT)) for path, text in texts.items() if place.search(text)] == []


@pytest.mark.skipif(sys.platform != "linux", reason="needs the locked PySide6")
def test_qt_survives_many_signals_in_this_python():
    """Some pairs of PySide6 and Python abort after a few thousand signals; pyproject.toml leaves them out."""
    program = """
from PySide6.QtCore import QCoreApplication, QObject, Signal

class Sender(QObject):
    sent = Signal(object)

application = QCoreApplication([])
received = []
sender = Sender()
sender.sent.connect(received.append)
for number in range(5000):
    sender.sent.emit({"number": number})
print(len(received), received[-1]["number"])
"""
    answer = python("-c", program)
    assert (answer.returncode, answer.stdout.strip()) == (0, "5000 4999"), answer.stderr
