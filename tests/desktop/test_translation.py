"""Every word of the interface can be translated, and is: into English, all of them, with their fields."""

import ast
import importlib.util
import string
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from catalogue import CHINESE, english
from chengwen_desktop import language
from chengwen_desktop.language import Language, chosen, speak
from chengwen_desktop.translation import PLURAL, before_key, day_words, plain, tr

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "desktop" / "chengwen_desktop"

specification = importlib.util.spec_from_file_location("translations", ROOT / "build_spec" / "translations.py")
translations = importlib.util.module_from_spec(specification)
specification.loader.exec_module(translations)

WORDS = ("tr", "marked")

NO_WORDS = ("compile", "sub", "split", "strip", "rstrip", "replace", "maketrans", "horizontalAdvance", "removeprefix")
"""Functions whose arguments are patterns and measures of text, and no words."""

DOCUMENTS = {
    "checking/asking.py": "what answers write into the draft",
    "creating/example.py": "a document as it would print",
    "creating/values.py": "answers as templates take them",
    "exporting/choices.py": "told by the command line alone",
    "help/pages.py": "the guide, which is Chinese",
}
"""Modules that are about such words altogether."""

CONTENT = {
    "clause/taking.py": {"。"},
    "draft/lines.py": {"：", "。"},
    "draft/pane.py": {"关于印发《", "》的通知"},
    "draft/pasting.py": {"剪贴板"},
    "draft/ranges.py": {"。"},
    "draft/rewriting.py": {"。"},
    "printing/finishing.py": {"成文", "、"},
    "printing/pdf.py": {"成文"},
    "checking/words.py": {"实务"},
    "citing/units.py": {"第", "款"},
    "clause/words.py": {"《", "》", "：", "、"},
    "compare/pairs.py": {"《", "》"},
    "compare/side.py": {"《", "》"},
    "compare/view.py": {"主题:"},
    "creating/starting.py": {"主题:"},
    "draft/notice_fields.py": {"是", "出席", "请假", "列席", "、", "年", "月", "日"},
    "duties/field.py": {"、"},
    "fonts/found.py": {"宋体"},
    "importing/doubts.py": {"网页时间", "、"},
    "importing/fields.py": {
        *("若干措施", "实施意见", "工作方案", "实施方案", "行动计划"),
        *("管理办法", "实施细则", "工作措施", "规划", "条例", "、"),
    },
    "importing/nodes.py": {"、", "标为无关"},
    "palette/controller.py": {"文号", "地区", "类型"},
    "preferences/profile_figures.py": {"版式"},
    "preferences/sheets.py": {"、"},
    "search/model.py": {"《", "》"},
    "search/start.py": {"质押融资 风险补偿", "先使用后付费", "怎么鼓励银行给专利贷款", '"开放许可"'},
}
"""Words of documents and of queries, which are Chinese in every language of the interface."""


@cache
def trees():
    found = translations.sources()
    return [(one.relative_to(PACKAGE).as_posix(), ast.parse(one.read_text(encoding="utf-8"))) for one in found]


def test_every_word_of_the_interface_is_taken_up_for_translation():
    left = {name: set(_bare_words(tree)) - CONTENT.get(name, set()) for name, tree in trees() if name not in DOCUMENTS}
    assert {name: words for name, words in left.items() if words} == {}


def test_exceptions_are_about_words_that_are_there():
    bare = {name: set(_bare_words(tree)) for name, tree in trees()}
    assert {name: words - bare[name] for name, words in CONTENT.items() if words - bare[name]} == {}
    assert [name for name in DOCUMENTS if not bare[name]] == []


def test_nothing_is_translated_before_the_language_is_known():
    found = {name: [node.lineno for node in _run_at_import(tree) if _is_call(node, "tr")] for name, tree in trees()}
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_every_word_has_a_finished_english_translation():
    taken_up = {words for _, tree in trees() for words in _given_words(tree)} | set(translations.other_words())
    assert sorted(words for words in taken_up if not english().get(words)) == []
    assert sorted(set(english()) - taken_up) == []


