"""Another process that edits a file."""

import subprocess
import sys
from pathlib import Path

HOLDS = """
import sys
from pathlib import Path
from chengwen_desktop.keeping import locks
held = locks.take(Path(sys.argv[1]))
print(type(held).__name__, flush=True)
sys.stdin.read()
"""


def hold(path: Path) -> subprocess.Popen:
    """Start a process that holds the lock of a file until its input ends."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout.readline() == "QLockFile\n"
    return process
