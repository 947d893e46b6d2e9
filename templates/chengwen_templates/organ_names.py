"""Names of organs in a clause from elsewhere, in the words of the office's register."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from chengwen_templates.office import Office, Organ
from chengwen_templates.place_names import Region

MOST_RENAMINGS = 8
"""Renamings one after another that are followed; no organ was renamed so often."""

_SAME_ENDS = (("委员会", "委"), ("办公室", "办"), ("办公厅", "办"))


class Why(StrEnum):
    """Why words are to be replaced; the value is what people are told."""

    PLACE = "地名"
    LEVEL = "层级"
    ORGAN = "本地的机关"
    SUCCESSOR = "机关改名"
    SHORT_NAME = "机关名录里的写法"


def organ_here(name: str, source: Region | None, own: Region, office: Office) -> tuple[str, Why] | None:
    """Return what an organ of the source's is called in the office's place, and why; None if it keeps its name.

    A name with the source's place in it becomes the full name that the register has for such an organ
    here. Without a place, the register says under which name it lists the organ, and who came after it.
    """
    elsewhere = source is not None and own.name not in ("", source.name)
    if source is not None and elsewhere and (source.name in name or source.short in name):
        return _with_place(name, source, own, office)
    return _plain(name, own, office) or _of_other_level(name, source, own, office)


def _plain(name: str, own: Region, office: Office) -> tuple[str, Why] | None:
    if (now := _now(name, office)) != name:
        return now, Why.SUCCESSOR
    in_full = own.name[:-1] + name
    if (now := _now(in_full, office)) != in_full:
        return now, Why.SUCCESSOR
    if office.organ(name) or office.organ(in_full) or name.startswith("各"):
        return None
    organ = _abbreviated(name, office)
    if organ is None:
        return None
    usual = organ.short_names[0] if organ.short_names else organ.name
    now = _now(usual, office)
    return (now, Why.SHORT_NAME if now == usual else Why.SUCCESSOR) if now != name else None


def _with_place(name: str, source: Region, own: Region, office: Office) -> tuple[str, Why] | None:
    for candidate in _candidates(name, source, own):
        organ = office.organ(candidate) or _abbreviated(candidate, office)
        if organ is not None:
            now = _now(organ.name, office)
            return now, Why.ORGAN if now == organ.name else Why.SUCCESSOR
    local = name.replace(source.name, own.name)
    now = _now(local, office)
    return (now, Why.SUCCESSOR) if now != local else None


def _candidates(name: str, source: Region, own: Region) -> Iterator[str]:
    """Yield what the organ may be called here: 鄂州市财政局 → 示例市财政局, 市财政局; 武汉海关 → 示例海关."""
    yield name.replace(source.name, own.name).replace(source.short, own.short)
    for place in (source.name, source.short):
        if name.startswith(place):
            rest = name.removeprefix(place)
            yield own.name + rest
            yield own.level + rest


def _of_other_level(name: str, source: Region | None, own: Region, office: Office) -> tuple[str, Why] | None:
    """Return the organ of the own level for one of the source's: 自治区科技厅 has none, 省财政厅 neither."""
    if source is None or not own.name or source.level == own.level:
        return None
    prefix = "自治区" if source.name.endswith("自治区") else source.level
    here = office.organ(own.level + name.removeprefix(prefix)) if name.startswith(prefix) else None
    return (_now(here.short_names[0] if here.short_names else here.name, office), Why.ORGAN) if here else None


def _now(name: str, office: Office) -> str:
    """Return what an organ is called after all its renamings."""
    for _ in range(MOST_RENAMINGS):
        heir = office.successor(name)
        if heir is None or heir == name:
            break
        name = heir
    return name


def _abbreviated(name: str, office: Office) -> Organ | None:
    """Return the only organ of the register whose full name a short one can stand for: 市发改委, 市发展改革委."""
    found = [organ for organ in office.organs if _stands_for(name, organ.name)]
    return found[0] if len(found) == 1 else None


def _stands_for(short: str, full: str) -> bool:
    """Tell whether the characters of a short name stand in the full one in their order, to the same end."""
    for long_end, short_end in _SAME_ENDS:
        if full.endswith(long_end) and not short.endswith(long_end):
            full = full.removesuffix(long_end) + short_end
    rest = iter(full)
    return len(short) > 2 and short[-1] == full[-1] and all(character in rest for character in short)
