"""An office's folder to its data: organs.toml, limits.toml, terms.toml, rules.toml, each of which may be missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, cast

from chengwen_library.own_files import Fault, OwnFile, are_texts, is_text
from chengwen_templates.checks.rules import rules
from chengwen_templates.office import Limits, Office, Organ
from chengwen_templates.office_files.faults import FaultyOffice

ORGANS, LIMITS, TERMS, RULES = "organs.toml", "limits.toml", "terms.toml", "rules.toml"
MOST_YEARS = 99


@dataclass(frozen=True, slots=True)
class Part:
    """What one file says, as the data of an office that has nothing else, and what is wrong with it."""

    office: Office
    faults: tuple[Fault, ...]


def load_office(folder: Path) -> Office:
    """Return the data of the office's folder; what has no file is empty.

    Raises FaultyOffice with every fault of every file, and UnreadableFile.
    """
    parts = {name: load_part(folder, name) for name in _READERS}
    if faults := [fault for part in parts.values() for fault in part.faults]:
        raise FaultyOffice(faults)
    return Office(
        region=parts[ORGANS].office.region,
        organs=parts[ORGANS].office.organs,
        limits=parts[LIMITS].office.limits,
        terms=parts[TERMS].office.terms,
        switched_off=parts[RULES].office.switched_off,
    )


def load_part(folder: Path, name: str) -> Part:
    """Return what the file `name` of an office's folder says; nothing if it is not there."""
    return _part(OwnFile.read(folder / name))


def check_part(name: str, values: Mapping[str, Any]) -> Part:
    """Return what the file `name` would say with these values; its faults name entries, no lines."""
    return _part(OwnFile(name, values))


def _part(file: OwnFile) -> Part:
    office = _READERS[file.name](file)
    return Part(office, tuple(file.faults))


def _read_organs(file: OwnFile) -> Office:
    organs = dict(_organs(file))
    office = Office(region=file.text("region"), organs=tuple(organs.values()))
    file.refuse_others({"region", "organ"})
    _check_successors(file, organs)
    return office


def _read_limits(file: OwnFile) -> Office:
    return Office(limits=_limits(file))


def _read_terms(file: OwnFile) -> Office:
    office = Office(terms=tuple(_terms(file)))
    file.refuse_others({"terms"})
    return office


def _read_rules(file: OwnFile) -> Office:
    office = Office(switched_off=frozenset(_switched_off(file)))
    file.refuse_others({"switched_off"})
    return office


_READERS: dict[str, Callable[[OwnFile], Office]] = {
    ORGANS: _read_organs,
    LIMITS: _read_limits,
    TERMS: _read_terms,
    RULES: _read_rules,
}


def _organs(file: OwnFile) -> Iterator[tuple[int, Organ]]:
    """Yield the organs with their places in the file."""
    tables = file.values.get("organ", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in cast("list[object]", tables)):
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
        yield place, organ


def _organ(file: OwnFile, table: dict[str, Any], place: int) -> Organ | None:
    for key in sorted(set(table) - {"name", "short_names", "successor"}):
        file.fault(f"不认识“{key}”。一个机关可以写 name、short_names、successor。", "organ", key, place)
    name, short_names, successor = table.get("name"), table.get("short_names", []), table.get("successor")
    if not is_text(name):
        file.fault("没有写机关的全称（name）。", "organ", "name", place)
        return None
    if not are_texts(short_names):
        file.fault("简称（short_names）应当是方括号里的几个名称。", "organ", "short_names", place)
        short_names = []
    if successor is not None and not is_text(successor):
        file.fault("现在的名称（successor）应当是引号里的全称。", "organ", "successor", place)
        successor = None
    return Organ(name, tuple(short_names), successor)


def _check_successors(file: OwnFile, organs: Mapping[int, Organ]) -> None:
    """Note organs that are their own successor, round about too."""
    heirs = {organ.name: organ.successor for organ in organs.values()}
    for place, organ in organs.items():
        seen, name = {organ.name}, organ.successor
        while name is not None and name not in seen:
            seen.add(name)
            name = heirs.get(name)
        if name is not None:
            file.fault(f"“{organ.name}”改名以后又回到“{name}”，绕成了圈。", "organ", "successor", place)


def _limits(file: OwnFile) -> Limits:
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


def _terms(file: OwnFile) -> Iterator[tuple[str, str]]:
    table = file.values.get("terms", {})
    if not isinstance(table, dict):
        file.fault("用语写在 [terms] 下面，一行一个。", key="terms")
        return
    wanted: dict[str, str] = {}
    for entry, (right, wrongs) in enumerate(cast("dict[str, object]", table).items()):
        if not right.strip() or not are_texts(wrongs):
            file.fault(f"“{right}”右边应当是方括号里的几个不再写的词。", "terms", right, entry=entry)
            continue
        for wrong in wrongs:
            if wrong == right or wanted.setdefault(wrong, right) != right:
                file.fault(f"“{wrong}”前面已经写过，或者同应当写的一样。", "terms", right, entry=entry)
            else:
                yield wrong, right


def _switched_off(file: OwnFile) -> Iterator[str]:
    given = file.values.get("switched_off", [])
    if not are_texts(given):
        file.fault("“switched_off”应当是方括号里的规则编号。", key="switched_off")
        return
    for identity in given:
        if identity in rules():
            yield identity
        else:
            file.fault(f"没有编号是“{identity}”的规则。", key="switched_off")
