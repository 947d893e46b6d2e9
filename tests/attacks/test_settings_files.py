"""What an office keeps in files (profiles, registers, words, settings): nonsense and bombs are told, and the program starts."""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

import pytest

from attacks.attempts import Attempt, attempts, one_line, refused_or, shown
from attacks.guard import Guard
from attacks.reading import DAY
from chengwen_desktop import home as places
from chengwen_desktop.creating.state import read_state
from chengwen_desktop.search.memory import Searches
from chengwen_desktop.settings import Settings
from chengwen_desktop.tasks import Tasks
from chengwen_desktop.versions.store import Store
from chengwen_index.own_words import use_own_words
from chengwen_library.errors import ChengwenError
from chengwen_library.library import Library
from chengwen_templates.answers import parse_answers
from chengwen_templates.checks.checking import check
from chengwen_templates.checks.subject import Subject
from chengwen_templates.export.docx import build_docx
from chengwen_templates.office_files.reading import load_office
from chengwen_templates.own_profiles import load_own_profiles
from chengwen_templates.profile import load_profile
from drafts import small_draft
from sdk import errors_of

DEEP = "[" * 100_000
STANDARD = {name: value for name, value in asdict(load_profile("gbt9704")).items() if isinstance(value, float)}

LARGE = 1 << 33
"""Bytes that a file seems to have: more than this machine has memory."""


@pytest.fixture(autouse=True)
def _words_as_shipped(tmp_path: Path) -> Iterator[None]:
    yield
    use_own_words(tmp_path / "nothing")


