"""责任分工: notes that are missing, labels that change, organs out of order or not in the register."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import tomli

from chengwen_library.folding import fold
from chengwen_library.model import Form, Unit
from chengwen_library.places import Place as UnitPlace
from chengwen_library.places import siblings
from chengwen_templates.checks.families.notes import Note, Role, is_noted, notes
from chengwen_templates.checks.finding import Finding, Fix, FixKind
from chengwen_templates.checks.passages import Part, Place
from chengwen_templates.checks.rules import rule
from chengwen_templates.checks.subject import Subject

MOST = 0.7
"""Share of clauses with a note from which on one without is conspicuous."""

FEWEST = 3
"""Clauses with a note, or notes of a kind, from which on a habit can be told."""


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is to be said of the notes of responsibility."""
    found = tuple(notes(subject))
    yield from _missing(subject)
    yield from _labels(found)
    yield from _without_lead(found)
    yield from _order(found)
    yield from _unknown(subject, found)


# responsible.missing


def _missing(subject: Subject) -> Iterator[Finding]:
    """Yield the clauses without a note among clauses that have one."""
    noted = {one.wid for one in subject.measure.walk() if _has_note(one)}
    groups = [group for group in _groups(subject.measure.units) if any(one.unit.wid in noted for one in group)]
    looked_at = [one for group in groups for one in group if not _needs_none(one.unit)]
    lacking = [one for one in looked_at if one.unit.wid not in noted]
    having = len(looked_at) - len(lacking)
    if having < FEWEST or having < MOST * len(looked_at):
        return
    for one in lacking:
        name = one.unit.num.rstrip("、.．") + (f"“{one.unit.heading}”" if one.unit.heading else "")
        message = f"{name}没有写责任单位，其他同类的 {having} 条都写了。核对后补上，或者确认这一条不用写。"
        fix = Fix(FixKind.ASK, "这一条由哪个单位负责？")
        part = Part.HEADING if one.unit.heading else Part.TEXT
        words = one.unit.heading or one.unit.text
        yield Finding(rule("responsible.missing"), Place(part, one.unit.wid, one.eid), words[:40], message, None, fix)


def _groups(units: Iterable[Unit], prefix: str = "", *, covered: bool = False) -> Iterator[list[UnitPlace]]:
    """Yield the clauses that stand side by side and say something themselves; a note behind them covers them all."""
    places = siblings(units, prefix)
    if not covered:
        yield [one for one in places if one.unit.form is not Form.PARAGRAPH and _is_clause(one.unit)]
    for one in (place for place in places if place.unit.children):
        own = is_noted(one.unit.intro or "") or is_noted(one.unit.wrap_up or "")
        yield from _groups(one.unit.children, one.eid, covered=covered or own)


def _is_clause(unit: Unit) -> bool:
    """Tell whether a unit has no headed units below it, and text of its own."""
    headed = any(child.heading for child in unit.children)
    return not headed and bool(unit.text or unit.children) and (unit.heading is not None or not unit.children)


def _has_note(unit: Unit) -> bool:
    texts = (text for one in unit.walk() for text in (one.text, one.intro, one.wrap_up) if text)
    return any(map(is_noted, texts))


def _needs_none(unit: Unit) -> bool:
    return _is_organisational(unit.heading or "", unit.text)


@lru_cache(maxsize=8192)
def _is_organisational(heading: str, text: str) -> bool:
    """Tell whether a clause is one that nobody need be named for: on organisation, validity, interpretation."""
    without = _any("missing", "without").search(heading)
    return without is not None or re.search(r"自.{0,20}日起|解释。", text) is not None


# responsible.label


def _labels(found: Sequence[Note]) -> Iterator[Finding]:
    """Yield the labels that say what most notes of the measure say in another word."""
    for names in _table()["classes"].values():
        labelled = [role for note in found for role in note if role.label and role.name in names]
        counts = Counter(role.name for role in labelled)
        if len(counts) < 2 or _stand_together(found, names):
            continue
        usual = max(counts, key=lambda name: (counts[name], -names.index(name)))
        for role in labelled:
            if role.name != usual:
                told = f"这里写“{role.name}”，全文多数写“{usual}”（{counts[usual]} 处）。统一写法。"
                yield _of_role(role, told, Fix(FixKind.REPLACE, usual))