def test_a_translation_has_the_fields_and_the_mnemonic_of_its_source():
    wrong = [
        (words, form)
        for words, translation in english().items()
        for form in (translation.split(PLURAL) if "{" in words else [translation])
        if _fields(form) != _fields(words) or ("&" in form) != ("&" in words)
    ]
    assert wrong == []


def test_the_compiled_words_are_those_of_the_source(tmp_path):
    translations.compile_into(tmp_path / "made.qm")
    assert (tmp_path / "made.qm").read_bytes() == translations.COMPILED.read_bytes()


@pytest.fixture
def in_english(qapp):
    speak(qapp, Language.ENGLISH)
    yield
    speak(qapp, Language.CHINESE)


def test_english_is_spoken_when_it_is_chosen(in_english):
    assert tr("保存(&S)") == "&Save"
    assert tr("已导出“{name}”", name="甲.docx") == '"甲.docx" exported'
    assert tr("没有人译过的话") == "没有人译过的话"


def test_english_tells_one_from_many(in_english):
    assert [tr("{count} 条", count=count) for count in (0, 1, 2)] == ["0 clauses", "1 clause", "2 clauses"]
    assert tr("{count:,} 条", count=1200) == "1,200 clauses"


def test_chinese_is_spoken_again(qapp):
    speak(qapp, Language.ENGLISH)
    speak(qapp, Language.CHINESE)
    assert tr("{count} 条", count=1) == "1 条"
    assert len(language._installed) == 1


@pytest.mark.parametrize(
    ("choice", "system", "spoken"),
    [
        (Language.CHINESE, "en_US", Language.CHINESE),
        (Language.ENGLISH, "zh_CN", Language.ENGLISH),
        (Language.SYSTEM, "zh_CN", Language.CHINESE),
        (Language.SYSTEM, "en_GB", Language.ENGLISH),
        (Language.SYSTEM, "fr_FR", Language.CHINESE),
    ],
)
def test_the_systems_language_is_followed_only_if_that_is_chosen(choice, system, spoken):
    assert chosen(choice, QLocale(system)) is spoken


@pytest.mark.parametrize(
    ("words", "name"), [("新建(&N)…", "新建"), ("&New…", "New"), ("Sa&ve", "Save"), ("甲 & 乙", "甲 & 乙")]
)
def test_a_command_is_named_without_its_mnemonic(words, name):
    assert plain(words) == name


def test_a_tooltip_begins_with_a_name_in_both_languages(in_english):
    assert before_key("上一面（PageUp）") == "上一面"
    assert before_key(tr("上一面（PageUp）")) == "Previous page"


def test_a_day_is_written_so_that_month_and_day_are_not_mixed_up(in_english):
    assert day_words(date(2026, 1, 9)) == "2026-01-09"


def _bare_words(tree):
    """Yield the Chinese words of a module that are given neither to `tr` nor to `marked`, nor are no words."""
    taken = {id(word) for node in ast.walk(tree) for word in _arguments(node) if isinstance(word, ast.Constant)}
    taken |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # docstrings
    for node in ast.walk(tree):
        is_bare = isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in taken
        if is_bare and CHINESE.search(node.value):
            yield node.value


def _arguments(node):
    if not isinstance(node, ast.Call):
        return []
    name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
    if name in NO_WORDS:
        return [below for argument in node.args for below in ast.walk(argument)]
    return node.args[:1] if name in WORDS else []


def _given_words(tree):
    for node in ast.walk(tree):
        if any(_is_call(node, name) for name in WORDS) and isinstance(node.args[0], ast.Constant):
            yield node.args[0].value


def _is_call(node, name):
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name


def _run_at_import(node):
    """Yield what runs when a module is read: all but the bodies of functions; their defaults and decorators do."""
    yield node
    for name, below in ast.iter_fields(node):
        within = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) and name == "body"
        for child in [] if within else below if isinstance(below, list) else [below]:
            if isinstance(child, ast.AST):
                yield from _run_at_import(child)


def _fields(words):
    return {name.partition(".")[0] for _, name, _, _ in string.Formatter().parse(words) if name}
