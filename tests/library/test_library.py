from dataclasses import replace
from pathlib import Path

import pytest

from chengwen_library.errors import NotInLibrary
from chengwen_library.library import Library


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


def test_adding_replaces_the_measure_with_the_same_identity(library: Library) -> None:
    measure = library.measures()[0]
    library.add(replace(measure, title="新的标题"))
    assert len(library.measures()) == 5
    assert library.measure(measure.id).title == "新的标题"


def test_every_change_changes_the_fingerprint(library: Library) -> None:
    seen = {library.fingerprint()}
    library.add(replace(library.measures()[0], title="新的标题"))
    seen.add(library.fingerprint())
    next(library.folder.glob("*.akn")).unlink()
    seen.add(library.fingerprint())
    assert len(seen) == 3
    assert library.fingerprint() in seen


def test_a_damaged_file_is_told_and_the_others_are_read(library: Library) -> None:
    damaged = next(library.folder.glob("*.akn"))
    damaged.write_bytes(damaged.read_bytes()[:500])
    assert len(library.measures()) == 4
    assert list(library.unreadable) == [damaged]
