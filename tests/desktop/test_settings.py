"""What the window remembers."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from chengwen_desktop.home import settings_file
from chengwen_desktop.settings import RECENT, Settings
from chengwen_desktop.theme.current import Appearance


@pytest.fixture
def files(tmp_path):
    made = [tmp_path / f"{n}.akn" for n in range(RECENT + 2)]
    for path in made:
        path.touch()
    return made


def reread(settings: Settings) -> Settings:
    settings.write()
    return Settings()


def test_at_first_there_is_nothing_to_remember(qapp):
    settings = Settings()
    assert (settings.last_file, settings.recent, settings.appearance) == (None, [], Appearance.SYSTEM)
    assert settings.folder == Path.home()
    assert settings.shape("geometry").isEmpty()


def test_what_was_kept_is_there_the_next_day(qapp, files):
    settings = Settings()
    settings.remember(files[0])
    settings.appearance = Appearance.DARK
    settings.keep_shape("panes", QByteArray(b"abc"))
    again = reread(settings)
    assert (again.last_file, again.recent, again.folder) == (files[0], [files[0]], files[0].parent)
    assert (again.appearance, again.shape("panes").data()) == (Appearance.DARK, b"abc")
    assert settings_file().is_file()


def test_of_the_drafts_of_late_the_latest_come_first_and_old_ones_go(qapp, files):
    settings = Settings()
    for path in (*files, files[3]):
        settings.remember(path)
    expected = [files[3], *(path for path in reversed(files) if path != files[3])][:RECENT]
    assert reread(settings).recent == expected


def test_drafts_that_are_gone_are_not_listed(qapp, files):
    settings = Settings()
    settings.remember(files[0])
    settings.remember(files[1])
    files[1].unlink()
    assert reread(settings).recent == [files[0]]


def test_a_file_edited_into_nonsense_means_the_defaults(qapp):
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text("[window]\nappearance=pink\ngeometry=7\n[files]\nrecent=@Invalid()\n", "utf-8")
    settings = Settings()
    assert (settings.appearance, settings.recent) == (Appearance.SYSTEM, [])
    assert settings.shape("geometry").isEmpty()
