"""The versions of one draft on disk: a file each, named by its time, and their names in one file."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from chengwen_desktop.home import versions_folder
from chengwen_desktop.translation import tr
from chengwen_library.errors import UnreadableFile, UnwritableFile
from chengwen_library.files import reason, write_atomically
from chengwen_library.json_text import parsed_json
from chengwen_library.model import Measure
from chengwen_templates.draft import load_draft, save_draft

AUTOMATIC_KEPT = 20
"""Versions kept of their own accord, of each draft; those a person named are never dropped."""

_NAMES = "names.json"
_TIME = "%Y%m%dT%H%M%S.%f"


@dataclass(frozen=True, slots=True)
class Version:
    """A version: `key` names its file, `is_automatic` says that nobody asked for it. `when` is local time."""

    key: str
    name: str
    when: datetime
    is_automatic: bool = False


class Store:
    """The versions in one folder. Names that were lost are empty; the versions themselves are there all the same."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def versions(self) -> list[Version]:
        """Return the versions, the latest first. Raises UnreadableFile where the folder is there and cannot be read."""
        names = self._names()
        try:
            found = [_version(path.stem, names.get(path.stem)) for path in self._folder.glob("*.akn")]
        except OSError as error:
            raise UnreadableFile(tr("版本历史读不出来：{reason}。", reason=reason(error))) from error
        return sorted((one for one in found if one is not None), key=lambda one: one.key, reverse=True)

    def keep(self, draft: Measure, name: str, when: datetime, *, is_automatic: bool = False) -> Version:
        """Keep the draft as it is now. Raises UnwritableFile."""
        made = Version(when.strftime(_TIME), name, when, is_automatic)
        save_draft(draft, self._path(made))
        self._write_name(made)
        if is_automatic:
            for old in [one for one in self.versions() if one.is_automatic][AUTOMATIC_KEPT:]:
                self.remove(old)
        return made

    def keep_unless_kept(self, draft: Measure, name: str, when: datetime) -> Version:
        """Keep the draft of our own accord, unless the latest version says the same. Raises UnwritableFile."""
        latest = next(iter(self.versions()), None)
        if latest is not None and self.read(latest) == draft:
            return latest
        return self.keep(draft, name, when, is_automatic=True)

    def read(self, version: Version) -> Measure:
        """Return the draft as it was. Raises UnreadableFile."""
        return load_draft(self._path(version))

    def rename(self, version: Version, name: str) -> Version:
        """Give a version another name; one with a name of its own is never dropped. Raises UnwritableFile."""
        made = replace(version, name=name, is_automatic=False)
        self._write_name(made)
        return made

    def remove(self, version: Version) -> None:
        """Drop a version for good. Raises UnwritableFile."""
        try:
            self._path(version).unlink(missing_ok=True)
        except OSError as error:
            raise UnwritableFile(
                tr("没能删除版本“{name}”：{reason}。它还在版本历史里。", name=version.name, reason=reason(error))
            ) from error
        names = self._names()
        if names.pop(version.key, None) is not None:
            self._write(names)

    def _path(self, version: Version) -> Path:
        return self._folder / f"{version.key}.akn"

    def _names(self) -> dict[str, dict[str, Any]]:
        try:
            found = parsed_json((self._folder / _NAMES).read_text(encoding="utf-8"))
        except (FileNotFoundError, NotADirectoryError, ValueError):
            return {}  # no names yet; where they cannot be written, writing says so
        except OSError as error:
            raise UnreadableFile(tr("版本的名称读不出来：{reason}。", reason=reason(error))) from error
        return {key: one for key, one in found.items() if isinstance(one, dict)} if isinstance(found, dict) else {}

    def _write_name(self, version: Version) -> None:
        self._write(self._names() | {version.key: {"name": version.name, "automatic": version.is_automatic}})

    def _write(self, names: dict[str, dict[str, Any]]) -> None:
        write_atomically(self._folder / _NAMES, json.dumps(names, ensure_ascii=False, indent=1).encode())


def store_of(draft: Measure) -> Store | None:
    """Return where the versions of a draft are kept; None for a draft without an identity."""
    identity = draft.drafting.identity if draft.drafting else ""
    return Store(versions_folder() / identity) if identity else None


def _version(key: str, kept: dict[str, Any] | None) -> Version | None:
    try:
        when = datetime.strptime(key, _TIME)  # noqa: DTZ007 (the clock's time where the drafter sits)
    except ValueError:
        return None
    known = kept or {}
    return Version(key, str(known.get("name", "")), when, known.get("automatic") is True)
