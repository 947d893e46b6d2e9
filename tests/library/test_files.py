import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from chengwen_library import files
from chengwen_library.errors import UnreadableFile, UnwritableFile
from chengwen_library.files import read_limited, sweep, write_atomically


def test_a_file_is_written_with_its_folder(tmp_path: Path) -> None:
    write_atomically(tmp_path / "new" / "a.akn", b"new")
    assert (tmp_path / "new" / "a.akn").read_bytes() == b"new"


def test_the_old_file_stays_whole_when_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.akn"
    target.write_bytes(b"old")

    def disk_full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", disk_full)
    with pytest.raises(UnwritableFile, match="磁盘已满"):
        write_atomically(target, b"new")
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.akn"]


def test_permissions_of_the_old_file_are_kept(tmp_path: Path) -> None:
    target = tmp_path / "a.akn"
    target.write_bytes(b"old")
    target.chmod(0o640)
    write_atomically(target, b"new")
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_new_file_gets_the_usual_permissions(tmp_path: Path) -> None:
    (tmp_path / "usual").write_bytes(b"")
    write_atomically(tmp_path / "ours", b"")
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_a_link_is_followed(tmp_path: Path) -> None:
    target = tmp_path / "real.akn"
    target.write_bytes(b"old")
    link = tmp_path / "link.akn"
    link.symlink_to(target)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_a_folder_in_the_way_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnwritableFile, match="它是一个文件夹"):
        write_atomically(tmp_path, b"new")


def test_files_of_dead_writers_are_swept_and_those_of_living_ones_stay(tmp_path: Path) -> None:
    dead = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True)
    orphan = tmp_path / f"{files.PREFIX}{int(dead.stdout)}-x{files.SUFFIX}"
    living = tmp_path / f"{files.PREFIX}{os.getppid()}-x{files.SUFFIX}"
    other = tmp_path / ".other.tmp"
    for path in (orphan, living, other):
        path.write_bytes(b"")
    sweep(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {living.name, other.name}


def test_a_stale_file_goes_although_its_number_lives_again(tmp_path: Path) -> None:
    stale = tmp_path / f"{files.PREFIX}{os.getppid()}-x{files.SUFFIX}"
    stale.write_bytes(b"")
    os.utime(stale, (0, 0))
    sweep(tmp_path)
    assert not stale.exists()


def temporary(folder: Path, process: int) -> Path:
    path = folder / f"{files.PREFIX}{process}-x{files.SUFFIX}"
    path.write_bytes(b"")
    return path


def test_another_writer_that_finishes_meanwhile_hinders_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = temporary(tmp_path, os.getppid())

    def finishes(_process: int) -> bool:
        other.unlink()
        return True

    monkeypatch.setattr(files, "is_alive", finishes)
    write_atomically(tmp_path / "a.akn", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["a.akn"]


def test_a_file_left_behind_that_refuses_to_go_hinders_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    left = temporary(tmp_path, os.getppid())
    remove = Path.unlink

    def refuses(path: Path, **_: bool) -> None:
        if path == left:
            raise PermissionError(errno.EPERM, "Operation not permitted")
        remove(path)

    monkeypatch.setattr(files, "is_alive", lambda _: False)
    monkeypatch.setattr(Path, "unlink", refuses)
    write_atomically(tmp_path / "a.akn", b"new")
    assert (tmp_path / "a.akn").read_bytes() == b"new"
    assert left.exists()


def test_reading_has_a_limit_that_is_named(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    large.write_bytes(b"x" * (1024 * 1024 + 1))
    with pytest.raises(UnreadableFile, match="超过 1 MB 的上限"):
        read_limited(large, 1024 * 1024)


@pytest.mark.parametrize("path", ["missing.txt", "."])
def test_what_is_no_file_is_told(tmp_path: Path, path: str) -> None:
    with pytest.raises(UnreadableFile):
        read_limited(tmp_path / path, 10)
