"""What can be chosen for an export: the kind of file, the profile, pre-printed sheets. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from chengwen_library.errors import UnwritableFile
from chengwen_templates.profile import DEFAULT_PROFILE, Profile, load_profile


class Kind(StrEnum):
    """What a draft can be written as; the value is the file's ending."""

    WORD = ".docx"
    PDF = ".pdf"
    TEXT = ".txt"
    MARKDOWN = ".md"
    DRAFT = ".akn"


MEASURED = frozenset({Kind.WORD, Kind.PDF})
"""Kinds that have pages, and a report."""


@dataclass(frozen=True, slots=True)
class Choices:
    """How to export: the profile's name, on pre-printed sheets (套打) or not.

    `imprint_on_even_face` overrules the profile's own value; None leaves it.
    """

    profile: str = DEFAULT_PROFILE
    preprinted: bool = False
    imprint_on_even_face: bool | None = None

    def chosen_profile(self) -> Profile:
        """Return the profile with what was chosen otherwise. Raises UnknownProfile."""
        profile = load_profile(self.profile)
        if self.imprint_on_even_face is None:
            return profile
        return replace(profile, imprint_on_even_face=self.imprint_on_even_face)


def kind_of(path: Path) -> Kind:
    """Return the kind that a file's ending stands for. Raises UnwritableFile."""
    try:
        return Kind(path.suffix.lower())
    except ValueError as error:
        endings = "、".join(Kind)
        raise UnwritableFile(f"不能导出成“{path.suffix or path.name}”。可以导出成 {endings}。") from error
