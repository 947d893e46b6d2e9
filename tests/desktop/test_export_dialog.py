"""The dialog 导出公文: name, folder, kind and 版式."""

import pytest
from PySide6.QtCore import Qt

from chengwen_desktop.exporting.choices import Choices, Kind, kind_of
from chengwen_desktop.exporting.dialog import ExportDialog
from chengwen_desktop.settings import Settings
from chengwen_library.errors import UnwritableFile
from chengwen_templates.profile import load_profile


@pytest.fixture
def dialog(qtbot, qapp, tmp_path):
    dialog = ExportDialog(tmp_path / "关于印发措施的通知.docx", Kind.WORD, Choices())
    qtbot.addWidget(dialog)
    return dialog


def choose(dialog, kind):
    dialog.kind.setCurrentIndex(dialog.kind.findData(kind))


def test_what_is_proposed_is_taken_as_it_is(dialog, tmp_path):
    dialog.accept()
    assert dialog.order.path == tmp_path / "关于印发措施的通知.docx"
    assert dialog.order.choices == Choices()


def test_enter_in_the_name_exports(dialog, qtbot):
    dialog.show()
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert dialog.order is not None


def test_the_name_gets_the_ending_of_the_kind_once(dialog, tmp_path):
    choose(dialog, Kind.PDF)
    assert dialog.path == tmp_path / "关于印发措施的通知.pdf"
    dialog.name.setText("送审稿.PDF")
    assert dialog.path == tmp_path / "送审稿.PDF"


@pytest.mark.parametrize("name", ["", "  ", "甲/乙", "甲:乙"])
def test_a_name_that_is_none_is_not_taken(dialog, name):
    dialog.name.setText(name)
    assert not dialog.export_button.isEnabled()
    assert dialog._said.text()
    dialog.accept()
    assert dialog.order is None


def test_a_file_of_the_same_name_is_told(dialog, tmp_path):
    assert dialog._said.text() == ""
    (tmp_path / "旧稿.docx").write_bytes(b"old")
    dialog.name.setText("旧稿")
    assert "同名" in dialog._said.text()
    assert dialog.export_button.isEnabled()


def test_plain_text_has_no_page_to_choose(dialog):
    choose(dialog, Kind.TEXT)
    assert not dialog.form.isEnabled()
    choose(dialog, Kind.PDF)
    assert dialog.form.isEnabled()


def test_another_profile_brings_its_own_place_of_the_imprint_and_tells_how_it_deviates(dialog):
    form = dialog.form
    form.on_even.setChecked(False)
    assert form.choices.imprint_on_even_face is False
    assert not form.choices.chosen_profile().imprint_on_even_face
    form.profile.setCurrentIndex(form.profile.findData("gbt9704-ink"))
    assert form.choices == Choices("gbt9704-ink")
    assert form.on_even.isChecked() == load_profile("gbt9704-ink").imprint_on_even_face
    assert "天头：国标版式 37 毫米，本版式 34.58 毫米（5.2.1，规定）" in form._deviations.text()
    form.profile.setCurrentIndex(form.profile.findData("gbt9704"))
    assert form._deviations.isHidden()


def test_choices_are_remembered_until_the_next_time(home):
    settings = Settings()
    assert (settings.export_choices, settings.export_kind) == (Choices(), Kind.WORD)
    chosen = Choices("gbt9704-ink", preprinted=True, imprint_on_even_face=False)
    settings.export_choices, settings.export_kind = chosen, Kind.PDF
    settings.write()
    assert (Settings().export_choices, Settings().export_kind) == (chosen, Kind.PDF)


def test_an_ending_that_is_not_known_is_refused_with_those_that_are(tmp_path):
    with pytest.raises(UnwritableFile, match=r"\.docx、\.pdf"):
        kind_of(tmp_path / "a.wps")


def test_open_remarks_can_be_comments_of_a_word_file_and_of_no_other(qtbot, qapp, tmp_path):
    dialog = ExportDialog(tmp_path / "稿.docx", Kind.WORD, Choices(), open_remarks=3)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.remarks.isVisible()
    assert "3 条" in dialog.remarks.text()
    dialog.remarks.click()
    choose(dialog, Kind.PDF)
    assert not dialog.remarks.isEnabled()
    choose(dialog, Kind.WORD)
    dialog.accept()
    assert dialog.order.remarks


def test_without_remarks_nothing_is_said_of_comments(dialog):
    dialog.show()
    assert not dialog.remarks.isVisible()
    dialog.accept()
    assert not dialog.order.remarks
