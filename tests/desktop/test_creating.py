"""新建文稿: from a kind of document over its fields to a draft; what was typed is put right, told and kept."""

from datetime import date

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton

from chengwen_desktop.creating.example import Focus, Kind, example
from chengwen_desktop.creating.state import read_state
from chengwen_desktop.creating.two_lines import DATA_ROLE
from chengwen_desktop.creating.values import corrected, given, parsed, raw_of, wrong
from chengwen_desktop.home import new_draft_file, office_folder, templates_folder
from chengwen_library.errors import InvalidAnswers
from chengwen_library.model import Form
from chengwen_templates.adapting import substitutions
from chengwen_templates.answers import parse_answers
from chengwen_templates.answers_kept import answers_of, render_answers
from chengwen_templates.checks.checking import check
from chengwen_templates.checks.rules import Severity
from chengwen_templates.checks.subject import Subject
from chengwen_templates.draft import save_draft
from chengwen_templates.fields import Field
from chengwen_templates.office import Office
from chengwen_templates.sample import sample_answers
from chengwen_templates.template import find_template, templates
from drafts import small_draft

TIMEOUT = 20_000
MEASURES = [template.id for template in templates() if template.kind == "measure"]

FILLED = {
    "region": "示例市",
    "matter": "促进知识产权转化运用",
    "aim": "促进创新成果向现实生产力转化",
    "parts": "提升创造质量\n加大金融支持\n强化组织保障",
    "issuers": "示例市人民政府办公室",
    "recipients": "各区人民政府，市政府各部门",
    "approver": "市人民政府",
}


def open_dialog(window, qtbot):
    window.activateWindow()
    window.actions_["new"].trigger()
    qtbot.waitUntil(lambda: window.creating.dialog is not None, timeout=TIMEOUT)
    window.creating.dialog.activateWindow()
    qtbot.waitUntil(window.creating.dialog.isActiveWindow, timeout=TIMEOUT)
    return window.creating.dialog


def to_fields(window, qtbot, kind="several-measures"):
    """Go to the fields with the keys that a person uses."""
    dialog = open_dialog(window, qtbot)
    row = next(row for row in range(dialog.kinds.count()) if dialog.kinds.item(row).data(DATA_ROLE).id == kind)
    while dialog.kinds.currentRow() != row:
        qtbot.keyClick(dialog.kinds, Qt.Key.Key_Down if dialog.kinds.currentRow() < row else Qt.Key.Key_Up)
    qtbot.keyClick(dialog.kinds, Qt.Key.Key_Return)
    qtbot.keyClick(dialog.notices, Qt.Key.Key_Return)
    assert dialog.step == 2
    return dialog


def entry(dialog, name):
    return next(one for one in dialog.form.entries if one.field.name == name)


def fill(dialog, qtbot, values):
    for name, words in values.items():
        editor = entry(dialog, name).editor
        editor.setFocus()
        if isinstance(editor, QLineEdit):
            editor.setText(words)
        else:
            editor.setPlainText(words)
    dialog.form.entries[0].editor.setFocus()


def made(window, qtbot):
    """Return the draft once it is shown."""
    qtbot.waitUntil(lambda: window.documents.session is not None, timeout=TIMEOUT)
    return window.documents.session.draft


def tick(page, qtbot, count):
    """Tick the first clauses of the topic with the space key."""
    page.hits.setFocus()
    for row in range(count):
        page.hits.setCurrentRow(row)
        qtbot.keyClick(page.hits, Qt.Key.Key_Space)


def to_clauses(dialog, qtbot, topic):
    dialog.next_button.click()
    assert dialog.step == 3
    page = dialog.page
    qtbot.waitUntil(lambda: page.topics.count() > 0, timeout=TIMEOUT)
    names = [page.topics.item(row).data(DATA_ROLE) for row in range(page.topics.count())]
    qtbot.waitUntil(lambda: page.hits.count() > 0, timeout=TIMEOUT)
    before = page.hits.item(0).text()
    if topic == page.topic:
        return page
    page.topics.setCurrentRow(names.index(topic))
    qtbot.waitUntil(lambda: page.hits.count() > 0 and page.hits.item(0).text() != before, timeout=TIMEOUT)
    return page


