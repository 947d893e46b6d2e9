"""What is in a wheel: the four packages with all their data, and nothing else."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = {
    "chengwen_library": "clause_library",
    "chengwen_index": "index",
    "chengwen_templates": "templates",
    "chengwen_desktop": "desktop",
}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel of this tree."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    with ZipFile(path) as opened:
        yield opened


def of_packages(wheel: ZipFile) -> set[str]:
    return {name for name in wheel.namelist() if ".dist-info/" not in name}


def test_every_file_of_the_four_packages_is_in_it_and_no_other(wheel):
    listed = subprocess.run(["git", "ls-files", "-z", *PACKAGES.values()], cwd=ROOT, capture_output=True, check=True)
    tracked = {Path(name) for name in listed.stdout.decode().split("\0") if name}
    ours = {str(path.relative_to(path.parts[0])) for path in tracked if path.parts[1] in PACKAGES}
    assert of_packages(wheel) == ours


def test_it_puts_only_the_four_packages_into_anybody_s_site_packages(wheel):
    assert {name.split("/")[0] for name in of_packages(wheel)} == set(PACKAGES)


def test_it_says_what_it_needs_and_how_it_is_called(wheel):
    (about,) = (name for name in wheel.namelist() if name.endswith(".dist-info/METADATA"))
    words = wheel.read(about).decode()
    assert "Requires-Python: <3.14,>=3.11" in words
    assert "PySide6-Essentials" in words or "pyside6-essentials" in words
    calls = wheel.read(about.replace("METADATA", "entry_points.txt")).decode()
    assert "chengwen = chengwen_desktop.cli:main" in calls
    assert any(name.endswith("licenses/LICENSE") for name in wheel.namelist())
