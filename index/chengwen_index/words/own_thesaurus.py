"""The office's own synonyms (`thesaurus.toml` in its folder): read with every fault told, written as people read them.

same = [["数据知识产权", "数据产权"]]

[also]
"专利贷" = ["质押融资", "质押贷款"]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from chengwen_index.words.thesaurus import Entry
from chengwen_library.own_files import Fault, OwnFile, are_texts, quoted

THESAURUS = "thesaurus.toml"
"""The name of the file."""

SHORTEST = 2
"""Characters of a word."""

MOST_OTHERS = 12
"""Words that are looked for along with one; more would find nearly everything."""

_HEAD = "# 本单位自己的近义词，加在附带的上面。same：可以互换的说法；also：查左边的，连同右边的一起查。\n"


@dataclass(frozen=True, slots=True)
class OwnThesaurus:
    """Groups of words that mean the same, words with others to look for too; and what is wrong with the file."""

    same: tuple[tuple[str, ...], ...]
    also: tuple[tuple[str, tuple[str, ...]], ...]
    faults: tuple[Fault, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What it says, as `thesaurus.use_own_synonyms` takes it."""
        return (*((group, group) for group in self.same), *(((word,), others) for word, others in self.also))


def load_own_thesaurus(folder: Path) -> OwnThesaurus:
    """Return the synonyms in the office's folder; none if there is no file."""
    return _read(OwnFile.read(folder / THESAURUS))


def check_own_thesaurus(values: Mapping[str, Any]) -> OwnThesaurus:
    """Return what a file of these values would say; its faults name entries of `same` and `also`, no lines."""
    return _read(OwnFile(THESAURUS, values))


def render_own_thesaurus(same: Sequence[Sequence[str]], also: Sequence[tuple[str, Sequence[str]]]) -> str:
    """Return the file that says these synonyms."""
    lines = [_HEAD, "same = [", *(f"    {quoted(list(group))}," for group in same), "]", "", "[also]"]
    return "\n".join([*lines, *(f"{quoted(word)} = {quoted(list(others))}" for word, others in also), ""])


def _read(file: OwnFile) -> OwnThesaurus:
    made = OwnThesaurus(tuple(_same(file)), tuple(_also(file)))
    file.refuse_others({"same", "also"})
    return OwnThesaurus(made.same, made.also, tuple(file.faults))


def _same(file: OwnFile) -> Iterator[tuple[str, ...]]:
    given = file.values.get("same", [])
    if not isinstance(given, list):
        file.fault("same 应当是方括号里的几组词。", key="same")
        return
    for entry, group in enumerate(cast("list[object]", given)):
        if not are_texts(group) or len(group) < SHORTEST:
            file.fault(f"same 的第 {entry + 1} 组要有两个以上的词。", key="same", entry=entry)
        elif wrong := _too_short(group):
            file.fault(wrong, key="same", entry=entry)
        else:
            yield tuple(group)


def _also(file: OwnFile) -> Iterator[tuple[str, tuple[str, ...]]]:
    given = file.values.get("also", {})
    if not isinstance(given, dict):
        file.fault("一个说法带出几个词的，写在 [also] 下面，一行一个。", key="also")
        return
    for entry, (word, others) in enumerate(cast("dict[str, object]", given).items()):
        if not are_texts(others) or not others:
            file.fault(f"“{word}”右边要有词。", "also", word, entry=entry)
        elif len(others) > MOST_OTHERS:
            file.fault(f"“{word}”右边有 {len(others)} 个词，最多 {MOST_OTHERS} 个。", "also", word, entry=entry)
        elif wrong := _too_short([word, *others]):
            file.fault(wrong, "also", word, entry=entry)
        else:
            yield word, tuple(others)


def _too_short(words: Sequence[str]) -> str:
    """Return what is wrong with the words, nothing if nothing is."""
    for word in words:
        if len(word.strip()) < SHORTEST:
            return f"“{word}”太短。至少写 {SHORTEST} 个字。"
        if len(word.split()) > 1:
            return f"“{word}”里有空格。一个词中间不留空格。"
    return ""
