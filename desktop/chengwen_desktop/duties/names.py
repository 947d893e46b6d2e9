"""The names of organs that are offered while one is typed: the register's, then those the draft has. No Qt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from chengwen_desktop.palette.entries import fold
from chengwen_desktop.palette.initials import Sounds, find_initials, sounds
from chengwen_library.model import Measure
from chengwen_templates.duties import organs_named
from chengwen_templates.office import Office

MOST = 5
"""Names that are offered at once."""

_BETWEEN = re.compile(r"[、，,；;\s]+")


@dataclass(frozen=True, slots=True)
class Name:
    """A name to be written, found by itself and by the other names of the organ."""

    words: str
    others: tuple[str, ...] = ()
    folded: tuple[str, ...] = field(init=False)
    sounds: Sounds = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "folded", tuple(map(fold, (self.words, *self.others))))
        object.__setattr__(self, "sounds", sounds(self.words))


def names(office: Office, draft: Measure) -> tuple[Name, ...]:
    """Return the organs to choose from by their first short names; those that were renamed are left out."""
    held = [one for one in office.organs if one.successor is None]
    own = [Name(*_first(one.short_names, one.name)) for one in held]
    known = {name for one in office.organs for name in (one.name, *one.short_names)}
    return (*own, *(Name(organ) for organ in organs_named(draft) if organ not in known))


def matching(known: Iterable[Name], typed: str, without: Sequence[str] = ()) -> list[str]:
    """Return the names that a few typed characters mean, those that begin with them first, but none of `without`."""
    wanted = fold(typed)
    ranks = ((_rank(one, wanted), one.words) for one in known if one.words not in without)
    found = sorted((rank, place, words) for place, (rank, words) in enumerate(ranks) if rank is not None)
    return [words for _, _, words in found][:MOST]


def split_names(words: str) -> tuple[str, ...]:
    """Return the names in a field, each once, in their order."""
    return tuple(dict.fromkeys(filter(None, _BETWEEN.split(words))))


def name_at(words: str, at: int) -> tuple[int, int]:
    """Return where the name that a place is in begins and ends."""
    begins = [match.end() for match in _BETWEEN.finditer(words, 0, at)]
    behind = _BETWEEN.search(words, at)
    return (begins[-1] if begins else 0), (behind.start() if behind else len(words))


def _first(short: tuple[str, ...], full: str) -> tuple[str, tuple[str, ...]]:
    return (short[0], (full, *short[1:])) if short else (full, ())


def _rank(one: Name, wanted: str) -> int | None:
    places = [folded.find(wanted) for folded in one.folded]
    if 0 in places:
        return 0
    if max(places) > 0:
        return 1
    return 2 if wanted.isascii() and wanted and find_initials(wanted, one.sounds) else None
