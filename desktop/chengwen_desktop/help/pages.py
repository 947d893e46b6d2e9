"""The guide as it is kept: one Markdown file for a page, beside pictures/. No widgets.

A command is written **文件 → 保存**（Ctrl+S）; where a person has changed the key, theirs is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import tomli

COMMAND = re.compile(r"\*\*([^*]+ → [^*]+)\*\*(?:（([^（）]+)）)?")
"""A command in a page: the menu and the words, and its key if it is told."""

_TABLE = re.compile(r"^\| 命令 \| 键 \|.*?(?=\n\n|\Z)", re.DOTALL | re.MULTILINE)
_MARKS = re.compile(r"!\[[^\]]*\]\([^)]*\)|\[([^\]]*)\]\([^)]*\)|[*`#]|^[-|>] ?|\|", re.MULTILINE)

BEFORE, AROUND = 10, 36
"""Characters that are shown before what was found, and in all."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the guide; `name` is that of its file without .md."""

    name: str
    title: str
    text: str

    @property
    def words(self) -> str:
        """The text without the marks of Markdown."""
        return _MARKS.sub(lambda found: found.group(1) or "", self.text)


@dataclass(frozen=True, slots=True)
class Hit:
    """A page with the words looked for, and a line around the first of them."""

    page: Page
    line: str


@dataclass(frozen=True, slots=True)
class Command:
    """A command as the guide names it: 文件 → 保存, and its key now."""

    place: str
    words: str
    key: str

    @property
    def name(self) -> str:
        """What stands in the guide."""
        return " → ".join([*filter(None, self.place.split(" › ")), self.words])


def folder() -> Path:
    """Return the folder of the pages."""
    return Path(str(files("chengwen_desktop").joinpath("help", "guide")))


@cache
def pages() -> tuple[Page, ...]:
    """Return the pages in the order of the contents."""
    return tuple(_read(name) for name in _contents()["pages"])


def page(name: str) -> Page:
    """Return a page by its name. Raises KeyError."""
    return {page.name: page for page in pages()}[name]


def page_for(modules: Iterable[str]) -> str:
    """Return the page about what has the focus: modules of it and of what it stands in, the innermost first."""
    places: dict[str, str] = _contents()["places"]
    for module in modules:
        parts = module.removeprefix("chengwen_desktop.").split(".")
        for length in range(len(parts), 0, -1):
            if ".".join(parts[:length]) in places:
                return places[".".join(parts[:length])]
    return pages()[0].name


def find(words: str) -> list[Hit]:
    """Return the pages with all the words; those that have them in the title come first."""
    wanted = words.lower().split()
    found = [page for page in pages() if wanted and all(word in page.words.lower() for word in wanted)]
    found.sort(key=lambda page: not all(word in page.title.lower() for word in wanted))
    return [Hit(page, _line(page.words, wanted[0])) for page in found]


def with_keys(text: str, commands: Iterable[Command]) -> str:
    """Return a page with the keys of now, in sentences and in the table of keys."""
    held = list(commands)
    keys = {command.name: command.key for command in held}
    text = COMMAND.sub(lambda found: _with_key(found, keys), text)
    return _TABLE.sub(lambda _: key_table(held), text)


def key_table(commands: Iterable[Command]) -> str:
    """Return the table of all commands that have a key."""
    rows = [f"| {command.words} | {command.key} | {command.place} |" for command in commands if command.key]
    return "\n".join(["| 命令 | 键 | 在哪里 |", "|---|---|---|", *rows])


def _with_key(found: re.Match[str], keys: Mapping[str, str]) -> str:
    key = keys.get(found.group(1))
    if found.group(2) is None or key is None:
        return found.group(0)
    return f"**{found.group(1)}**" + (f"（{key}）" if key else "")


def _line(text: str, word: str) -> str:
    at = text.lower().find(word)
    start = max(text.rfind("\n", 0, at) + 1, at - BEFORE)
    end = text.find("\n", at)
    return text[start : min(end if end >= 0 else len(text), start + AROUND)].strip()


def _read(name: str) -> Page:
    text = (folder() / f"{name}.md").read_text(encoding="utf-8")
    return Page(name, text.partition("\n")[0].removeprefix("# ").strip(), text)


@cache
def _contents() -> dict[str, Any]:
    return tomli.loads(files("chengwen_desktop").joinpath("help", "contents.toml").read_text(encoding="utf-8"))
