"""The guide says what is so: its pictures and links exist, its commands and keys are the window's; F1 opens the page that fits."""

import re
import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout

from chengwen_desktop import home
from chengwen_desktop.help import about, pages
from chengwen_desktop.help.pages import Command

ROOT = Path(__file__).parents[2]
TIMEOUT = 20_000
NAMES = [page.name for page in pages.pages()]


@pytest.mark.parametrize("name", NAMES)
def test_pictures_and_links_of_a_page_exist(name):
    for target in re.findall(r"\]\(([^)]+)\)", pages.page(name).text):
        assert (pages.folder() / target).is_file(), target


@pytest.mark.parametrize("name", NAMES)
def test_a_page_has_a_title_and_no_words_that_the_program_does_not_use(name):
    page = pages.page(name)
    assert page.text.startswith(f"# {page.title}\n")
    assert not re.findall("！|抱歉|快照|导入|过滤|您", page.text)


def test_every_page_is_in_the_contents_here_and_in_the_repository():
    assert sorted(path.stem for path in pages.folder().glob("*.md")) == sorted(NAMES)
    contents = (ROOT / "docs" / "guide" / "README.md").read_text(encoding="utf-8")
    links = re.findall(r"\[([^\]]+)\]\(([^)]+)\)", contents)
    assert [words for words, _ in links] == [page.title for page in pages.pages()]
    assert all((ROOT / "docs" / "guide" / target).is_file() for _, target in links)


def test_pictures_are_small_and_each_is_shown():
    text = "".join(page.text for page in pages.pages())
    for picture in (pages.folder() / "pictures").iterdir():
        assert picture.stat().st_size <= 150_000
        assert f"pictures/{picture.name}" in text


def test_every_command_named_in_the_guide_exists_with_that_key(begin):
    commands = {command.name: command.key for command in begin().help.commands()}
    for page in pages.pages():
        for found in pages.COMMAND.finditer(page.text):
            assert found.group(1) in commands, f"{page.name}: {found.group(0)}"
            if found.group(2):
                assert found.group(2) == commands[found.group(1)], f"{page.name}: {found.group(0)}"


def test_the_table_of_keys_is_that_of_the_window(begin):
    """If not, build_spec/pictures.py keys writes it anew."""
    commands = begin().help.commands()
    assert pages.key_table(commands) in pages.page("keys").text


def test_keys_that_were_changed_are_shown_in_sentences_and_in_the_table():
    commands = [Command("文件", "保存", "Ctrl+Alt+S"), Command("文件", "打印", "")]
    text = "按 **文件 → 保存**（Ctrl+S），**文件 → 打印**（Ctrl+P）。\n\n| 命令 | 键 | 在哪里 |\n|---|---|---|\n| 旧 | F2 | x |\n"
    shown = pages.with_keys(text, commands)
    assert "按 **文件 → 保存**（Ctrl+Alt+S），**文件 → 打印**。" in shown
    assert "| 保存 | Ctrl+Alt+S | 文件 |" in shown
    assert "旧" not in shown


def test_pages_are_found_by_their_words_the_title_first():
    hits = pages.find("对照")
    assert hits[0].page.name == "compare"
    assert all("对照" in hit.page.words for hit in hits)
    assert "扫描件" in next(hit.line for hit in pages.find("扫描件 文字识别"))
    assert pages.find("没有这样的词语") == []


def test_the_innermost_part_with_a_page_decides():
    assert pages.page_for(["chengwen_desktop.draft.notice_form", "chengwen_desktop.frame"]) == "new"
    assert pages.page_for(["chengwen_desktop.draft.editor"]) == "write"
    assert pages.page_for([]) == "start"


def focused(window, part: str):
    return {"search": window.search.box, "outline": window.outline, "editor": window.draft.editor}[part]


