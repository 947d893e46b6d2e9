"""A killed program leaves every file whole: the old one or the new one."""

import json
import subprocess
import sys
from pathlib import Path

import killing


def test_fifty_kills_leave_whole_files_and_the_next_save_sweeps(tmp_path: Path) -> None:
    command = [sys.executable, killing.__file__, str(tmp_path), "50", "2024"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    result = json.loads(done.stdout)
    assert result["broken"] == 0
    assert result["left"] == 0
    assert result["hit"] > 0
