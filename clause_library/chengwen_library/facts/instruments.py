"""政策工具: by which means a clause wants its end (奖励, 补贴, 贴息, 平台, 试点 …)."""

from __future__ import annotations

from functools import cache

from chengwen_library.data import load_table


def instruments(heading: str | None, text: str) -> tuple[str, ...]:
    """Return the instruments whose words the clause uses, in the order of facts/instruments.toml."""
    words = f"{heading or ''}\n{text}"
    return tuple(name for name, signs in _table().items() if any(sign in words for sign in signs))


@cache
def _table() -> dict[str, list[str]]:
    return load_table("facts/instruments.toml")["instruments"]
