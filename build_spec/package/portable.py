"""The portable form: the folder, with a place for its data beside the program."""

from __future__ import annotations

import platform
import shutil
from collections.abc import Sequence
from pathlib import Path

from build_spec.package.archives import pack
from build_spec.package.folder import FOLDER, settle_times
from build_spec.package.places import HERE, NAME, OUT, version

ENDINGS = ("tar.xz", "tar.gz")


def make_portable(endings: Sequence[str] = ENDINGS) -> list[Path]:
    """Write an archive for each ending; return them."""
    name = f"{NAME}-{version()}"
    staged = OUT / "portable" / name
    shutil.rmtree(staged.parent, ignore_errors=True)
    shutil.copytree(FOLDER, staged)
    (staged / "data").mkdir()
    shutil.copy(HERE / "linux" / "portable.txt", staged / "README.txt")
    settle_times(staged)
    targets = [OUT / f"{name}-linux-{platform.machine()}.{ending}" for ending in endings]
    for target in targets:
        pack(staged, name, target)
    shutil.rmtree(staged.parent)
    return targets