@pytest.mark.parametrize(("part", "name"), [("search", "search"), ("outline", "write"), ("editor", "write")])
def test_f1_opens_the_page_about_what_has_the_focus(begin, qtbot, draft_file, part, name):
    window = begin(draft_file)
    qtbot.waitUntil(lambda: window.isActiveWindow(), timeout=TIMEOUT)
    focused(window, part).setFocus()
    qtbot.keyClick(focused(window, part), Qt.Key.Key_F1)
    assert window.help.guide.browser.page_name == name
    qtbot.keyClick(window.help.guide.browser, Qt.Key.Key_Escape)
    assert window.help.guide.isHidden()


def test_f1_is_heard_in_a_dialog_and_the_guide_can_be_read_over_it(begin, qtbot, draft_file):
    window = begin(draft_file)
    dialog = QDialog(window)
    field = QLineEdit(dialog)
    QVBoxLayout(dialog).addWidget(field)
    dialog.open()
    field.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is field, timeout=TIMEOUT)
    qtbot.keyClick(field, Qt.Key.Key_F1)
    guide = window.help.guide
    assert guide.isVisible()
    assert guide.windowModality() == Qt.WindowModality.ApplicationModal
    qtbot.keyClick(guide.browser, Qt.Key.Key_Escape)
    dialog.reject()


def test_links_lead_on_and_back_goes_back(begin, qtbot):
    window = begin()
    window.help.show_page("start")
    guide = window.help.guide
    guide.browser.setSource(guide.browser.source().resolved("import.md"))
    assert guide.browser.page_name == "import"
    assert guide.list.currentItem().text() == "读入条款库"
    guide.back.click()
    assert guide.browser.page_name == "start"
    assert guide.forward.isEnabled()
    guide.close()


def test_what_is_looked_for_is_listed_and_marked(begin, qtbot):
    window = begin()
    window.help.show_page("start")
    guide = window.help.guide
    guide.field.setText("红头")
    guide.list.setCurrentRow(0)
    assert guide.browser.page_name == "layout"
    assert {mark.cursor.selectedText() for mark in guide.browser.extraSelections()} == {"红头"}
    qtbot.keyClick(guide.field, Qt.Key.Key_Escape)
    assert (guide.field.text(), guide.list.count()) == ("", len(NAMES))
    guide.close()


@pytest.mark.parametrize("name", NAMES)
def test_pages_are_shown_with_pictures_that_fit(begin, name):
    window = begin()
    window.help.show_page(name)
    browser = window.help.guide.browser
    assert browser.toPlainText().startswith(pages.page(name).title)
    for target in re.findall(r"\]\((pictures/[^)]+)\)", pages.page(name).text):
        picture = browser.loadResource(QTextDocument.ResourceType.ImageResource.value, target)
        assert 0 < picture.width() <= browser.viewport().width()
    window.help.guide.close()


def test_every_library_the_program_is_made_of_is_named_with_its_licence():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {re.match(r"[\w.-]+", each).group() for each in project["dependencies"]}
    table = tomllib.loads(Path(about.__file__).with_name("licences.toml").read_text(encoding="utf-8"))
    assert {name for part in table["parts"] for name in part["packages"]} == needed


def test_about_tells_version_and_licences(begin, qtbot):
    window = begin()
    window.actions_["about"].trigger()
    words = {child.text() for child in window.help.dialog.findChildren(type(window.status.words))}
    assert f"成文 {about.current_version()}" in words
    assert "LGPL-3.0" in words
    window.help.dialog.reject()


def test_the_log_is_shown_and_copied(begin, qtbot):
    window = begin()
    home.log_file().write_text("2026-01-20 ERROR fault\n", encoding="utf-8")
    window.actions_["fault_log"].trigger()
    window.help.dialog.copy_button.click()
    assert QApplication.clipboard().text() == "2026-01-20 ERROR fault\n"
    window.help.dialog.reject()


def test_with_no_log_there_is_nothing_to_copy(begin, qtbot):
    window = begin()
    home.log_file().unlink(missing_ok=True)
    window.actions_["fault_log"].trigger()
    assert not window.help.dialog.copy_button.isEnabled()
    window.help.dialog.reject()
