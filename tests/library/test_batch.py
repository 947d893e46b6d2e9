from datetime import date
from pathlib import Path

import pytest

from chengwen_library.batch import Outcome, Progress, Result, files_below, import_files
from chengwen_library.library import Library
from chengwen_library.model import Measure

DAY = date(2026, 1, 20)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    library = Library(tmp_path / "library")
    library.folder.mkdir()
    return library


def text(number: int, words: str = "") -> str:
    clauses = "".join(
        f"（{mark}）推进第{number}项工作{mark}。支持企业开展第{number}号{mark}类转化{words}。\n"
        for mark in "一二三四五六七八"
    )
    return f"示例市第{number}项若干措施\n示科发〔2026〕{number}号\n为推进工作，制定本措施。\n一、任务\n{clauses}"


def written(folder: Path, count: int) -> list[Path]:
    folder.mkdir(exist_ok=True)
    for number in range(1, count + 1):
        (folder / f"{number:03}.txt").write_text(text(number), encoding="utf-8")
    return files_below([folder])


def run(paths: list[Path], library: Library, replace: bool = False) -> list[Outcome]:
    return list(import_files(paths, library, DAY, replace))


def titles(measures: tuple[Measure, ...]) -> set[str | None]:
    return {measure.title for measure in measures}


def test_a_folder_is_read_and_every_raw_file_kept(tmp_path: Path, library: Library) -> None:
    outcomes = run(written(tmp_path / "in", 5), library)
    assert [outcome.result for outcome in outcomes] == [Result.READ] * 5
    assert titles(library.measures()) == {f"示例市第{number}项若干措施" for number in range(1, 6)}
    assert {path.read_text(encoding="utf-8") for m in library.measures() for path in library.sources(m.id)} == {
        text(number) for number in range(1, 6)
    }


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path, library: Library) -> None:
    paths = written(tmp_path / "in", 3)
    paths[1].write_bytes(b"\0\1\2")
    outcomes = run(paths, library)
    assert [outcome.result for outcome in outcomes] == [Result.READ, Result.FAILED, Result.READ]
    assert "002.txt" in outcomes[1].message
    assert len(library.measures()) == 2


def test_progress_is_told_and_a_cancelled_batch_keeps_what_was_done(tmp_path: Path, library: Library) -> None:
    told: list[Progress] = []
    paths = written(tmp_path / "in", 6)
    done = list(import_files(paths, library, DAY, progress=told.append, cancelled=lambda: len(told) == 4))
    assert [(entry.done, entry.total) for entry in told] == [(1, 6), (2, 6), (3, 6), (4, 6)]
    assert len(done) == len(library.measures()) == 4
    rest = run(paths, library)
    assert [outcome.result for outcome in rest] == [Result.KNOWN] * 4 + [Result.READ] * 2
    assert len(library.measures()) == 6


def test_the_same_text_is_kept_once(tmp_path: Path, library: Library) -> None:
    paths = written(tmp_path / "in", 1)
    copy = tmp_path / "copy.md"
    copy.write_text(text(1).replace("，", ","), encoding="gb18030")
    assert [outcome.result for outcome in run([*paths, copy], library)] == [Result.READ, Result.KNOWN]
    assert len(library.measures()) == 1


def test_another_text_with_the_same_number_is_a_conflict_until_told_to_replace(
    tmp_path: Path, library: Library
) -> None:
    (path,) = written(tmp_path / "in", 1)
    run([path], library)
    path.write_text(text(1, "和推广"), encoding="utf-8")
    (conflict,) = run([path], library)
    assert (conflict.result, "--replace" in conflict.message) == (Result.CONFLICT, True)
    assert "和推广" not in str(library.measures())
    (replaced,) = run([path], library, replace=True)
    assert replaced.result is Result.READ
    (measure,) = library.measures()
    assert "和推广" in str(measure)
    assert len(library.history(measure.id)) == 1
    assert len(library.sources(measure.id)) == 2


def test_a_near_same_text_is_told_to_be_another_version(tmp_path: Path, library: Library) -> None:
    (path,) = written(tmp_path / "in", 1)
    run([path], library)
    path.write_text(
        text(1).replace("示科发〔2026〕1号\n", "").replace("支持企业开展第1号八类转化", "鼓励企业开展转化"),
        encoding="utf-8",
    )
    (outcome,) = run([path], library)
    assert outcome.result is Result.WARNED
    assert "可能是它的另一版" in outcome.message
    assert len(library.measures()) == 2


def test_hidden_and_foreign_files_of_a_folder_are_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "deep").mkdir(parents=True)
    for name in ("b.txt", ".hidden.txt", "~$lock.txt", "deep/a.TXT", "x.exe"):
        (folder / name).write_bytes(b"")
    assert [path.name for path in files_below([folder])] == ["b.txt", "a.TXT"]
