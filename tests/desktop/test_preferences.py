"""设置: the office's own data, kept in files, checked as it is written, with a way back; by keys and mouse."""

import os

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QLineEdit, QMessageBox

from chengwen_desktop.fonts.found import fonts_of
from chengwen_desktop.home import office_folder, profiles_folder, templates_folder
from chengwen_desktop.language import Language
from chengwen_desktop.preferences.office_sheets import organs_sheet, terms_sheet
from chengwen_desktop.preferences.organs_page import proposals
from chengwen_desktop.preferences.sheets import Row, pasted, rows_of
from chengwen_desktop.preferences.word_sheets import synonyms_sheet, topics_sheet
from chengwen_desktop.settings import Settings
from chengwen_desktop.theme.current import Appearance
from chengwen_index.own_words import use_own_words
from chengwen_index.words.thesaurus import synonyms
from chengwen_library.facts.topics import taxonomy, topics
from chengwen_library.library import Library
from chengwen_templates.checks.rules import rules
from chengwen_templates.office import Office, Organ
from chengwen_templates.office_files.reading import LIMITS, ORGANS, RULES, TERMS, load_office
from chengwen_templates.office_files.writing import save_office, save_organs
from chengwen_templates.own_profiles import load_own_profiles
from chengwen_templates.own_templates import load_templates
from chengwen_templates.profile import load_profile

Key = Qt.Key
Ctrl = Qt.KeyboardModifier.ControlModifier
TIMEOUT = 30_000
MARKET, FINANCE = "示例市市场监督管理局", "示例市财政局"


@pytest.fixture(autouse=True)
def shipped_words():
    yield
    use_own_words(office_folder() / "none")


@pytest.fixture
def ask(begin, qtbot):
    """Open 设置 with its key, at a page."""

    def open_at(page):
        window = begin()
        window.preferences.may_leave = lambda: True  # closing after the test asks nothing
        qtbot.keyClick(window, Key.Key_Comma, Ctrl)
        qtbot.waitUntil(lambda: window.preferences.window is not None)
        window.preferences.ask(page)
        return window.preferences.window

    return open_at


def answer(words):
    """Press the button with these words in the question that comes next; return what was asked."""
    asked = []

    def press():
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        asked.append(f"{box.text()} {box.informativeText()}")
        next(button for button in box.buttons() if button.text() == words).click()

    QTimer.singleShot(0, press)
    return asked


