"""Backups by day: what is kept before a file is saved over, however the clock goes."""

from datetime import datetime, timedelta

import pytest

from chengwen_desktop.home import backups_folder
from chengwen_desktop.keeping.backups import MOST_DAYS, MOST_OTHERS, Reason, keep, keep_former, listed
from chengwen_library.errors import UnwritableFile

DAY = datetime.fromisoformat("2026-01-20T09:31")


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "文稿.akn"
    path.write_bytes(b"before")
    return path


def contents(path):
    return [one.file.read_bytes() for one in listed(path)]


def test_the_first_save_of_a_day_keeps_what_was_there(file):
    keep_former(file, DAY)
    file.write_bytes(b"after")
    assert keep_former(file, DAY + timedelta(hours=3)) is None
    keep_former(file, DAY + timedelta(days=1))
    assert contents(file) == [b"after", b"before"]
    assert [(one.at, one.reason) for one in listed(file)] == [
        (DAY + timedelta(days=1), Reason.DAY),
        (DAY, Reason.DAY),
    ]


def test_a_file_that_is_not_there_yet_needs_no_backup(tmp_path):
    assert keep_former(tmp_path / "new.akn", DAY) is None
    assert listed(tmp_path / "new.akn") == ()


def test_the_days_beyond_the_last_thirty_go(file):
    for number in range(MOST_DAYS + 5):
        file.write_bytes(str(number).encode())
        keep_former(file, DAY + timedelta(days=number))
    assert contents(file) == [str(number).encode() for number in range(MOST_DAYS + 4, 4, -1)]


def test_other_backups_do_not_push_out_the_days(file):
    keep_former(file, DAY)
    for number in range(MOST_OTHERS + 5):
        keep(file, b"%d" % number, Reason.OUTSIDE, DAY)
    assert len(listed(file)) == MOST_OTHERS + 1
    assert contents(file)[-1] == b"before"


def test_a_clock_that_jumps_back_neither_overwrites_nor_drops_anything(file):
    keep_former(file, datetime.fromisoformat("2099-01-01"))
    for number in range(3):
        file.write_bytes(b"%d" % number)
        keep_former(file, DAY - timedelta(days=number))
    assert contents(file) == [b"2", b"1", b"0", b"before"]


def test_two_files_of_one_name_have_backups_of_their_own(file, tmp_path):
    other = tmp_path / "elsewhere" / file.name
    keep_former(file, DAY)
    assert listed(other) == ()


def test_strange_files_among_the_backups_are_passed_over(file):
    made = keep_former(file, DAY)
    for name in ("notes.txt", "000009-20261399-000000-day.akn", "000009-20260120-000000-why.akn"):
        (made.file.parent / name).write_bytes(b"")
    assert [one.number for one in listed(file)] == [1]


def test_a_folder_that_cannot_be_written_is_told(file, home):
    home.mkdir()
    backups_folder().write_text("a file where the folder should be")
    with pytest.raises(UnwritableFile):
        keep_former(file, DAY)
