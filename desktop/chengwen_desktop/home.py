"""Where the user's files live: where the platform keeps such files, or all in the folder `CHENGWEN_HOME`."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

VARIABLE = "CHENGWEN_HOME"
"""The environment variable that moves everything to one folder."""

NAME = "chengwen"


def home() -> Path:
    """Return the folder of the user's files. It may not exist yet."""
    given = os.environ.get(VARIABLE)
    return Path(given).expanduser() if given else platformdirs.user_data_path(NAME, appauthor=False)


def library_folder() -> Path:
    """Return the folder of the clause library."""
    return home() / "library"


def index_folder() -> Path:
    """Return the folder of the search index, a cache that can be deleted at any time."""
    given = os.environ.get(VARIABLE)
    return home() / "index" if given else platformdirs.user_cache_path(NAME, appauthor=False) / "index"


def profiles_folder() -> Path:
    """Return the folder of the office's own profiles (.toml), which may not exist."""
    return home() / "profiles"


def office_folder() -> Path:
    """Return the folder of the office's own data (organs, limits, terms, rules), which may not exist."""
    return home() / "office"


def settings_file() -> Path:
    """Return the file of the window's settings."""
    return home() / "settings.ini"


def searches_file() -> Path:
    """Return the file of the searches of late and of those that are kept."""
    return home() / "searches.json"


def templates_folder() -> Path:
    """Return the folder of the office's own templates (.j2), which may not exist."""
    return home() / "templates"


def new_draft_file() -> Path:
    """Return the file of what was filled in for a new draft."""
    return home() / "new_draft.json"


def recovery_folder() -> Path:
    """Return the folder where unsaved work is kept."""
    return home() / "recovery"


def versions_folder() -> Path:
    """Return the folder of the named versions of drafts, one folder for each draft."""
    return home() / "versions"


def backups_folder() -> Path:
    """Return the folder of former states of files that were saved over, one folder for each file."""
    return home() / "backups"


def locks_folder() -> Path:
    """Return the folder of locks of files whose own folder takes none."""
    return home() / "locks"


def log_file() -> Path:
    """Return the log; faults of our own are written there with their traceback."""
    return home() / "chengwen.log"
