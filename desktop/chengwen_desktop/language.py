"""The language of the interface: Chinese, English or the system's. Documents stay Chinese whatever is chosen."""

from __future__ import annotations

from enum import StrEnum
from importlib.resources import files

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

_installed: list[QTranslator] = []


class Language(StrEnum):
    """A choice of language; the value is what the settings keep."""

    SYSTEM = "system"
    CHINESE = "zh"
    ENGLISH = "en"


def chosen(language: Language, system: QLocale) -> Language:
    """Return the language to speak: the system's means English on an English system, and Chinese on all others."""
    if language is not Language.SYSTEM:
        return language
    return Language.ENGLISH if system.language() is QLocale.Language.English else Language.CHINESE


def speak(application: QApplication, language: Language) -> None:
    """Let the program speak; windows that are there keep their words."""
    while _installed:
        application.removeTranslator(_installed.pop())
    wanted = chosen(language, QLocale.system())
    own = str(files("chengwen_desktop").joinpath("translations", "chengwen_en.qm"))
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    translator = QTranslator(application)
    loaded = translator.load(own) if wanted is Language.ENGLISH else translator.load("qtbase_zh_CN", qt)
    if loaded:
        application.installTranslator(translator)
        _installed.append(translator)
