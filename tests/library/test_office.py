"""Older office files are read through LibreOffice, and what goes wrong with it is said in one line."""

import shutil
import stat
import subprocess
import time
from pathlib import Path

import pytest

from chengwen_library.errors import UnreadableFile
from chengwen_library.reading.formats import docx_package, office
from chengwen_library.reading.formats.office import converted, find_office, read_office
from chengwen_library.reading.reader import read_text
from documents import numbered, p, plain, word_file, zipped

MEASURE = """示例市促进转化若干措施
为促进转化，制定本措施。
一、提升质量
（一）培育专利。建立机制，支持企业。
（二）盘活存量
1.开展盘点。每年一次。
2.公布清单。
二、加强保护
（三）协同保护。加强协同。
"""

needs_office = pytest.mark.skipif(find_office() is None, reason="needs LibreOffice")


def measure_of(lines: list[str]):
    return read_text("\n".join(lines), "a")[0].measure


def old_file(suffix: str, folder: Path, word: bytes) -> bytes:
    """Return a file of an older format that LibreOffice makes of a .docx."""
    source = folder / "a.docx"
    source.write_bytes(word)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run([find_office(), profile, "--headless", "--convert-to", suffix, "--outdir", folder, source], check=True, capture_output=True, timeout=120)  # fmt: skip
    return (folder / f"a.{suffix}").read_bytes()


def program(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a program in LibreOffice's place."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IEXEC)
    monkeypatch.setattr(office, "find_office", lambda: str(path))


@needs_office
@pytest.mark.parametrize(("suffix", "made"), [("doc", numbered), ("odt", numbered), ("rtf", plain)])
def test_an_older_file_has_the_tree_of_its_text(suffix: str, made, tmp_path: Path) -> None:
    content = old_file(suffix, tmp_path, made(MEASURE))
    name = "a.wps" if suffix == "doc" else f"a.{suffix}"
    assert measure_of([line.raw for line in read_office(content, name)]) == measure_of(MEASURE.splitlines())


def test_a_docx_under_an_old_name_is_read_without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find_office", lambda: None)
    assert [line.raw for line in read_office(word_file(p("甲")), "a.doc")] == ["甲"]


def test_without_libreoffice_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(office, "_PLACES", ())
    with pytest.raises(UnreadableFile, match=r"“a\.doc”.*另存为 \.docx，或安装 LibreOffice"):
        read_office(b"\xd0\xcf\x11\xe0", "a.doc")


@pytest.mark.parametrize("content", [b"", b" \n"])
def test_an_empty_file_says_so(content: bytes) -> None:
    with pytest.raises(UnreadableFile, match="空文件"):
        read_office(content, "a.doc")


def test_a_bomb_never_reaches_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_package, "LARGEST_UNPACKED", 1000)
    monkeypatch.setattr(office, "converted", lambda *_: pytest.fail("was converted"))
    with pytest.raises(UnreadableFile, match="解压后太大"):
        read_office(zipped({"content.xml": b"\0" * 1001}), "a.odt")


def test_a_file_that_libreoffice_cannot_open_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, "exit 1", monkeypatch)
    with pytest.raises(UnreadableFile, match=r"没能打开“a\.doc”，文件可能加了密码或已经损坏"):
        read_office(b"\xd0\xcf\x11\xe0", "a.doc")


def test_a_program_that_does_not_start_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find_office", lambda: str(tmp_path / "none"))
    with pytest.raises(UnreadableFile, match="没能启动"):
        read_office(b"\xd0\xcf\x11\xe0", "a.doc")


def test_libreoffice_is_ended_with_all_it_started_when_the_time_is_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = tmp_path / "late"
    program(tmp_path, f"(sleep 2; touch '{late}') &\nsleep 60", monkeypatch)
    start = time.monotonic()
    with pytest.raises(UnreadableFile, match="已经停止"):
        converted(b"x", "a.doc", time_limit=0.3)
    assert time.monotonic() - start < 2
    time.sleep(2.5)
    assert not late.exists()


def test_nothing_is_left_of_a_conversion(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    program(tmp_path, "exit 0", monkeypatch)
    with pytest.raises(UnreadableFile):
        converted(b"x", "../../a.doc")
    assert list((tmp_path / "temporary").iterdir()) == []
