"""What is copied from the page: text with the numbers as they print, and the units themselves with their origins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from chengwen_desktop.draft.lines import BREAK, Line, Part, lines
from chengwen_desktop.draft.ranges import Stretch
from chengwen_library.akn.read import parse_measure
from chengwen_library.akn.write import render_measure
from chengwen_library.errors import ChengwenError
from chengwen_library.model import Form, Measure, Unit
from chengwen_templates.draft import new_wid

FORMAT = "application/x-chengwen-units"
"""The MIME type of units copied whole, as a measure in Akoma Ntoso."""

_NAMELESS = "/akn/cn-0000/act/0001/1"
"""The identity of the measure that copied units travel in; a file cannot do without."""

_SPACED = (Form.PART, Form.CHAPTER, Form.SECTION, Form.ARTICLE)


def copied_text(draft: Measure, stretch: Stretch) -> str:
    """Return the words of a stretch; paragraphs copied from their start have their numbers if there are several."""
    return "\n".join(words.replace(BREAK, "\n") for words in _rows(draft, stretch))


def copied_units(draft: Measure, stretch: Stretch) -> bytes | None:
    """Return the units that a stretch covers whole, for pasting; None if a part of one is left out."""
    every = lines(draft)
    keys = [line.key for line in every]
    over = every[keys.index(stretch.first) : keys.index(stretch.last) + 1]
    if stretch.start or stretch.end < len(over[-1].text) or any(line.unit is None for line in over):
        return None
    covered = {line.key for line in over}
    whole = {unit.wid for unit in draft.walk() if _keys(unit, every) <= covered}
    tops = _tops(draft.units, whole)
    if {line.unit.wid for line in over if line.unit} != {unit.wid for top in tops for unit in top.walk()}:
        return None
    return render_measure(Measure(id=_NAMELESS, units=tops))


def pasted_units(content: bytes) -> tuple[Unit, ...]:
    """Return copied units with identities of their own, none if there are none in the bytes."""
    try:
        units = parse_measure(content, FORMAT).units
    except ChengwenError:
        return ()
    return tuple(map(_renewed, units))


def _rows(draft: Measure, stretch: Stretch) -> Iterator[str]:
    every = lines(draft)
    keys = [line.key for line in every]
    first, last = keys.index(stretch.first), keys.index(stretch.last)
    for place, line in enumerate(every[first : last + 1], start=first):
        start = stretch.start if place == first else 0
        end = stretch.end if place == last else len(line.text)
        whole = start == 0 and (stretch.is_wide or end == len(line.text))
        yield (_number(line) if whole else "") + line.text[start:end]


def _number(line: Line) -> str:
    if line.part is not Part.UNIT or line.unit is None:
        return ""
    return line.unit.num + ("　" if line.unit.form in _SPACED and line.text else "")


def _keys(unit: Unit, every: list[Line]) -> set[tuple[Part, str]]:
    wids = {below.wid for below in unit.walk()}
    return {line.key for line in every if line.key[1] in wids}


def _tops(units: tuple[Unit, ...], whole: set[str]) -> tuple[Unit, ...]:
    found: list[Unit] = []
    for unit in units:
        found += [unit] if unit.wid in whole else _tops(unit.children, whole)
    return tuple(found)


def _renewed(unit: Unit) -> Unit:
    return replace(unit, wid=new_wid(), locked=False, children=tuple(map(_renewed, unit.children)))
