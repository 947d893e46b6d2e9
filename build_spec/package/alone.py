"""Running something with the network cut and this machine's Python out of sight (Linux)."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path

from build_spec.package.environment import VENV


def cut_off() -> tuple[str, ...]:
    """Return what to put before a command: no network, and nothing in the folders that hold Python's packages."""
    hide = " && ".join(f"mount -t tmpfs none {shlex.quote(str(folder))}" for folder in _packages())
    rights = () if os.geteuid() == 0 else ("--map-root-user",)
    return ("unshare", *rights, "--net", "--mount", "sh", "-c", f'{hide} && exec "$@"', "alone")


def _packages() -> list[Path]:
    major, minor = sys.version_info[:2]
    library = Path(sys.base_prefix, "lib", f"python{major}.{minor}")
    return [folder for folder in (Path(sys.prefix), VENV, library) if folder.is_dir()]
