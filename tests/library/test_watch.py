from pathlib import Path

from chengwen_library.watch import Watch


def test_a_file_is_offered_once_when_it_has_stopped_growing(tmp_path: Path) -> None:
    watch = Watch(tmp_path)
    assert watch.look() == []
    file = tmp_path / "措施.txt"
    file.write_text("一半", encoding="utf-8")
    assert watch.look() == []
    file.write_text("一半又一半", encoding="utf-8")
    assert watch.look() == []
    assert watch.look() == [file]
    assert watch.look() == []


def test_a_changed_file_is_offered_again(tmp_path: Path) -> None:
    watch = Watch(tmp_path)
    file = tmp_path / "a.txt"
    file.write_text("第一版", encoding="utf-8")
    assert [watch.look(), watch.look()] == [[], [file]]
    file.write_text("第二版更长", encoding="utf-8")
    assert [watch.look(), watch.look()] == [[], [file]]


def test_what_was_offered_before_the_last_start_is_not_offered_again(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("措施", encoding="utf-8")
    before = Watch(tmp_path)
    assert [before.look(), len(before.look())] == [[], 1]
    after = Watch(tmp_path, before.offered)
    assert [after.look(), after.look()] == [[], []]


def test_foreign_files_and_a_missing_folder_are_nothing_to_offer(tmp_path: Path) -> None:
    (tmp_path / "a.exe").write_bytes(b"")
    watch = Watch(tmp_path)
    assert [watch.look(), watch.look()] == [[], []]
    gone = Watch(tmp_path / "gone")
    assert [gone.look(), gone.look()] == [[], []]
