"""Where the user's files live."""

from pathlib import Path

from chengwen_desktop import home


def test_one_variable_moves_everything_to_one_folder(tmp_path, monkeypatch):
    monkeypatch.setenv(home.VARIABLE, str(tmp_path))
    places = (home.library_folder(), home.index_folder(), home.settings_file(), home.recovery_folder(), home.log_file())
    assert {place.parent for place in places} == {tmp_path}
    assert len(set(places)) == len(places)


def test_without_it_the_platform_says_where(monkeypatch):
    monkeypatch.delenv(home.VARIABLE)
    assert home.home() == Path(home.platformdirs.user_data_path("chengwen", appauthor=False))
    assert home.index_folder().is_relative_to(home.platformdirs.user_cache_path("chengwen", appauthor=False))