def test_a_template_that_was_only_looked_at_is_not_answered(begin, qtbot):
    dialog = open_dialog(begin(), qtbot)
    identities = [dialog.kinds.item(row).data(DATA_ROLE).id for row in range(dialog.kinds.count())]
    dialog.kinds.setCurrentRow(identities.index("management-measures"))
    qtbot.waitUntil(lambda: bool(dialog.form.entries))
    assert any(one.raw for one in dialog.form.entries)
    assert (dialog.step, dialog.state.measure, dialog.state.of_notice) == (0, {}, {})
    dialog.reject()


def test_the_page_without_a_draft_offers_four_ways_by_keys(begin, qtbot):
    window = begin()
    page = window.start_page
    assert [way.accessibleName() for way in page._ways] == ["新建文稿", "打开文稿", "看示例", "读入文件"]
    page.first.setFocus()
    qtbot.keyClick(page.first, Qt.Key.Key_Down)
    qtbot.keyClick(page._ways[1], Qt.Key.Key_Down)
    qtbot.keyClick(page._ways[2], Qt.Key.Key_Return)
    assert "知识产权转化运用" in made(window, qtbot).title


def test_drafts_of_late_come_first_with_place_time_and_state(begin, qtbot, tmp_path):
    path = tmp_path / "措施.akn"
    save_draft(small_draft(), path)
    window = begin(path)
    window.documents.close()
    (row,) = window.start_page.rows
    qtbot.waitUntil(lambda: "3 条" in row.accessibleName(), timeout=TIMEOUT)
    assert row.accessibleName().startswith(f"措施，{tmp_path}，")
    assert row.y() < window.start_page.first.y()
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert made(window, qtbot).title == "示例市若干措施"


@pytest.mark.parametrize("name", MEASURES)
def test_every_template_leads_to_a_draft_without_a_finding_above_a_hint(begin, qtbot, tmp_path, name):
    window = begin()
    dialog = to_fields(window, qtbot, name)
    path = tmp_path / "答案.toml"
    path.write_text(render_answers(sample_answers(name)), encoding="utf-8")
    window.creating.answering.open_answers(path)
    assert dialog.form.wrong_count() == 0
    qtbot.keyClick(dialog, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: dialog.step == 3, timeout=TIMEOUT)
    dialog.next_button.click()
    draft = made(window, qtbot)
    assert answers_of(draft).measure == sample_answers(name).measure
    found = check(Subject(draft, date(2026, 1, 21), library=window.finder.library.measures()))
    assert [(one.rule.id, one.message) for one in found if one.rule.severity is not Severity.HINT] == []
    assert window.isWindowModified()
    assert window.documents.session.path is None
    assert window.creating.dialog is None


def test_what_was_typed_is_put_right_and_told_when_the_field_is_left(begin, qtbot):
    dialog = to_fields(begin(), qtbot)
    number = entry(dialog, "doc_number")
    number.editor.setFocus()
    number.editor.insert("示政办发[2026]012")
    qtbot.keyClick(number.editor, Qt.Key.Key_Return)
    assert number.raw == "示政办发〔2026〕12号"
    assert number.told == "“示政办发[2026]012”已改成规范写法。"
    assert entry(dialog, "recipients").editor.hasFocus()
    matter = entry(dialog, "matter")
    matter.editor.setFocus()
    matter.editor.insert("促进转化若干措施")
    qtbot.keyClick(matter.editor, Qt.Key.Key_Tab)
    assert matter.raw == "促进转化"
    assert matter.told == "“若干措施”不用写，模板会写上，已去掉。"


def test_going_on_leads_to_the_first_field_that_needs_care(begin, qtbot):
    dialog = to_fields(begin(), qtbot)
    fill(dialog, qtbot, FILLED | {"valid_years": "80"})
    assert dialog.next_button.isEnabled()
    assert dialog._care._words == "还有 1 项要填或要改"
    dialog.next_button.click()
    years = entry(dialog, "valid_years")
    assert (dialog.step, years.editor.hasFocus()) == (2, True)
    assert years.told == "不能超过 10，现在是 80。"
    assert years.editor.property("wrong") is True
    years.editor.setText("5")
    assert years.editor.property("wrong") is False
    dialog.next_button.click()
    assert dialog.step == 3


