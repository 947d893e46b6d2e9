"""What an attempt is, what may come of it, and what may not."""

import re
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from chengwen_library.errors import ChengwenError

LONGEST = 20.0
"""Seconds of one processor that an attempt may take from the program."""

_CHINESE = re.compile("[\u4e00-\u9fff]")
_NEVER_SHOWN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
"""Kinds of characters that break a line, command a terminal, turn its direction, or are none."""
_SHOWN = 60


class Escaped(AssertionError):
    """Something left its place: it was read, written, run or called although nobody asked for it."""


class Lost(AssertionError):
    """Something that was kept is gone or no longer whole."""


@dataclass(frozen=True)
class Attempt:
    """A way in: its name, what was tried, and what makes the hostile thing."""

    name: str
    tried: str
    made: Callable[..., Any]


def attempts(*all_of_them: Attempt) -> pytest.MarkDecorator:
    """Run a test for each attempt, under its name."""
    names = [one.name for one in all_of_them]
    assert len(set(names)) == len(names)
    return pytest.mark.parametrize("attempt", all_of_them, ids=names)


def one_line(error: BaseException | str) -> str:
    """Return the line that a person is shown; fail if it is not one line of Chinese that can be printed."""
    line = str(error)
    assert not {unicodedata.category(letter) for letter in line} & _NEVER_SHOWN, f"not one plain line: {line!r}"
    assert _CHINESE.search(line), f"not Chinese: {line!r}"
    return line


def refused_or(act: Callable[[], str]) -> str:
    """Do it; return what came of it, or the line with which it was refused. It may not take long."""
    started = time.process_time()
    try:
        words = act()
    except ChengwenError as error:
        words = f"refused: {shown(one_line(error))}"
    assert time.process_time() - started < LONGEST
    return words


def shown(words: str) -> str:
    """Return the beginning of a line, for the table."""
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"


def everything(folder: Path) -> dict[str, bytes]:
    """Return the content of all files below a folder, by name."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def nothing_lost(before: dict[str, bytes], folder: Path) -> None:
    """Fail if a file that was there is gone or holds something else."""
    after = everything(folder)
    gone = [name for name, content in before.items() if after.get(name) != content]
    if gone:
        raise Lost(", ".join(gone))
