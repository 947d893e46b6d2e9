"""What is wrong with an office's files: a line for each fault, with the file and the line it stands on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from chengwen_library.errors import ChengwenError


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault: the file's name, the line from 1 (None if it is the whole file), what is wrong and what to do."""

    file: str
    line: int | None
    message: str

    def __str__(self) -> str:
        place = f"第 {self.line} 行" if self.line else ""
        return f"“{self.file}”{place}：{self.message}"


class FaultyOffice(ChengwenError):
    """The office's files are faulty; `faults` are all of them, the message names the first."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        more = f"另有 {len(faults) - 1} 处。" if len(faults) > 1 else ""
        super().__init__(f"本单位的文件有错：{faults[0]}{more}")
        self.faults = tuple(faults)


def line_of(source: str, name: str, key: str | None = None, place: int = 0) -> int | None:
    """Return the line, from 1, of a key in the table `name` of a TOML text, of several tables that at `place`.

    The line of the table's head without a key, or where the key is not in it; "" is the part above all tables.
    """
    head = 1 if not name else None
    current, count = "", -1
    for number, line in enumerate(source.splitlines(), start=1):
        if match := re.match(r"\s*\[{1,2}\s*([\w.-]+)\s*\]", line):
            current = match.group(1)
            count += current == name
            head = number if current == name and count == place else head
        in_table = current == name and (not name or count == place)
        if key and in_table and re.match(rf'\s*["\']?{re.escape(key)}["\']?\s*=', line):
            return number
    return head
