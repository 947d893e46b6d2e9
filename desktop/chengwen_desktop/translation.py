"""The interface's words: Chinese is the source, Qt's translation system has the rest.

Words that are looked up when the module is read (tables of commands) are marked with
`marked` and given to `tr` when they are shown. `make translations` takes up what both are given.
"""

from __future__ import annotations

import re
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

CONTEXT = ""
"""The one context of all words, as lupdate knows functions of no class, so that the same words are translated once."""

PLURAL = "|"
"""Stands in a translation between the words for a {count} of one and those for others: Chinese has no plural.

Qt would take the forms from calls that have the number as an argument of its own, which ours are not.
"""

_MNEMONIC = re.compile(r"\(&\w\)|&(?=\w)")
_BRACKET = re.compile(r"（| \(")


def tr(words: str, /, **values: object) -> str:
    """Return the words in the interface's language, with `values` for their {names}."""
    translated = QCoreApplication.translate(CONTEXT, words) if words else words
    if not values:
        return translated
    one, _, many = translated.partition(PLURAL)
    return (one if str(values.get("count")) == "1" else many or one).format(**values)


def marked(words: str) -> str:
    """Return the words as they are; they are taken up for translation, and `tr` is called when they are shown."""
    return words


def day_words(day: date) -> str:
    """Return a day as the interface says it: 2026年1月20日, in English 2026-01-20. Documents have `date_words`."""
    return tr("{year}年{month}月{day}日", year=day.year, month=day.month, day=day.day)


def moment_words(at: datetime, today: date) -> str:
    """Return a time as people say it: 14:31 if it is today's, else 1月20日 14:31, in other years with the year."""
    if at.date() == today:
        return f"{at:%H:%M}"
    is_this_year = at.year == today.year
    day = tr("{month}月{day}日", month=at.month, day=at.day) if is_this_year else day_words(at)
    return f"{day} {at:%H:%M}"


def plain(words: str) -> str:
    """Return the words of a command without mnemonic and …: 新建(&N)… and &New… are 新建 and New."""
    return _MNEMONIC.sub("", words).rstrip("…")


def before_key(tip: str) -> str:
    """Return the name at the beginning of a tooltip, before the key in brackets: 上一面（PageUp） is 上一面."""
    return _BRACKET.split(tip, maxsplit=1)[0]
