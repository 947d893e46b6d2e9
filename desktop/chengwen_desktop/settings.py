"""What the window remembers between two days, in an .ini file a person can read."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from chengwen_desktop.exporting.choices import Choices, Kind
from chengwen_desktop.home import profiles_folder, settings_file
from chengwen_desktop.language import Language
from chengwen_desktop.theme.current import Appearance
from chengwen_library.json_text import parsed_json
from chengwen_templates.profile import DEFAULT_PROFILE, profile_names

RECENT = 8
"""Drafts that are remembered."""

COMMANDS_OF_LATE = 5
"""Commands of the palette that are remembered."""


class Settings:
    """Typed access to the settings; a value that cannot be read is the default."""

    def __init__(self) -> None:
        self._store = QSettings(str(settings_file()), QSettings.Format.IniFormat)

    def shape(self, name: str) -> QByteArray:
        """Return the saved geometry or splitter state `name`; empty if there is none."""
        value = self._store.value(f"window/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_shape(self, name: str, shape: QByteArray) -> None:
        """Remember a geometry or splitter state."""
        self._store.setValue(f"window/{name}", shape)

    @property
    def appearance(self) -> Appearance:
        """The theme the person chose."""
        value = str(self._store.value("window/appearance", Appearance.SYSTEM.value))
        return Appearance(value) if value in set(Appearance) else Appearance.SYSTEM

    @appearance.setter
    def appearance(self, value: Appearance) -> None:
        self._store.setValue("window/appearance", value.value)

    @property
    def language(self) -> Language:
        """The language of the window; it is taken up when the program starts."""
        value = str(self._store.value("window/language", Language.CHINESE.value))
        return Language(value) if value in set(Language) else Language.CHINESE

    @language.setter
    def language(self, value: Language) -> None:
        self._store.setValue("window/language", value.value)

    @property
    def folder(self) -> Path:
        """The folder a file was last opened from or saved to."""
        return Path(str(self._store.value("files/folder", str(Path.home()))))

    @folder.setter
    def folder(self, value: Path) -> None:
        self._store.setValue("files/folder", str(value))

    @property
    def last_file(self) -> Path | None:
        """The draft that was open when the window closed."""
        value = str(self._store.value("files/last", "") or "")
        return Path(value) if value else None

    @last_file.setter
    def last_file(self, value: Path | None) -> None:
        self._store.setValue("files/last", str(value) if value else "")

    @property
    def recent(self) -> list[Path]:
        """The drafts of late that still exist, the latest first."""
        value = self._store.value("files/recent", [])
        names = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        return [Path(name) for name in names if Path(name).is_file()]

    def remember(self, path: Path) -> None:
        """Put a draft first among those of late."""
        names = [str(path), *(str(other) for other in self.recent if other != path)]
        self._store.setValue("files/recent", names[:RECENT])
        self.last_file = path
        self.folder = path.parent

    @property
    def export_choices(self) -> Choices:
        """How was exported last: 版式, 套打, 版记置于偶数面."""
        even = str(self._store.value("export/imprint_on_even_face", "") or "")
        profile = str(self._store.value("export/profile", "") or "")
        return Choices(
            profile if profile in profile_names(profiles_folder()) else DEFAULT_PROFILE,
            preprinted=str(self._store.value("export/preprinted", "false")) == "true",
            imprint_on_even_face={"true": True, "false": False}.get(even),
        )

    @export_choices.setter
    def export_choices(self, value: Choices) -> None:
        even = value.imprint_on_even_face
        self._store.setValue("export/profile", value.profile)
        self._store.setValue("export/preprinted", str(value.preprinted).lower())
        self._store.setValue("export/imprint_on_even_face", "" if even is None else str(even).lower())

    @property
    def export_kind(self) -> Kind:
        """What was exported last: a Word file, a PDF …."""
        value = str(self._store.value("export/kind", Kind.WORD.value))
        return Kind(value) if value in set(Kind) else Kind.WORD

    @export_kind.setter
    def export_kind(self, value: Kind) -> None:
        self._store.setValue("export/kind", value.value)

    @property
    def review_who(self) -> str:
        """In whose name the last remark was written; nothing if nobody said."""
        return str(self._store.value("review/who", "") or "")

    @review_who.setter
    def review_who(self, value: str) -> None:
        self._store.setValue("review/who", value)

    @property
    def watched(self) -> Path | None:
        """The folder whose new files are offered for reading in."""
        value = str(self._store.value("import/watched", "") or "")
        return Path(value) if value else None

    @watched.setter
    def watched(self, value: Path | None) -> None:
        self._store.setValue("import/watched", str(value) if value else "")

    @property
    def offered(self) -> dict[str, tuple[int, int]]:
        """Size and time of the files of the watched folder that were offered before."""
        try:
            table = parsed_json(str(self._store.value("import/offered", "{}")))
            return {str(name): (int(size), int(changed)) for name, (size, changed) in table.items()}
        except (ValueError, TypeError, AttributeError):
            return {}

    @offered.setter
    def offered(self, value: dict[str, tuple[int, int]]) -> None:
        self._store.setValue("import/offered", json.dumps(value, ensure_ascii=False))

    @property
    def commands_of_late(self) -> list[str]:
        """The commands that were chosen in the palette of late, the latest first."""
        return [name for name in str(self._store.value("palette/late", "") or "").split() if name]

    def remember_command(self, name: str) -> None:
        """Put a command first among those of late."""
        names = [name, *(other for other in self.commands_of_late if other != name)]
        self._store.setValue("palette/late", " ".join(names[:COMMANDS_OF_LATE]))

    @property
    def shortcuts(self) -> dict[str, str]:
        """The keys that a person gave to commands, by the command's id; empty for none."""
        self._store.beginGroup("shortcuts")
        found = {name: str(self._store.value(name, "") or "") for name in self._store.childKeys()}
        self._store.endGroup()
        return found

    @shortcuts.setter
    def shortcuts(self, value: dict[str, str]) -> None:
        self._store.remove("shortcuts")
        for name, keys in value.items():
            self._store.setValue(f"shortcuts/{name}", keys)

    @property
    def has_seen_tour(self) -> bool:
        """Whether the five steps of the first use were walked through or ended."""
        return str(self._store.value("window/tour_seen", "false")) == "true"

    @has_seen_tour.setter
    def has_seen_tour(self, value: bool) -> None:
        self._store.setValue("window/tour_seen", str(value).lower())

    def write(self) -> None:
        """Write the file now."""
        self._store.sync()
