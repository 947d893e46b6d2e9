"""The history in words: what each version holds and how it differs from the one before. Pure, for a thread."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from chengwen_desktop.differences import differences, summary
from chengwen_desktop.draft.lines import figures
from chengwen_desktop.translation import tr
from chengwen_desktop.versions.store import Store, Version
from chengwen_library.errors import UnreadableFile
from chengwen_library.model import Measure


@dataclass(frozen=True, slots=True)
class Entry:
    """A state of the draft in its history; `version` is None for the draft as it is now, `draft` if it is unreadable.

    `changes` says how the state differs from the one before it.
    """

    version: Version | None
    draft: Measure | None
    characters: int
    clauses: int
    changes: str

    @property
    def name(self) -> str:
        """What the state is called."""
        if self.version is None:
            return tr("现在的文稿")
        return self.version.name or tr("没有名称")


def history(store: Store, now: Measure) -> list[Entry]:
    """Return the states of a draft, the latest first: as it is now, then its versions."""
    states: list[tuple[Version | None, Measure | None]] = [(None, now)]
    states += [(version, _read(store, version)) for version in store.versions()]
    return list(_entries(states))


def restored(now: Measure, former: Measure) -> Measure:
    """Return the former state as the draft goes on with it: its words and its form; the remarks are those of now."""
    drafting = former.drafting
    if drafting is not None and now.drafting is not None:
        drafting = replace(drafting, identity=now.drafting.identity)
    return replace(former, remarks=now.remarks, drafting=drafting)


def _read(store: Store, version: Version) -> Measure | None:
    try:
        return store.read(version)
    except UnreadableFile:
        return None


def _entries(states: list[tuple[Version | None, Measure | None]]) -> Iterator[Entry]:
    for place, (version, draft) in enumerate(states):
        before = next((one for _, one in states[place + 1 :] if one is not None), None)
        if draft is None:
            yield Entry(version, None, 0, 0, tr("已经损坏，读不出来"))
        else:
            yield Entry(version, draft, *figures(draft), _changes(before, draft))


def _changes(before: Measure | None, draft: Measure) -> str:
    if before is None:
        return tr("最早的版本")
    return summary(differences(_words_of(before), _words_of(draft))) or tr("没有改动")


def _words_of(draft: Measure) -> Measure:
    return replace(draft, remarks=())
