"""政策工具: by which means a clause wants its end (奖励, 补贴, 贴息, 平台, 试点 …)."""

from __future__ import annotations

import re
from functools import cache

from chengwen_library.data import load_table
from chengwen_library.facts.words import any_of


def instruments(heading: str | None, text: str) -> tuple[str, ...]:
    """Return the instruments whose words the clause uses, in the order of facts/instruments.toml."""
    words, named = _words()
    found = {name for word in set(words.findall(f"{heading or ''}\n{text}")) for name in named[word]}
    return tuple(name for name in load_table("facts/instruments.toml")["instruments"] if name in found)


@cache
def _words() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    """Return the regex for all words, and the instruments that each of them stands for; ignored words for none."""
    table = load_table("facts/instruments.toml")
    named: dict[str, tuple[str, ...]] = dict.fromkeys(table["ignored"], ())
    for name, words in table["instruments"].items():
        for word in words:
            named[word] = (*named.get(word, ()), name)
    return any_of(named), named