def test_escape_keeps_the_answers_half_typed_ones_too(begin, qtbot):
    window = begin()
    dialog = to_fields(window, qtbot)
    fill(dialog, qtbot, {"region": "示例市", "doc_number": "示政办发〔2026〕"})
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert window.creating.dialog is None
    assert read_state(new_draft_file()).measure["region"] == "示例市"
    again = open_dialog(window, qtbot)
    assert again.step == 2
    assert (entry(again, "region").raw, entry(again, "doc_number").raw) == ("示例市", "示政办发〔2026〕")


def test_after_a_draft_was_made_the_dialog_begins_anew_and_offers_what_was_filled_in(begin, qtbot):
    window = begin()
    dialog = to_fields(window, qtbot)
    fill(dialog, qtbot, FILLED)
    to_clauses(dialog, qtbot, "质押融资")
    dialog.next_button.click()
    made(window, qtbot)
    window.documents.session.stack.setClean()
    again = open_dialog(window, qtbot)
    assert (again.step, again.state.measure.get("matter", "")) == (0, "")
    again.former_button.click()
    assert again.state.measure["matter"] == FILLED["matter"]


def test_another_template_keeps_what_fits(begin, qtbot):
    window = begin()
    dialog = to_fields(window, qtbot)
    fill(dialog, qtbot, FILLED | {"interpreter": "市市场监管局"})
    dialog.go(0)
    qtbot.keyClick(dialog.kinds, Qt.Key.Key_Down)
    assert dialog.template.id == "work-plan"
    dialog.go(2)
    assert entry(dialog, "aim").raw == FILLED["aim"]
    assert dialog._notes[2].text() == "换了模板，有 1 项在这里用不到；换回去还在。"
    dialog.go(0)
    qtbot.keyClick(dialog.kinds, Qt.Key.Key_Up)
    dialog.go(2)
    assert entry(dialog, "interpreter").raw == "市市场监管局"


def test_clauses_come_by_topic_and_only_agreed_words_are_replaced(begin, qtbot):
    window = begin()
    dialog = to_fields(window, qtbot)
    fill(dialog, qtbot, FILLED)
    page = to_clauses(dialog, qtbot, "总体要求")
    tick(page, qtbot, page.hits.count())
    assert len(page.chosen) == page.hits.count()
    qtbot.waitUntil(lambda: len(page.findChildren(QCheckBox)) > 2, timeout=TIMEOUT)
    swaps = [box for box in page.findChildren(QCheckBox) if " → " in box.text()]
    refused, agreed = swaps[0], swaps[1:]
    assert all(box.isChecked() for box in swaps)
    refused.click()
    kept = refused.text().split("（")[0]
    dialog.next_button.click()
    draft = made(window, qtbot)
    taken = [unit for unit in draft.walk() if unit.provenance]
    assert taken
    left = {
        f"{one.old} → {one.new}"
        for unit in taken
        for one in substitutions(unit, unit.provenance[0].region, "示例市", Office())
    }
    assert left == {kept}
    assert agreed


def test_a_clause_goes_to_the_part_that_is_said_and_its_figures_become_blanks(begin, qtbot):
    window = begin()
    dialog = to_fields(window, qtbot)
    fill(dialog, qtbot, FILLED)
    page = to_clauses(dialog, qtbot, "质押融资")
    tick(page, qtbot, page.hits.count())
    for row in range(page.list.count()):
        page.list.setCurrentRow(row)
        page.place.setCurrentIndex(page.place.findData("强化组织保障"))
        page.place.activated.emit(page.place.currentIndex())
    qtbot.waitUntil(page.blanks.isEnabled, timeout=TIMEOUT)
    page.blanks.click()
    dialog.next_button.click()
    draft = made(window, qtbot)
    last = draft.units[-1]
    assert last.heading == "强化组织保障"
    assert len(last.children) == len([unit for unit in draft.walk() if unit.provenance]) > 1
    assert "【填写" in "".join(unit.text for unit in last.walk())


def test_words_narrow_the_clauses_of_a_topic_down(begin, qtbot):
    window = begin()
    dialog = to_fields(window, qtbot)
    fill(dialog, qtbot, FILLED)
    page = to_clauses(dialog, qtbot, "质押融资")
    every = page.hits.count()
    page.box.setFocus()
    page.box.insert("保险")
    qtbot.waitUntil(lambda: 0 < page.hits.count() < every, timeout=TIMEOUT)
    assert all("保险" in page.hits.item(row).toolTip() for row in range(page.hits.count()))


