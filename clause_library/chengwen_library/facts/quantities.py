"""量化指标: the quantities that a text wants reached, with the words they were read from (decisions 11).

Read phrase by phrase. A number is a target when a word before or behind it
compares (达到, 以上), or when a verb makes something of it (培育100家). What a
text demands of applicants, what it grants and what there is already are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from chengwen_library.data import load_table
from chengwen_library.facts.deadlines import Deadline, deadlines, without_deadline
from chengwen_library.facts.figures import NUMBER, value_of
from chengwen_library.facts.money import Ratio, amounts, ratios
from chengwen_library.model import Span, Target

__all__ = ["Ratio", "amounts", "ratios", "targets"]

_TITLE = re.compile(r"《[^《》]*》")
_SENTENCE = re.compile(r"[^。；;！？\n]{3,}")
_PHRASE = re.compile(r"[^，,]+")
_NUMBERS = re.compile(r"[\d翻年五]")
_LONGEST_PHRASE = 400
_DOUBLING = r"翻(?:了)?(?:[一两二三]番|番)"
_AFTER = re.compile(r"\s?(及?以上|以内|及?以下|左右)?(?:（含[^（）]{0,4}）)?")
_ATTRIBUTE = re.compile(r"(?:且|或|、[^，]{0,30}|及以上|至\d|[^，]{0,20}(?:以上|以下|以内))?的(?!目标|任务|规模)")
_ALTERNATIVE = re.compile(r"\d[^，或]{1,12}[或且]")
_CUT = re.compile(r"(?<=..)(?:实施|开展|通过|参与|实现|进行|纳入|达到|入驻|完成|落户|上云|上市|建设|获得|获评|入选)")
_EACH = re.compile(r"每(?!年|月|季|周|批|个县|个区|个市)[^，]{0,6}$")
_EDGES = "、和及 　：:—-－"


@dataclass(frozen=True, slots=True)
class _Found:
    """A number in a phrase, with the words around it."""

    match: re.Match[str]
    before: str
    comparator: str
    counted: bool
    end: int


def targets(text: str) -> tuple[Target, ...]:
    """Return the quantities that the text wants reached; thresholds, grants and what exists already are none.

    `indicator` is what is measured, without verbs and adverbs; `by` the deadline
    that the text names before, an ISO year or its own words (3年内). Of a range
    (建设2—3个) the lower number is the value.
    """
    masked = _TITLE.sub(lambda title: "《" + "＿" * (len(title.group()) - 2) + "》", text)
    asked = _words("condition_texts").search(masked)
    found: list[Target] = []
    year: str | None = None
    for sentence in _SENTENCE.finditer(masked, 0, asked.start() if asked else len(masked)):
        if not _NUMBERS.search(sentence.group()):
            continue
        reading = _Reading(text, year)
        found += reading.targets(sentence)
        year = reading.year
    return tuple(found)


def _is_condition(sentence: str) -> bool:
    """Tell whether a sentence says to whom it grants something, or of whom it asks something."""
    return _starts().match(sentence[:80].lstrip("0123456789.（）()①②③④⑤⑥⑦⑧⑨、 ")) is not None


class _Reading:
    """A sentence being read from left to right, and what holds at the place reached.

    `year` is the deadline, which holds to the end of the text; a relative one
    (3年内) holds to the end of its sentence. `_counting` says how the last number
    was counted out by a verb: `first` (培育3家企业) or `last` (建成平台8家); numbers
    that go on in the same way need no verb.
    """

    def __init__(self, text: str, year: str | None) -> None:
        self._text = text
        self.year = year
        self._relative: str | None = None
        self._counting: str | None = None
        self._indicator = ""

    def targets(self, sentence: re.Match[str]) -> Iterator[Target]:
        """Yield the targets of the sentence."""
        conditional = _is_condition(sentence.group())
        for phrase in _PHRASE.finditer(sentence.string, *sentence.span()):
            words = phrase.group()[:_LONGEST_PHRASE]
            if conditional or words.endswith("的") or _words("no_target").search(words):
                self._take(list(deadlines(words)), len(words))
                continue
            yield from self._in_phrase(words, phrase.start())
            if not _quantity().search(words):
                self._indicator = self._indicator or _head(words)

    def _take(self, named: list[Deadline], end: int) -> None:
        """Let the deadlines that stand before `end` hold."""
        while named and named[0].span[1] <= end:
            deadline = named.pop(0)
            self._relative = deadline.value if deadline.relative else None
            self.year = self.year if deadline.relative else deadline.value

    def _in_phrase(self, words: str, offset: int) -> Iterator[Target]:
        named = list(deadlines(words))
        dates = [deadline.span for deadline in named]
        numbers = [match for match in _quantity().finditer(words) if not _inside(match, dates)]
        start, first = 0, False
        for index, match in enumerate(numbers):
            following = numbers[index + 1].start() if index + 1 < len(numbers) else len(words)
            found = self._judge(words, match, start)
            self._take(named, match.start())
            if found is None:
                continue
            first = (first and index > 0) or _names_follow(found.before, words[found.end : following])
            name, end = _tail(words[found.end : following], found) if first else (_head(found.before), found.end)
            self._indicator = name or self._indicator
            self._counting = ("first" if first else "last") if found.counted else None
            fields = (self._indicator, found.comparator, *_value(match), self._relative or self.year)
            yield Target(self._text[offset + start : offset + end], *fields, (offset + start, offset + end))
            start = len(words) - len(words[end:].lstrip(_EDGES))
        self._take(named, len(words))

    def _judge(self, words: str, match: re.Match[str], start: int) -> _Found | None:
        """Return what a number is, None if it is no target."""
        before = words[start : match.start()]
        if match.group("doubling"):
            return _Found(match, before, match.group(), False, match.end())
        unit, after = match.group("unit"), _AFTER.match(words, match.end())
        end = after.end() if after else match.end()
        comparator = _comparator(before, after.group(1) if after else None)
        counted = comparator is None
        if comparator is None and _is_counted(before, unit, self._counting, words[end:]):
            comparator = "≥" if match.group("low") else _bare(before)
        if comparator is None or _ATTRIBUTE.match(words, end) or words[end : end + 1] in ("或", "且"):
            return None
        if _ALTERNATIVE.search(before):
            return None
        if unit in _table_set("times") and comparator not in ("≤", "-"):
            return None
        if comparator == "≤" and unit.endswith("元") and not re.search(r"(?:控制|压|降|减)[^，]{0,4}$", before):
            return None
        return _Found(match, _without_comparator(before), comparator, counted, end)


def _comparator(before: str, after: str | None) -> str | None:
    """Return the comparing sign that the words beside a number stand for."""
    tail = before[-16:]
    for name, sign in (("at_most", "≤"), ("at_least", "≥"), ("more_than", ">")):
        if _ends(name).search(tail):
            rest = _ends(name).sub("", tail)
            return _growth(rest) or ("≈" if after == "左右" and sign == "≥" else sign)
    if sign := _growth(tail):
        return sign
    if after in ("以上", "及以上"):
        return "≥"
    return "≈" if after == "左右" else None


def _inside(match: re.Match[str], spans: list[Span]) -> bool:
    return any(start < match.end() and match.start() < end for start, end in spans)


def _growth(tail: str) -> str | None:
    if re.search(r"新增加?$", tail):
        return None
    return "+" if _ends("growth").search(tail) else "-" if _ends("decline").search(tail) else None


def _without_comparator(before: str) -> str:
    for name in ("at_most", "at_least", "more_than"):
        before = _ends(name).sub("", before)
    if _growth(before[-16:]):
        before = _ends("decline").sub("", _ends("growth").sub("", before))
    return before


def _is_counted(before: str, unit: str, counting: str | None, rest: str) -> bool:
    """Tell whether a number without comparison counts what is to be made: 培育100家企业, 建成孵化器8家."""
    if unit in "%％":
        return before.endswith("率") and not rest
    plain = unit.lstrip("亿万千百") or unit
    if plain not in _table_set("counters") or (plain == "元" and not re.search(r"实现|完成|新增", before)):
        return False
    if _verb_at_end().search(_without_adverbs(before)):
        return _EACH.search(before) is None
    ends = not rest.strip("）") or rest[0] in "、（和及"
    if not before.strip(_EDGES):
        return counting == "first" or (counting == "last" and ends)
    return ends and (counting == "last" or _words("verbs").search(before) is not None)


def _bare(before: str) -> str:
    if re.search(r"至少|不少于|不低于", before[-12:]):
        return "≥"
    return "+" if re.search(r"新(?:增|培育|引进|认定|建|设|培养|添|组建|发展|创建)|净增|再增", before) else "="


def _value(match: re.Match[str]) -> tuple[float | None, str | None]:
    if match.group("doubling"):
        return None, None
    return value_of(match.group("low") or match.group("value")), match.group("unit").replace("％", "%")


def _names_follow(before: str, rest: str) -> bool:
    """Tell whether what is counted stands behind the number: 培育100家企业."""
    words = _without_adverbs(before)
    verb = _verb_at_end().search(words) is not None or not _head(before)
    return verb and bool(rest.strip()) and rest[0] not in _EDGES + "（"


def _without_adverbs(before: str) -> str:
    words = re.sub(r"(?:在|较|比)20\d\d年(?:的)?(?:基础上|水平|末|底)?$|[由从]\d.*$", "", before.strip(_EDGES))
    return _words_at_end("trailing").sub("", words).strip(_EDGES)


def _head(before: str) -> str:
    """Return the indicator that stands before a number, "" if only verbs and adverbs do."""
    words = _scope().sub("", _without_adverbs(before))
    words = _scope().sub("", without_deadline(words))
    if not words.endswith(tuple(_list("measures"))):
        words = _scope().sub("", _verb_at_start().sub("", words))
    return words.strip(_EDGES)


def _tail(words: str, found: _Found) -> tuple[str, int]:
    """Return the indicator that stands behind a number, and where its words end."""
    rest = words.lstrip(_EDGES)
    skipped = len(words) - len(rest)
    cut = _CUT.search(rest)
    if found.before.endswith("面向") and "的" in rest:
        rest = rest[: rest.rindex("的")]
    elif cut is not None:
        rest = rest[: cut.start()]
    rest = rest.rstrip(_EDGES)
    return rest, found.end + skipped + len(rest)


@cache
def _list(name: str) -> list[str]:
    return sorted(load_table("facts/quantities.toml")["targets"][name], key=len, reverse=True)


@cache
def _table_set(name: str) -> frozenset[str]:
    return frozenset(_list(name))


@cache
def _words(name: str) -> re.Pattern[str]:
    return re.compile("|".join(_list(name)))


@cache
def _starts() -> re.Pattern[str]:
    return re.compile("|".join(_list("condition_starts")))


@cache
def _ends(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(_list(name))})(?:了|约|为|到|全市|全省|近|至少)?$")


@cache
def _words_at_end(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(_list(name))})+$")


@cache
def _verb_at_end() -> re.Pattern[str]:
    scope = "|".join(_list("leading"))
    return re.compile(rf"(?:{'|'.join(_list('verbs'))})(?:{scope})*$")


@cache
def _scope() -> re.Pattern[str]:
    return re.compile(rf"^(?:{'|'.join(_list('leading'))})+")


@cache
def _verb_at_start() -> re.Pattern[str]:
    """Return what finds the verb before an indicator, but not in a name that begins like one (孵化器, 培训机构)."""
    verbs, adverbs = "|".join(_list("verbs")), "|".join(_list("adverbs"))
    return re.compile(rf"^(?:{adverbs})*(?:{verbs})(?!器|业|区|用地|基地|中心|(?:机构|平台)(?=.))")


@cache
def _quantity() -> re.Pattern[str]:
    units = "|".join(_list("units"))
    return re.compile(
        rf"(?P<doubling>{_DOUBLING})|(?<![A-Za-z第前/“])(?:(?P<low>{NUMBER})\s?(?:[-—–－~～至]|——)\s?)?"
        rf"(?P<value>{NUMBER})\s?[余多]?(?P<unit>万亿元|[亿万千百]?(?:{units}|[\u4e00-\u9fff%％‰]))"
    )
