"""An office's folder to its data: organs.toml, limits.toml, terms.toml, rules.toml, each of which may be missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeGuard, cast

import tomli

from chengwen_library.errors import UnreadableFile
from chengwen_library.files import read_limited
from chengwen_templates.checks.rules import rules
from chengwen_templates.office import Limits, Office, Organ
from chengwen_templates.office_files.faults import Fault, FaultyOffice, line_of

ORGANS, LIMITS, TERMS, RULES = "organs.toml", "limits.toml", "terms.toml", "rules.toml"
LARGEST_FILE = 4 * 1024 * 1024
"""Bytes; no register of organs is longer."""

MOST_YEARS = 99
_AT = re.compile(r"\(at (?:line (\d+), column \d+|end of document)\)")


def load_office(folder: Path) -> Office:
    """Return the data of the office's folder; what has no file is empty.

    Raises FaultyOffice with every fault of every file, and UnreadableFile.
    """
    organs, limits = _File(folder / ORGANS), _File(folder / LIMITS)
    terms, switches = _File(folder / TERMS), _File(folder / RULES)
    office = Office(
        region=organs.text("region"),
        organs=tuple(_organs(organs)),
        limits=_limits(limits),
        terms=tuple(_terms(terms)),
        switched_off=frozenset(_switched_off(switches)),
    )
    for file, keys in ((organs, {"region", "organ"}), (terms, {"terms"}), (switches, {"switched_off"})):
        file.refuse_others(keys)
    _check_successors(organs, office.organs)
    faults = [fault for file in (organs, limits, terms, switches) for fault in file.faults]
    if faults:
        raise FaultyOffice(faults)
    return office


class _File:
    """A file of the office: its values, and what was found wrong with them."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self.faults: list[Fault] = []
        self.source = self._source(path) if path.exists() else ""
        self.values = self._values()

    def fault(self, message: str, table: str = "", key: str | None = None, place: int = 0) -> None:
        """Note a fault at the line of a key."""
        self.faults.append(Fault(self.name, line_of(self.source, table, key, place), message))

    def text(self, key: str) -> str | None:
        """Return the text of a key above all tables, or None."""
        value = self.values.get(key)
        if value is not None and not _is_text(value):
            self.fault(f"“{key}”应当是引号里的文字。", key=key)
            return None
        return value

    def refuse_others(self, known: set[str]) -> None:
        """Note the keys that the file may not have."""
        for key in self.values:
            if key not in known:
                self.fault(f"不认识“{key}”。请删去或改正。", key if isinstance(self.values[key], dict) else "", key)

    def _source(self, path: Path) -> str:
        try:
            return read_limited(path, LARGEST_FILE).decode("utf-8-sig")
        except UnicodeDecodeError:
            self.faults.append(Fault(self.name, None, "不是 UTF-8 编码的文字。请另存为 UTF-8。"))
        except UnreadableFile as error:
            self.faults.append(Fault(self.name, None, str(error)))
        return ""

    def _values(self) -> dict[str, Any]:
        try:
            return tomli.loads(self.source)
        except tomli.TOMLDecodeError as error:
            found = _AT.search(str(error))
            last = len(self.source.splitlines())
            line = int(found.group(1)) if found and found.group(1) else last
            self.faults.append(Fault(self.name, line, "写法不对，读不下去。核对引号、括号、等号是否成对、有没有漏掉。"))
            return {}


def _organs(file: _File) -> Iterator[Organ]:
    tables = file.values.get("organ", [])
    if not isinstance(tables, list):
        file.fault("机关要一个一段，用 [[organ]] 开头。", "organ", "organ")
        return
    taken: dict[str, int] = {}
    for place, table in enumerate(cast("list[dict[str, Any]]", tables)):
        organ = _organ(file, table, place)
        if organ is None:
            continue
        for name in (organ.name, *organ.short_names):
            if taken.setdefault(name, place) != place:
                key = "name" if name == organ.name else "short_names"
                file.fault(f"“{name}”前面已经写过。同一个名称只能指一个机关。", "organ", key, place)
        yield organ


def _organ(file: _File, table: dict[str, Any], place: int) -> Organ | None:
    for key in sorted(set(table) - {"name", "short_names", "successor"}):
        file.fault(f"不认识“{key}”。一个机关可以写 name、short_names、successor。", "organ", key, place)
    name, short_names, successor = table.get("name"), table.get("short_names", []), table.get("successor")
    if not _is_text(name):
        file.fault("没有写机关的全称（name）。", "organ", "name", place)
        return None
    if not _are_texts(short_names):
        file.fault("简称（short_names）应当是方括号里的几个名称。", "organ", "short_names", place)
        short_names = []
    if successor is not None and not _is_text(successor):
        file.fault("现在的名称（successor）应当是引号里的全称。", "organ", "successor", place)
        successor = None
    return Organ(name, tuple(short_names), successor)


def _check_successors(file: _File, organs: Sequence[Organ]) -> None:
    """Note organs that are their own successor, round about too."""
    heirs = {organ.name: organ.successor for organ in organs}
    for place, organ in enumerate(organs):
        seen, name = {organ.name}, organ.successor
        while name is not None and name not in seen:
            seen.add(name)
            name = heirs.get(name)
        if name is not None:
            file.fault(f"“{organ.name}”改名以后又回到“{name}”，绕成了圈。", "organ", "successor", place)


def _limits(file: _File) -> Limits:
    names = {field.name for field in fields(Limits)}
    file.refuse_others(names)
    values: dict[str, int] = {}
    for key in names & set(file.values):
        value = file.values[key]
        highest = MOST_YEARS if key.endswith("years") else 1_000_000
        if isinstance(value, bool) or not isinstance(value, int) or not 0 < value <= highest:
            file.fault(f"“{key}”应当是 1 到 {highest} 的整数。", key=key)
        else:
            values[key] = value
    return Limits(**values)


def _terms(file: _File) -> Iterator[tuple[str, str]]:
    table = file.values.get("terms", {})
    if not isinstance(table, dict):
        file.fault("用语写在 [terms] 下面，一行一个。", key="terms")
        return
    wanted: dict[str, str] = {}
    for right, wrongs in cast("dict[str, object]", table).items():
        if not right.strip() or not isinstance(wrongs, list) or not _are_texts(wrongs):
            file.fault(f"“{right}”右边应当是方括号里的几个不再写的词。", "terms", right)
            continue
        for wrong in cast("list[str]", wrongs):
            if wrong == right or wanted.setdefault(wrong, right) != right:
                file.fault(f"“{wrong}”前面已经写过，或者同应当写的一样。", "terms", right)
            else:
                yield wrong, right


def _switched_off(file: _File) -> Iterator[str]:
    given = file.values.get("switched_off", [])
    if not isinstance(given, list) or not _are_texts(given):
        file.fault("“switched_off”应当是方括号里的规则编号。", key="switched_off")
        return
    for identity in cast("list[str]", given):
        if identity in rules():
            yield identity
        else:
            file.fault(f"没有编号是“{identity}”的规则。", key="switched_off")


def _is_text(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and bool(value.strip())


def _are_texts(values: object) -> bool:
    return isinstance(values, list) and all(map(_is_text, cast("list[object]", values)))
