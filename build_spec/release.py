"""Go through the steps of a release: `make release`. They stand in `release.toml`."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent


def main() -> int:
    """Do the steps that have a command until one fails; name those that are a person's. Return the exit status."""
    steps: list[dict[str, Any]] = tomllib.loads((HERE / "release.toml").read_text("utf-8"))["step"]
    done = [step for step in steps if "command" in step]
    for number, step in enumerate(done, start=1):
        print(f"[{number}/{len(done)}] {step['what']}", flush=True)
        if subprocess.run(step["command"], cwd=HERE.parent, check=False).returncode:
            print(f"Stopped: {' '.join(step['command'])} failed.", file=sys.stderr)
            return 1
    print("\nLeft for a person:")
    for step in steps:
        if "command" not in step:
            print(f"[ ] {step['what']}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
