"""The sections of 设置 in their order: what each is called, its page, its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chengwen_desktop import home
from chengwen_desktop.preferences import office_sheets, word_sheets
from chengwen_desktop.preferences.folders_page import FoldersPage, looks_kept
from chengwen_desktop.preferences.fonts_page import FontsPage
from chengwen_desktop.preferences.form_page import FormPage
from chengwen_desktop.preferences.kept import Stamps
from chengwen_desktop.preferences.organs_page import OrgansPage
from chengwen_desktop.preferences.profiles_page import ProfilesPage, profiles_kept
from chengwen_desktop.preferences.rules_page import RulesPage
from chengwen_desktop.preferences.section import Section
from chengwen_desktop.preferences.sheet_page import SheetPage
from chengwen_desktop.preferences.sheets import Sheet
from chengwen_desktop.preferences.templates_page import TemplatesPage, templates_kept
from chengwen_desktop.translation import marked, tr

if TYPE_CHECKING:
    from chengwen_desktop.main_window import MainWindow
    from chengwen_desktop.preferences.controller import Preferences


def sections(window: MainWindow, preferences: Preferences) -> list[Section]:
    """Return the sections for a window."""
    stamps = Stamps()
    return [
        *_of_the_office(window, preferences, stamps),
        *_of_words(stamps),
        *_of_pages(window, preferences, stamps),
        _of_folders(window, preferences, stamps),
    ]


def _of_the_office(window: MainWindow, preferences: Preferences, stamps: Stamps) -> list[Section]:
    folder, settings = home.office_folder(), window.settings
    unit, limits = office_sheets.unit_sheet(), office_sheets.limits_sheet()

    def say_who(who: str) -> None:
        settings.review_who = who

    organs = office_sheets.organs_sheet()
    terms = office_sheets.terms_sheet()
    return [
        Section(
            "unit",
            marked("本单位"),
            marked("本地叫什么，意见署谁的名"),
            "buildings",
            lambda: FormPage(unit, told=_known_region, width=44),
            office_sheets.unit_kept(folder, stamps, unit, lambda: settings.review_who, say_who),
        ),
        Section(
            "organs",
            marked("机关名录"),
            marked("检查责任单位、把先例里的机关改成本地的，都照这张表"),
            "users-three",
            lambda: OrgansPage(organs, preferences.library, window.tasks),
            office_sheets.organs_kept(folder, stamps, organs),
        ),
        Section(
            "rules",
            marked("检查规则"),
            marked("去掉勾就不查；级别由依据的效力决定，不能改"),
            "check-square-offset",
            RulesPage,
            office_sheets.rules_kept(folder, stamps),
        ),
        Section(
            "limits",
            marked("有效期规定"),
            marked("本地对规范性文件有效期和篇幅的规定，照它检查"),
            "calendar-blank",
            lambda: FormPage(limits, office_sheets.LIMIT_UNITS, width=12),
            office_sheets.limits_kept(folder, stamps, limits),
        ),
        Section(
            "terms",
            marked("用词表"),
            marked("本单位统一的写法；写成右边的会提示改成左边的"),
            "text-aa",
            lambda: SheetPage(terms, tr("用词表"), tr("还没有用词")),
            office_sheets.terms_kept(folder, stamps, terms),
        ),
    ]


def _of_words(stamps: Stamps) -> list[Section]:
    folder = home.office_folder()
    synonyms, topics = word_sheets.synonyms_sheet(), word_sheets.topics_sheet()
    return [
        Section(
            "synonyms",
            marked("近义词"),
            marked("检索时连同查的说法，加在附带的近义词上面"),
            "arrows-left-right",
            lambda: _page(synonyms, marked("近义词"), marked("还没有自己的近义词")),
            word_sheets.synonyms_kept(folder, stamps, synonyms),
        ),
        Section(
            "topics",
            marked("主题"),
            marked("条款按主题归类、比较覆盖，加在附带的主题上面；改了以后重建检索目录"),
            "tag",
            lambda: _page(topics, marked("主题"), marked("还没有自己的主题")),
            word_sheets.topics_kept(folder, stamps, topics),
        ),
    ]


def _of_pages(window: MainWindow, preferences: Preferences, stamps: Stamps) -> list[Section]:
    profiles, templates = home.profiles_folder(), home.templates_folder()
    choices = window.exporter
    return [
        Section(
            "profiles",
            marked("版式"),
            marked("页边、行距、字体；平常用哪个，本单位有没有自己的"),
            "article",
            lambda: ProfilesPage(profiles, preferences.show_preview),
            profiles_kept(profiles, stamps, lambda: choices.choices, choices.use),
        ),
        Section(
            "templates",
            marked("模板"),
            marked("本单位自己的模板，有错的指出在哪一行"),
            "files",
            lambda: TemplatesPage(templates, window.tasks),
            templates_kept(templates, stamps),
        ),
        Section(
            "fonts",
            marked("字体"),
            marked("平常用的版式要哪些字体，本机有没有，缺的用什么代替"),
            "text-t",
            lambda: FontsPage(lambda: choices.choices.chosen_profile(), window.tasks),
        ),
    ]


def _of_folders(window: MainWindow, preferences: Preferences, stamps: Stamps) -> Section:
    return Section(
        "folders",
        marked("文件夹和外观"),
        marked("东西放在哪里，备份留多久，浅色还是深色，界面语言"),
        "folder-open",
        lambda: FoldersPage(window.settings, window.tasks, window.importing.watching.ask),
        looks_kept(window.settings, stamps, preferences.use_appearance),
    )


def _page(sheet: Sheet, name: str, empty: str) -> SheetPage:
    return SheetPage(sheet, tr(name), tr(empty))


def _known_region(column: int, words: str) -> str:
    if column or not words:
        return ""
    found = office_sheets.region_words(words)
    return tr("认得：{name}。", name=found) if found else tr("没有认出这个地方，地名照原样写。")
