"""文件夹和外观: where everything lies, how many backups there are, which folder is watched; light or dark, language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from chengwen_desktop import home
from chengwen_desktop.keeping.backups import MOST_DAYS
from chengwen_desktop.language import Language
from chengwen_desktop.preferences.kept import Kept, Stamps
from chengwen_desktop.preferences.page import Page, Spot
from chengwen_desktop.settings import Settings
from chengwen_desktop.tasks import Tasks
from chengwen_desktop.theme.current import Appearance
from chengwen_desktop.translation import marked, tr
from chengwen_desktop.widgets import ElidedLabel, choice, label, link_button

APPEARANCES = {
    Appearance.SYSTEM: marked("跟随系统"),
    Appearance.LIGHT: marked("浅色"),
    Appearance.DARK: marked("深色"),
}
LANGUAGES = {
    Language.SYSTEM: marked("跟随系统"),
    Language.CHINESE: marked("中文"),
    Language.ENGLISH: marked("English"),
}

_FOLDERS: tuple[tuple[str, Callable[[], Path]], ...] = (
    (marked("数据文件夹"), home.home),
    (marked("条款库"), home.library_folder),
    (marked("本单位的数据"), home.office_folder),
    (marked("自有版式"), home.profiles_folder),
    (marked("备份"), home.backups_folder),
    (marked("检索目录（可以随时删）"), home.index_folder),
)


@dataclass(frozen=True)
class Looks:
    """How the window looks, and its language."""

    appearance: Appearance = Appearance.SYSTEM
    language: Language = Language.CHINESE


def looks_kept(settings: Settings, stamps: Stamps, use_appearance: Callable[[Appearance], object]) -> Kept[Looks]:
    """Return where the looks are kept: with all that the program remembers."""

    def read() -> Looks:
        return Looks(settings.appearance, settings.language)

    def write(state: Looks) -> None:
        if state.appearance is not settings.appearance:
            use_appearance(state.appearance)
        settings.language = state.language
        settings.write()

    return _Remembered(home.settings_file(), Looks(), read, write, stamps)


class _Remembered(Kept[Looks]):
    """The program writes its memory all the time, and no other program does."""

    def is_stale(self) -> bool:
        """Tell that nobody else has written it."""
        return False


class FoldersPage(Page[Looks]):
    """The folders, each with a link; the choices above them."""

    def __init__(self, settings: Settings, tasks: Tasks, ask_watched: Callable[[], object]) -> None:
        super().__init__()
        self._settings, self._tasks, self._ask = settings, tasks, ask_watched
        self._looks = Looks()
        self.appearance = choice(tr("外观"))
        for one, words in APPEARANCES.items():
            self.appearance.addItem(tr(words), one.value)
        self.language = choice(tr("界面语言"))
        for language, words in LANGUAGES.items():
            self.language.addItem(tr(words), language.value)
        self.backups = label("", "note")
        self.watched = ElidedLabel()
        self.watch_button = link_button(tr("选一个文件夹…"), tr("放进监视文件夹的新文件会提示读入"), self._watch)
        self._links: list[QPushButton] = []
        self._lay_out()
        self.appearance.activated.connect(self._on_chosen)
        self.language.activated.connect(self._on_chosen)

    def show_state(self, state: Looks) -> None:
        """Show what is chosen."""
        self._looks = state
        self.appearance.setCurrentIndex(self.appearance.findData(state.appearance.value))
        self.language.setCurrentIndex(self.language.findData(state.language.value))

    def begin(self) -> None:
        """Look at the watched folder and count the backups when the page comes to the front."""
        folder = self._settings.watched
        self.watched.set_words(str(folder) if folder else tr("没有监视文件夹"))
        words = tr("换一个，或不再监视…") if folder else tr("选一个文件夹…")
        self.watch_button.setText(words)
        self.watch_button.setAccessibleName(words)
        self._tasks.run("count backups", _counted, self._tell_backups, self._drop)

    def spots(self) -> Sequence[Spot]:
        """Return the choices and the folders."""
        folders = [Spot(tr(words), number) for number, (words, _) in enumerate(_FOLDERS)]
        choices = [Spot(tr("外观"), "appearance"), Spot(tr("界面语言　Language"), "language")]
        return [*choices, Spot(tr("监视文件夹"), "watch"), *folders]

    def go_to(self, key: object) -> None:
        """Go to a choice or to a folder's link."""
        named = {"appearance": self.appearance, "language": self.language, "watch": self.watch_button}
        widget = self._links[key] if isinstance(key, int) else named.get(str(key))
        if widget is not None:
            widget.setFocus()

    def loss(self, state: Looks) -> str:
        """Say what is chosen otherwise."""
        shipped = Looks()
        said = [tr("外观改回跟随系统。")] if state.appearance is not shipped.appearance else []
        return "".join([*said, *([tr("界面语言改回中文。")] if state.language is not shipped.language else [])])

    def _on_chosen(self) -> None:
        appearance, language = Appearance(self.appearance.currentData()), Language(self.language.currentData())
        if appearance is not self._looks.appearance:
            name = tr("外观改为{name}", name=tr(APPEARANCES[appearance]))
            self.edited.emit(name, replace(self._looks, appearance=appearance))
        elif language is not self._looks.language:
            name = tr("界面语言改为{name}", name=tr(LANGUAGES[language]))
            self.edited.emit(name, replace(self._looks, language=language))

    def _watch(self) -> None:
        self._ask()
        self.begin()

    def _tell_backups(self, counted: tuple[int, int]) -> None:
        files, backups = counted
        rule = tr("每天第一次保存前，原来的文件留一份，最多留 {days} 天的。", days=MOST_DAYS)
        found = tr("现在有 {files} 个文件的 {backups} 份备份。", files=files, backups=backups) if backups else ""
        self.backups.setText(rule + found)

    def _drop(self, _error: Exception) -> None:
        self.backups.setText(tr("没能数清备份。"))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.addWidget(_plain(tr("外观"), self.appearance), 0, 0)
        grid.addWidget(self.appearance, 0, 1)
        grid.addWidget(label(tr("字号跟随系统，系统里改了，这里一起变"), "note"), 0, 2)
        grid.addWidget(_plain(tr("界面语言"), self.language), 1, 0)
        grid.addWidget(self.language, 1, 1)
        note = tr("下次打开程序时换。使用手册、检查的说明和模板的提示只有中文")
        grid.addWidget(label(note, "note"), 1, 2)
        grid.addWidget(_plain(tr("监视文件夹"), self.watch_button), 3, 0)
        grid.addWidget(self.watched, 3, 1)
        grid.addWidget(self.watch_button, 3, 2)
        for number, (words, folder) in enumerate(_FOLDERS):
            place = ElidedLabel()
            place.set_words(str(folder()))
            link = link_button(tr("打开"), tr("打开“{name}”", name=tr(words)), lambda folder=folder: _open(folder()))
            link.setAccessibleName(tr("打开“{name}”", name=tr(words)))
            self._links.append(link)
            for column, widget in enumerate((_plain(tr(words)), place, link)):
                grid.addWidget(widget, 5 + number, column)
        grid.setRowMinimumHeight(2, 12)
        grid.setRowMinimumHeight(4, 12)
        self.column.addLayout(grid)
        self.column.addWidget(self.backups)
        self.column.addStretch(1)


def _plain(words: str, buddy: QWidget | None = None) -> QLabel:
    made = label(words)
    made.setWordWrap(False)
    if buddy is not None:
        made.setBuddy(buddy)
    return made


def _open(folder: Path) -> None:
    nearest = next(one for one in (folder, *folder.parents) if one.is_dir())
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(nearest)))


def _counted() -> tuple[int, int]:
    """Return how many files have backups, and how many there are."""
    folders = [one for one in home.backups_folder().glob("*") if one.is_dir()]
    counts = [sum(1 for _ in folder.glob("*.akn")) for folder in folders]
    return sum(count > 0 for count in counts), sum(counts)
