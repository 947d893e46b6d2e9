"""The .deb, the archives, and what makes the program one of the desktop."""

import configparser
import re
import shutil
import struct
import subprocess
import tarfile
from pathlib import Path

import pytest
from build_spec.package import archives, debian, icons, libraries, licences, portable, windows
from build_spec.package.folder import Source
from lxml import etree

from chengwen_desktop import frozen

LINUX = debian.LINUX
MIME = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
AKOMA_NTOSO = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


@pytest.fixture(autouse=True)
def a_commit_of_its_own(monkeypatch):
    for module in (archives, debian):
        monkeypatch.setattr(module, "commit_time", lambda: 1_700_000_000)


def entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(LINUX / "chengwen.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


def mime_type() -> etree._Element:
    return etree.parse(LINUX / "chengwen.mime.xml").find("m:mime-type", MIME)


def test_the_desktop_entry_opens_drafts_and_has_its_name_in_chinese():
    assert entry()["Exec"] == "chengwen open %f"
    assert entry()["Name[zh_CN]"] == "成文"
    assert entry()["MimeType"] == f"{mime_type().get('type')};"


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="needs desktop-file-utils")
def test_the_desktop_entry_validates():
    answer = subprocess.run(
        ["desktop-file-validate", LINUX / "chengwen.desktop"], capture_output=True, text=True, check=False
    )
    assert (answer.returncode, answer.stdout) == (0, "")


def test_akn_files_are_drafts_by_their_ending_and_by_their_root():
    assert mime_type().find("m:glob", MIME).get("pattern") == "*.akn"
    root = mime_type().find("m:root-XML", MIME)
    assert (root.get("namespaceURI"), root.get("localName")) == (AKOMA_NTOSO, "akomaNtoso")


def test_the_metadata_of_the_software_centre_tells_version_and_date():
    told = etree.fromstring(debian.metainfo().encode())
    assert told.findtext("id") == debian.COMPONENT
    assert told.find("releases/release").attrib == {"version": debian.version(), "date": "2023-11-14"}
    assert told.findtext("launchable") == "chengwen.desktop"


