"""The office's own topics (`topics.toml` in its folder): read with every fault told, and written as people read them.

[[topic]]
name = "低空经济"
parent = "转化运用"          # 上位主题，可以没有
words = ["低空经济", "无人机"]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from chengwen_library.facts.topics import Topic, shipped_topics
from chengwen_library.own_files import Fault, OwnFile, are_texts, is_text, quoted

TOPICS = "topics.toml"
"""The name of the file."""

SHORTEST = 2
"""Characters of a word that suggests a topic; shorter ones stand everywhere."""

_HEAD = "# 本单位自己的主题，加在附带的主题上面。同名的，添上这里的词；parent 是上位主题。\n"
_KINDS = ("words", "marks", "heads")


@dataclass(frozen=True, slots=True)
class OwnTopics:
    """The topics of a file, and what is wrong with it; with a fault none of them may be used."""

    topics: tuple[Topic, ...]
    faults: tuple[Fault, ...]


def load_own_topics(folder: Path) -> OwnTopics:
    """Return the topics in the office's folder; none if there is no file."""
    return _read(OwnFile.read(folder / TOPICS))


def check_own_topics(values: Mapping[str, Any]) -> OwnTopics:
    """Return what a file of these values would say; its faults name entries, no lines."""
    return _read(OwnFile(TOPICS, values))


def render_own_topics(topics: Sequence[Topic]) -> str:
    """Return the file that says these topics."""
    lines = [_HEAD]
    for topic in topics:
        lines += ["[[topic]]", f"name = {quoted(topic.name)}"]
        lines += [f"parent = {quoted(topic.parent)}"] if topic.parent else []
        given = {kind: list(getattr(topic, kind)) for kind in _KINDS}
        lines += [f"{kind} = {quoted(words)}" for kind, words in given.items() if words or kind == "words"]
        lines.append("")
    return "\n".join(lines)


def _read(file: OwnFile) -> OwnTopics:
    topics = dict(_topics(file))
    file.refuse_others({"topic"})
    _check_parents(file, topics)
    return OwnTopics(tuple(topics.values()), tuple(file.faults))


def _topics(file: OwnFile) -> Iterator[tuple[int, Topic]]:
    tables = file.values.get("topic", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in cast("list[object]", tables)):
        file.fault("主题要一个一段，用 [[topic]] 开头。", "topic", "topic")
        return
    seen: set[str] = set()
    for place, table in enumerate(cast("list[dict[str, Any]]", tables)):
        topic = _topic(file, table, place)
        if topic is not None and topic.name in seen:
            file.fault(f"“{topic.name}”前面已经写过。", "topic", "name", place)
        elif topic is not None:
            seen.add(topic.name)
            yield place, topic


def _topic(file: OwnFile, table: dict[str, Any], place: int) -> Topic | None:
    for key in sorted(set(table) - {"name", "parent", *_KINDS}):
        file.fault(f"不认识“{key}”。一个主题可以写 name、parent、words、marks、heads。", "topic", key, place)
    name, parent = table.get("name"), table.get("parent")
    if not is_text(name):
        file.fault("没有写主题的名称。", "topic", "name", place)
        return None
    if parent is not None and not is_text(parent):
        file.fault("上位主题（parent）应当是引号里的名称。", "topic", "parent", place)
        parent = None
    kinds = [_words(file, table, kind, place) for kind in _KINDS]
    if not any(kinds):
        file.fault("没有写提到这个主题的词。", "topic", "words", place)
    return Topic(name, parent, *kinds)


def _words(file: OwnFile, table: dict[str, Any], kind: str, place: int) -> tuple[str, ...]:
    given = table.get(kind, [])
    if not are_texts(given):
        file.fault(f"{kind} 应当是方括号里的几个词。", "topic", kind, place)
        return ()
    for word in given:
        if len(word.strip()) < SHORTEST:
            file.fault(f"“{word}”太短。至少写 {SHORTEST} 个字。", "topic", kind, place)
    return tuple(given)


def _check_parents(file: OwnFile, topics: Mapping[int, Topic]) -> None:
    """Note parents that are not there, or are narrower topics themselves; a topic that ships keeps its own."""
    shipped = {topic.name: topic.parent for topic in shipped_topics()}
    known = {topic.name: topic.parent for topic in topics.values()} | shipped
    for place, topic in topics.items():
        if topic.parent is None:
            continue
        if topic.name in shipped and topic.parent != shipped[topic.name]:
            theirs = shipped[topic.name]
            words = f"在“{theirs}”下面，不能改" if theirs else "没有上位主题，不能加"
            file.fault(f"附带的主题“{topic.name}”{words}。", "topic", "parent", place)
        elif topic.parent not in known:
            file.fault(f"没有叫“{topic.parent}”的主题。", "topic", "parent", place)
        elif known[topic.parent] is not None:
            file.fault(f"“{topic.parent}”上面还有主题，不能再有下位主题。", "topic", "parent", place)
