from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from chengwen_library import library as library_module
from chengwen_library.errors import NotInLibrary
from chengwen_library.library import Change, Library, file_name
from chengwen_library.model import Remark, Status, TextPart

DAY = date(2026, 1, 20)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    library = Library(tmp_path / "library")
    library.fill()
    return library


def test_a_new_library_holds_the_five_measures(library: Library) -> None:
    regions = {measure.region for measure in library.measures()}
    assert regions == {"鄂州市", "东莞市", "广西壮族自治区", "成都市", "武汉市"}


def test_filling_again_does_not_bring_back_what_was_taken_out(library: Library) -> None:
    next(library.folder.glob("*.akn")).unlink()
    library.fill()
    assert len(library.measures()) == 4


def test_a_measure_is_found_by_its_identity(library: Library) -> None:
    for measure in library.measures():
        assert library.measure(measure.id) == measure
    with pytest.raises(NotInLibrary):
        library.measure("/akn/cn/act/0001/none")


def test_only_the_measures_asked_for_last_stay_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library_module, "_REMEMBERED", 4)
    library = Library(tmp_path / "library")
    library.fill()
    first, *others = library.measures()
    assert all(library.measure(one.id) is one for one in others)
    assert library.measure(first.id) == first
    assert library.measure(first.id) is not first


def test_adding_replaces_the_measure_with_the_same_identity(library: Library) -> None:
    measure = library.measures()[0]
    library.add(replace(measure, title="新的标题"), DAY)
    assert len(library.measures()) == 5
    assert library.measure(measure.id).title == "新的标题"


def test_remarks_on_a_draft_do_not_come_into_the_library(library: Library) -> None:
    measure, said = library.measures()[0], datetime.fromisoformat("2026-01-20T14:31+08:00")
    remark = Remark("r-1", TextPart.TITLE, "标题", "内部意见", None, "法规科", said)
    library.add(replace(measure, remarks=(remark,)), DAY)
    assert library.measure(measure.id) == measure


def test_a_file_that_was_written_anew_has_another_stamp(library: Library) -> None:
    before = library.stamps()
    entry = library.add(replace(library.measures()[0], title="新的标题"), DAY)
    after = library.stamps()
    assert list(after) == [path.name for path in library.paths()]
    assert {name for name in after if after[name] != before[name]} == {entry.file}


def test_a_file_is_read_by_its_name(library: Library) -> None:
    name = library.paths()[0].name
    assert library.read(name) == library.measures()[0]


def test_a_file_that_cannot_be_read_is_told_and_is_no_measure(library: Library) -> None:
    damaged = library.paths()[0]
    damaged.write_bytes(b"<akomaNtoso")
    assert library.read(damaged.name) is None
    assert list(library.unreadable) == [damaged]


def test_a_damaged_file_is_told_and_the_others_are_read(library: Library) -> None:
    damaged = next(library.folder.glob("*.akn"))
    damaged.write_bytes(damaged.read_bytes()[:500])
    assert len(library.measures()) == 4
    assert list(library.unreadable) == [damaged]


def test_every_replaced_version_is_kept(library: Library) -> None:
    measure = library.measures()[0]
    library.add(replace(measure, title="第二版"), DAY)
    library.add(replace(measure, title="第三版"), DAY)
    assert [(version.number, version.change, version.until) for version in library.history(measure.id)] == [
        (1, Change.REPLACED, DAY),
        (2, Change.REPLACED, DAY),
    ]
    assert library.measure(measure.id).title == "第三版"
    library.restore(measure.id, DAY)
    assert library.measure(measure.id).title == "第二版"
    library.restore(measure.id, DAY)
    assert library.measure(measure.id).title == "第三版"


def test_adding_the_same_again_makes_no_version(library: Library) -> None:
    measure = library.measures()[0]
    library.add(measure, DAY)
    assert library.history(measure.id) == []


def test_status_is_changed_with_history(library: Library) -> None:
    identity = library.measures()[0].id
    library.set_status(identity, Status.REPEALED, DAY)
    library.set_status(identity, Status.REPEALED, DAY)
    assert library.measure(identity).status is Status.REPEALED
    assert [version.change for version in library.history(identity)] == [Change.STATUS]
    library.restore(identity, DAY)
    assert library.measure(identity).status is Status.UNVERIFIED


def test_removing_can_be_undone_and_nothing_is_lost(library: Library) -> None:
    measure = library.measures()[0]
    library.remove(measure.id)
    assert measure not in library.measures()
    assert library.removed() == [measure]
    with pytest.raises(NotInLibrary):
        library.remove(measure.id)
    library.restore(measure.id, DAY)
    assert library.measure(measure.id) == measure
    assert library.removed() == []
    with pytest.raises(NotInLibrary, match="没有更早的版本"):
        library.restore(measure.id, DAY)


def test_raw_sources_are_kept_once(library: Library) -> None:
    identity = library.measures()[0].id
    library.keep_source(identity, "原文".encode(), ".txt")
    library.keep_source(identity, "原文".encode(), ".txt")
    assert [path.read_text(encoding="utf-8") for path in library.sources(identity)] == ["原文"]


@pytest.mark.parametrize("identity", ["", "x", "/akn/../../etc", "/akn/a b", "/akn/cn/x\0", "C:\\x"])
def test_no_identity_leads_out_of_the_library(identity: str) -> None:
    with pytest.raises(NotInLibrary):
        file_name(identity)


def test_the_catalogue_agrees_with_the_files_and_is_kept(library: Library) -> None:
    entries = library.entries()
    assert [entry.id for entry in entries] == [measure.id for measure in library.measures()]
    again = Library(library.folder)
    assert again.entries() == entries
    assert again._parsed.cache_info().misses == 0


@pytest.mark.parametrize("damage", [b"", b"{", b'{"format": 0}', b'{"format": 1, "entries": [{}]}', b"\xff\xfe"])
def test_a_damaged_catalogue_is_made_anew(library: Library, damage: bytes) -> None:
    entries = library.entries()
    (library.folder / ".catalogue.json").write_bytes(damage)
    assert Library(library.folder).entries() == entries


def test_the_catalogue_follows_changes(library: Library) -> None:
    library.entries()
    measure = library.measures()[0]
    library.add(replace(measure, title="新的标题"), DAY)
    library.remove(library.measures()[1].id)
    entries = library.entries()
    assert len(entries) == 4
    assert [entry.title for entry in entries if entry.id == measure.id] == ["新的标题"]
