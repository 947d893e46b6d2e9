"""A reading under review: a source and what a person corrected in it; everything shown follows from these. No Qt.

A review is never changed: each correction makes a new one, which remembers the states before and after it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from chengwen_desktop.importing import levels
from chengwen_desktop.importing.fields import with_changes
from chengwen_desktop.importing.figures import Figures, count
from chengwen_desktop.importing.nodes import Places, places_of
from chengwen_desktop.importing.source import Source, left_out
from chengwen_desktop.translation import tr
from chengwen_library.model import Form, Measure
from chengwen_library.numbering import parse_mark
from chengwen_library.reading.corrections import NONE, Corrections, Spot, spot
from chengwen_library.reading.reader import read_lines
from chengwen_library.reading.report import Reading

Overrides = Mapping[int, Mapping[str, Any]]
"""New values of fields for each measure, by its number."""


class NotPossible(Exception):
    """A correction that cannot be made here; the message is one line for the person."""


@dataclass(frozen=True, slots=True)
class State:
    """What a person changed: corrections of the reading, and metadata; `deed` names the last change."""

    corrections: Corrections = NONE
    overrides: Overrides = field(default_factory=dict[int, Mapping[str, Any]])
    deed: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """A source, the state of its corrections, and what is read from them."""

    source: Source
    state: State
    readings: tuple[Reading, ...]
    places: Places
    figures: Figures
    past: tuple[State, ...] = ()
    future: tuple[State, ...] = ()

    @property
    def is_changed(self) -> bool:
        """Tell whether a person changed anything."""
        return (self.state.corrections, self.state.overrides) != (NONE, {})

    def measure(self, number: int) -> Measure:
        """Return a measure with the metadata that a person gave it."""
        return with_changes(self.readings[number].measure, self.state.overrides.get(number, {}), number)

    def measures(self) -> list[Measure]:
        """Return all measures as they are to be kept."""
        return [self.measure(number) for number in range(len(self.readings))]


def begin(source: Source) -> Review:
    """Read a source for the first time. Raises UnreadableFile."""
    return _read(source, State())


def changed(review: Review, deed: str, corrections: Corrections) -> Review:
    """Return the review with other corrections.

    Raises NotPossible if they change nothing, UnreadableFile if no measure is left then.
    """
    after = _read(review.source, replace(review.state, corrections=corrections, deed=deed))
    if after.readings == review.readings:
        raise NotPossible(tr("这样改，读出来的还是一样，没有改动。"))
    return replace(after, past=(*review.past, review.state))


def overridden(review: Review, number: int, deed: str, values: Mapping[str, Any], merge: bool = False) -> Review:
    """Return the review with other values in the fields of a measure; `merge` makes it one step with the last."""
    fields = {**review.state.overrides.get(number, {}), **values}
    state = replace(review.state, overrides={**review.state.overrides, number: fields}, deed=deed)
    if merge and review.state.deed == deed and review.past:
        return replace(review, state=state, future=())
    return replace(review, state=state, past=(*review.past, review.state), future=())


def undone(review: Review) -> Review:
    """Return the review before its last change; the same if there is none."""
    if not review.past:
        return review
    back = _read(review.source, review.past[-1])
    return replace(back, past=review.past[:-1], future=(review.state, *review.future))


def redone(review: Review) -> Review:
    """Return the review after the change last undone; the same if there is none."""
    if not review.future:
        return review
    again = _read(review.source, review.future[0])
    return replace(again, past=(*review.past, review.state), future=review.future[1:])


def shifted(review: Review, place: Spot, by: int) -> Review:
    """Move the unit that begins at `place` one level up (-1) or down (1). Raises NotPossible."""
    node = review.places.nodes.get(place)
    if node is None:
        raise NotPossible(tr("这一行已经略去，要先恢复。"))
    form = levels.moved(review.readings[node.measure].measure, node.wid, by) if node.wid else _new_form(review, by)
    if form is None:
        raise NotPossible(tr("已经是最高一级。") if by < 0 else tr("已经是最低一级。"))
    return _with_form(review, place, form, tr("升级") if by < 0 else tr("降级"))


def without_number(review: Review, place: Spot) -> Review:
    """Take back a number that the reader restored: the line is text again."""
    return _with_form(review, place, Form.PARAGRAPH, tr("不补编号"))


def split(review: Review, place: Spot) -> Review:
    """Cut a line at `place`, which must be inside it. Raises NotPossible."""
    begins = review.places.at(place)
    line = next((line for line in review.source.all_lines() if line.line == place[0] and place[1] <= line.end), None)
    if begins is None or line is None or not _has_words_around(line.raw, place[1] - line.start):
        raise NotPossible(tr("先把光标放到要分开的两个字中间，再分成两条。"))
    if begins == place:
        raise NotPossible(tr("这里已经是一条的开头。"))
    old = review.state.corrections
    forms = dict(old.forms)
    node = review.places.nodes.get(begins)
    form = _form_of(review, begins) if node is not None else None
    if form is not None:
        forms[place] = form
    return changed(review, tr("分成两条"), replace(old, splits=old.splits | {place}, forms=forms))


def joined(review: Review, place: Spot) -> Review:
    """Join the piece that begins at `place` to the one before it. Raises NotPossible."""
    before = review.places.before(place)
    if before is None or place not in review.places.nodes:
        raise NotPossible(tr("前面没有可以并入的一条。"))
    if before not in review.places.nodes:
        raise NotPossible(tr("前面一行已经略去，要先恢复它才能并入。"))
    old = review.state.corrections
    forms = {key: form for key, form in old.forms.items() if key != place}
    if place in old.splits:
        return changed(review, tr("并入上条"), replace(old, splits=old.splits - {place}, forms=forms))
    line = next((line for line in review.source.all_lines() if spot(line) == place), None)
    if line is None or parse_mark(line.text) is not None:  # joined as they stand, they would be cut again
        forms[place] = Form.PARAGRAPH
        return changed(review, tr("并入上条"), replace(old, forms=forms))
    return changed(review, tr("并入上条"), replace(old, joins=old.joins | {place}, forms=forms))


def dropped(review: Review, place: Spot) -> Review:
    """Leave out the piece that begins at `place`. Raises NotPossible."""
    if place not in review.places.nodes:
        raise NotPossible(tr("这一行已经略去。"))
    old = review.state.corrections
    after = replace(old, dropped=old.dropped | _pieces(review, place), kept=old.kept - {place})
    if place not in {spot(line) for line in review.source.all_lines()}:
        after = replace(after, splits=after.splits | {place, *_end(review, place)})
    return changed(review, tr("标为无关"), after)


def restored(review: Review, place: Spot) -> Review:
    """Take back the line at `place` that was left out. Raises NotPossible."""
    stretch = review.places.left_out.get(place)
    if stretch is None or not stretch.whole:
        raise NotPossible(tr("这一行没有略去。"))
    old = review.state.corrections
    by_hand = place in old.dropped
    back = replace(old, dropped=old.dropped - {place}, kept=old.kept if by_hand else old.kept | {place})
    after = changed(review, tr("恢复此行"), back)
    if place not in after.places.nodes:
        raise NotPossible(tr("这一行是{reason}，它的话文件里已经有了，不用恢复。", reason=stretch.reason))
    return after


def _read(source: Source, state: State) -> Review:
    wanted = [item for item in source.dropped if spot(left_out(item)) in state.corrections.kept]
    lines = sorted([*source.lines, *map(left_out, wanted)], key=spot) if wanted else source.lines
    rest = [item for item in source.dropped if item not in wanted]
    readings = tuple(read_lines(lines, rest, source.name, state.corrections, source.stated))
    places = places_of(source, readings, state.corrections)
    return Review(source, state, readings, places, count(source, readings))


def _with_form(review: Review, place: Spot, form: Form, deed: str) -> Review:
    old = review.state.corrections
    return changed(review, deed, replace(old, forms={**old.forms, place: form}))


def _new_form(review: Review, by: int) -> Form | None:
    """Return the form that a line outside the units gets when it is moved up: the widest of the measure."""
    return levels.levels(review.readings[0].measure)[0] if by < 0 else None


def _form_of(review: Review, place: Spot) -> Form | None:
    node = review.places.nodes[place]
    units = {unit.wid: unit for unit in review.readings[node.measure].measure.walk()}
    return units[node.wid].form if node.wid in units else None


def _has_words_around(raw: str, place: int) -> bool:
    return bool(raw[:place].strip() and raw[place:].strip())


def _pieces(review: Review, place: Spot) -> frozenset[Spot]:
    """Return the piece at `place` and the lines that were joined to it."""
    joins = sorted(review.state.corrections.joins)
    behind = next((one for one in review.places.order if one > place), (10**9, 0))
    return frozenset({place, *(one for one in joins if place < one < behind)})


def _end(review: Review, place: Spot) -> set[Spot]:
    behind = next((one for one in review.places.order if one > place), None)
    return {behind} if behind is not None and behind[0] == place[0] else set()
