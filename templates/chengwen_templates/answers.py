"""The answers file: what a person fills in for a draft, in TOML.

[measure]                 # fields of the measure's template
region = "示例市"

[notice]                  # the notice's template and its fields; without it there is no notice
template = "印发通知"

[[clauses]]               # taken from the library …
measure = "鄂州市监〔2024〕35号"      # id, 文号 or title
eid = "（八）"                        # eId or the marks as printed
under = "加大知识产权金融支持"         # heading or mark of a part; none: the first level
place = "topic"                       # instead of under: beside the clauses on the same topic
adapt = true                          # put the own place's and organs' names in; or a table of words
slots = true                          # make amounts, years and names blanks; or a table of words and values

[[clauses]]               # … or written by the drafter
heading = "…"
text = "…"
under = "…"
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

import tomli

from chengwen_library.errors import InvalidAnswers

TABLES = ("measure", "notice", "clauses")
CLAUSE_KEYS = ("measure", "eid", "under", "adapt", "heading", "text", "place", "slots")
BY_TOPIC = "topic"
"""What `place` says of a clause that finds its place by what it is about."""


@dataclass(frozen=True, slots=True)
class ClauseAnswer:
    """One clause wanted in the draft: from the library (`measure`, `eid`) or of the drafter's own words.

    `slots` are the words of slots and their values, "" to leave one blank; True for all blank.
    """

    measure: str | None
    eid: str | None
    under: str | None
    adapt: bool | dict[str, str]
    heading: str | None
    text: str | None
    place: str | None = None
    slots: bool | dict[str, str] = False


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered; the fields are checked against their templates later."""

    measure: dict[str, Any]
    notice: dict[str, Any] | None
    clauses: tuple[ClauseAnswer, ...]

    @property
    def measures(self) -> tuple[str, ...]:
        """The measures that clauses are taken from, as they are named: by id, 文号 or title."""
        return tuple(dict.fromkeys(clause.measure for clause in self.clauses if clause.measure))


def parse_answers(content: str, name: str) -> Answers:
    """Return the answers in the content of a file called `name`. Raises InvalidAnswers with one line."""
    try:
        tables = tomli.loads(content)
    except (tomli.TOMLDecodeError, RecursionError) as error:
        raise InvalidAnswers(f"“{name}”不是正确的 TOML：{error}。") from error
    unknown = sorted(set(tables) - set(TABLES))
    if unknown:
        raise InvalidAnswers(f"“{name}”里没有“{unknown[0]}”这一节。可以写的有：{'、'.join(TABLES)}。")
    clauses = tables.get("clauses", [])
    return Answers(
        measure=tables.get("measure", {}),
        notice=tables.get("notice"),
        clauses=tuple(_clause(entry, number) for number, entry in enumerate(clauses, start=1)),
    )


def _clause(entry: dict[str, Any], number: int) -> ClauseAnswer:
    unknown = sorted(set(entry) - set(CLAUSE_KEYS))
    if unknown:
        raise InvalidAnswers(
            f"第 {number} 个 [[clauses]] 里没有“{unknown[0]}”这一项。可以写的有：{'、'.join(CLAUSE_KEYS)}。"
        )
    texts = {key: entry.get(key) for key in CLAUSE_KEYS if key not in ("adapt", "slots")}
    if any(value is not None and not isinstance(value, str) for value in texts.values()):
        raise InvalidAnswers(f"第 {number} 个 [[clauses]] 里除 adapt、slots 以外都应当是文字。")
    if not (entry.get("measure") and entry.get("eid")) and not entry.get("text"):
        raise InvalidAnswers(f"第 {number} 个 [[clauses]] 要么写 measure 和 eid，要么写 text。")
    if entry.get("place") not in (None, BY_TOPIC) or (entry.get("place") and entry.get("under")):
        raise InvalidAnswers(f"第 {number} 个 [[clauses]] 的 place 只能写 topic（按主题放），并且不同时写 under。")
    return ClauseAnswer(**texts, adapt=_words(entry, "adapt", number), slots=_words(entry, "slots", number))


def _words(entry: dict[str, Any], key: str, number: int) -> bool | dict[str, str]:
    given: object = entry.get(key, False)
    if isinstance(given, bool):
        return given
    table = cast("dict[str, object]", given) if isinstance(given, dict) else {"": None}
    words = {old: new for old, new in table.items() if isinstance(new, str)}
    if words != table:
        raise InvalidAnswers(f"第 {number} 个 [[clauses]] 的 {key} 应当是 true、false，或者“原词 = 新词”的表。")
    return words
