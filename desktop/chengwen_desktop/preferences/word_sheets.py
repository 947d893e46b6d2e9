"""近义词 and 主题 as tables: their columns, their checks, their files. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from chengwen_desktop.preferences.kept import Broken, Kept, Stamps
from chengwen_desktop.preferences.sheets import (
    TICKED,
    CellFault,
    Cells,
    Column,
    Rows,
    Sheet,
    joined,
    rows_of,
    split_words,
)
from chengwen_desktop.translation import marked, tr
from chengwen_index.words.own_thesaurus import (
    THESAURUS,
    check_own_thesaurus,
    load_own_thesaurus,
    render_own_thesaurus,
)
from chengwen_library.facts.own_topics import TOPICS, check_own_topics, load_own_topics, render_own_topics
from chengwen_library.facts.topics import Topic, shipped_topics
from chengwen_library.files import write_atomically

_TOPIC_KEYS = ("name", "parent", "words", "heads", "marks")


def synonyms_sheet() -> Sheet:
    """Return the table of the office's synonyms."""
    return Sheet(
        (
            Column(marked("查的词"), marked("人们查的时候的说法，如“专利贷”"), 3),
            Column(marked("也查这些词"), marked("文件里的写法，几个用顿号隔开"), 6),
            Column(
                marked("可以互换"),
                marked("打钩：查其中一个，连同其余的一起查；不打钩：只从左边查到右边"),
                2,
                ticked=True,
            ),
        ),
        _check_synonyms,
        marked("组近义词"),
    )


def topics_sheet() -> Sheet:
    """Return the table of the office's topics."""
    return Sheet(
        (
            Column(
                marked("主题"), marked("新主题的名称；同附带的主题同名，就把词添进那一个"), 2, suggestions=_topic_names
            ),
            Column(marked("上位主题"), marked("可以没有"), 2, suggestions=_broad_topics),
            Column(marked("提到它的词"), marked("条标或正文里出现就算提到，几个用顿号隔开"), 4),
            Column(marked("只在条标里算的词"), marked("说法太泛、正文里不算的"), 3),
            Column(marked("一出现就算的话"), marked("正文里一出现就能断定主题的"), 3),
        ),
        _check_topics,
        marked("个主题"),
    )


def synonyms_kept(folder: Path, stamps: Stamps, sheet: Sheet) -> Kept[Rows]:
    """Return where the office's synonyms are kept."""

    def read() -> Rows:
        found = load_own_thesaurus(folder)
        if found.faults:
            raise Broken(found.faults)
        same = [(group[0], joined(group[1:]), TICKED) for group in found.same]
        return rows_of([*same, *((word, joined(others), "") for word, others in found.also)])

    def write(rows: Rows) -> None:
        same, also = _synonyms(sheet.written(rows))
        write_atomically(folder / THESAURUS, render_own_thesaurus(same, also).encode())

    return Kept(folder / THESAURUS, (), read, write, stamps)


def topics_kept(folder: Path, stamps: Stamps, sheet: Sheet) -> Kept[Rows]:
    """Return where the office's topics are kept."""

    def read() -> Rows:
        found = load_own_topics(folder)
        if found.faults:
            raise Broken(found.faults)
        return rows_of(
            [(one.name, one.parent or "", *map(joined, (one.words, one.heads, one.marks))) for one in found.topics]
        )

    def write(rows: Rows) -> None:
        topics = [
            Topic(name, parent or None, *(tuple(split_words(cell)) for cell in (words, marks, heads)))
            for name, parent, words, heads, marks in sheet.written(rows)
        ]
        write_atomically(folder / TOPICS, render_own_topics(topics).encode())

    return Kept(folder / TOPICS, (), read, write, stamps)


_Group = list[str]


def _synonyms(rows: Sequence[Cells]) -> tuple[list[_Group], list[tuple[str, _Group]]]:
    """Return the groups that mean the same, and the words with those that are looked for along with each."""
    same = [[word, *split_words(others)] for word, others, mutual in rows if mutual]
    return same, [(word, split_words(others)) for word, others, mutual in rows if not mutual]


@lru_cache(maxsize=4)
def _check_synonyms(rows: tuple[Cells, ...]) -> list[CellFault]:
    found: list[CellFault] = []
    seen: set[str] = set()
    places: dict[bool, list[int]] = {True: [], False: []}
    good: list[Cells] = []
    for place, cells in enumerate(rows):
        word, others, mutual = cells
        if not word:
            found.append(CellFault(place, 0, tr("没有写查的词。")))
        elif not split_words(others):
            found.append(CellFault(place, 1, tr("没有写也要查的词。")))
        elif not mutual and word in seen:
            found.append(CellFault(place, 0, tr("“{word}”前面已经写过，在那一行的右边添就可以。", word=word)))
        else:
            seen |= set() if mutual else {word}
            places[bool(mutual)].append(place)
            good.append(cells)
    same, also = _synonyms(good)
    faults = check_own_thesaurus({"same": same, "also": dict(also)}).faults
    return [*found, *(CellFault(places[one.key == "same"][one.entry or 0], 1, one.message) for one in faults)]


@lru_cache(maxsize=4)
def _check_topics(rows: tuple[Cells, ...]) -> list[CellFault]:
    tables: list[dict[str, Any]] = [
        {"name": name}
        | ({"parent": parent} if parent else {})
        | {"words": split_words(words), "heads": split_words(heads), "marks": split_words(marks)}
        for name, parent, words, heads, marks in rows
    ]
    faults = check_own_topics({"topic": tables}).faults
    return [CellFault(one.entry or 0, _TOPIC_KEYS.index(one.key or "name"), one.message) for one in faults]


def _topic_names() -> list[str]:
    return [topic.name for topic in shipped_topics()]


def _broad_topics() -> list[str]:
    return [topic.name for topic in shipped_topics() if topic.parent is None]
