"""The package on a clean Debian: `python -m build_spec.package.clean_tree`, which `make package-test` calls.

Two trees are made outside the repository: one with nothing but Debian's minimum and the .deb with what it depends on,
one with the libraries of a usual desktop and the portable archive. Neither has Python. Then the network is cut, and
the day's work is done in each. Needs root, debootstrap and, for the making of the trees, a Debian mirror.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from build_spec.bootstrap import run
from build_spec.package.days_work import Machine, StepFailed, do_days_work
from build_spec.package.debian import architecture
from build_spec.package.places import NAME, OUT, version

from chengwen_desktop.doctor import X_SOCKETS

SUITE = "bookworm"
DESK = "/srv/drafter"
FONT = "fonts-noto-cjk"


def main() -> int:
    """Make the trees below the folder asked for and try both packages; return 1 where one fails."""
    parser = argparse.ArgumentParser(description="Try the package on a clean Debian.")
    trees = Path(tempfile.gettempdir()) / f"{NAME}-trees"
    parser.add_argument("--trees", type=Path, default=trees, help="where the trees are made")
    parser.add_argument("--mirror", help="where Debian is fetched from, if not where debootstrap does")
    wanted = parser.parse_args()
    base = wanted.trees / f"{SUITE}.tar"
    if not base.exists():
        _make_base(wanted.trees, base, wanted.mirror)
    try:
        _try_deb(_fresh(wanted.trees / "deb", base))
        _try_portable(_fresh(wanted.trees / "portable", base))
    except StepFailed as failure:
        print(failure, file=sys.stderr)
        return 1
    return 0


def _try_deb(tree: Path) -> None:
    print(f"{_deb().name}: installed without network, beside what it depends on and a font")
    _install(tree, [*_depended_on(), FONT])
    shutil.copy(_deb(), tree / "srv")
    _offline(tree, "dpkg", "--install", f"/srv/{_deb().name}")
    home = f"{DESK}/.local/share/{NAME}"
    do_days_work(Machine(_before(tree), f"/usr/bin/{NAME}", DESK, home, tree))
    _try_on_a_screen(tree, f"/usr/bin/{NAME}")
    before = sorted(path for path in (tree / home.lstrip("/")).rglob("*") if path.is_file())
    _offline(tree, "dpkg", "--purge", NAME)
    left = sorted(tree.glob(f"usr/**/*{NAME}*"))
    if left or not before or not all(path.exists() for path in before):
        raise StepFailed(f"after removal: left behind {left}, or user data is gone")
    print(f"  removed: nothing of the program is left, all {len(before)} files of the user are")


def _try_portable(tree: Path) -> None:
    archive = next(OUT.glob(f"{NAME}-{version()}-linux-*.tar.gz"))
    print(f"{archive.name}: unpacked beside the libraries of a desktop and a font")
    _install(tree, [*_depended_on(), FONT])
    with tarfile.open(archive) as content:
        if links := [entry.name for entry in content if entry.issym() or entry.islnk()]:
            raise StepFailed(f"the archive has links, which sticks have not: {links}")
        content.extractall(tree / "media", filter="tar")
    folder = f"/media/{NAME}-{version()}"
    do_days_work(Machine(_before(tree), f"{folder}/{NAME}", DESK, f"{folder}/data", tree))
    _try_on_a_screen(tree, f"{folder}/{NAME}")
    if not any((tree / folder.lstrip("/") / "data" / "library").iterdir()) or any((tree / DESK.lstrip("/")).glob(".*")):
        raise StepFailed("the data did not stay beside the program")
    print("  the data lies beside the program, and nothing of it in the user's folder")


def _try_on_a_screen(tree: Path, program: str) -> None:
    """Open the window under X11, on a screen that is lent to the tree. Raises StepFailed."""
    if not shutil.which("Xvfb"):
        print("  window under X11: not tried, needs Xvfb")
        return
    (tree / X_SOCKETS.relative_to("/")).mkdir(parents=True, exist_ok=True)
    lend = f'mount --bind {X_SOCKETS} "$0{X_SOCKETS}"'
    settings = ["PATH=/usr/bin:/bin", "LANG=C.UTF-8", f"HOME={DESK}", "QT_QPA_PLATFORM=xcb"]
    with _screen() as display:
        _quietly([*_before(tree, lend), "env", "-i", *settings, f"DISPLAY={display}", program, "--try-window"])
    print("  window under X11: opened, could be used, closed")


@contextmanager
def _screen() -> Generator[str, None, None]:
    """Lend a screen that nobody sees, and yield its name."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def _deb() -> Path:
    return OUT / f"{NAME}_{version()}_{architecture()}.deb"


def _depended_on() -> list[str]:
    needed = subprocess.run(
        ["dpkg-deb", "--field", _deb(), "Depends"], capture_output=True, text=True, check=True
    ).stdout
    return [each.split()[0] for each in needed.split(",")]


def _make_base(trees: Path, base: Path, mirror: str | None) -> None:
    trees.mkdir(parents=True, exist_ok=True)
    tree = trees / "base"
    shutil.rmtree(tree, ignore_errors=True)
    run(["debootstrap", "--variant=minbase", SUITE, str(tree), *([mirror] if mirror else [])])
    run(["tar", "--create", "--file", str(base), "--directory", str(tree), "."])
    shutil.rmtree(tree)


def _fresh(tree: Path, base: Path) -> Path:
    shutil.rmtree(tree, ignore_errors=True)
    tree.mkdir()
    run(["tar", "--extract", "--file", str(base), "--directory", str(tree)])
    (tree / DESK.lstrip("/")).mkdir(parents=True)
    return tree


def _install(tree: Path, packages: list[str]) -> None:
    """Fetch Debian's packages, then install them; Python must not be among them. Raises StepFailed."""
    (tree / "etc" / "resolv.conf").write_bytes(Path("/etc/resolv.conf").read_bytes())
    install = ["apt-get", "install", "-y", "-q", "--no-install-recommends"]
    _quietly(["chroot", str(tree), "apt-get", "update", "-q"])
    _quietly(["chroot", str(tree), *install, "--download-only", *packages])
    _offline(tree, *install, "--no-download", *packages)
    if found := list(tree.glob("usr/bin/python*")):
        raise StepFailed(f"the tree has a Python: {found}")


def _offline(tree: Path, *command: str) -> None:
    _quietly([*_before(tree), "env", "DEBIAN_FRONTEND=noninteractive", *command])


def _quietly(command: list[str]) -> None:
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    if answer.returncode:
        raise StepFailed(f"{' '.join(command)} ended with {answer.returncode}:\n{answer.stdout}\n{answer.stderr}")


def _before(tree: Path, also: str = "true") -> tuple[str, ...]:
    """Return what runs a command in the tree with the network cut and its own /proc, once `also` is done."""
    inside = f'mount -t proc none "$0/proc" && {also} && exec chroot "$0" "$@"'
    return ("unshare", "--net", "--mount", "--pid", "--fork", "sh", "-c", inside, str(tree))


if __name__ == "__main__":
    sys.exit(main())
