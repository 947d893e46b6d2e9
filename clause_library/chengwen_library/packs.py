"""Packs: one file with chosen measures, their sources and a manifest, to carry a library to another machine.

A pack is a zip file. Nothing in it is trusted: names are those of the manifest
and of one shape, sizes are limited, every content has its checksum, and nothing
is written before all of it was checked.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from chengwen_library.akn.read import parse_measure
from chengwen_library.akn.write import render_measure
from chengwen_library.errors import UnreadableFile
from chengwen_library.files import read_limited, write_atomically
from chengwen_library.library import LARGEST_FILE, Library, file_name
from chengwen_library.model import Measure

SUFFIX = ".cwpack"
FORMAT = 1
LARGEST_PACK = 200 * 1024 * 1024
"""Bytes of a pack."""
LARGEST_CONTENT = 500 * 1024 * 1024
"""Bytes of all contents together when unpacked."""
MOST_MEMBERS = 50_000

_MEASURE_NAME = re.compile(r"measures/[A-Za-z0-9_-][A-Za-z0-9._-]{0,200}\.akn")
_SOURCE_NAME = re.compile(r"sources/([A-Za-z0-9_-][A-Za-z0-9._-]{0,200})/[0-9a-f]{16}(\.[a-z]{1,5})")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_FIXED_TIME = (1980, 1, 1, 0, 0, 0)


class Novelty(StrEnum):
    """What a measure of a pack is to the library."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class PackedMeasure:
    """A measure of a pack, and what it is to the library it is unpacked into."""

    measure: Measure
    novelty: Novelty
    sources: tuple[tuple[str, bytes], ...] = ()
    """Ending and content of each raw file that the measure was read from."""


def write_pack(library: Library, identities: Sequence[str], path: Path) -> int:
    """Write the named measures, or all if none is named, into a pack; return how many.

    Raises NotInLibrary, and UnreadableFile rather than leave one out.
    """
    measures = [library.measure(identity) for identity in identities] or list(library.measures())
    if not identities and library.unreadable:
        raise UnreadableFile(f"条款库里有读不出来的文件，没有打包。{next(iter(library.unreadable.values()))}")
    contents: dict[str, bytes] = {}
    for measure in measures:
        name = file_name(measure.id)
        contents[f"measures/{name}"] = render_measure(measure)
        for source in library.sources(measure.id):
            contents[f"sources/{name.removesuffix('.akn')}/{source.name}"] = read_limited(source, LARGEST_PACK)
    entries = [{"name": name, "sha256": _digest(content)} for name, content in contents.items()]
    manifest = json.dumps({"format": FORMAT, "entries": entries}, ensure_ascii=False, indent=1).encode()
    write_atomically(path, _zipped({"manifest.json": manifest, **contents}))
    return len(measures)


def read_pack(path: Path, library: Library) -> list[PackedMeasure]:
    """Return what a pack holds, each measure compared with the library. Raises UnreadableFile; writes nothing."""
    contents = _contents(path)
    found: list[PackedMeasure] = []
    for name in filter(_MEASURE_NAME.fullmatch, contents):
        measure = parse_measure(contents[name], name)
        if f"measures/{file_name(measure.id)}" != name:
            raise UnreadableFile(f"“{path.name}”里文件的编号与名称对不上，什么也没有收入。")
        found.append(PackedMeasure(measure, _novelty(measure, library), _sources(name, contents)))
    return found


def unpack(path: Path, library: Library, today: date, replace: bool = False) -> list[PackedMeasure]:
    """Keep the pack's new measures, and with `replace` the changed ones; return what the pack held before that."""
    packed = read_pack(path, library)
    for item in packed:
        if item.novelty is Novelty.NEW or (item.novelty is Novelty.CHANGED and replace):
            library.add(item.measure, today)
            for suffix, content in item.sources:
                library.keep_source(item.measure.id, content, suffix)
    return packed


def _contents(path: Path) -> dict[str, bytes]:
    """Return the contents of a pack by name, all of them checked against the manifest. Raises UnreadableFile."""
    try:
        with zipfile.ZipFile(io.BytesIO(read_limited(path, LARGEST_PACK))) as archive:
            listed = _manifest(archive, path.name)
            contents = {name: _member(archive, name) for name in listed}
    except (
        zipfile.BadZipFile,
        zlib.error,
        OSError,
        EOFError,
        ValueError,
        LookupError,
        TypeError,
        RuntimeError,
    ) as error:
        raise UnreadableFile(f"“{path.name}”不是完整的资料包，什么也没有收入。请重新取一份。") from error
    if any(_digest(contents[name]) != digest for name, digest in listed.items()):
        raise UnreadableFile(f"“{path.name}”的内容被改动过，与清单对不上，什么也没有收入。")
    return contents


def _manifest(archive: zipfile.ZipFile, name: str) -> dict[str, str]:
    """Return the checksum of each content; refuse packs whose members are not just those of the manifest."""
    infos = archive.infolist()
    names = [info.filename for info in infos]
    too_much = len(infos) > MOST_MEMBERS or sum(info.file_size for info in infos) > LARGEST_CONTENT
    if too_much or len(set(names)) != len(names):
        raise UnreadableFile(f"“{name}”不是成文做的资料包，什么也没有收入。")
    manifest = json.loads(_member(archive, "manifest.json"))
    if manifest["format"] != FORMAT:
        raise UnreadableFile(f"“{name}”是别的版本做的资料包，这一版打不开。请先更新程序。")
    listed = {str(entry["name"]): str(entry["sha256"]) for entry in manifest["entries"]}
    if {*listed, "manifest.json"} != set(names) or not all(_is_ours(name) for name in listed):
        raise UnreadableFile(f"“{name}”里有清单以外的内容，什么也没有收入。")
    return listed


def _is_ours(name: str) -> bool:
    return bool(_MEASURE_NAME.fullmatch(name) or _SOURCE_NAME.fullmatch(name))


def _sources(measure_name: str, contents: dict[str, bytes]) -> tuple[tuple[str, bytes], ...]:
    stem = measure_name.removeprefix("measures/").removesuffix(".akn")
    matches = [(match, content) for name, content in contents.items() if (match := _SOURCE_NAME.fullmatch(name))]
    return tuple((match.group(2), content) for match, content in matches if match.group(1) == stem)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _member(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return the content of a member, never more than its announced size, which the caller has checked."""
    info = archive.getinfo(name)
    if info.compress_type not in _METHODS:
        raise ValueError("method")
    with archive.open(info) as stream:
        content = stream.read(info.file_size + 1)
    if len(content) != info.file_size:
        raise ValueError("size")
    return content


def _novelty(measure: Measure, library: Library) -> Novelty:
    path = library.folder / file_name(measure.id)
    if not path.is_file():
        return Novelty.NEW
    return Novelty.SAME if read_limited(path, LARGEST_FILE) == render_measure(measure) else Novelty.CHANGED


def _zipped(contents: dict[str, bytes]) -> bytes:
    """Return a zip file of the contents; the same contents give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(zipfile.ZipInfo(name, _FIXED_TIME), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
