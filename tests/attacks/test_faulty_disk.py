"""Every way to write a file, on a disk that is full, breaks, is read-only or goes away at any moment."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from attacks.attempts import Attempt, attempts
from attacks.faulty_disk import Action, fail_everywhere
from attacks.reading import DAY
from chengwen_desktop.creating.state import State, write_state
from chengwen_desktop.draft.session import Session
from chengwen_desktop.exporting import files as exporting
from chengwen_desktop.exporting.choices import Choices
from chengwen_desktop.keeping import backups
from chengwen_desktop.keeping.copies import write_copy
from chengwen_desktop.search.memory import Searches
from chengwen_desktop.search.question import Question
from chengwen_desktop.tasks import Tasks
from chengwen_desktop.versions.store import Store
from chengwen_index.opening import open_index
from chengwen_library.library import Library
from chengwen_library.model import Measure, Status
from chengwen_library.packs import unpack, write_pack
from chengwen_templates.draft import load_draft, save_draft
from chengwen_templates.export.docx import export_docx
from chengwen_templates.office import Limits, Office, Organ
from chengwen_templates.office_files.writing import save_office, write_example
from chengwen_templates.own_profiles import OwnProfile, remove_own_profile, save_own_profile
from chengwen_templates.profile import load_profile
from chengwen_templates.template_copies import copy_template
from drafts import small_draft

NOW = datetime(2026, 1, 20, 9, 0, 0, 1)  # noqa: DTZ001 (local time, as backups have it)


@dataclass
class Desk:
    """A folder with something of everything in it; `again` makes what an action starts from."""

    folder: Path
    draft: Measure = field(default_factory=small_draft)

    @property
    def file(self) -> Path:
        return self.folder / "文稿.akn"

    @property
    def library(self) -> Library:
        return Library(self.folder / "library")

    @property
    def first(self) -> Measure:
        return next(iter(self.library.measures()))

    @property
    def changed(self) -> Measure:
        return replace(self.draft, title="改过的标题")


def nothing(_: Desk) -> None:
    """Start from an empty folder."""


def filled(desk: Desk) -> None:
    desk.library.fill()


def with_draft(desk: Desk) -> None:
    save_draft(desk.draft, desk.file)


def changed_library(desk: Desk) -> None:
    filled(desk)
    desk.library.set_status(desk.first.id, Status.IN_FORCE, DAY)


def removed(desk: Desk) -> None:
    filled(desk)
    desk.library.remove(desk.first.id)


def packed(desk: Desk) -> None:
    filled(desk)
    measure = replace(desk.first, title="别处改过的")
    library = Library(desk.folder.with_name("elsewhere"))
    library.add(measure, DAY)
    write_pack(library, [], desk.folder / "资料.cwpack")


def one_measure(desk: Desk) -> None:
    desk.library.add(desk.draft, DAY)


def indexed(desk: Desk) -> None:
    one_measure(desk)
    opened(desk)
    desk.library.add(desk.changed, DAY)


def opened(desk: Desk) -> None:
    """Open the index, whatever is left of it, and ask it."""
    index = open_index(desk.library, desk.folder / "index")
    try:
        assert index.search("专利").total == 1
    finally:
        index.close()


def versioned(desk: Desk) -> None:
    Store(desk.folder / "versions").keep(desk.draft, "初稿", NOW)


def profiled(desk: Desk) -> None:
    save_own_profile(desk.folder, OwnProfile("本局", "本局", {"body_size_pt": 15.0}))


ID = "/akn/cn-4201/act/0001/c641f724"
"""The id of the first of the measures that ship."""


def backed_up(desk: Desk) -> None:
    """Keep the backup of the day; the window saves all the same where the file cannot be read."""
    with suppress(OSError):
        backups.keep_former(desk.file, NOW)


def with_searches(desk: Desk) -> None:
    (desk.folder / "searches.json").write_text(
        '{"history": [], "saved": [{"name": "常用", "query": "质押融资"}]}', encoding="utf-8"
    )


def remember(desk: Desk) -> None:
    tasks = Tasks()
    try:
        searches = Searches(desk.folder / "searches.json", tasks)
        searches.history = (Question("专利"),)
        searches.write()
    finally:
        tasks.stop()


def exported(name: str) -> Callable[[Desk], object]:
    return lambda desk: exporting.write(desk.draft, desk.folder / name, Choices())


def action(
    name: str, tried: str, before: Callable[[Desk], object], act: Callable[[Desk], object], **more: Any
) -> Attempt:
    return Attempt(name, tried, lambda desk: Action(lambda: before(desk), lambda: act(desk), **more))


OFFICE = Office(region="示例市", organs=(Organ("示例市知识产权局"),), limits=Limits())


@attempts(
    action("fill", "filling a new library", nothing, lambda desk: desk.library.fill(), cache="library.filling", heals=True, is_slow=True),
    action("add", "adding a measure", filled, lambda desk: desk.library.add(desk.draft, DAY)),
    action("replace", "replacing a measure", filled, lambda desk: desk.library.add(replace(desk.library.measure(ID), title="改"), DAY)),
    action("status", "retiring a measure", filled, lambda desk: desk.library.set_status(ID, Status.REPEALED, DAY)),
    action("remove", "taking a measure out", filled, lambda desk: desk.library.remove(ID)),
    action("put-back", "putting a measure back", removed, lambda desk: desk.library.restore(ID, DAY)),
    action("undo", "undoing the last change of a measure", changed_library, lambda desk: desk.library.restore(ID, DAY)),
    action("source", "keeping the file a measure was read from", filled, lambda desk: desk.library.keep_source(ID, b"x" * 9999, ".txt")),
    action("list", "listing the library", filled, lambda desk: desk.library.entries(), cache="library/.catalogue.json"),
    action("measures", "reading the library", filled, lambda desk: desk.library.measures()),
    action("pack", "packing the library", filled, lambda desk: write_pack(desk.library, [], desk.folder / "资料.cwpack")),
    action("unpack", "taking in a pack over a measure that differs", packed, lambda desk: unpack(desk.folder / "资料.cwpack", desk.library, DAY, replace=True)),
    action("index", "building the index", one_measure, opened, cache="index", heals=True, is_slow=True),
    action("update", "bringing the index up to date", indexed, opened, cache="index", heals=True, is_slow=True),
    action("save", "saving a draft over itself", with_draft, lambda desk: save_draft(desk.changed, desk.file)),
    action("session", "saving the draft that is open", with_draft, lambda desk: Session(desk.changed, desk.file).save(desk.file)),
    action("open", "opening a draft", with_draft, lambda desk: load_draft(desk.file)),
    action("copy", "keeping a copy of unsaved work", with_draft, lambda desk: write_copy(desk.folder / "recovery" / "a-1.akn", desk.draft, desk.file, "文稿"), loose=frozenset({"recovery/a-1.akn"})),
    action("backup", "the backup of the day", with_draft, backed_up),
    action("version", "keeping a version", versioned, lambda desk: Store(desk.folder / "versions").keep(desk.changed, "二稿", NOW.replace(hour=10))),
    action("rename-version", "renaming a version", versioned, lambda desk: Store(desk.folder / "versions").rename(next(iter(Store(desk.folder / "versions").versions())), "新名")),
    action("drop-version", "dropping a version", versioned, lambda desk: [Store(desk.folder / "versions").remove(one) for one in Store(desk.folder / "versions").versions()]),
    action("searches", "remembering a search beside those that are kept", with_searches, remember),
    action("form", "remembering a half-filled form", nothing, lambda desk: write_state(State(), desk.folder / "home" / "new_draft.json")),
    action("profile", "saving a profile of the office", profiled, lambda desk: save_own_profile(desk.folder, OwnProfile("本局", "本局", {"body_size_pt": 16.5}))),
    action("drop-profile", "dropping a profile of the office", profiled, lambda desk: remove_own_profile(desk.folder, "本局")),
    action("office", "saving the office's registers", nothing, lambda desk: save_office(desk.folder / "office", OFFICE)),
    action("example", "putting the examples of registers there", nothing, lambda desk: write_example(desk.folder / "office")),
    action("template", "copying a template", nothing, lambda desk: copy_template("several-measures", desk.folder / "templates")),
    action("word", "exporting a Word file over an older one", lambda desk: (desk.folder / "文稿.docx").write_bytes(b"older"), lambda desk: export_docx(desk.draft, desk.folder / "文稿.docx", load_profile("gbt9704"))),
    action("text", "exporting plain text", nothing, exported("文稿.txt")),
    action("markdown", "exporting Markdown", nothing, exported("文稿.md")),
    action("draft", "exporting a draft under another name", nothing, exported("另一份.akn")),
    action("pdf", "exporting a PDF", nothing, exported("文稿.pdf"), loose=frozenset({"文稿.pdf"})),
)  # fmt: skip
@pytest.mark.filterwarnings(
    "ignore::pytest.PytestUnraisableExceptionWarning"
)  # Whoosh leaves open what it cannot write
def test_a_disk_that_fails_at_any_moment_loses_nothing(
    attempt: Attempt, desk: Desk, qapp: object, outcome: Callable[[str], None]
) -> None:
    outcome(fail_everywhere(desk.folder, attempt.made(desk)))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.setenv("CHENGWEN_HOME", str(folder / "home"))
    return Desk(folder)
