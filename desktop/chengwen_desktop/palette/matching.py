"""Which entries a few typed characters mean, in this order: by their beginning, words inside, initials, their text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from chengwen_desktop.palette.entries import Entry, Group, fold
from chengwen_desktop.palette.initials import find_initials
from chengwen_library.numbering import Mark, parse_mark, parse_numeral

_NARROW = str.maketrans("＞＃", ">#")
ONLY = {">": (Group.COMMANDS, Group.SETTINGS), "#": (Group.CLAUSES,)}
"""What a first character narrows the list down to."""

AT_MOST = {Group.RECENT: 5, Group.COMMANDS: 400, Group.CLAUSES: 400, Group.LIBRARY: 8, Group.SETTINGS: 100}
"""Rows of a group that are listed."""

BEFORE, AROUND = 6, 28
"""Characters that are shown before what was found in a text, and in all."""


class Rank(IntEnum):
    """How an entry was found, the best first."""

    BEGINNING = 0
    INSIDE = 1
    INITIALS = 2
    TEXT = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed: the groups that are asked for (none means all), the words, and the number they may stand for."""

    groups: tuple[Group, ...]
    words: tuple[str, ...]
    number: int | None
    mark: Mark | None


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that was found; `places` are the characters of its words that were meant."""

    entry: Entry
    rank: Rank
    places: frozenset[int] = frozenset()
    note: str = ""


def asked(text: str) -> Asked:
    """Return what was typed; full-width letters and digits count as plain ones."""
    plain = text.strip()
    groups = ONLY.get(plain[:1].translate(_NARROW), ())
    if groups:
        plain = plain[1:].strip()
    mark = parse_mark(plain)
    whole = mark if mark and mark.length == len(plain) else None
    words = tuple(fold(word) for word in plain.split())
    return Asked(groups, words, whole.number if whole else _numeral(plain), whole)


def find(entries: Iterable[Entry], what: Asked) -> list[tuple[Group, list[Match]]]:
    """Return the entries that are meant, in groups; the group with the best match comes first."""
    found: dict[Group, list[Match]] = {}
    for entry in entries:
        if what.groups and entry.group not in what.groups:
            continue
        match = match_entry(entry, what)
        if match is not None:
            found.setdefault(entry.group, []).append(match)
    groups = [(group, sorted(found[group], key=_order)[: AT_MOST[group]]) for group in Group if group in found]
    return sorted(groups, key=lambda one: one[1][0].rank) if what.words else groups


def match_entry(entry: Entry, what: Asked) -> Match | None:
    """Return how an entry is meant, None if it is not: all words must be in it."""
    if not what.words:
        return Match(entry, Rank.INSIDE, note=entry.note)
    by_number = _by_number(entry, what)
    if by_number is not None:
        return Match(entry, by_number, note=entry.note)
    parts = [_match_word(entry, word) for word in what.words]
    found = [part for part in parts if part is not None]
    if len(found) < len(parts):
        return None
    places = frozenset(place for part in found for place in part.places)
    note = next((part.note for part in found if part.note), entry.note)
    return Match(entry, max(part.rank for part in found), places, note)


def _match_word(entry: Entry, word: str) -> Match | None:
    rest = word.removeprefix(fold(entry.mark)) if entry.mark else word
    at = entry.folded.find(rest)
    if at >= 0:
        return Match(entry, Rank.INSIDE if at else Rank.BEGINNING, frozenset(range(at, at + len(rest))))
    places = find_initials(word, entry.sounds) if word.isascii() and word.isalnum() else ()
    if places:
        return Match(entry, Rank.INITIALS, frozenset(places))
    at = entry.body.lower().find(word)
    return Match(entry, Rank.TEXT, note=_around(entry.body, at)) if at >= 0 else None


def _by_number(entry: Entry, what: Asked) -> Rank | None:
    if what.number is None or entry.number is None or entry.number.number != what.number:
        return None
    is_same = what.mark is None or what.mark.form is entry.number.form
    return Rank.BEGINNING if is_same else Rank.INSIDE


def _order(match: Match) -> tuple[int, bool]:
    return match.rank, bool(match.entry.off)


def _around(text: str, at: int) -> str:
    start = max(0, at - BEFORE)
    return ("…" if start else "") + text[start : start + AROUND].replace("\n", " ")


def _numeral(text: str) -> int | None:
    try:
        return parse_numeral(text.strip("()（）第条项章节")) if text else None
    except ValueError:
        return None


def first_of_late(entries: Sequence[Entry], late: Sequence[str]) -> list[tuple[Group, list[Match]]]:
    """Return all entries as they are listed before anything is typed: those used of late first."""
    by_id = {entry.id: entry for entry in entries if entry.id}
    recent = [Match(by_id[name], Rank.BEGINNING, note=by_id[name].note) for name in late if name in by_id]
    rest = find((entry for entry in entries if entry.id not in late[: AT_MOST[Group.RECENT]]), asked(""))
    return [(Group.RECENT, recent[: AT_MOST[Group.RECENT]]), *rest] if recent else rest
