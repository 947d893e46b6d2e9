"""The environment that builds the package: the locked packages, and the program as it is committed, as a wheel.

Not the environment people develop in: that one holds test tools, and the program by reference to its source.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
from io import BytesIO
from pathlib import Path

from build_spec.bootstrap import ROOT, run
from build_spec.package.places import HERE, NAME, OUT, commit_time

VENV = OUT / "venv"
PYTHON = VENV / ("Scripts" if sys.platform == "win32" else "bin") / "python"
LOCK = HERE / "requirements-build.lock"
PIP = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--quiet", "install", "--no-compile"]


def make_environment() -> None:
    """Bring the environment up to date: the lock where it has changed, the program always."""
    os.environ.update(SOURCE_DATE_EPOCH=str(commit_time()), PYTHONHASHSEED="1", PYTHONWARNINGS="ignore::SyntaxWarning")
    stamp, digest = VENV / "stamp", hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if not stamp.exists() or stamp.read_text("utf-8") != digest:
        run([sys.executable, "-m", "venv", "--clear", str(VENV)])
        run([*PIP, "--require-hashes", "--only-binary", ":all:", "--requirement", str(LOCK)])
        stamp.write_text(digest, "utf-8")
    _install_program()


def _install_program() -> None:
    source, wheels = OUT / "source", OUT / "wheel"
    for folder in (source, wheels):
        shutil.rmtree(folder, ignore_errors=True)
    _take_commit(source)
    run([str(PYTHON), "-m", "hatchling", "build", "--target", "wheel", "--directory", str(wheels)], source)
    options = ["--no-index", "--no-deps", "--force-reinstall", "--find-links", str(wheels)]
    run([*PIP, *options, NAME])


def _take_commit(folder: Path) -> None:
    """Write the committed files to `folder`; say so where the tree has others."""
    changed = subprocess.run(["git", "status", "--porcelain"], cwd=ROOT, capture_output=True, text=True, check=True)
    if changed.stdout:
        print("Built is what is committed; the tree has changes that do not go in.", flush=True)
    archive = subprocess.run(["git", "archive", "HEAD"], cwd=ROOT, capture_output=True, check=True).stdout
    with tarfile.open(fileobj=BytesIO(archive)) as content:
        content.extractall(folder, filter="data")