def put(path: Path, content: str | bytes | int) -> None:
    """Write a file; a number is its size, without content."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, int):
        with path.open("wb") as stream:
            stream.truncate(content)
    else:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


@attempts(
    Attempt("not-a-number", "a margin that is no number (nan)", lambda: "margin_top_mm = nan"),
    Attempt("infinite", "a margin without end (inf)", lambda: "margin_inner_mm = inf"),
    Attempt("negative", "a negative margin", lambda: "margin_top_mm = -5.0"),
    Attempt("wide-margins", "margins wider than the page", lambda: "margin_inner_mm = 105.0\nmargin_outer_mm = 105.0"),
    Attempt("huge-count", "a page of ten to the thirtieth lines", lambda: "lines_per_page = 1" + "0" * 30),
    Attempt("tiny-type", "letters of little more than four points", lambda: "body_size_pt = 4.1"),
    Attempt("giant-type", "letters as high as a house", lambda: "body_size_pt = 63.0"),
    Attempt("true", "true in place of a length", lambda: "margin_top_mm = true"),
    Attempt("all-large", "every length nearly four times the standard's", lambda: "\n".join(f"{name} = {value * 3.9}" for name, value in STANDARD.items())),
    Attempt("large-letters", "everything but the page nearly four times the standard's", lambda: "\n".join(f"{name} = {value * 3.9}" for name, value in STANDARD.items() if not name.startswith(("page_w", "page_h", "margin", "body")))),
    Attempt("all-small", "every length little more than a quarter of the standard's", lambda: "\n".join(f"{name} = {value / 3.9}" for name, value in STANDARD.items())),
    Attempt("font-code", "a font whose name is XML", lambda: "body_font = '\"/><w:evil/>'"),
    Attempt("font-control", "a font whose name has control characters", lambda: 'body_font = "\\u0001\\u0000"'),
    Attempt("colour-code", "a colour that is code", lambda: "red = '\"/><w:evil/>'"),
    Attempt("deep", "brackets a hundred thousand deep", lambda: f"a = {DEEP}"),
    Attempt("other-encoding", "a file that is not UTF-8", lambda: "label = '本单位'".encode("gb18030")),
    Attempt("large", "a file of eight gigabytes", lambda: LARGE),
    Attempt("unknown", "values that no profile has", lambda: "__class__ = 1\nexec = 'x'"),
)  # fmt: skip
def test_a_hostile_profile_is_told_or_sets_a_sound_page(
    attempt: Attempt, tmp_path: Path, outcome: Callable[[str], None]
) -> None:
    put(tmp_path / "外来.toml", attempt.made())
    found = load_own_profiles(tmp_path)
    assert [one_line(str(fault)) for fault in found.faults] or found.profiles

    def act() -> str:
        content = build_docx(small_draft(), load_profile("外来", tmp_path))
        assert errors_of(content, tmp_path) == []
        return "accepted, exports a sound Word file"

    outcome(refused_or(act))


OFFICE = ("organs.toml", "limits.toml", "terms.toml", "rules.toml", "thesaurus.toml", "topics.toml")


@attempts(
    Attempt("deep", "brackets a hundred thousand deep", lambda: f"a = {DEEP}"),
    Attempt("wrong-kinds", "numbers and lists where words belong", lambda: 'region = 5\norgan = 7\nterms = [1]\nswitched_off = {a=1}\nsame = "x"\nalso = 3\ntopic = "y"\nlongest_sentence = "z"'),
    Attempt("tables-of-lists", "lists of lists where tables belong", lambda: "organ = [[1]]\ntopic = [[2], 3]\nsame = [[[1]]]\nalso = {a = [[1]]}\nterms = {a = {b = 1}}\nswitched_off = [[]]"),
    Attempt("huge-numbers", "limits beyond all bounds", lambda: "longest_sentence = 99999999999999999999999\nlongest_title = -1\nlongest_paragraph = nan"),
    Attempt("other-encoding", "files that are not UTF-8", lambda: b"\xff\xfe\x00region"),
    Attempt("large", "files of eight gigabytes", lambda: LARGE),
    Attempt("many", "fifty thousand entries that mean each other", lambda: {"thesaurus.toml": "same = [" + ",".join(f'["词语{n}", "词语{n + 1}"]' for n in range(50_000)) + "]"}),
    Attempt("patterns", "words that are patterns without end", lambda: {"terms.toml": '[terms]\n"(甲+)+$" = ["((((机+)+)+)+)+乙", "(?:机|机制)*制制"]\n'}),
    Attempt("nul", "words with control characters", lambda: {"thesaurus.toml": 'same = [["甲\\u0000乙", "丙\\u001b[2J丁"]]\n', "organs.toml": 'region = "甲\\u0000\\u202e"\n'}),
)  # fmt: skip
def test_hostile_files_of_the_office_are_told_with_their_line(
    attempt: Attempt, tmp_path: Path, outcome: Callable[[str], None]
) -> None:
    made = attempt.made()
    for name, content in (made if isinstance(made, dict) else dict.fromkeys(OFFICE, made)).items():
        put(tmp_path / name, content)
    said: list[str] = []

    def act() -> str:
        said.extend(one_line(str(fault)) for fault in use_own_words(tmp_path))
        check(Subject(small_draft(), DAY, load_office(tmp_path)))
        return f"refused: {shown(said[0])}" if said else "accepted, harmless"

    outcome(refused_or(act))


def of_library(content: bytes) -> Callable[[Path], object]:
    def act(folder: Path) -> object:
        library = Library(folder / "library")
        library.fill()
        (library.folder / ".catalogue.json").write_bytes(content)
        entries = Library(library.folder).entries()
        assert len(entries) == 5
        assert all(isinstance(entry.title, str | None) for entry in entries)
        return entries

    return act


def forged_catalogue(folder: Path) -> object:
    """Let the catalogue of a shared library say of each file what is of the wrong kind."""
    library = Library(folder / "library")
    library.fill()
    library.entries()
    path = library.folder / ".catalogue.json"
    table = json.loads(path.read_text())
    for entry in table["entries"]:
        entry.update(title={"a": 1}, clauses="viele", sketch=["x"])
    path.write_text(json.dumps(table))
    entries = Library(library.folder).entries()
    assert {type(entry.title) for entry in entries} <= {str, type(None)}
    return entries


def in_home(name: str, content: str | bytes | int, use: Callable[[], object]) -> Callable[[Path], object]:
    def act(_: Path) -> object:
        put(places.home() / name, content)
        return use()

    return act


def with_settings() -> object:
    settings = Settings()
    return (
        settings.appearance, settings.folder, settings.recent, settings.last_file, settings.export_choices, settings.offered,
        settings.shortcuts, settings.commands_of_late, settings.shape("geometry"), settings.watched,
    )  # fmt: skip


def with_searches() -> object:
    tasks = Tasks()
    try:
        return Searches(places.searches_file(), tasks).history
    finally:
        tasks.stop()


PICKLE = '[window]\ngeometry=@Variant(\\0\\0\\0\\x7f\\0\\0\\0\\xePyObject\\0\\x80\\x4\\x95)\nappearance="@Variant(\\0\\0\\0\\x1c\\xff\\xff\\xff\\xff)"\n'


@attempts(
    Attempt("searches-deep", "searches nested a hundred thousand deep", in_home("searches.json", DEEP, with_searches)),
    Attempt("searches-kinds", "searches of other kinds", in_home("searches.json", '{"history": {"a": [1]}, "saved": [[[]], 5]}', with_searches)),
    Attempt("new-draft-deep", "a half-filled form nested a hundred thousand deep", in_home("new_draft.json", DEEP, lambda: read_state(places.new_draft_file()))),
    Attempt("new-draft-kinds", "a half-filled form of other kinds", in_home("new_draft.json", '{"clauses": [{"x": 1}], "others": 5, "refused": null}', lambda: read_state(places.new_draft_file()))),
    Attempt("versions-deep", "names of versions nested a hundred thousand deep", in_home("versions/a/names.json", DEEP, lambda: Store(places.versions_folder() / "a").versions())),
    Attempt("settings-objects", "settings that hold objects of Qt and of Python", in_home("settings.ini", PICKLE, with_settings)),
    Attempt("settings-kinds", "settings that hold lists where words belong", in_home("settings.ini", "[files]\nrecent=@Invalid()\nlast=1, 2, 3\nfolder=@Size(1 1)\n[import]\noffered=" + "[" * 5000 + "\n[export]\nprofile=../../../etc/passwd\n", with_settings)),
    Attempt("settings-bytes", "settings that are no text", in_home("settings.ini", bytes(range(256)) * 50, with_settings)),
    Attempt("catalogue-deep", "the catalogue of a shared library, nested a hundred thousand deep", of_library(DEEP.encode())),
    Attempt("catalogue-kinds", "the catalogue of a shared library, with values of other kinds", forged_catalogue),
    Attempt("catalogue-large", "the catalogue of a shared library, eighty megabytes of nothing", of_library(b" " * 80_000_000)),
    Attempt("answers-deep", "an answers file nested a hundred thousand deep", lambda _: parse_answers(f"a = {DEEP}", "答.toml")),
    Attempt("answers-kinds", "an answers file of other kinds", lambda _: parse_answers("measure = 5\nnotice = [1]\nclauses = {}", "答.toml")),
)  # fmt: skip
@pytest.mark.qt_log_ignore("unknown user type", extend=True)
def test_hostile_files_of_the_program_itself_do_not_stop_it(
    attempt: Attempt, tmp_path: Path, qapp: object, outcome: Callable[[str], None]
) -> None:
    guard = Guard(tmp_path)
    with guard.watching():
        outcome(refused_or(lambda: f"read as {type(attempt.made(tmp_path)).__name__}, harmless"))
    guard.close()


def test_the_error_of_a_refused_file_is_our_own() -> None:
    with pytest.raises(ChengwenError, match="TOML"):
        parse_answers(f"a = {DEEP}", "答.toml")
