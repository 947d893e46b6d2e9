"""要看一眼的: the places where the reader was unsure, and what a person may want to take over."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from chengwen_desktop.draft.notice_fields import WrongValue, date_words, parsed_date
from chengwen_desktop.importing.model import Review, overridden, without_number
from chengwen_desktop.importing.nodes import Node, Part
from chengwen_desktop.theme.marks import Severity
from chengwen_desktop.translation import tr
from chengwen_library.model import Measure
from chengwen_library.reading import wording
from chengwen_library.reading.corrections import Spot
from chengwen_library.reading.head import TITLE_FRAME
from chengwen_library.reading.report import ReadingWarning

_DATE = re.compile(r"(20\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})")
_ISSUED_BY = re.compile(r"([\u4e00-\u9fff、]{4,60}?)(?:近日|日前|近期|今日|联合)*(?:印发|发布|出台)(?=了?《)")
_SENTENCE_START = re.compile(r".*[。；：\s]")


@dataclass(frozen=True, slots=True)
class Doubt:
    """A place to look at: its source lines, the row of the tree, one sentence, and what may be done about it.

    `field` is the metadata field that it is about.
    """

    severity: Severity
    place: Spot | None
    lines: tuple[int, ...]
    node: Node
    words: str
    deed: str = ""
    do: Callable[[Review], Review] | None = None
    field: str = ""


def doubts(review: Review) -> list[Doubt]:
    """Return what is to be looked at: first what the reader warned of, in the order of the text, then the hints."""
    warned = [
        _warned(review, number, warning)
        for number, reading in enumerate(review.readings)
        for warning in reading.warnings
        if warning.code != "title.missing" or review.measure(number).title is None
    ]
    warned.sort(key=lambda doubt: doubt.lines)
    return [*warned, *_title_hints(review), *_date_hints(review), *_issuer_hints(review)]


def _warned(review: Review, number: int, warning: ReadingWarning) -> Doubt:
    if warning.line is None:
        place, node = None, Node(number, Part.TITLE)
    else:
        place = next((spot for spot in review.places.order if spot[0] == warning.line), (warning.line, 0))
        place, node = _narrowed(review, number, warning, place)
    is_restored = warning.code == "number.missing" and place is not None
    return Doubt(
        Severity.WARNING,
        place,
        (warning.line,) if warning.line else (),
        node,
        warning.message,
        tr("不补编号") if is_restored else "",
        (lambda now: without_number(now, place)) if is_restored and place is not None else None,
        "title" if warning.code == "title.missing" else "",
    )


def _narrowed(review: Review, number: int, warning: ReadingWarning, place: Spot) -> tuple[Spot, Node]:
    """Return the unit on the warning's line that it means: where several stand, the one it names."""
    units = {unit.wid: unit for unit in review.readings[number].measure.walk()}
    on_line = [spot for spot in review.places.order if spot[0] == place[0] and spot in review.places.nodes]
    named = [spot for spot in on_line if (unit := units.get(review.places.nodes[spot].wid)) and unit.implied]
    found = (named if warning.code == "number.missing" and named else on_line or [place])[0]
    return found, review.places.nodes.get(found, Node(number, Part.TITLE))


def _title_hints(review: Review) -> Iterator[Doubt]:
    for number in range(len(review.readings)):
        node = Node(number, Part.TITLE)
        spots = review.places.spots.get(node, ())
        lines = tuple(line for line, _ in spots)
        texts = [line for line in review.source.all_lines() if (line.line, line.start) in spots]
        frame = [item.text for item in review.readings[number].dropped if item.reason == TITLE_FRAME]
        joined = tr("标题分在 {count} 行，已连成一个标题", count=len(texts)) if len(texts) > 1 else ""
        extra = "".join(frame).strip("《》（）")
        left_out = tr("标题后面的“{extra}”没有收入", extra=extra) if extra else ""
        if (joined or left_out) and lines and "title" not in review.state.overrides.get(number, {}):
            words = tr("；").join(filter(None, [joined, left_out]))
            yield Doubt(Severity.HINT, spots[0], lines, node, tr("{words}。", words=words))


def _date_hints(review: Review) -> Iterator[Doubt]:
    """Yield the date of the web page where the text has none of its own."""
    if review.measure(0).issue_date is not None:
        return
    for place, stretch in sorted(review.places.left_out.items()):
        text = _text(review, place)
        match = _DATE.search(text) if stretch.reason.startswith("网页时间") else None
        if match is None:
            continue
        try:
            day = parsed_date("-".join(match.groups()))
        except WrongValue:
            continue
        words = tr("{day}是网页发布时间，没有当作成文日期。", day=date_words(day))
        yield _fill(place, words, tr("填为成文日期"), {"issue_date": day})
        return


def _issuer_hints(review: Review) -> Iterator[Doubt]:
    """Yield the organs that a web page's lead says have issued the text, where it names none itself."""
    if review.measure(0).issuers:
        return
    for place, stretch in sorted(review.places.left_out.items()):
        match = _ISSUED_BY.search(_text(review, place)) if stretch.whole else None
        named = _SENTENCE_START.sub("", match.group(1)) if match else ""
        organs = tuple(organ for organ in named.split("、") if organ)
        if organs and all(map(wording.is_organ, organs)):
            words = tr("网页导语提到“{organs}”印发。", organs="、".join(organs))
            yield _fill(place, words, tr("填为发文机关"), {"issuers": organs})
            return


def _fill(place: Spot, words: str, deed: str, values: dict[str, object]) -> Doubt:
    (name,) = values
    return Doubt(
        Severity.HINT,
        place,
        (place[0],),
        Node(0, Part.TITLE),
        words,
        deed,
        lambda now: overridden(now, 0, deed, values),
        name,
    )


def _text(review: Review, place: Spot) -> str:
    return next((line.raw for line in review.source.all_lines() if line.line == place[0]), "")


def summary(measures: list[Measure], clause_count: int, part_count: int) -> str:
    """Return what was read in a few words: 1 件若干措施，4 个部分 19 条."""
    kinds = {measure.doc_type or tr("措施文件") for measure in measures}
    name = kinds.pop() if len(kinds) == 1 else tr("措施文件")
    parts = tr("{count} 个部分 ", count=part_count) if part_count else ""
    return tr(
        "{count} 件{name}，{parts}{clauses} 条", count=len(measures), name=name, parts=parts, clauses=clause_count
    )