@pytest.mark.skipif(not shutil.which("appstreamcli"), reason="needs appstream")
def test_the_metadata_of_the_software_centre_validates(tmp_path):
    path = tmp_path / f"{debian.COMPONENT}.metainfo.xml"
    path.write_text(debian.metainfo(), "utf-8")
    answer = subprocess.run(["appstreamcli", "validate", "--no-net", path], capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stdout


def needing(file: str, *libraries_: str, glibc: tuple[int, ...] = (2, 28)) -> libraries.Needs:
    return libraries.Needs(Path(file), frozenset(libraries_), glibc)


def test_the_package_demands_what_the_program_needs_and_recommends_what_plugins_need():
    needs = [
        needing("libQt6Gui.so.6", "libEGL.so.1", "libc.so.6", "libQt6Core.so.6"),
        needing("libQt6Core.so.6", "libc.so.6", glibc=(2, 35)),
        needing("libqgtk3.so", "libgtk-3.so.0", "libc.so.6"),
    ]
    fields = dict(re.findall(r"^([\w-]+): (.*)$", debian.control(needs, 190_000, "amd64"), re.MULTILINE))
    assert fields["Depends"] == "libc6 (>= 2.35), libegl1, fontconfig"
    assert fields["Recommends"].startswith("fonts-noto-cjk |")
    assert fields["Recommends"].endswith(", libgtk-3-0")
    assert (fields["Architecture"], fields["Installed-Size"]) == ("amd64", "190000")
    assert "@" not in re.sub(r"<.*?>", "", " ".join(fields.values()))


def test_a_library_that_nobody_knows_stops_the_build():
    with pytest.raises(libraries.LibraryMissing, match=r"libnew\.so\.1"):
        libraries.packages([needing("libQt6Gui.so.6", "libnew.so.1")])


@pytest.mark.parametrize("ending", ["tar.xz", "tar.gz", "tar"])
def test_an_archive_depends_on_its_content_alone(tmp_path, ending):
    made = []
    for name in ("one", "two"):
        folder = tmp_path / name
        (folder / "inner").mkdir(parents=True)
        for file in ("b", "a") if name == "one" else ("a", "b"):
            (folder / "inner" / file).write_text(file)
        made.append(tmp_path / f"{name}.{ending}")
        archives.pack(folder, "chengwen", made[-1])
    assert made[0].read_bytes() == made[1].read_bytes()
    with tarfile.open(made[0]) as archive:
        assert archive.getnames() == ["chengwen", "chengwen/inner", "chengwen/inner/a", "chengwen/inner/b"]
        assert {(entry.uid, entry.gid, entry.uname, entry.mtime) for entry in archive} == {(0, 0, "", 1_700_000_000)}


def test_the_portable_form_has_its_data_where_the_program_looks_for_it(tmp_path, monkeypatch):
    built, out = tmp_path / "chengwen", tmp_path / "out"
    built.mkdir()
    (built / "chengwen").write_text("the program")
    monkeypatch.setattr(portable, "FOLDER", built)
    monkeypatch.setattr(portable, "OUT", out)
    out.mkdir()
    with tarfile.open(portable.make_portable()[1]) as archive:
        inside = {Path(*Path(name).parts[1:]) for name in archive.getnames()}
    assert inside == {Path(), Path("chengwen"), Path("README.txt"), Path(frozen.DATA)}


def test_the_icon_of_windows_holds_every_picture_whole():
    pictures = {16: b"sixteen", 256: b"two hundred and fifty-six"}
    made = icons.windows_icon(pictures)
    assert struct.unpack_from("<HHH", made) == (0, 1, 2)
    entries = [struct.unpack_from("<BBBBHHII", made, 6 + 16 * number) for number in range(2)]
    assert [entry[0] for entry in entries] == [16, 0]
    assert [made[offset : offset + size] for *_, size, offset in entries] == list(pictures.values())


def test_the_version_that_windows_shows_is_the_programs():
    names = (
        "VSVersionInfo",
        "FixedFileInfo",
        "StringFileInfo",
        "StringTable",
        "StringStruct",
        "VarFileInfo",
        "VarStruct",
    )
    recorder = {name: lambda *given, **named: (given, named) for name in names}
    _, told = eval(windows.resource("1.2.3"), recorder)  # as PyInstaller reads it
    assert told["ffi"][1]["filevers"] == (1, 2, 3, 0)
    assert "('FileVersion', '1.2.3')" in str(told["kids"])


def test_the_installer_of_windows_opens_drafts_with_the_program_that_has_no_console():
    script = (debian.HERE / "windows" / "chengwen.iss").read_text("utf-8")
    assert r'"""{app}\chengwen-window.exe"" open ""%1"""' in script
    assert "PrivilegesRequired=lowest" in script


def test_nothing_is_shipped_without_its_terms(tmp_path, monkeypatch):
    nameless = licences.Owner("nameless", "1.0", "MIT", ())
    monkeypatch.setattr(licences, "owner_of", lambda path: nameless)
    monkeypatch.setattr(licences, "owner_of_starter", lambda: nameless)
    with pytest.raises(licences.LicenceMissing, match=r"nameless 1\.0"):
        licences.collect([Source("nameless.so", tmp_path)], tmp_path / "licences")


def test_the_terms_lie_in_the_package_with_a_list_of_them(tmp_path, monkeypatch):
    text = tmp_path / "LICENSE"
    text.write_text("the terms")
    owner = licences.Owner("part", "2.0", "MIT", (text,))
    monkeypatch.setattr(licences, "owner_of", lambda path: owner)
    monkeypatch.setattr(licences, "owner_of_starter", lambda: owner)
    folder = tmp_path / "licences"
    assert licences.collect([Source("part.so", tmp_path)], folder) == [owner]
    assert (folder / "part" / "LICENSE").read_text() == "the terms"
    assert "part 2.0: MIT" in (folder / "README.txt").read_text("utf-8")
    assert {"GPL-3.0.txt", "LGPL-3.0.txt", "LICENSE.txt"} <= {path.name for path in folder.iterdir()}
