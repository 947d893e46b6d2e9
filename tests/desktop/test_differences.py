"""What differs between two states of a draft: what is said of every kind of change, and the dialog that shows it."""

from dataclasses import replace

from chengwen_desktop.differences import Kind, differences, summary
from chengwen_desktop.differences_dialog import DifferencesDialog, Names
from chengwen_library.model import Annex, Form, replace_unit
from chengwen_templates.draft import insert_unit, move_unit, new_unit, remove_unit, renumbered, reword_unit
from chengwen_templates.structure import find_by_wid, promoted
from drafts import small_draft


def told(before, after):
    return [(one.kind, one.label) for one in differences(before, after)]


def test_equal_drafts_do_not_differ():
    assert differences(small_draft(), small_draft()) == ()


def test_a_reworded_clause_is_told_by_its_number_and_heading():
    after = reword_unit(small_draft(), "b", "盘活存量", "开展全面盘点。")
    (one,) = differences(small_draft(), after)
    assert (one.kind, one.label) == (Kind.CHANGED, "（二）盘活存量")
    assert (one.before, one.after) == ("盘活存量。开展盘点。", "盘活存量。开展全面盘点。")


def test_an_added_clause_is_told_and_the_new_numbers_behind_it_are_not():
    after = insert_unit(small_draft(), new_unit(Form.SECOND, "新的", "一条。"), "p1", 0)
    assert told(small_draft(), after) == [(Kind.ADDED, "（一）新的")]


def test_a_removed_clause_is_told_where_it_stood():
    after = remove_unit(reword_unit(small_draft(), "c", "协同保护", "另有规定。"), "b")
    assert told(small_draft(), after) == [(Kind.REMOVED, "（二）盘活存量"), (Kind.CHANGED, "（二）协同保护")]


def test_a_moved_and_a_lifted_clause_are_told_as_moved():
    assert [kind for kind, _ in told(small_draft(), move_unit(small_draft(), "b", -1))] == [Kind.MOVED]
    assert (Kind.MOVED, "二、盘活存量") in told(small_draft(), promoted(small_draft(), "b"))


def test_fields_preamble_and_annexes_are_told_by_their_names():
    after = replace(
        small_draft(), doc_number="示政办发〔2026〕1号", preamble="新的引言。", annexes=(Annex("名单", "甲、乙"),)
    )
    assert told(small_draft(), after) == [
        (Kind.ADDED, "发文字号"),
        (Kind.CHANGED, "引言"),
        (Kind.ADDED, "附件1"),
    ]


def test_a_lost_source_is_told_though_the_words_are_the_same():
    unit = replace(find_by_wid(small_draft(), "a"), provenance=())
    assert told(small_draft(), replace_unit(small_draft(), "a", unit)) == [(Kind.OTHER, "（一）培育专利")]


def test_what_has_no_place_of_its_own_is_told_all_the_same():
    assert [kind for kind, _ in told(small_draft(), replace(small_draft(), region="别处"))] == [Kind.OTHER]


def test_a_clause_with_a_new_identity_is_compared_with_the_one_it_answers():
    unit = replace(find_by_wid(small_draft(), "b"), wid="elsewhere", text="开展全面盘点。")
    after = renumbered(replace_unit(small_draft(), "b", unit))
    assert told(small_draft(), after) == [(Kind.CHANGED, "（二）盘活存量")]


def test_the_summary_counts_by_kind():
    after = remove_unit(reword_unit(small_draft(), "c", "协同保护", "另有规定。"), "b")
    assert summary(differences(small_draft(), after)) == "改写 1 处，删去 1 处"


def test_the_dialog_lists_the_differences_and_shows_the_words_of_the_chosen_one(qtbot):
    after = remove_unit(reword_unit(small_draft(), "c", "协同保护", "加强部门协同。"), "b")
    dialog = DifferencesDialog(small_draft(), after, Names("文件", "备份"), agree="恢复备份")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: len(dialog.found) == 2)
    assert [dialog.list.item(row).text() for row in range(2)] == ["删去　（二）盘活存量", "改写　（二）协同保护"]
    dialog.list.setCurrentRow(1)
    assert (
        dialog.text.toPlainText() == "（二）协同保护\n协同保护。加强协同部门协同。"
    )  # 协同 struck, 部门协同 underlined
    assert dialog.words.text() == "改写 1 处，删去 1 处。"
    dialog.agree_button.click()
    assert dialog.result() == DifferencesDialog.DialogCode.Accepted
