"""Take up the interface's words for translation, and compile what is translated: `make translations`.

Qt's own lupdate finds what `tr` and `marked` are given; words of tables and of the rooms below are written
down for it. What is translated in `chengwen_en.ts` stays; new words stand there as unfinished.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import tomli

from chengwen_library.model import Opinion, PageForm, Sealing, Status
from chengwen_templates.checks import rules
from chengwen_templates.measuring.outcome import Verdict
from chengwen_templates.measuring.requirements import Strength
from chengwen_templates.organ_names import Why
from chengwen_templates.remarks import GONE
from chengwen_templates.slots import SlotKind

PACKAGE = Path(__file__).parents[1] / "desktop" / "chengwen_desktop"
SOURCE = PACKAGE / "translations" / "chengwen_en.ts"
COMPILED = SOURCE.with_suffix(".qm")

CHINESE_ALONE = ("commands", "cli.py", "doctor.py")
"""The command line: its words are a contract."""

BELOW = (Opinion, PageForm, Sealing, SlotKind, Status, Strength, Verdict, Why, rules.Strength)
"""Enumerations of the rooms below whose values the window shows."""


def sources() -> list[Path]:
    """Return the modules whose words are translated."""
    return [one for one in sorted(PACKAGE.rglob("*.py")) if one.relative_to(PACKAGE).parts[0] not in CHINESE_ALONE]


def other_words() -> Iterator[str]:
    """Yield the words that stand in no module of the window."""
    for kind in BELOW:
        yield from (one.value for one in kind)
    yield GONE
    yield from _table("preferences/families.toml").values()
    yield from (way["finds"] for way in _table("search/language.toml")["ways"])
    for part in _table("help/licences.toml")["parts"]:
        yield from (part["name"], part["used"])


def take_up() -> None:
    """Bring the source file up to date with the words of the program."""
    with tempfile.TemporaryDirectory() as folder:
        others = Path(folder) / "others.py"
        others.write_text("\n".join(f'marked("{words}")' for words in other_words()), encoding="utf-8")
        options = ["-tr-function-alias", "tr+=marked", "-locations", "none", "-no-obsolete", "-silent"]
        options += ["-disable-heuristic", "similartext", "-source-language", "zh_CN", "-target-language", "en_GB"]
        _run("pyside6-lupdate", *options, *map(str, [*sources(), others]), "-ts", str(SOURCE))


def compile_into(compiled: Path) -> None:
    """Write what is translated in the form that the program loads."""
    _run("pyside6-lrelease", "-silent", str(SOURCE), "-qm", str(compiled))


def _table(name: str) -> dict[str, Any]:
    return tomli.loads((PACKAGE / name).read_text(encoding="utf-8"))


def _run(tool: str, *arguments: str) -> None:
    subprocess.run([str(Path(sys.executable).with_name(tool)), *arguments], check=True)


if __name__ == "__main__":
    take_up()
    compile_into(COMPILED)