def test_without_a_draft_a_found_clause_begins_a_new_one(begin, qtbot):
    window = begin()
    window.search.box.setFocus()
    window.search.box.insert("质押融资")
    qtbot.waitUntil(lambda: window.clause.clause is not None, timeout=TIMEOUT)
    assert window.clause.insert_button.text() == "用它新建"
    window.clause.insert_button.click()
    qtbot.waitUntil(lambda: window.creating.dialog is not None, timeout=TIMEOUT)
    clause = window.clause.clause
    assert [(one.measure, one.eid) for one in window.creating.dialog.page.chosen] == [(clause.measure.id, clause.eid)]


def test_answers_are_saved_to_a_file_and_opened_again(begin, qtbot, tmp_path):
    window = begin()
    dialog = to_fields(window, qtbot)
    fill(dialog, qtbot, FILLED | {"issue_date": "2026-1-20"})
    path = tmp_path / "答案.toml"
    window.creating.answering.save_answers(path)
    found = parse_answers(path.read_text("utf-8"), path.name)
    assert found.measure["parts"] == ["提升创造质量", "加大金融支持", "强化组织保障"]
    assert found.notice["issue_date"] == date(2026, 1, 20)
    fill(dialog, qtbot, {"matter": "别的事"})
    window.creating.answering.open_answers(path)
    assert entry(dialog, "matter").raw == FILLED["matter"]


def test_a_file_that_holds_no_answers_is_told(begin, qtbot, tmp_path):
    window = begin()
    dialog = to_fields(window, qtbot)
    path = tmp_path / "答案.toml"
    path.write_text("[measure", encoding="utf-8")
    window.creating.answering.open_answers(path)
    assert "不是正确的 TOML" in dialog._care._words


def test_a_table_is_written_row_by_row_with_keys(begin, qtbot):
    dialog = to_fields(begin(), qtbot)
    items = entry(dialog, "items").editor
    items.list.setFocus()
    qtbot.keyClick(items.list, Qt.Key.Key_Insert)
    row = items.dialog
    fill(row, qtbot, {"heading": "支持转化。", "text": "支持企业转化专利"})
    row.accept()
    qtbot.waitUntil(lambda: items.dialog is None)
    assert items.rows[0]["heading"] == "支持转化"
    assert items.list.item(0).text() == "1　支持转化　支持企业转化专利"
    qtbot.keyClick(items.list, Qt.Key.Key_Delete)
    assert items.rows == []


def test_the_place_of_the_focused_field_is_outlined_in_the_example(begin, qtbot):
    dialog = to_fields(begin(), qtbot)
    fill(dialog, qtbot, FILLED)
    view = dialog.beside.view
    entry(dialog, "recipients").editor.setFocus()
    qtbot.waitUntil(
        lambda: [view.toPlainText()[start:end] for start, end in view._marked] == [FILLED["recipients"]],
        timeout=TIMEOUT,
    )
    (span,) = view._marked
    assert all(view.viewport().rect().intersects(box.toRect()) for box in view._boxes(*span))
    assert QRectF(view.viewport().rect()).width() > 0
    assert dialog.beside.rule_name.text() == "主送机关怎么写"


def test_an_own_template_is_offered_and_a_faulty_one_says_why(begin, qtbot):
    templates_folder().mkdir(parents=True)
    source = (
        '+++\nname = "本局通报"\nkind = "measure"\ndescription = "本局的"\n[[field]]\nname = "region"\n'
        'label = "地区"\ntype = "text"\nrequired = true\n+++\n{% block title %}{{ region }}通报{% endblock %}'
        "{% block preamble %}{% endblock %}{% block body %}一、情况\n{% endblock %}{% block closing %}{% endblock %}"
    )
    (templates_folder() / "own.j2").write_text(source, encoding="utf-8")
    (templates_folder() / "faulty.j2").write_text("没有说明", encoding="utf-8")
    window = begin()
    dialog = open_dialog(window, qtbot)
    texts = [dialog.kinds.item(row).text() for row in range(dialog.kinds.count())]
    assert texts[0] == "本局通报"
    assert texts[-1] == "faulty.j2"
    assert "开头缺少" in dialog.kinds.item(dialog.kinds.count() - 1).toolTip()
    dialog.kinds.setCurrentRow(0)
    dialog.notices.setCurrentRow(0)
    dialog.go(2)
    fill(dialog, qtbot, {"region": "示例市"})
    qtbot.waitUntil(lambda: "示例市通报" in dialog.beside.view.toPlainText(), timeout=TIMEOUT)
    dialog.go(3)
    dialog.next_button.click()
    assert made(window, qtbot).title == "示例市通报"


