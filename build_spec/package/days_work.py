"""A day's work with a built program, by its commands alone: each step says what it shows, or stops all that follow."""

from __future__ import annotations

import json
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from build_spec.package.places import NAME

TEMPLATE = Path("measures", "several-measures.j2")
ANSWERS = Path("samples", "sample.toml")
ANSWER_NO = 1
PATIENCE = 120
"""Seconds that a step may take."""


class StepFailed(Exception):
    """A step did not do what it is for; the message holds what the program said."""


@dataclass(frozen=True)
class Machine:
    """Where the program runs: `before` is put before every command, `root` is where its file system is seen from here.

    `program` is the program's file, and `desk` the folder that holds the user's files, as the program sees them.
    `home` is where the program's data is to lie; it is told so only where `is_told`, else it has to find that itself.
    """

    before: tuple[str, ...]
    program: str
    desk: str
    home: str
    root: Path = Path("/")
    is_told: bool = False

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run the program in an environment that holds nothing of this one's."""
        settings = ["PATH=/usr/bin:/bin", "LANG=C.UTF-8", "QT_QPA_PLATFORM=offscreen", f"HOME={self.desk}"]
        settings += [f"CHENGWEN_HOME={self.home}"] if self.is_told else []
        command = [*self.before, "env", "-i", *settings, self.program, *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)

    def seen(self, path: str) -> Path:
        """Return where a file of that machine is seen from here."""
        return self.root / path.lstrip("/")

    def data(self) -> Path:
        """Return the folder beside the program that holds the templates and answers that ship."""
        return self.seen(self.program).resolve().parent / "_internal" / "chengwen_templates"


def do_days_work(machine: Machine) -> None:
    """Do the day's work, a line for each step. Raises StepFailed."""
    for step in STEPS:
        print(f"  {step(machine)}", flush=True)
    faults = list(machine.seen(machine.home).rglob(f"{NAME}.log"))
    if faults:
        raise StepFailed(faults[0].read_text("utf-8"))


def _doctor(machine: Machine) -> str:
    items = json.loads(_done(machine, "doctor", "--json"))["items"]
    lacking = [item["name"] for item in items if not item["present"]]
    if not items:
        raise StepFailed("the doctor looked at nothing")
    return f"doctor: {len(items)} things looked at, lacking {', '.join(lacking) or 'nothing'}"


def _draft(machine: Machine) -> str:
    answers = f"{machine.desk}/answers.toml"
    machine.seen(answers).write_bytes((machine.data() / ANSWERS).read_bytes())
    _done(machine, "draft", "several-measures", "--answers", answers, "-o", f"{machine.desk}/draft.akn")
    return f"draft from a template: {machine.seen(machine.desk + '/draft.akn').stat().st_size} bytes"


def _draft_from_own_template(machine: Machine) -> str:
    own = machine.seen(f"{machine.home}/templates/own.j2")
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_bytes((machine.data() / TEMPLATE).read_bytes())
    _done(machine, "draft", "own", "--answers", f"{machine.desk}/answers.toml", "-o", f"{machine.desk}/own.akn")
    return "draft from a template of one's own, rendered in a process apart"


def _check(machine: Machine) -> str:
    found = json.loads(_done(machine, "check", f"{machine.desk}/draft.akn", "--json", also=ANSWER_NO))["findings"]
    return f"check: {len(found)} findings"


def _compare(machine: Machine) -> str:
    return _makes_docx(machine, "compare", "table.docx")


def _tables(machine: Machine) -> str:
    return _makes_docx(machine, "tables", "tables.docx")


def _export(machine: Machine) -> str:
    return _makes_docx(machine, "export", "notice.docx")


def _export_pdf(machine: Machine) -> str:
    _done(machine, "export", f"{machine.desk}/draft.akn", "-o", f"{machine.desk}/notice.pdf")
    content = machine.seen(f"{machine.desk}/notice.pdf").read_bytes()
    if not content.startswith(b"%PDF-"):
        raise StepFailed("notice.pdf is not a PDF")
    return f"export to notice.pdf: {len(content)} bytes"


def _import(machine: Machine) -> str:
    _done(machine, "import", f"{machine.desk}/notice.docx")
    held = json.loads(_done(machine, "library", "list", "--json"))
    if not any("示例市" in (measure["title"] or "") for measure in held):
        raise StepFailed("notice.docx is not in the library")
    return f"import of notice.docx: {len(held)} measures in the library"


def _read_pdf(machine: Machine) -> str:
    read = json.loads(_done(machine, "import", "--dry-run", "--json", f"{machine.desk}/notice.pdf"))
    return f"reading of notice.pdf in a process apart: {len(read[0]['units'])} parts"


def _search(machine: Machine) -> str:
    found = json.loads(_done(machine, "search", "质押", "--json"))
    if not found["total"]:
        raise StepFailed("search found nothing")
    return f"search: {found['total']} hits in {found['took_ms']:.1f} ms"


def _window(machine: Machine) -> str:
    if not float(_done(machine, "--try-window")):
        raise StepFailed("the window did not say when it could be used")
    return "window: opened, could be used, closed"


STEPS: tuple[Callable[[Machine], str], ...] = (
    _doctor, _draft, _draft_from_own_template, _check, _compare, _tables, _export, _export_pdf, _import, _read_pdf,
    _search, _window,
)  # fmt: skip


def _makes_docx(machine: Machine, command: str, name: str) -> str:
    _done(machine, command, f"{machine.desk}/draft.akn", "-o", f"{machine.desk}/{name}")
    with zipfile.ZipFile(machine.seen(f"{machine.desk}/{name}")) as document:
        if document.testzip() or "word/document.xml" not in document.namelist():
            raise StepFailed(f"{name} is not a whole .docx")
    return f"{command} to {name}: {machine.seen(machine.desk + '/' + name).stat().st_size} bytes"


def _done(machine: Machine, *arguments: str, also: int = 0) -> str:
    """Run a command and return what it printed. Raises StepFailed unless it ends with 0, or with `also`."""
    answer = machine.run(*arguments)
    if answer.returncode not in {0, also}:
        raise StepFailed(f"{' '.join(arguments)} ended with {answer.returncode}:\n{answer.stdout}\n{answer.stderr}")
    return answer.stdout
