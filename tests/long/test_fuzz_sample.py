"""A sample of the fuzzing that `make long` does at length, and every input that it ever found."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SECONDS = 5


@pytest.mark.skipif(importlib.util.find_spec("atheris") is None, reason="needs atheris")
@pytest.mark.parametrize("reader", ["text", "html", "docx", "pdf", "akn"])
def test_a_mutated_file_never_crashes_a_reader(reader: str, tmp_path: Path) -> None:
    script = f"import sys; sys.path.insert(0, {str(HERE)!r}); from pathlib import Path; import seeds; seeds.write_seeds(Path({str(tmp_path)!r}))"
    subprocess.run([sys.executable, "-c", script], check=True)
    command = [
        sys.executable,
        str(HERE / "fuzz.py"),
        reader,
        str(SECONDS),
        str(tmp_path / reader),
        str(tmp_path / "found"),
    ]
    # a shell between, for a process begins with the peak of memory of the one that forked it
    done = subprocess.run(["sh", "-c", '"$@"; exit $?', "sh", *command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    assert list((tmp_path / "found").iterdir()) == []
