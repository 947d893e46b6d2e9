"""Switching a rule off and on in the office's data."""

from __future__ import annotations

from pathlib import Path

from chengwen_templates.office_files.reading import load_office
from chengwen_templates.office_files.writing import save_switched_off


def switched(folder: Path, rule: str, *, off: bool) -> None:
    """Let the office do without a rule, or have it again. Raises FaultyOffice, UnreadableFile and UnwritableFile."""
    before = load_office(folder).switched_off
    save_switched_off(folder, before | {rule} if off else before - {rule})
