"""A sample of the killing of the window that `make long` does a hundred times."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
MOST_LOST = 5.0
"""Seconds of typing."""


@pytest.mark.skipif(sys.platform != "linux", reason="looks at processes by /proc")
def test_a_killed_window_loses_at_most_five_seconds_and_leaves_nothing(tmp_path: Path) -> None:
    command = [sys.executable, str(HERE / "killing_window.py"), str(tmp_path), "2", "3", "8"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    result = json.loads(done.stdout.splitlines()[-1])
    assert (result["failed"], result["broken"], result["left"]) == ([], [], [])
    assert result["typed"] > 0
    assert result["lost"] <= MOST_LOST
