"""The profiles of an office: files in a folder of theirs that say only what is not as in the standard's."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from chengwen_library.errors import UnwritableFile
from chengwen_library.files import reason, write_atomically
from chengwen_library.own_files import Fault, OwnFile, is_text, quoted
from chengwen_templates.measuring.deviations import deviations, named_fields
from chengwen_templates.profile import DEFAULT_PROFILE, Profile, UnknownProfile, load_profile, profile_of, shipped_names

_LABEL = "label"
_HEAD = "# 公文版式，本单位的。这里只写与 GB/T 9704-2012 通用版式不同的值。"
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\s.\x00-\x1f]+')
_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class OwnProfile:
    """A profile of the office: its file's name without ending, what people call it, and what it does otherwise."""

    name: str
    label: str
    values: Mapping[str, float | str | bool] = field(default_factory=dict[str, float | str | bool])

    def profile(self) -> Profile:
        """Return the whole profile. Raises UnknownProfile with what is wrong with a value."""
        return profile_of(self.name, {_LABEL: self.label, **self.values})


@dataclass(frozen=True, slots=True)
class OwnProfiles:
    """The profiles of a folder, and what is wrong with the files that give none."""

    profiles: tuple[OwnProfile, ...] = ()
    faults: tuple[Fault, ...] = ()


def load_own_profiles(folder: Path) -> OwnProfiles:
    """Return the profiles in the files *.toml of a folder; none if it is missing."""
    found: list[OwnProfile] = []
    faults: list[Fault] = []
    for path in sorted(folder.glob("*.toml")):
        if path.stem in shipped_names():
            continue
        file = OwnFile.read(path)
        made = _own(path.stem, file.values)
        try:
            made.profile()
        except UnknownProfile as error:
            file.faults.append(Fault(path.name, None, str(error)))
        if file.faults:
            faults += file.faults
        else:
            found.append(made)
    return OwnProfiles(tuple(found), tuple(faults))


def save_own_profile(folder: Path, profile: OwnProfile) -> None:
    """Write a profile's file. Raises UnwritableFile, and UnknownProfile where a value is wrong."""
    profile.profile()
    facts = named_fields()
    lines = [_HEAD, f"{_LABEL} = {quoted(profile.label)}", ""]
    for name, value in profile.values.items():
        clause = facts.get(name, {}).get("clause", "")
        lines.append(f"{name} = {_written(value)}" + (f"  # {facts[name]['label']}，{clause}" if clause else ""))
    write_atomically(folder / f"{profile.name}.toml", "\n".join([*lines, ""]).encode())


def remove_own_profile(folder: Path, name: str) -> None:
    """Put a profile's file out of use, if it is there: it stays beside as `<name>.toml.old`. Raises UnwritableFile."""
    path = folder / f"{name}.toml"
    try:
        if path.exists():
            path.replace(folder / f"{path.name}.old")
    except OSError as error:
        raise UnwritableFile(f"没能删去版式“{name}”：{reason(error)}。") from error


def copy_of(name: str, label: str, folder: Path, taken: Sequence[str]) -> OwnProfile:
    """Return an own profile that is like another one, under a new label, with a file name that none of `taken` has."""
    values = {one.field: one.profile for one in deviations(load_profile(name, folder))}
    plain = _NOT_IN_NAMES.sub("-", label).strip("-")[:_LONGEST_NAME] or "profile"
    known = {*shipped_names(), *taken}
    free = next(one for n in range(1, len(known) + 2) if (one := plain if n == 1 else f"{plain}-{n}") not in known)
    return OwnProfile(free, label, values)


def _own(name: str, values: Mapping[str, Any]) -> OwnProfile:
    """Return a profile as its file has it; values that are the standard's are left out."""
    label = values.get(_LABEL)
    standard = load_profile(DEFAULT_PROFILE)
    known = {one.name for one in fields(Profile)}
    kept = {
        key: value
        for key, value in values.items()
        if key != _LABEL and not (key in known and getattr(standard, key) == value)
    }
    return OwnProfile(name, label if is_text(label) else name, kept)


def _written(value: float | str | bool) -> str:
    if isinstance(value, str):
        return quoted(value)
    return str(value).lower() if isinstance(value, bool) else repr(value)