def test_the_office_gives_its_region(begin, qtbot):
    office_folder().mkdir(parents=True)
    (office_folder() / "organs.toml").write_text('region = "示例市"\n', encoding="utf-8")
    dialog = to_fields(begin(), qtbot)
    assert entry(dialog, "region").raw == "示例市"


def test_no_two_letters_for_alt_are_the_same(begin, qtbot):
    dialog = to_fields(begin(), qtbot)
    named = [*dialog.findChildren(QLabel), *dialog.findChildren(QPushButton)]
    words = [widget.text() for widget in named if widget.isVisible()]
    letters = [text.partition("(&")[2][:1] for text in words if "(&" in text]
    assert len(letters) > len(dialog.form.entries)
    assert len(letters) == len(set(letters))


@pytest.mark.parametrize(
    ("kind", "typed", "right"),
    [
        ("document_number", "示政办发（2026）第 05 号", "示政办发〔2026〕5号"),
        ("document_number", "示政办发〔2026〕12号", "示政办发〔2026〕12号"),
        ("date", "2026-1-20", "2026年1月20日"),
        ("date", "明天", "明天"),
        ("number", "５年", "5"),
        ("list", "1. 甲\n\n（二）乙\n", "甲\n乙"),
        ("list", "《通知》（国办发[2023]37号）", "《通知》（国办发〔2023〕37号）"),
        ("text", "　示例市 ", "示例市"),
    ],
)
def test_what_is_certainly_meant_is_put_right(kind, typed, right):
    assert corrected(Field("a", "甲", kind), typed).words == right


def test_what_does_not_fit_is_told_without_the_name_of_the_field():
    field = Field("day", "日期", "date", required=True, help="写日期。")
    assert wrong(field, "") == "还没有填。写日期。"
    assert wrong(field, "明天") == "日期写成 2026年1月20日 的样子。"
    with pytest.raises(InvalidAnswers):
        parsed(field, "明天")


@pytest.mark.parametrize("name", MEASURES)
def test_the_words_of_values_give_the_values_again(name):
    template, answers = find_template(name, "measure"), sample_answers(name)
    raw = {field.name: raw_of(field, answers.measure.get(field.name)) for field in template.fields}
    assert given(template.fields, raw) == answers.measure


@pytest.mark.parametrize(
    ("focus", "marked"),
    [
        (Focus(True, "doc_number"), ["示政办发〔2026〕12号"]),
        (Focus(True, "issue_date"), ["2026年1月20日"]),
        (Focus(False, "valid_years"), ["5"]),
        (Focus(False, "parts"), ["提升创造质量", "强化组织保障"]),
        (Focus(False, "basis"), []),
    ],
)
def test_the_example_tells_where_a_field_shows(focus, marked):
    measure = FILLED | {"valid_years": "5", "parts": "提升创造质量\n强化组织保障"}
    notice = FILLED | {"doc_number": "示政办发〔2026〕12号", "issue_date": "2026年1月20日"}
    lines = example(
        find_template("several-measures", "measure"), find_template("issue-by-office", "notice"), measure, notice, focus
    )
    assert [line.text[slice(*line.marked)] for line in lines if line.marked] == marked
    assert [line.text for line in lines if line.kind is Kind.ORGAN] == ["示例市人民政府办公室文件"]
    assert lines[0].kind is Kind.ORGAN


def test_what_is_not_filled_in_yet_is_named_in_the_example():
    lines = example(find_template("several-measures", "measure"), None, {}, {})
    assert lines[0].text == "【地区】【事由】若干措施"
    assert Form.FIRST not in {line.kind for line in lines}
