"""版头 above the title: 份号, 密级, 紧急程度, 签发人, and the 标志, which tells the format (GB/T 9704-2012 7.2, 10).

A 6-figure number, 密级 or 紧急程度 alone is taken for an element only where other words say
that this is an official document's head; whatever is not recognised is left to the next stage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from chengwen_library.model import PageForm
from chengwen_library.reading import wording
from chengwen_library.reading.elements import (
    Element,
    elements,
    is_minutes,
    minutes_organ,
    names,
    order_number_place,
    order_organ,
    serial,
)
from chengwen_library.reading.punctuation import spaced
from chengwen_library.reading.source import Segment, cut
from chengwen_library.reading.zones import LETTERHEAD, Zones

LABEL = "版头的标签和标点"

LONGEST = 12
"""Lines from the top among which a 标志 and the number of a 令 may stand on one line."""

_MARKS = re.compile(r"[、，,;；]")


def page_form(head: Sequence[Segment]) -> PageForm:
    """Return the format that a document's head tells: by its 标志, and of a letter by its 文种 too (10.1)."""
    region = [line.text for line in head[: _end(head)]]
    if any(order_organ(text) and (serial(below) or wording.is_doc_number(below)) for text, below in pairwise(region)):
        return PageForm.ORDER
    if any(map(is_minutes, region)):
        return PageForm.MINUTES
    return PageForm.LETTER if _letter_mark(head) is not None else PageForm.GENERAL


def take_masthead(head: Sequence[Segment], zones: Zones) -> list[Segment]:
    """Take the elements of 版头 into the zones; return the lines that are left, 发文字号 and “文件” among them."""
    lines = list(_orders_cut(head))
    zones.page_form = page_form(lines)
    is_official = zones.page_form is not PageForm.GENERAL or any(map(_tells_official, lines))
    end = _end(lines)
    region = _take_marks(lines[:end], _letter_mark(lines), zones)
    return [*_take_elements(region, is_official, zones), *lines[end:]]


def _orders_cut(head: Sequence[Segment]) -> Iterator[Segment]:
    """Yield the lines with the number of a 令 on a line of its own."""
    for index, line in enumerate(head):
        place = order_number_place(line.raw) if index < LONGEST else None
        yield from [line] if place is None else cut(line, place)


def _end(head: Sequence[Segment]) -> int:
    """Return the index of the first line that is below 版头: a title, 主送机关, a sentence."""
    for index, line in enumerate(head):
        if wording.is_title(line.text) or wording.is_recipients(line.text) or line.text.endswith("。"):
            return index
    return len(head)


def _tells_official(line: Segment) -> bool:
    kinds = {element.kind for element in elements(line.raw)}
    return wording.is_letterhead(line.text) or bool(kinds & {"doc_number", "signers"})


def _letter_mark(head: Sequence[Segment]) -> int | None:
    """Return the line that is the 标志 of a letter: an organ's name without 文件, 发文字号 below it, 函 as the 文种."""
    end = _end(head)
    titles = (wording.title_type(line.text) for line in head[end:] if wording.is_notice_title(line.text))
    if next(titles, None) != "函" or any(wording.is_letterhead(line.text) for line in head[:end]):
        return None
    numbers = (i for i in range(end) if any(found.kind == "doc_number" for found in elements(head[i].raw)))
    number = next(numbers, 0)
    return next((index for index in range(number) if wording.is_organ(head[index].text)), None)


def _take_marks(region: Sequence[Segment], letter: int | None, zones: Zones) -> list[Segment]:
    """Take the 标志 of a 令, of 纪要, of a letter, and of a joint issue over several lines; return the other lines."""
    kept: list[Segment] = []
    joint = _joint_marks(region)
    for index, line in enumerate(region):
        before = region[index - 1].text if index else ""
        if index in joint or index == letter:
            _take_mark(line, line.text if _names_organs(line) else None, zones)
        elif zones.page_form is PageForm.ORDER and order_organ(line.text) and zones.doc_number is None:
            _take_mark(line, order_organ(line.text), zones)
        elif zones.page_form is PageForm.MINUTES and is_minutes(line.text):
            _take_mark(line, minutes_organ(line.text), zones)
        elif serial(line.text) and zones.doc_number is None and (order_organ(before) or is_minutes(before)):
            zones.doc_number = zones.drop_around(line, line.text.strip("（）") if "（第" in line.text else line.text)
        else:
            kept.append(line)
    return kept


