"""The day's work says what failed: a program that does nothing right does not pass it."""

import pytest
from build_spec.package.days_work import Machine, StepFailed, do_days_work


def machine(tmp_path, script: str) -> Machine:
    program = tmp_path / "chengwen"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return Machine((), str(program), str(tmp_path), str(tmp_path / "home"))


def test_a_program_that_ends_with_a_fault_fails_and_what_it_said_is_told(tmp_path):
    with pytest.raises(StepFailed, match="no module named this"):
        do_days_work(machine(tmp_path, "echo no module named this >&2; exit 3"))


def test_a_program_whose_doctor_looks_at_nothing_fails(tmp_path):
    with pytest.raises(StepFailed, match="looked at nothing"):
        do_days_work(machine(tmp_path, """echo '{"items": []}'"""))


def test_the_program_sees_nothing_of_this_environment(tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    seen = machine(tmp_path, "env").run().stdout
    assert "PYTHONPATH" not in seen
    assert f"HOME={tmp_path}" in seen
