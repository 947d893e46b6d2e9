"""An office's data to its files, each whole or not at all; what a person has written beside the values stays out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from importlib.resources import files
from pathlib import Path

from chengwen_library.files import write_atomically
from chengwen_library.own_files import quoted
from chengwen_templates.office import Limits, Office, Organ
from chengwen_templates.office_files.reading import LIMITS, ORGANS, RULES, TERMS


def save_organs(folder: Path, office: Office) -> None:
    """Write region and register of organs. Raises UnwritableFile."""
    region = [f"region = {quoted(office.region)}"] if office.region else []
    _save(folder, ORGANS, [*region, *(line for organ in office.organs for line in _organ(organ))])


def save_limits(folder: Path, limits: Limits) -> None:
    """Write the limits; those that the office has not set are left out. Raises UnwritableFile."""
    values = {field.name: getattr(limits, field.name) for field in fields(Limits)}
    _save(folder, LIMITS, [f"{name} = {value}" for name, value in values.items() if value is not None])


def save_terms(folder: Path, terms: Sequence[tuple[str, str]]) -> None:
    """Write the words to avoid by the word in their place. Raises UnwritableFile."""
    wrongs: dict[str, list[str]] = {}
    for wrong, right in terms:
        wrongs.setdefault(right, []).append(wrong)
    _save(folder, TERMS, ["[terms]", *(f"{quoted(right)} = {quoted(words)}" for right, words in wrongs.items())])


def save_switched_off(folder: Path, rules: frozenset[str]) -> None:
    """Write the rules that the office does without. Raises UnwritableFile."""
    _save(folder, RULES, [f"switched_off = {quoted(sorted(rules))}"])


def save_office(folder: Path, office: Office) -> None:
    """Write all of an office's files. Raises UnwritableFile."""
    save_organs(folder, office)
    save_limits(folder, office.limits)
    save_terms(folder, office.terms)
    save_switched_off(folder, office.switched_off)


def write_example(folder: Path) -> None:
    """Put the empty files with their comments into the folder, where it has none. Raises UnwritableFile."""
    for name in (ORGANS, LIMITS, TERMS, RULES):
        if not (folder / name).exists():
            write_atomically(folder / name, _example(name).encode())


def _example(name: str) -> str:
    return (files("chengwen_templates.office_files") / "example" / name).read_text(encoding="utf-8")


def _save(folder: Path, name: str, lines: Sequence[str]) -> None:
    """Write the values below the comment that says what the file is for."""
    head = next(line for line in _example(name).splitlines() if line.startswith("#"))
    write_atomically(folder / name, "\n".join([head, "", *lines, ""]).encode())


def _organ(organ: Organ) -> list[str]:
    lines = ["", "[[organ]]", f"name = {quoted(organ.name)}"]
    if organ.short_names:
        lines.append(f"short_names = {quoted(list(organ.short_names))}")
    if organ.successor:
        lines.append(f"successor = {quoted(organ.successor)}")
    return lines
