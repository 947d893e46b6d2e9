"""The command line as tests call it: in this process, or as the shell does."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from chengwen_desktop.cli import chengwen, main


def run(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(chengwen, [str(argument) for argument in arguments], input=stdin)


def run_json(*arguments: str | Path) -> Any:
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def fail(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    """Run the command as the shell does, and return its one line on stderr."""
    monkeypatch.setattr(sys, "argv", ["chengwen", *map(str, arguments)])
    with pytest.raises(SystemExit) as stopped:
        main()
    assert stopped.value.code == 3
    said = capsys.readouterr()
    assert said.err.count("\n") == 1
    return said.err
