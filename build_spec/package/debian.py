"""The Debian package: the folder below /usr/lib, and what makes it a program of the desktop.

It has no scripts: desktop entry, type of file and icons are taken up by triggers of the system, and removing the
package touches nothing that a user has written.
"""

from __future__ import annotations

import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from build_spec.bootstrap import run
from build_spec.package import libraries
from build_spec.package.folder import FOLDER, settle_times
from build_spec.package.icons import ICONS, SIZES, SVG
from build_spec.package.places import HERE, NAME, OUT, commit_time, version

LINUX = HERE / "linux"
COMPONENT = "local.chengwen.chengwen"
"""The name in AppStream. It has to look like a domain; `local` is one that nobody can own."""


def make_deb(compression: str = "xz") -> Path:
    """Write the package and return it; `compression` is one that dpkg-deb knows."""
    tree = OUT / "debian"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(FOLDER, tree / "usr" / "lib" / NAME)
    _add_desktop(tree / "usr" / "share")
    _add_documents(tree / "usr" / "share" / "doc" / NAME)
    _add_control(tree)
    settle_times(tree)
    (tree / "usr" / "bin").mkdir()
    (tree / "usr" / "bin" / NAME).symlink_to(f"../lib/{NAME}/{NAME}")
    target = OUT / f"{NAME}_{version()}_{architecture()}.deb"
    run(["dpkg-deb", "--root-owner-group", f"-Z{compression}", "--build", str(tree), str(target)])
    shutil.rmtree(tree)
    return target


def architecture() -> str:
    """Return Debian's name of this machine's kind."""
    command = ["dpkg", "--print-architecture"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def control(needs: list[libraries.Needs], kilobytes: int, kind: str) -> str:
    """Return the text of the control file. Raises libraries.LibraryMissing."""
    must, may = libraries.packages(needs)
    newest = libraries.glibc(needs)
    return filled(
        (LINUX / "control").read_text("utf-8"),
        VERSION=version(),
        ARCHITECTURE=kind,
        KILOBYTES=str(kilobytes),
        DEPENDS=", ".join(f"libc6 (>= {newest})" if name == "libc6" else name for name in [*must, "fontconfig"]),
        RECOMMENDS=", ".join(may),
    )


def metainfo() -> str:
    """Return the AppStream metadata of this version."""
    date = f"{datetime.fromtimestamp(commit_time(), UTC):%Y-%m-%d}"
    return filled((LINUX / f"{NAME}.metainfo.xml").read_text("utf-8"), VERSION=version(), DATE=date)


def filled(text: str, **values: str) -> str:
    """Return `text` with a value in place of each @NAME@."""
    for name, value in values.items():
        text = text.replace(f"@{name}@", value)
    return text


def _add_desktop(share: Path) -> None:
    icons = {
        share / "icons/hicolor" / f"{size}x{size}" / "apps" / f"{NAME}.png": ICONS / f"{size}.png" for size in SIZES
    }
    files = {
        **icons,
        share / "icons/hicolor/scalable/apps" / SVG.name: SVG,
        share / "applications" / f"{NAME}.desktop": LINUX / f"{NAME}.desktop",
        share / "mime/packages" / f"{NAME}.xml": LINUX / f"{NAME}.mime.xml",
    }
    for target, source in files.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)
    described = share / "metainfo" / f"{COMPONENT}.metainfo.xml"
    described.parent.mkdir()
    described.write_text(metainfo(), "utf-8")
    run(["desktop-file-validate", str(share / "applications" / f"{NAME}.desktop")])
    run(["appstreamcli", "validate", "--no-net", str(described)])


def _add_documents(folder: Path) -> None:
    folder.mkdir(parents=True)
    owners = (FOLDER / "licences" / "README.txt").read_text("utf-8")
    (folder / "copyright").write_text(f"{owners}\nThe texts are in /usr/lib/{NAME}/licences.\n", "utf-8")


def _add_control(tree: Path) -> None:
    bytes_taken = sum(path.stat().st_size for path in tree.rglob("*") if path.is_file())
    folder = tree / "DEBIAN"
    folder.mkdir()
    text = control(libraries.needs_of(FOLDER), bytes_taken // 1024, architecture())
    (folder / "control").write_text(text, "utf-8")
