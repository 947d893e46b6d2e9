"""Copies of the templates that ship, for an office to change."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

from chengwen_library.errors import TemplateFailed
from chengwen_library.files import write_atomically
from chengwen_library.own_files import quoted
from chengwen_templates.own_templates import SUFFIX

_NAME = re.compile(r'^name = ".*"$', re.MULTILINE)
_FOLDERS = ("measures", "notices")


def copy_template(identity: str, folder: Path) -> Path:
    """Write a copy of the template that ships with this id into a folder, under a file name that is free there.

    Its name says that it is the office's. Raises TemplateFailed and UnwritableFile.
    """
    content = _shipped(identity)
    stem = f"{identity}-own"
    free = (stem, *(f"{stem}-{number}" for number in range(2, 1000)))
    taken = {path.name.partition(".")[0] for path in folder.glob("*")} if folder.is_dir() else set[str]()
    name = next(one for one in free if one not in taken)
    ending = name.removeprefix(stem).replace("-", " ")
    path = folder / f"{name}{SUFFIX}"
    write_atomically(path, _NAME.sub(lambda found: _renamed(found.group(), ending), content, count=1).encode())
    return path


def _renamed(line: str, ending: str) -> str:
    name = line.partition('"')[2].removesuffix('"')
    return f"name = {quoted(f'{name}（本单位{ending}）')}"


def _shipped(identity: str) -> str:
    for kind in _FOLDERS:
        entry = files("chengwen_templates") / kind / f"{identity}{SUFFIX}"
        if entry.is_file():
            return entry.read_text(encoding="utf-8")
    raise TemplateFailed(f"没有附带的模板“{identity}”。")
