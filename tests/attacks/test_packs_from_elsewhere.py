"""Packs on a memory stick: what is not exactly as this program packs it is refused as a whole, and nothing is overwritten unasked."""

import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from attacks.attempts import Attempt, attempts, everything, nothing_lost, refused_or
from attacks.guard import Guard
from attacks.reading import DAY
from chengwen_library.akn.write import render_measure
from chengwen_library.library import Library, file_name
from chengwen_library.packs import unpack
from drafts import small_draft

MEASURE = replace(small_draft(), remarks=())
CONTENT = render_measure(MEASURE)
NAME = f"measures/{file_name(MEASURE.id)}"

Member = tuple[str | zipfile.ZipInfo, bytes]


def packed(members: Iterable[Member], manifest: object = None, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a pack of members, with a manifest that fits them unless another one is given."""
    chosen = list(members)
    named = {(one if isinstance(one, str) else one.filename): content for one, content in chosen}
    entries = [{"name": name, "sha256": hashlib.sha256(content).hexdigest()} for name, content in named.items()]
    told = {"format": 1, "entries": entries} if manifest is None else manifest
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        archive.writestr("manifest.json", told if isinstance(told, bytes) else json.dumps(told))
        for one, content in chosen:
            archive.writestr(one, content)
    return stream.getvalue()


def of(*members: Member) -> Callable[[Guard], bytes]:
    return lambda _: packed(members)


def told(manifest: object) -> Callable[[Guard], bytes]:
    return lambda _: packed([(NAME, CONTENT)], manifest)


def linked(guard: Guard) -> bytes:
    link = zipfile.ZipInfo(NAME)
    link.external_attr = 0o120777 << 16
    return packed([(link, str(guard.secret).encode())])


def overlapping(_: Guard) -> bytes:
    """Let many members be one and the same stretch of the file, which each unpacks anew."""
    content = bytes(20_000_000)
    names = [f"sources/a/{number:016x}.txt" for number in range(40)]
    one = bytearray(packed([(name, content if number == 0 else b"") for number, name in enumerate(names)]))
    with zipfile.ZipFile(io.BytesIO(bytes(one))) as archive:
        first = archive.getinfo(names[0])
    place = one.find(b"PK\x01\x02")
    while place >= 0:
        if names[0].encode() not in one[place : place + 80] and b"sources" in one[place : place + 80]:
            for start, value in (
                (16, first.CRC),
                (20, first.compress_size),
                (24, first.file_size),
                (42, first.header_offset),
            ):
                one[place + start : place + start + 4] = value.to_bytes(4, "little")
        place = one.find(b"PK\x01\x02", place + 1)
    return bytes(one)


def locked(_: Guard) -> bytes:
    content = bytearray(packed([(NAME, CONTENT)]))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.rfind(signature)
        content[place + offset] |= 1
    return bytes(content)


def with_identity(identity: str) -> Callable[[Guard], bytes]:
    name = f"measures/{identity.removeprefix('/akn/').replace('/', '_')}.akn"
    return of((name, render_measure(replace(MEASURE, id=identity))))


SOURCE = f"sources/{file_name(MEASURE.id).removesuffix('.akn')}/"


@attempts(
    Attempt("link", "a symbolic link to the secret in place of a measure", linked),
    Attempt("device", "a measure whose name is a device of Windows", with_identity("/akn/con")),
    Attempt("device-ending", "a measure whose name is a device with an ending", with_identity("/akn/nul.cn")),
    Attempt("stream", "a second stream of a file (NTFS)", of((f"{NAME}:evil.exe", CONTENT))),
    Attempt("drive", "a name with a drive letter", of(("C:\\measures\\a.akn", CONTENT))),
    Attempt("dots", "a name that ends in dots and blanks", of(("measures/a.akn. ", CONTENT))),
    Attempt("program", "a source that is a program", of((NAME, CONTENT), (f"{SOURCE}{'0' * 16}.exe\0.txt", b"MZ"))),
    Attempt("upper", "a measure twice, in names that differ by case", of((NAME, CONTENT), (NAME.replace("cn-0000", "CN-0000"), CONTENT))),
    Attempt("overlap", "forty members that are one stretch of the file", overlapping),
    Attempt("locked", "a member with a password", locked),
    Attempt("lzma", "another way of packing", lambda _: packed([(NAME, CONTENT)], method=zipfile.ZIP_LZMA)),
    Attempt("manifest-list", "a manifest that is a list", told([1, 2])),
    Attempt("manifest-numbers", "a manifest whose names are numbers", told({"format": 1, "entries": [{"name": 1, "sha256": None}]})),
    Attempt("manifest-format", "a format that is true instead of one", told({"format": [1], "entries": []})),
    Attempt("manifest-bytes", "a manifest that is no text", told(b"\xff\xfe\x00")),
    Attempt("html", "a web page under the name of a measure", of((NAME, b"<html><script>alert(1)</script></html>"))),
    Attempt("entity", "an entity that names the secret, in a measure", lambda guard: packed([(NAME, CONTENT.replace(b"?>", f'?><!DOCTYPE a [<!ENTITY e SYSTEM "{guard.secret.as_uri()}">]>'.encode(), 1))])),
    Attempt("other-id", "a measure under the name of another one", of(("measures/cn-4419_act_0001_e4fccb23.akn", CONTENT))),
    Attempt("no-pack", "a picture under the ending of a pack", lambda _: b"\x89PNG\r\n\x1a\n" * 100),
    Attempt("empty", "an empty file", lambda _: b""),
)  # fmt: skip
def test_a_hostile_pack_is_refused_or_brings_measures_only(
    attempt: Attempt, library: Library, guard: Guard, outcome: Callable[[str], None]
) -> None:
    pack = guard.folder / "资料.cwpack"
    pack.write_bytes(attempt.made(guard))
    before, outside = (
        everything(library.folder),
        {path for path in guard.folder.rglob("*") if "library" not in path.parts},
    )

    def act() -> str:
        brought = unpack(pack, library, DAY)
        guard.check("".join(str(one.measure) for one in brought))
        return f"read: {len(brought)} measure(s), harmless"

    with guard.watching():
        outcome(refused_or(act))
    nothing_lost(before, library.folder)
    assert {path for path in guard.folder.rglob("*") if "library" not in path.parts} == outside
    assert all(library.read(path.name) for path in library.paths())


def test_a_pack_with_the_ids_of_others_changes_nothing_until_told_to_replace_and_can_be_undone(
    library: Library, tmp_path: Path
) -> None:
    theirs = library.measures()[0]
    forged = replace(theirs, title="被冒名的标题")
    pack = tmp_path / "资料.cwpack"
    pack.write_bytes(packed([(f"measures/{file_name(theirs.id)}", render_measure(forged))]))
    before = everything(library.folder)
    unpack(pack, library, DAY)
    nothing_lost(before, library.folder)
    unpack(pack, library, DAY, replace=True)
    library.restore(theirs.id, DAY)
    assert library.measure(theirs.id) == theirs