def commit(field, words):
    """Write words as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(field, event)


def write(qtbot, table, words):
    """Write in the current cell and take it over with Enter."""
    qtbot.keyClick(table, Key.Key_F2)
    editor = table.editor()
    editor.selectAll()
    commit(editor, words)
    qtbot.keyClick(editor, Key.Key_Return)
    qtbot.waitUntil(lambda: table.editor() is None)


def cells(table):
    return [row.cells for row in table.cells.rows]


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_an_organ_is_added_by_keys_and_is_in_the_file_at_once(ask, qtbot):
    window = ask("organs")
    table = window.section.page.table
    table.setFocus()
    qtbot.keyClick(table, Key.Key_Insert)
    qtbot.keyClick(table.editor(), Key.Key_Return)
    qtbot.waitUntil(lambda: table.editor() is None)
    for column, words in enumerate((MARKET, "市市场监管局，市监局", "")):
        table.go(0, column)
        write(qtbot, table, words)
    assert load_office(office_folder()).organs == (Organ(MARKET, ("市市场监管局", "市监局")),)


def test_every_change_is_taken_back_and_made_again(ask, qtbot):
    save_office(office_folder(), Office(organs=(Organ(MARKET),)))
    window = ask("organs")
    table = window.section.page.table
    table.go(0, 0)
    write(qtbot, table, FINANCE)
    qtbot.keyClick(table, Key.Key_Delete)
    assert load_office(office_folder()).organs == ()
    qtbot.keyClick(table, Key.Key_Z, Ctrl)
    qtbot.keyClick(table, Key.Key_Z, Ctrl)
    assert load_office(office_folder()).organs == (Organ(MARKET),)
    qtbot.keyClick(table, Key.Key_Y, Ctrl)
    assert load_office(office_folder()).organs == (Organ(FINANCE),)


def test_undoing_goes_to_the_page_where_the_change_was_made(ask, qtbot):
    window = ask("limits")
    field = window.section.page.fields[0]
    field.setFocus()
    commit(field, "5")
    window.go_to("rules")
    assert load_office(office_folder()).limits.most_years == 5
    click(qtbot, window.undo_button)
    assert window.section.id == "limits"
    assert load_office(office_folder()).limits.most_years is None


def test_what_is_wrong_is_said_while_it_is_written(ask, qtbot):
    save_office(office_folder(), Office(organs=(Organ(MARKET), Organ(FINANCE))))
    page = ask("organs").section.page
    page.table.go(1, 0)
    page.table.setFocus()
    qtbot.keyClick(page.table, Key.Key_F2)
    editor = page.table.editor()
    editor.selectAll()
    commit(editor, MARKET)
    qtbot.waitUntil(lambda: "前面已经写过" in page.words.text())
    assert editor.property("wrong")


def test_a_row_with_a_fault_waits_and_its_last_good_words_stay_in_the_file(ask, qtbot):
    save_office(office_folder(), Office(organs=(Organ(MARKET), Organ(FINANCE))))
    page = ask("organs").section.page
    page.table.go(1, 0)
    write(qtbot, page.table, MARKET)
    page.table.go(0, 1)
    write(qtbot, page.table, "市监局")
    assert load_office(office_folder()).organs == (Organ(MARKET, ("市监局",)), Organ(FINANCE))
    assert "前面已经写过" in page.unsaved()


def test_closing_with_a_fault_asks_and_goes_back_to_it(ask, qtbot):
    window = ask("organs")
    window.section.page.table.add_rows("粘贴", [(MARKET, "", ""), (MARKET, "", "")])
    window.go_to("rules")
    asked = answer("回去改")
    qtbot.keyClick(window, Key.Key_Escape)
    assert "前面已经写过" in asked[0]
    assert window.isVisible()
    assert window.section.id == "organs"
    answer("不存，关闭")
    qtbot.keyClick(window, Key.Key_Escape)
    assert not window.isVisible()
    assert load_office(office_folder()).organs == (Organ(MARKET),)


def test_rows_copied_from_excel_are_taken_without_their_heads(ask, qtbot):
    window = ask("organs")
    table = window.section.page.table
    QApplication.clipboard().setText(
        f"全称\t简称\t现在的机关\r\n{MARKET}\t市监局；市场局\r\n\r\n{FINANCE}\t\t\t多的\r\n"
    )
    table.setFocus()
    qtbot.keyClick(table, Key.Key_V, Ctrl)
    assert load_office(office_folder()).organs == (Organ(MARKET, ("市监局", "市场局")), Organ(FINANCE))


@pytest.mark.parametrize(
    "text",
    ["", "\t\t\n\n", "\0\0", '"没有收尾的引号\t甲\n乙', '"甲\n乙"\t丙', "甲" * 100_000, "\ud7ff\u2028\u202e\tx\r\r\r"],
)
def test_any_clipboard_can_be_pasted(text):
    sheet = organs_sheet()
    table = pasted(text, sheet)
    assert all(len(row) == len(sheet.columns) and any(row) for row in table)


def test_no_more_is_pasted_than_a_table_can_show():
    assert len(pasted("\n".join(f"第{n}局" for n in range(6000)), organs_sheet())) == 5000


def test_what_is_written_never_has_a_fault():
    sheet = organs_sheet()
    rows = (
        Row(("乙局", "", ""), ("甲局", "", "")),
        Row(("甲局", "", ""), ("甲局", "", "")),
        Row(("乙局", "", ""), ("丙局", "", "")),
        Row(("", "丁", "")),
        Row(("", "", "")),
    )
    written = sheet.written(rows)
    assert sheet.check(written) == []
    assert ("丙局", "", "") in written


def test_the_place_of_each_fault_is_its_row_though_blank_rows_stand_between():
    rows = rows_of([("甲局", "", ""), ("", "", ""), ("乙局", "甲局", ""), ("丙局", "", "丙局")])
    assert [(one.row, one.column) for one in organs_sheet().faults(rows)] == [(2, 1), (3, 2)]
    assert [one.row for one in terms_sheet().faults(rows_of([("甲", "乙"), ("", ""), ("甲", "丙"), ("丁", "丁")]))] == [
        2,
        3,
    ]


def test_organs_are_proposed_from_the_library_and_ticked(ask, qtbot):
    window = ask("organs")
    page = window.section.page
    click(qtbot, page.propose_button)
    qtbot.waitUntil(lambda: page.dialog is not None, timeout=TIMEOUT)
    dialog = page.dialog
    names = [dialog.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(2)]
    for row in range(2):
        dialog.list.item(row).setCheckState(Qt.CheckState.Checked)
    click(qtbot, dialog.take_button)
    qtbot.waitUntil(lambda: len(load_office(office_folder()).organs) == 2)
    assert [organ.name for organ in load_office(office_folder()).organs] == names


def test_those_that_most_clauses_name_are_proposed_first(tmp_path):
    library = Library(tmp_path / "library")
    library.fill()
    found = proposals(library.measures())
    assert len(found) > 30
    assert [count for _, count in found] == sorted((count for _, count in found), reverse=True)


def test_a_rule_is_switched_off_by_its_box_and_a_family_by_its_own(ask, qtbot):
    window = ask("rules")
    page = window.section.page
    page.go_to("reference.count")
    qtbot.keyClick(page.tree, Key.Key_Space)
    assert load_office(office_folder()).switched_off == {"reference.count"}
    page.model.item(0).setCheckState(Qt.CheckState.Unchecked)
    family = {one.id for one in rules().values() if one.family == "numbering"}
    assert load_office(office_folder()).switched_off == family | {"reference.count"}
    assert page.only_off.text() == f"关掉的 {len(family) + 1} 条"


def test_the_rules_that_are_off_are_listed_alone(ask):
    save_office(office_folder(), Office(switched_off=frozenset({"reference.count", "text.pairs"}) & set(rules())))
    page = ask("rules").section.page
    page.only_off.setChecked(True)
    shown = sum(page.rows.rowCount(page.rows.index(row, 0)) for row in range(page.rows.rowCount()))
    assert shown == len(load_office(office_folder()).switched_off)


def test_back_to_what_was_shipped_says_what_goes_asks_once_and_can_be_taken_back(ask, qtbot):
    save_office(office_folder(), Office(switched_off=frozenset({"reference.count"})))
    window = ask("rules")
    button = window.frames["rules"].restore_button
    asked = answer("取消")
    click(qtbot, button)
    assert "1 条规则会重新打开" in asked[0]
    assert load_office(office_folder()).switched_off == {"reference.count"}
    answer("恢复出厂")
    click(qtbot, button)
    assert load_office(office_folder()).switched_off == frozenset()
    assert not button.isEnabled()
    click(qtbot, window.undo_button)
    assert load_office(office_folder()).switched_off == {"reference.count"}


@pytest.mark.parametrize(
    ("page", "name", "content"),
    [
        ("organs", ORGANS, b'region = "x"\n[[organ]]\nname = '),
        ("organs", ORGANS, b'organ = ["a"]'),
        ("unit", ORGANS, b"\xff\xfe\x00"),
        ("rules", RULES, b'switched_off = ["no.such"]'),
        ("limits", LIMITS, b"most_years = -1"),
        ("terms", TERMS, "[terms]\n甲 = 1\n".encode()),
        ("synonyms", "thesaurus.toml", b'same = [["a"]]'),
        ("topics", "topics.toml", "[[topic]]\nname = '甲'\nparent = '没有'\nwords = ['甲乙']\n".encode()),
        ("topics", "topics.toml", b"x = " + b"[" * 5000),
    ],
)
def test_a_file_broken_by_hand_is_told_and_left_alone_until_asked(ask, qtbot, page, name, content):
    office_folder().mkdir(parents=True)
    (office_folder() / name).write_bytes(content)
    window = ask(page)
    frame = window.frames[page]
    assert name in frame.faults.text()
    assert frame.body.currentIndex() == 1
    assert (office_folder() / name).read_bytes() == content
    answer("恢复出厂")
    click(qtbot, frame.restore_button)
    assert frame.body.currentIndex() == 0
    aside = [path for path in office_folder().iterdir() if path.name.startswith(f"{name}.")]
    assert [path.read_bytes() for path in aside] == [content]


def test_a_broken_file_mended_by_hand_is_read_again(ask):
    office_folder().mkdir(parents=True)
    (office_folder() / RULES).write_text("switched_off = [", encoding="utf-8")
    window = ask("rules")
    assert "第 1 行" in window.frames["rules"].faults.text()
    (office_folder() / RULES).write_text('switched_off = ["reference.count"]\n', encoding="utf-8")
    window.look_again()
    assert window.section.state == {"reference.count"}


def test_a_file_written_meanwhile_by_others_is_not_overwritten_unasked(ask, qtbot):
    window = ask("organs")
    table = window.section.page.table
    save_organs(office_folder(), Office(organs=(Organ("别处写的局"),)))
    table.add_rows("粘贴", [(MARKET, "", "")])
    assert load_office(office_folder()).organs == (Organ("别处写的局"),)
    assert "刚被别的程序改过" in window.bar.message.words
    window.bar.message.deeds[0][1]()
    assert load_office(office_folder()).organs == (Organ(MARKET),)
    assert any(path.name.startswith(f"{ORGANS}.") for path in office_folder().iterdir())


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a folder that refuses")
def test_a_folder_that_refuses_is_told_and_the_words_stay(ask):
    window = ask("organs")
    office_folder().mkdir(parents=True)
    office_folder().chmod(0o500)
    window.section.page.table.add_rows("粘贴", [(MARKET, "", "")])
    assert window.section.is_behind
    office_folder().chmod(0o700)
    window.bar.message.deeds[0][1]()
    assert load_office(office_folder()).organs == (Organ(MARKET),)


def test_a_file_that_cannot_be_written_is_told_and_the_words_stay(ask):
    window = ask("terms")
    (office_folder() / TERMS).mkdir(parents=True)
    window.sections[4].kept.note()
    window.section.page.table.add_rows("粘贴", [("市场主体", "市场体")])
    assert "没能写入" in window.bar.message.words
    assert cells(window.section.page.table) == [("市场主体", "市场体")]
    (office_folder() / TERMS).rmdir()
    window.sections[4].kept.note()
    window.bar.message.deeds[0][1]()
    assert load_office(office_folder()).terms == (("市场体", "市场主体"),)


def test_the_limits_are_numbers_with_bounds(ask, qtbot):
    page = ask("limits").section.page
    field = page.fields[0]
    field.setFocus()
    commit(field, "五")
    assert page.words[0].text() == "应当是 1 到 99 的整数。"
    field.selectAll()
    commit(field, "5")
    qtbot.keyClick(field, Key.Key_Return)
    assert load_office(office_folder()).limits.most_years == 5


def test_the_office_says_where_it_is_and_who_signs(ask, qtbot):
    save_office(office_folder(), Office(organs=(Organ(MARKET),)))
    page = ask("unit").section.page
    for field, words in zip(page.fields, ("鄂州市", "法规处"), strict=True):
        field.setFocus()
        commit(field, words)
        qtbot.keyClick(field, Key.Key_Return)
    assert "认得" in page.words[0].text()
    assert load_office(office_folder()).region == "鄂州市"
    assert load_office(office_folder()).organs == (Organ(MARKET),)
    assert Settings().review_who == "法规处"


def test_own_synonyms_are_looked_for_as_soon_as_they_are_written(ask, begin, qtbot):
    window = ask("synonyms")
    window.section.page.table.add_rows("粘贴", [("专利押", "质押融资", ""), ("甲乙丙", "质押贷款", "✓")])
    qtbot.waitUntil(lambda: synonyms("专利押") == ("质押融资",), timeout=TIMEOUT)
    assert "甲乙丙" in synonyms("质押贷款")
    assert "专利押" not in synonyms("质押融资")


def test_own_topics_stand_beside_those_that_ship_and_the_index_follows(ask, qtbot):
    window = ask("topics")
    main = window.parent()
    before = main.finder
    window.section.page.table.add_rows("粘贴", [("押品", "", "", "", "质押融资"), ("创造", "", "低空经济", "", "")])
    qtbot.waitUntil(lambda: main.finder is not before and "押品" in main.finder.holdings().topics, timeout=TIMEOUT)
    assert topics(None, "发展低空经济。") == ("创造",)
    assert [topic.name for topic in taxonomy()].count("创造") == 1


def test_faulty_synonyms_and_topics_are_marked_in_their_cells():
    groups = rows_of([("甲乙", "", "✓"), ("丙丁", "戊", ""), ("丙丁", "己庚", ""), ("辛壬", "癸子", "")])
    assert [(one.row, one.column) for one in synonyms_sheet().faults(groups)] == [(0, 1), (1, 1)] or [
        (one.row, one.column) for one in synonyms_sheet().faults(groups)
    ] == [(0, 1), (2, 0), (1, 1)]
    table = rows_of([("新题", "没有的", "甲乙", "", ""), ("创造", "运用", "甲乙", "", ""), ("空的", "", "", "", "")])
    assert [(one.row, one.column) for one in topics_sheet().faults(table)] == [(2, 2), (0, 1), (1, 1)]


def test_a_profile_is_copied_changed_and_made_usual(ask, qtbot):
    window = ask("profiles")
    page = window.section.page
    click(qtbot, page.copy_button)
    page.go_to("margin_top_mm")
    write(qtbot, page.tables[True], "36.5")
    page.name.setText("本市版式")
    page.name.editingFinished.emit()
    click(qtbot, page.usual_button)
    own = load_own_profiles(profiles_folder()).profiles
    assert [(one.label, dict(one.values)) for one in own] == [("本市版式", {"margin_top_mm": 36.5})]
    assert load_profile(own[0].name, profiles_folder()).margin_top_mm == 36.5
    main = window.parent()
    assert main.exporter.choices.profile == own[0].name
    assert main.preview.side.form.profile.currentText() == "本市版式"


@pytest.mark.parametrize("words", ["很宽", "-3", "nan", "inf", "1e400", "290", "99999"])
def test_a_figure_that_cannot_be_is_told_and_not_kept(ask, qtbot, words):
    page = ask("profiles").section.page
    click(qtbot, page.copy_button)
    page.go_to("margin_top_mm")
    write(qtbot, page.tables[True], words)
    assert page.unsaved()
    assert dict(load_own_profiles(profiles_folder()).profiles[0].values) == {}


def test_a_shipped_profile_is_not_changed(ask):
    table = ask("profiles").section.page.tables[False]
    assert not any(table.cells.flags(table.cells.index(0, column)) & Qt.ItemFlag.ItemIsEditable for column in range(5))


def test_a_faulty_profile_file_is_told_and_stays(ask, qtbot):
    profiles_folder().mkdir(parents=True)
    (profiles_folder() / "broken.toml").write_text("margin_top_mm = [", encoding="utf-8")
    page = ask("profiles").section.page
    assert "broken.toml" in page.words.text()
    click(qtbot, page.copy_button)
    assert (profiles_folder() / "broken.toml").read_text(encoding="utf-8") == "margin_top_mm = ["


def test_a_removed_profile_leaves_its_file_beside_and_comes_back(ask, qtbot):
    window = ask("profiles")
    page = window.section.page
    click(qtbot, page.copy_button)
    click(qtbot, page.usual_button)
    click(qtbot, page.remove_button)
    assert load_own_profiles(profiles_folder()).profiles == ()
    assert len(list(profiles_folder().glob("*.old"))) == 1
    assert window.parent().exporter.choices.profile == "gbt9704"
    click(qtbot, window.undo_button)
    assert len(load_own_profiles(profiles_folder()).profiles) == 1


def test_an_own_template_is_made_tried_out_put_aside_and_used_again(ask, qtbot):
    window = ask("templates")
    page = window.section.page
    qtbot.waitUntil(lambda: page.new_button.isEnabled() and page.from_choice.count() > 10, timeout=TIMEOUT)
    click(qtbot, page.new_button)
    qtbot.waitUntil(lambda: bool(cells(page.table)) and cells(page.table)[0][3] == "可以用", timeout=TIMEOUT)
    assert len(load_templates(templates_folder()).templates) == 1
    click(qtbot, page.switch_button)
    assert load_templates(templates_folder()).templates == ()
    click(qtbot, window.undo_button)
    assert len(load_templates(templates_folder()).templates) == 1


def test_a_faulty_template_is_told_with_its_line(ask, qtbot):
    templates_folder().mkdir(parents=True)
    (templates_folder() / "own.j2").write_text('+++\nname = "甲"\nkind = "none"\n+++\n', encoding="utf-8")
    page = ask("templates").section.page
    qtbot.waitUntil(lambda: cells(page.table)[0][3].startswith("有错"), timeout=TIMEOUT)


def test_the_fonts_of_the_usual_profile_are_listed(ask, qtbot):
    page = ask("fonts").section.page
    assert [row[0] for row in cells(page.table)] == list(fonts_of(load_profile("gbt9704")))
    qtbot.waitUntil(lambda: bool(page.found.text()), timeout=TIMEOUT)


def test_the_looks_are_chosen_and_go_back(ask, qtbot):
    window = ask("folders")
    page = window.section.page
    page.appearance.setFocus()
    qtbot.keyClick(page.appearance, Key.Key_Down)
    page.appearance.activated.emit(page.appearance.currentIndex())
    assert Settings().appearance is Appearance.LIGHT
    page.language.setCurrentIndex(page.language.findData("en"))
    page.language.activated.emit(page.language.currentIndex())
    assert Settings().language is Language.ENGLISH
    answer("恢复出厂")
    click(qtbot, window.frames["folders"].restore_button)
    assert (Settings().appearance, Settings().language) == (Appearance.SYSTEM, Language.CHINESE)


def test_a_setting_is_found_by_words_wherever_it_is(ask, qtbot):
    save_office(office_folder(), Office(organs=(Organ(MARKET), Organ(FINANCE))))
    window = ask("unit")
    qtbot.keyClick(window, Key.Key_F, Ctrl)
    commit(window.search, "财政")
    assert window.list.item(0).text() == f"机关名录 › {FINANCE}"
    assert all("财政" in window.list.item(row).text() for row in range(window.list.count()))
    qtbot.keyClick(window.search, Key.Key_Return)
    assert window.section.id == "organs"
    assert window.section.page.table.currentIndex().row() == 1
    window.search.setFocus()
    qtbot.keyClick(window.search, Key.Key_Escape)
    assert window.list.count() == len(window.sections)


def test_the_checks_look_again_when_the_office_has_changed(ask, qtbot):
    window = ask("rules")
    with qtbot.waitSignal(window.parent().preferences.office_changed):
        window.section.page.model.item(0).setCheckState(Qt.CheckState.Unchecked)


def test_every_control_has_a_name(ask):
    window = ask("unit")
    while window._make_one():
        pass
    controls = [
        one for kind in (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView) for one in window.findChildren(kind)
    ]
    nameless = [
        one for one in controls if one.focusPolicy() and not (one.accessibleName() or getattr(one, "text", str)())
    ]
    assert [
        type(one).__name__ for one in nameless if type(one).__name__ not in ("QTableCornerButton", "QHeaderView")
    ] == []
