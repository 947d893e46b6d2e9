"""The way from a finding to its place: characters on the page, or a field of the notice's form."""

from __future__ import annotations

from chengwen_desktop.checking.looking import Row, Spot
from chengwen_desktop.checking.words import FIELDS
from chengwen_desktop.draft.editor import DraftEditor
from chengwen_desktop.draft.notice_entry import NoticeEntry
from chengwen_desktop.draft.pane import DraftPane


def go_to(draft: DraftPane, row: Row, *, with_focus: bool) -> bool:
    """Show where a finding is, and put the focus there if that is wanted; tell whether it can be shown."""
    if row.spot is not None:
        _show(draft.editor, row.spot)
        if with_focus:
            draft.editor.setFocus()
        return True
    entry = entry_of(draft, row)
    if entry is None:
        return False
    draft.form.unfold(True)
    if entry.field.rare:
        draft.form.show_rare(True)
    if with_focus:
        entry.setFocus()
    return True


def _show(editor: DraftEditor, spot: Spot) -> None:
    line = editor.line_of(spot.key)
    length = len(line.text) if line else 0  # the words may have become fewer since they were checked
    start, end = min(spot.start, length), min(spot.end, length)
    if start < end:
        editor.select_words(spot.key, (start, end))
    else:
        editor.place_caret(spot.key, start)


def entry_of(draft: DraftPane, row: Row) -> NoticeEntry | None:
    """Return the field of the notice's form that a finding is about; None if it is about none, or there is no form."""
    wanted = FIELDS.get(row.finding.place.part)
    entries = draft.form.findChildren(NoticeEntry) if draft.form.has_notice else []
    return next((entry for entry in entries if entry.field.name == wanted), None)
