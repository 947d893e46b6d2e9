"""版式设置: the profile, 套打 and 版记置于偶数面, as the dialog and the preview's side both show them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from chengwen_desktop.exporting.choices import Choices, offered_profiles
from chengwen_desktop.fonts.found import lacking_words, stood_in
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import check, choice, label
from chengwen_templates.measuring.deviations import deviations
from chengwen_templates.profile import DEFAULT_PROFILE


class ChoicesForm(QWidget):
    """The form. `changed` carries the choices after each change."""

    changed = Signal(object)

    def __init__(self, choices: Choices) -> None:
        super().__init__()
        self.profile = choice(tr("版式"))
        self._offered = offered_profiles()
        for name, profile in self._offered.by_name.items():
            self.profile.addItem(profile.label, name)
        self.preprinted = check(tr("套打：红头已经印好"), tr("空出发文机关标志和红线的位置，其余各要素的位置不变"))
        self.on_even = check(tr("版记置于偶数面"), tr("双面印刷的惯例；国标没有直接写"))
        self._deviations = label("", "note")
        self._fonts = label("", "note")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.profile, self.preprinted, self.on_even, self._deviations, self._fonts):
            column.addWidget(widget)
        self._choices = choices
        self.show_choices(choices)
        self.profile.currentIndexChanged.connect(self._on_profile)
        self.preprinted.toggled.connect(self._on_changed)
        self.on_even.toggled.connect(self._on_changed)

    @property
    def choices(self) -> Choices:
        """What is chosen now."""
        return self._choices

    def show_choices(self, choices: Choices) -> None:
        """Show other choices, without a word that something changed."""
        if choices.profile not in self._offered.by_name:
            choices = replace(choices, profile=DEFAULT_PROFILE)
        self._choices = choices
        profile = choices.chosen_profile()
        with QSignalBlocker(self.profile), QSignalBlocker(self.preprinted), QSignalBlocker(self.on_even):
            self.profile.setCurrentIndex(self.profile.findData(choices.profile))
            self.preprinted.setChecked(choices.preprinted)
            self.on_even.setChecked(profile.imprint_on_even_face)
        lines = [one.line for one in deviations(profile)]
        told = [*([tr("这个版式与国标版式的不同："), *lines] if lines else []), *self._offered.faults]
        self._deviations.setText("\n".join(told))
        self._deviations.setVisible(bool(told))
        said = lacking_words(stood_in(profile))
        self._fonts.setText(tr("{said}导出的 Word 文件仍写原字体名，PDF 用代替的字体。", said=said) if said else "")
        self._fonts.setVisible(bool(said))

    def reload(self) -> None:
        """Offer the profiles as their files have them now."""
        self._offered = offered_profiles()
        with QSignalBlocker(self.profile):
            self.profile.clear()
            for name, profile in self._offered.by_name.items():
                self.profile.addItem(profile.label, name)
        self.show_choices(self._choices)

    def _on_profile(self) -> None:
        """Take the profile's own value of 版记置于偶数面 with it."""
        self._use(replace(self._choices, profile=str(self.profile.currentData()), imprint_on_even_face=None))

    def _on_changed(self) -> None:
        own = self._offered.by_name[self._choices.profile].imprint_on_even_face
        even = self.on_even.isChecked()
        chosen = None if even == own else even
        self._use(replace(self._choices, preprinted=self.preprinted.isChecked(), imprint_on_even_face=chosen))

    def _use(self, choices: Choices) -> None:
        self.show_choices(choices)
        self.changed.emit(choices)
