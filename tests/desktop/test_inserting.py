"""Precedents into the draft: in local words with consent, in the place of a clause, by topic, difference by difference."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from chengwen_desktop.clause.beside import beside
from chengwen_desktop.clause.consent import ConsentDialog
from chengwen_desktop.clause.proposing import proposal
from chengwen_desktop.clause.taking import NotTaken, clause_with, with_clause_replaced, with_difference
from chengwen_library.clauses import find_clause
from chengwen_library.model import Clause, ClauseKind, Form, Measure, Unit
from chengwen_library.places import places
from chengwen_templates.blanks import unfilled
from chengwen_templates.draft import insert_unit, load_draft, new_unit, renumbered, reword_unit
from chengwen_templates.office import Office
from chengwen_templates.provenance import taken_unit
from chengwen_templates.structure import find_by_wid
from drafts import SOURCE, small_draft

TIMEOUT = 20_000
TODAY = SOURCE.taken


def choose(window, qtbot, query, wanted=lambda clause: True):
    """Search, and go down the hits with ↓ until one is as wanted."""
    window.search.box.setFocus()
    window.search.box.clear()
    window.search.box.insert(query)
    qtbot.waitUntil(lambda: window.search.model.rowCount() > 0, timeout=TIMEOUT)
    qtbot.waitUntil(lambda: window.clause.clause is not None, timeout=TIMEOUT)
    for _ in range(window.search.model.rowCount()):
        if wanted(window.clause.clause):
            return window.clause.clause
        before = window.clause.clause
        qtbot.keyClick(window.search.list, Qt.Key.Key_Down)
        qtbot.waitUntil(lambda before=before: window.clause.clause is not before, timeout=TIMEOUT)
    raise AssertionError(query)


def draft_of(window):
    return window.documents.session.draft


def consent(window, qtbot):
    qtbot.waitUntil(lambda: window.inserting.consent is not None, timeout=TIMEOUT)
    return window.inserting.consent


def from_guangxi(clause):
    return clause.measure.region == "广西壮族自治区" and "广西" in clause.text


def test_in_local_words_each_replacement_is_agreed_to_and_figures_are_filled(begin, qtbot, draft_file):
    window = begin(draft_file)
    choose(window, qtbot, "广西知识产权", from_guangxi)
    window.draft.editor.go_to("b")
    window.clause.adapt_button.click()
    dialog = consent(window, qtbot)
    assert all(box.isChecked() for _, box in dialog.boxes)
    told = [box.text() for _, box in dialog.boxes]
    assert any(words.startswith("广西 → 示例") for words in told)
    qtbot.keyClick(dialog.agree_button, Qt.Key.Key_Return)
    inserted = draft_of(window).units[0].children[2]
    assert inserted.provenance[0].region == "广西壮族自治区"
    assert "示例" in inserted.text
    assert window.status.words.text() == "已插入为（三），Ctrl+Z 撤销"
    window.actions_["undo"].trigger()
    assert draft_of(window) == load_draft(draft_file)


def test_what_is_not_agreed_to_stays_and_escape_inserts_nothing(begin, qtbot, draft_file):
    window = begin(draft_file)
    clause = choose(window, qtbot, "广西知识产权", from_guangxi)
    window.draft.editor.go_to("b")
    window.clause.adapt_button.click()
    qtbot.keyClick(consent(window, qtbot), Qt.Key.Key_Escape)
    assert draft_of(window) == load_draft(draft_file)
    window.inserting.consent = None
    window.actions_["adapt"].trigger()
    dialog = consent(window, qtbot)
    for _, box in dialog.boxes:
        box.setChecked(False)
    dialog.accept()
    assert draft_of(window).units[0].children[2].text == taken_unit(clause, TODAY).text


def test_enter_in_a_field_takes_what_is_filled_in_and_clears_none(qtbot, qapp):
    unit = Unit("u", Form.SECOND, text="给予最高100万元补助，比例不超过30%。")
    dialog = ConsentDialog(proposal(unit, "鄂州市", "示例市", Office()), "插入", "插入")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog.fields[0][1], Qt.Key.Key_Return)
    assert dialog.unit.text == unit.text
    assert dialog.result() == ConsentDialog.DialogCode.Accepted


def test_slots_are_left_blank_or_given_a_value():
    unit = Unit("u", Form.SECOND, text="鄂州市给予最高100万元补助，比例不超过30%，鄂州市局负责。")
    found = proposal(unit, "鄂州市", "示例市", Office())
    assert [slot.words for slot in found.slots if slot.kind in ("金额", "比例")] == ["100万元", "30%"]
    amount, share = [slot for slot in found.slots if slot.kind in ("金额", "比例")]
    made = found.unit_with(found.swaps, {amount: "", share: "20%"})
    assert "【填写金额】" in made.text
    assert "不超过20%" in made.text
    kept = found.unit_with((), {amount: "50万元"})
    assert kept.text.startswith("鄂州市给予最高50万元")
    assert "30%" in kept.text


def test_a_clause_with_nothing_to_ask_goes_in_at_once(begin, qtbot, draft_file):
    window = begin(draft_file)

    def plain(clause):
        return proposal(taken_unit(clause, TODAY), clause.measure.region, "示例市", Office()).is_nothing

    choose(window, qtbot, "知识产权", plain)
    window.draft.editor.go_to("a")
    window.clause.adapt_button.click()
    qtbot.waitUntil(lambda: len(draft_of(window).units[0].children) == 3, timeout=TIMEOUT)
    assert window.inserting.consent is None


def test_replacing_by_key_keeps_the_number_and_the_references(begin, qtbot, draft_file):
    window = begin(draft_file)
    window.documents.session.change(
        "引用", lambda draft: reword_unit(draft, "c", "协同保护", "按照本措施第（二）项执行。")
    )
    clause = choose(window, qtbot, "质押融资")
    window.draft.editor.go_to("b")
    window.activateWindow()
    window.draft.editor.setFocus()
    qtbot.keyClick(
        window.draft.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    unit = find_by_wid(draft_of(window), "b")
    assert (unit.num, unit.text, unit.provenance[0].eid) == ("（二）", clause.text, clause.eid)
    assert find_by_wid(draft_of(window), "c").text == "按照本措施第（二）项执行。"
    assert window.status.words.text() == "已替换（二），Ctrl+Z 撤销"
    assert window.undoing.stack.undoText() == "替换（二）"
    window.actions_["undo"].trigger()
    assert find_by_wid(draft_of(window), "b").text == "开展盘点。"


def test_a_whole_part_is_not_replaced(begin, qtbot, draft_file):
    window = begin(draft_file)
    choose(window, qtbot, "质押融资")
    window.draft.editor.go_to("p1")
    window.clause.replace_button.click()
    assert draft_of(window) == load_draft(draft_file)
    assert window.status.words.text() == "把光标放进要替换的一条里，再替换"


def test_by_topic_a_clause_goes_where_its_topic_stands(begin, qtbot, draft_file):
    window = begin(draft_file)
    choose(window, qtbot, "协同保护", lambda clause: clause.unit is not None and "保护" in (clause.heading or ""))
    window.draft.editor.go_to("a")
    window.actions_["place_clause"].trigger()
    qtbot.waitUntil(lambda: len(draft_of(window).units[1].children) == 2, timeout=TIMEOUT)
    assert "撤销" in window.status.words.text()


def differing(window, qtbot):
    """Show a clause of the sample that was changed beside its precedent, as differences."""
    unit = next(unit for unit in draft_of(window).walk() if unit.provenance and not unit.children and unit.heading)
    changed = unit.text.replace("知识产权", "著作权", 1) + "另行规定。"
    window.documents.session.change("改写", lambda draft: reword_unit(draft, unit.wid, unit.heading, changed))
    window.draft.editor.go_to(unit.wid)
    source = unit.provenance[0]
    window.precedents.show_clause(source.measure, source.eid)
    qtbot.waitUntil(
        lambda: window.clause._beside is not None and window.clause._beside.own.text == changed, timeout=TIMEOUT
    )
    window.clause.text.setFocus()
    qtbot.keyClick(window.clause.text, Qt.Key.Key_D)
    return unit


def test_differences_are_walked_and_taken_with_keys(begin, qtbot):
    window = begin(sample=True)
    unit = differing(window, qtbot)
    pane = window.clause
    assert (pane.text.boxed, pane.steps.words.text()) == (0, "1 / 2 处")
    qtbot.keyClick(pane.text, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert (pane.text.boxed, pane.steps.words.text()) == (1, "2 / 2 处")
    qtbot.keyClick(pane.text, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert pane.text.boxed == 0
    assert find_by_wid(draft_of(window), unit.wid).num == unit.num
    qtbot.keyClick(pane.text, Qt.Key.Key_Return)
    assert find_by_wid(draft_of(window), unit.wid).text == unit.text + "另行规定。"
    assert window.status.words.text() == "已取这一处差异，Ctrl+Z 撤销"
    qtbot.waitUntil(lambda: pane.steps.words.text() == "1 / 1 处", timeout=TIMEOUT)
    pane.take_button.click()
    assert find_by_wid(draft_of(window), unit.wid).text == unit.text
    window.actions_["undo"].trigger()
    window.actions_["undo"].trigger()
    assert find_by_wid(draft_of(window), unit.wid).text.endswith("另行规定。")


def test_the_precedent_of_a_difference_becomes_one_more_source():
    draft, precedent = small_draft(), other_clause("开展全面盘点。")
    after = with_difference(draft, beside(clause_of(draft, "b"), precedent), 0, TODAY)
    unit = find_by_wid(after, "b")
    assert unit.text == "开展全面盘点。"
    assert [one.title for one in unit.provenance] == ["先例"]
    again = with_difference(after, beside(clause_of(after, "b"), other_clause("开展全面盘点工作。")), 0, TODAY)
    assert len(find_by_wid(again, "b").provenance) == 1
    assert [one.title for one in find_by_wid(with_own(draft), "a").provenance] == ["若干措施", "先例"]


def test_a_difference_within_a_unit_below_goes_there():
    below = new_unit(Form.THIRD, None, "建立台账。")
    draft = insert_unit(small_draft(), below, "b", 0)
    own = clause_of(draft, "b")
    precedent = replace(other_clause(""), heading=own.heading, text=own.text.replace("建立台账", "建立清单"))
    after = with_difference(draft, beside(own, precedent), 0, TODAY)
    assert find_by_wid(after, below.wid).text == "建立清单。"


def test_a_difference_of_the_heading_changes_the_heading():
    draft = small_draft()
    precedent = replace(other_clause("开展盘点。"), heading="盘活存量专利")
    after = with_difference(draft, beside(clause_of(draft, "b"), precedent), 0, TODAY)
    assert find_by_wid(after, "b").heading == "盘活存量专利"


def test_what_cannot_be_taken_by_itself_is_refused_with_a_way():
    draft = small_draft()
    found = beside(clause_of(draft, "b"), other_clause("开展盘点。\n1.建立台账。"))
    with pytest.raises(NotTaken, match="可以用“替换”"):
        with_difference(draft, found, 0, TODAY)
    changed = reword_unit(draft, "b", "盘活存量", "别的。")
    with pytest.raises(NotTaken, match="刚改过"):
        with_difference(changed, beside(clause_of(draft, "b"), other_clause("开展全面盘点。")), 0, TODAY)


def test_a_replaced_clause_keeps_identity_place_and_lock():
    draft = renumbered(small_draft())
    coming = replace(new_unit(Form.FIFTH, "新的", "新的内容。"), provenance=(SOURCE,))
    after = with_clause_replaced(draft, "b", coming)
    unit = find_by_wid(after, "b")
    assert (unit.num, unit.form, unit.heading) == ("（二）", Form.SECOND, "新的")
    assert [one.wid for one in after.walk()] == [one.wid for one in draft.walk()]
    assert with_clause_replaced(draft, "nowhere", coming) == draft


def test_the_clause_of_a_unit_is_what_stands_below_a_part():
    below = new_unit(Form.THIRD, None, "建立台账。")
    draft = insert_unit(small_draft(), below, "b", 0)
    assert clause_with(draft, below.wid).wid == "b"
    assert clause_with(draft, "p1") is None
    assert clause_with(draft, None) is None


def test_blanks_are_filled_one_by_one_each_a_step(begin, qtbot, draft_file):
    window = begin(draft_file)
    for wid, words in (("b", "给予【填写金额】补助，不超过【填写比例】。"), ("c", "在【填写期限】内办结。")):
        window.documents.session.change(
            "改写", lambda draft, wid=wid, words=words: reword_unit(draft, wid, "甲", words)
        )
    assert len(unfilled(draft_of(window))) == 3
    window.actions_["fill_blanks"].trigger()
    dialog = window.inserting.filling
    assert [field.placeholderText() for _, field in dialog.fields] == ["【填写金额】", "【填写比例】", "【填写期限】"]
    first, second, third = (field for _, field in dialog.fields)
    third.insert("10个工作日")
    first.insert("100万元")
    qtbot.keyClick(first, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(dialog.fields) == 2)
    assert [field for _, field in dialog.fields] == [second, third]
    assert (third.text(), dialog.focusWidget()) == ("10个工作日", second)
    assert find_by_wid(draft_of(window), "b").text == "给予100万元补助，不超过【填写比例】。"
    assert window.undoing.stack.undoText().startswith("填写")
    window.actions_["undo"].trigger()
    assert "【填写金额】" in find_by_wid(draft_of(window), "b").text
    qtbot.waitUntil(lambda: len(dialog.fields) == 3)
    assert [field.placeholderText() for _, field in dialog.fields] == ["【填写金额】", "【填写比例】", "【填写期限】"]
    assert [field for _, field in dialog.fields][1:] == [second, third]
    dialog.reject()
    assert window.inserting.filling is None


@pytest.fixture
def filling(begin, draft_file):
    """The dialog over a clause with two blanks that are alike, and one with another."""
    window = begin(draft_file)
    for wid, words in (("b", "对企业，奖励【填写金额】；对团队，奖励【填写金额】。"), ("c", "在【填写期限】内办结。")):
        window.documents.session.change(
            "改写", lambda draft, wid=wid, words=words: reword_unit(draft, wid, "甲", words)
        )
    window.actions_["fill_blanks"].trigger()
    yield window.inserting.filling
    window.inserting.filling.reject()


def test_what_fills_a_blank_does_not_stand_in_the_next_one_that_is_alike(filling, qtbot):
    first, second, _ = (field for _, field in filling.fields)
    first.insert("10万元")
    qtbot.keyClick(first, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(filling.fields) == 2)
    assert [field.text() for _, field in filling.fields] == ["", ""]
    assert filling.fields[0][1] is second


def test_the_field_that_was_gone_to_keeps_the_focus(filling, qtbot):
    first, _, third = (field for _, field in filling.fields)
    first.setFocus()
    first.insert("10万元")
    third.setFocus()
    qtbot.waitUntil(lambda: len(filling.fields) == 2)
    assert filling.focusWidget() is third


def test_without_blanks_it_is_said(begin, draft_file):
    window = begin(draft_file)
    window.actions_["fill_blanks"].trigger()
    assert window.status.words.text() == "没有待填的内容"


def other_clause(text: str) -> Clause:
    measure = Measure(id="/akn/cn-1111/act/2024-01-01/y", title="先例", region="鄂州市")
    return Clause(measure, "dvs_9", ClauseKind.NUMBERED, ("（九）",), "盘活存量", text, None)


def clause_of(draft: Measure, wid: str) -> Clause:
    found = find_clause(draft, next(place.eid for place in places(draft) if place.unit.wid == wid))
    assert found is not None
    return found


def with_own(draft: Measure) -> Measure:
    precedent = replace(other_clause("建立新机制。"), heading="培育专利")
    return with_difference(draft, beside(clause_of(draft, "a"), precedent), 0, TODAY)
