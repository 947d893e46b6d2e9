"""What can be chosen for an export: the kind of file, the profile, pre-printed sheets. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from chengwen_desktop.home import profiles_folder
from chengwen_library.errors import UnwritableFile
from chengwen_templates.profile import DEFAULT_PROFILE, Profile, UnknownProfile, load_profile, profile_names


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
        profile = load_profile(self.profile, profiles_folder())
        if self.imprint_on_even_face is None:
            return profile
        return replace(profile, imprint_on_even_face=self.imprint_on_even_face)


@dataclass(frozen=True, slots=True)
class OfferedProfiles:
    """The profiles that can be chosen, by name, the standard's first; and a line for each file that is faulty."""

    by_name: dict[str, Profile]
    faults: tuple[str, ...]


def offered_profiles() -> OfferedProfiles:
    """Return the profiles that ship and the office's own."""
    found: dict[str, Profile] = {}
    faults: list[str] = []
    own = profiles_folder()
    for name in sorted(profile_names(own), key=lambda name: name != DEFAULT_PROFILE):
        try:
            found[name] = load_profile(name, own)
        except UnknownProfile as error:
            faults.append(str(error))
    return OfferedProfiles(found, tuple(faults))


def kind_of(path: Path) -> Kind:
    """Return the kind that a file's ending stands for. Raises UnwritableFile."""
    try:
        return Kind(path.suffix.lower())
    except ValueError as error:
        endings = "、".join(Kind)
        raise UnwritableFile(f"不能导出成“{path.suffix or path.name}”。可以导出成 {endings}。") from error
