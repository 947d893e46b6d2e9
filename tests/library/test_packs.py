import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chengwen_library.errors import NotInLibrary, UnreadableFile
from chengwen_library.library import Library, file_name
from chengwen_library.packs import Novelty, read_pack, unpack, write_pack

DAY = date(2026, 1, 20)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    library = Library(tmp_path / "library")
    library.fill()
    library.keep_source(library.measures()[0].id, "原文".encode(), ".txt")
    return library


@pytest.fixture
def empty(tmp_path: Path) -> Library:
    library = Library(tmp_path / "other" / "library")
    library.folder.mkdir(parents=True)
    return library


@pytest.fixture
def pack(library: Library, tmp_path: Path) -> Path:
    path = tmp_path / "all.cwpack"
    assert write_pack(library, [], path) == 5
    return path


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_pack_brings_measures_and_sources_to_another_library(pack: Path, library: Library, empty: Library) -> None:
    assert {item.novelty for item in unpack(pack, empty, DAY)} == {Novelty.NEW}
    assert empty.measures() == library.measures()
    first = library.measures()[0].id
    assert [path.read_bytes() for path in empty.sources(first)] == [
        path.read_bytes() for path in library.sources(first)
    ]


def test_only_the_chosen_measures_are_packed(library: Library, empty: Library, tmp_path: Path) -> None:
    chosen = library.measures()[2]
    write_pack(library, [chosen.id], tmp_path / "one.cwpack")
    assert [item.measure for item in read_pack(tmp_path / "one.cwpack", empty)] == [chosen]
    with pytest.raises(NotInLibrary):
        write_pack(library, ["/akn/cn/act/0001/none"], tmp_path / "none.cwpack")


def test_looking_into_a_pack_writes_nothing(pack: Path, empty: Library) -> None:
    read_pack(pack, empty)
    assert everything(empty.folder) == {}


def test_what_differs_stays_until_told_to_replace(pack: Path, library: Library) -> None:
    mine = replace(library.measures()[0], title="我改过的标题")
    library.add(mine, DAY)
    assert [item.novelty for item in unpack(pack, library, DAY)] == [Novelty.CHANGED, *[Novelty.SAME] * 4]
    assert library.measure(mine.id).title == "我改过的标题"
    unpack(pack, library, DAY, replace=True)
    assert library.measure(mine.id).title != "我改过的标题"
    assert len(library.history(mine.id)) == 2


def test_the_same_measures_make_the_same_pack(pack: Path, library: Library, tmp_path: Path) -> None:
    write_pack(library, [], tmp_path / "again.cwpack")
    assert (tmp_path / "again.cwpack").read_bytes() == pack.read_bytes()


Contents = dict[str, bytes]


def rewritten(pack: Path, change: Callable[[Contents], None], sign: bool = False) -> None:
    """Change the contents of a pack; `sign` puts the new checksums into the manifest."""
    with zipfile.ZipFile(pack) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    change(contents)
    if sign:
        names = [name for name in contents if name != "manifest.json"]
        entries = [{"name": name, "sha256": hashlib.sha256(contents[name]).hexdigest()} for name in names]
        contents["manifest.json"] = json.dumps({"format": 1, "entries": entries}).encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    pack.write_bytes(buffer.getvalue())


def first(contents: Contents) -> str:
    return next(name for name in contents if name.startswith("measures/"))


def tamper(contents: Contents) -> None:
    contents[first(contents)] = contents[first(contents)].replace("市".encode(), "县".encode())


def rename(name: str) -> Callable[[Contents], None]:
    def change(contents: Contents) -> None:
        contents[name] = contents.pop(first(contents))

    return change


def smuggle(contents: Contents) -> None:
    contents["measures/extra.akn"] = b"x"


def drop(contents: Contents) -> None:
    del contents[first(contents)]


def bomb(contents: Contents) -> None:
    filler = bytes(100 * 1024 * 1024)
    for number in range(6):
        contents[f"sources/a/{number:016x}.txt"] = filler


def swap(contents: Contents) -> None:
    one, other = [name for name in contents if name.startswith("measures/")][:2]
    contents[one], contents[other] = contents[other], contents[one]


def newer(contents: Contents) -> None:
    contents["manifest.json"] = b'{"format": 99, "entries": []}'


def no_manifest(contents: Contents) -> None:
    del contents["manifest.json"]


def nested(contents: Contents) -> None:
    contents["manifest.json"] = b"[" * 100_000


@pytest.mark.parametrize(
    ("change", "sign"),
    [
        (tamper, False),
        (smuggle, False),
        (drop, False),
        (bomb, True),
        (swap, True),
        (newer, False),
        (no_manifest, False),
        (nested, False),
        (rename("../../outside.akn"), True),
        (rename("/etc/outside.akn"), True),
        (rename("measures/../../outside.akn"), True),
        (rename("measures/.hidden.akn"), True),
        (rename("measures\\..\\outside.akn"), True),
        (rename("measures/other.akn"), True),
        (rename("sources/../x/0000000000000000.txt"), True),
    ],
)
def test_a_hostile_pack_is_refused_with_one_line_and_nothing_is_written(
    pack: Path, empty: Library, tmp_path: Path, change: Callable[[Contents], None], sign: bool
) -> None:
    rewritten(pack, change, sign)
    before = set(tmp_path.rglob("*"))
    with pytest.raises(UnreadableFile) as caught:
        unpack(pack, empty, DAY, replace=True)
    assert "\n" not in str(caught.value)
    assert set(tmp_path.rglob("*")) == before


@given(st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_pack_is_refused_or_read_whole(pack: Path, empty: Library, data: st.DataObject) -> None:
    whole = pack.read_bytes()
    place = data.draw(st.integers(0, len(whole) - 1))
    damaged = pack.with_name("damaged.cwpack")
    damaged.write_bytes(data.draw(st.sampled_from([whole[:place], whole[:place] + b"\xff" + whole[place + 1 :]])))
    try:
        items = read_pack(damaged, empty)
    except UnreadableFile:
        return
    assert {file_name(item.measure.id) for item in items} == {
        file_name(item.measure.id) for item in read_pack(pack, empty)
    }
