"""Files that an office keeps itself (TOML): read with every fault told, each with the line it stands on."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeGuard, cast

import tomli

from chengwen_library.errors import UnreadableFile
from chengwen_library.files import read_limited

LARGEST_FILE = 4 * 1024 * 1024
"""Bytes; no register of organs is longer."""

_AT = re.compile(r"\(at (?:line (\d+), column \d+|end of document)\)")


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault: the file's name, the line from 1 (None if it is the whole file), what is wrong and what to do.

    `entry` and `key` say which entry of the file's table, from 0, and which of its values is meant.
    """

    file: str
    line: int | None
    message: str
    entry: int | None = field(default=None, compare=False)
    key: str | None = field(default=None, compare=False)

    def __str__(self) -> str:
        place = f"第 {self.line} 行" if self.line else ""
        return f"“{self.file}”{place}：{self.message}"


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


class OwnFile:
    """A file of the office: its values, and what was found wrong with them."""

    def __init__(self, name: str, values: Mapping[str, Any], source: str = "") -> None:
        self.name = name
        self.values = dict(values)
        self.source = source
        self.faults: list[Fault] = []

    @classmethod
    def read(cls, path: Path) -> OwnFile:
        """Return the file; one that is not there has no values, one that cannot be read none but a fault."""
        made = cls(path.name, {}, "")
        if not path.exists():
            return made
        try:
            made.source = read_limited(path, LARGEST_FILE).decode("utf-8-sig")
        except UnicodeDecodeError:
            made.faults.append(Fault(path.name, None, "不是 UTF-8 编码的文字。请另存为 UTF-8。"))
        except UnreadableFile as error:
            made.faults.append(Fault(path.name, None, str(error)))
        made.values = made._parsed()
        return made

    def fault(
        self, message: str, table: str = "", key: str | None = None, place: int = 0, *, entry: int | None = None
    ) -> None:
        """Note a fault at the line of a key; `entry` says which one it is where entries are not tables."""
        line = line_of(self.source, table, key, place)
        self.faults.append(Fault(self.name, line, message, place if entry is None else entry, key))

    def text(self, key: str) -> str | None:
        """Return the text of a key above all tables, or None."""
        value = self.values.get(key)
        if value is not None and not is_text(value):
            self.fault(f"“{key}”应当是引号里的文字。", key=key)
            return None
        return value

    def refuse_others(self, known: set[str]) -> None:
        """Note the keys that the file may not have."""
        for key in self.values:
            if key not in known:
                self.fault(f"不认识“{key}”。请删去或改正。", key if isinstance(self.values[key], dict) else "", key)

    def _parsed(self) -> dict[str, Any]:
        try:
            return tomli.loads(self.source)
        except (tomli.TOMLDecodeError, RecursionError) as error:
            found = _AT.search(str(error))
            last = len(self.source.splitlines())
            line = int(found.group(1)) if found and found.group(1) else last
            self.faults.append(Fault(self.name, line, "写法不对，读不下去。核对引号、括号、等号是否成对、有没有漏掉。"))
            return {}


def is_text(value: object) -> TypeGuard[str]:
    """Tell whether a value is text with something in it."""
    return isinstance(value, str) and bool(value.strip())


def are_texts(values: object) -> TypeGuard[list[str]]:
    """Tell whether a value is a list of such texts."""
    return isinstance(values, list) and all(map(is_text, cast("list[object]", values)))


def quoted(value: str | list[str] | None) -> str:
    """Return a value as TOML writes it; JSON's strings and lists of strings are TOML's too."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