def _joint_marks(region: Sequence[Segment]) -> set[int]:
    """Return the lines of a 标志 that lists several organs one below the other, “文件” beside them (7.2.4).

    “文件” is read behind the organs, or, being centred, between them; then 发文字号 ends the 标志.
    """
    word = next((index for index, line in enumerate(region) if line.text == "文件"), None)
    if word is None:
        return set()
    start, end = word, word + 1
    while start and _names_organs(region[start - 1]):
        start -= 1
    while end < len(region) and _names_organs(region[end]):
        end += 1
    if end == len(region) or not elements(region[end].raw):
        end = word + 1
    return set(range(start, end)) if end - start > 1 else set()


def _names_organs(line: Segment) -> bool:
    return all(map(wording.is_organ, spaced(line.raw).split(" ")))


def _take_mark(line: Segment, organ: str | None, zones: Zones) -> None:
    zones.letterhead += [organ] if organ else []
    zones.drop(line, LETTERHEAD)


def _take_elements(region: Sequence[Segment], is_official: bool, zones: Zones) -> Iterator[Segment]:
    """Yield what is no element; further names of 签发人 may stand below the first, up to 发文字号's line (7.2.6)."""
    is_open = False
    for place, line in enumerate(region):
        found = elements(line.raw)
        kinds = {element.kind for element in found}
        if is_open and not found:
            left = _take_more_names(line, zones)
            is_open = not left
            yield from left
        elif found and (is_official or len(found) > 1 or "★" in line.text):
            yield from _take_line(line, found, place == 0, zones)
            is_open = "doc_number" not in kinds and (is_open or "signers" in kinds)
        else:
            yield line


def _take_line(line: Segment, found: Sequence[Element], is_first: bool, zones: Zones) -> Iterator[Segment]:
    for piece in cut(line, *(element.start for element in found[1:])):
        (element,) = elements(piece.raw)
        if not _take_element(piece, element, is_first, zones):
            yield piece


def _take_element(piece: Segment, element: Element, is_first: bool, zones: Zones) -> bool:
    """Take a piece that is one element, without its label; tell whether it was taken."""
    match element.kind:
        case "signers":
            return _take_names(piece, element.value, zones)
        case "copy_number" if zones.copy_number is None and (is_first or element.value > element.start):
            zones.copy_number = _unlabelled(piece, element.value, zones)
        case "secrecy" if zones.secrecy is None:
            zones.secrecy = _unlabelled(piece, element.value, zones)
        case "urgency" if zones.urgency is None:
            zones.urgency = _unlabelled(piece, element.value, zones)
        case _:
            return False
    return True


def _unlabelled(piece: Segment, place: int, zones: Zones) -> str:
    """Leave out the label that ends at `place`; return the words behind it without white space."""
    *labels, value = cut(piece, place) if piece.raw[:place].strip() else [piece]
    for label in labels:
        zones.drop(label, LABEL)
    return "".join(value.text.split())


def _take_more_names(line: Segment, zones: Zones) -> list[Segment]:
    """Take names that follow on a row of their own or behind 发文字号; return what is left of the line."""
    number = wording.DOC_NUMBER.match(line.raw.strip())
    place = line.raw.index(number.group()) + number.end() if number else 0
    *left, behind = cut(line, place) if place else [line]
    return left if _take_names(behind, 0, zones) else [line]


def _take_names(piece: Segment, place: int, zones: Zones) -> bool:
    """Take the names behind `place` as 签发人; what parts them is left out, and so is the label before."""
    found = names(piece.raw[place:])
    if not found and piece.raw[place:].strip():
        return False
    zones.signers += found
    borders = {place, *(at for mark in _MARKS.finditer(piece.raw, place) for at in mark.span())}
    for part in cut(piece, *sorted(borders - {0, len(piece.raw)})):
        if part.start < piece.start + place or _MARKS.fullmatch(part.raw):
            zones.drop(part, LABEL)
    return True
