"""Two builds of one commit, compared by their bytes: `python -m build_spec.package.twice` (`make package-twice`).

The archives are compared before they are compressed, which takes most of the time and adds nothing but the compressor.
They replace those of `make package`.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
from pathlib import Path

from build_spec.package.__main__ import make_folder
from build_spec.package.debian import make_deb
from build_spec.package.environment import VENV
from build_spec.package.folder import FOLDER
from build_spec.package.places import OUT
from build_spec.package.portable import make_portable


def main() -> int:
    """Build twice, the second time from an environment made anew; name the files that differ and return 1 for any."""
    first = _build()
    shutil.rmtree(VENV)
    second = _build()
    differing = sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))
    print(f"{len(first)} files and archives built twice, {len(differing)} differ", *differing, sep="\n  ")
    return 1 if differing else 0


def _build() -> dict[str, str]:
    """Build all and return a digest for each file of the folder and for each archive."""
    make_folder()
    archives = [make_deb("none"), *make_portable(("tar",))]
    inside = [path for path in FOLDER.rglob("*") if path.is_file()]
    return {str(path.relative_to(OUT)): _digest(path) for path in (*inside, *archives)}


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


if __name__ == "__main__":
    sys.exit(main())
