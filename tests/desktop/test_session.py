"""The steps of the open draft: how many can be taken back, and that those before them are let go."""

import gc
from dataclasses import replace

from chengwen_desktop.draft.session import STEPS, Session
from chengwen_library.model import Measure
from drafts import small_draft

MORE = 10


def titles_in_memory() -> set[str]:
    gc.collect()
    return {one.title for one in gc.get_objects() if isinstance(one, Measure) and one.title and "第" in one.title}


def test_a_long_session_keeps_its_latest_steps_and_no_older_drafts(qapp):
    session = Session(small_draft(), None)
    for number in range(STEPS + MORE):
        session.change("改标题", lambda draft, title=f"第{number}个标题": replace(draft, title=title))
    assert len(titles_in_memory()) <= STEPS + 1
    for _ in range(STEPS):
        session.stack.undo()
    assert not session.stack.canUndo()
    assert session.draft.title == f"第{MORE - 1}个标题"


def test_typing_on_in_a_paragraph_keeps_no_draft_between_its_first_and_its_last(qapp):
    session = Session(small_draft(), None)
    for number in range(MORE):
        session.change("改标题", lambda draft, title=f"第{number}个标题": replace(draft, title=title), merge="title")
    assert session.stack.count() == 1
    assert titles_in_memory() == {f"第{MORE - 1}个标题"}
    session.stack.undo()
    assert session.draft == Session(small_draft(), None).draft


def test_what_is_typed_after_saving_or_taking_back_is_another_step(qapp, tmp_path):
    session = Session(small_draft(), None)

    def type_on(title: str) -> None:
        session.change("改标题", lambda draft: replace(draft, title=title), merge="title")

    type_on("第一个标题")
    session.save(tmp_path / "文稿.akn")
    type_on("第二个标题")
    session.stack.undo()
    assert session.draft.title == "第一个标题"
    assert not session.is_dirty
    type_on("第三个标题")
    assert [session.stack.count(), session.stack.index()] == [2, 2]