def _stand_together(found: Sequence[Note], names: Sequence[str]) -> bool:
    """Tell whether a note tells two of the names apart: 第一责任单位 and 责任单位, 协办单位 and 参与单位."""
    return any(len({role.name for role in note if role.name in names}) > 1 for note in found)


def _without_lead(found: Sequence[Note]) -> Iterator[Finding]:
    """Yield the notes of several organs none of which leads, where most notes say who leads."""
    classes = _table()["classes"]
    led = [note for note in found if any(role.name in classes["lead"] for role in note)]
    if len(led) < FEWEST or len(led) < MOST * len(found):
        return
    for note in found:
        role = note[0]
        if note not in led and role.label and role.name in classes["duty"] and len(role.responsibility.organs) > 1:
            told = f"这里有 {len(role.responsibility.organs)} 个{role.name}，没有写由谁牵头；全文多数写明牵头单位。"
            yield _of_role(role, told + "核对后写明。", Fix(FixKind.ASK, "由哪个单位牵头？"))


def _of_role(role: Role, message: str, fix: Fix) -> Finding:
    span = role.label or role.responsibility.span
    text = role.passage.text[slice(*span)]
    return Finding(rule("responsible.label"), role.passage.place, text, message, span, fix)


# responsible.order


def _order(found: Sequence[Note]) -> Iterator[Finding]:
    for note in found:
        yield from _lead_first(note)
        for role in note:
            yield from _general_last(role)
        yield from _repeated(note)


def _lead_first(note: Note) -> Iterator[Finding]:
    leads = _table()["classes"]["lead"]
    first = note[0]
    for role in note[1:]:
        if role.name in leads and first.name not in leads:
            told = f"{role.name}排在{first.name}后面。先写{role.name}。"
            yield _ordered(role, role.label or role.responsibility.span, told)


def _general_last(role: Role) -> Iterator[Finding]:
    """Yield 各区县 in the midst of organs with names of their own; at the head it is meant to be the first."""
    general = _any("order", "last")
    for place, (organ, span) in enumerate(role.organs):
        if not place or not general.search(organ):
            continue
        if behind := [name for name, _ in role.organs[place + 1 :] if not name.startswith("各")]:
            yield _ordered(role, span, f"“{organ}”排在“{behind[0]}”前面。具体的机关在前，统称的在后。")
            return


def _repeated(note: Note) -> Iterator[Finding]:
    """Yield the organs that a note names twice."""
    named: set[str] = set()
    for role in note:
        for organ, span in role.organs:
            if organ in named:
                yield _ordered(role, span, f"“{organ}”在这一条里写了两次。留下一处。")
            named.add(organ)


def _ordered(role: Role, span: tuple[int, int], message: str) -> Finding:
    text = role.passage.text[slice(*span)]
    return Finding(rule("responsible.order"), role.passage.place, text, message, span)


# responsible.unknown


def _unknown(subject: Subject, found: Sequence[Note]) -> Iterator[Finding]:
    """Yield the organs that the office's register lacks; nothing if there is no register."""
    if not subject.office.organs:
        return
    for note in found:
        for role in note:
            for organ, span in role.organs:
                yield from _unknown_organ(subject, role, organ, span)


def _unknown_organ(subject: Subject, role: Role, organ: str, span: tuple[int, int]) -> Iterator[Finding]:
    names = {fold(organ), fold(re.sub(r"[（〈(].*?[）〉)]", "", organ))}
    region = subject.office.region or subject.measure.region or ""
    known = {fold(name) for one in subject.office.organs for name in (one.name, *one.short_names)}
    known |= {name.removeprefix(region) for name in known}
    if known & {*names, *(name.removeprefix(region) for name in names)} or _is_general(organ):
        return
    heir = subject.office.successor(organ)
    if heir is not None:
        told, fix = f"“{organ}”已经改为“{heir}”。改用现在的名称。", Fix(FixKind.REPLACE, heir)
    else:
        told, fix = f"机关名录里没有“{organ}”。核对名称；名称没有错的，补进机关名录。", None
    yield Finding(rule("responsible.unknown"), role.passage.place, organ, told, span, fix)


def _is_general(organ: str) -> bool:
    return any(_any("unknown", kind).search(organ) for kind in ("general", "superior"))


@cache
def _any(section: str, name: str) -> re.Pattern[str]:
    return re.compile("|".join(_table()[section][name]))


@cache
def _table() -> dict[str, Any]:
    source = files("chengwen_templates.checks.families") / "responsible.toml"
    return tomli.loads(source.read_text(encoding="utf-8"))
