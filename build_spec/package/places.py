"""Where the building of the package finds and leaves things. Everything that is made lies below `OUT`."""

from __future__ import annotations

import subprocess
import tomllib
from functools import cache

from build_spec.bootstrap import ROOT

HERE = ROOT / "build_spec"
OUT = ROOT / "out" / "package"
NAME = "chengwen"


@cache
def version() -> str:
    """Return the version of the program."""
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"])


@cache
def commit_time() -> int:
    """Return when the commit was made that is built, in seconds since 1970: the time of every file in the package."""
    command = ["git", "log", "-1", "--format=%ct"]
    return int(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout)


@cache
def commit() -> str:
    """Return the commit that is built."""
    command = ["git", "rev-parse", "HEAD"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
