"""The sentences of a measure's running text and headings, each with the words that lead to it.

An item of a list means little without its lead: （一）在本市注册 is a condition for a reward only
below 申请奖励的企业应当符合下列条件：. Titles in 《》 and notes of responsibility are blanked, with
their length kept, since no rule about what a measure orders applies to them. Certificates and lists
in 《》 are no documents and stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from chengwen_library.model import Measure, Span, Unit
from chengwen_library.regions import short_name
from chengwen_templates.checks.own_place import own_place
from chengwen_templates.checks.passages import RUNNING, Part, Passage

LOOKED_AT = RUNNING | {Part.HEADING}
"""The parts whose sentences are looked at."""

_MOST_LEAD = 160
_SENTENCE = re.compile(r"[^。；！？\n]+")
_KEPT = "".join(f"(?<!{end})" for end in ("证", "证书", "执照", "名录", "名单", "产品目录", "许可"))
_BLANKED = re.compile(
    rf"《[^》]*{_KEPT}》"
    r"|（[^（）]{0,6}(?:责任|牵头|配合|主办|协办)[^（）：:]{0,6}[：:][^（）]*）"
)
_BODY = (
    r"[\u4e00-\u9fff]{0,10}?(?:局|委|办|政府|中心|院|大学|学校|银行|海关|协会|公司|集团|基地|园|港|机场|新城|品牌"
    r"|标准|造|制造)"
)
_LISTING = re.compile(r"条件|对象|材料|要求|标准|情形|行为|范围|资格|不得|禁止")


class Sentence(NamedTuple):
    """A sentence without its full stop; `start` is where it begins in its passage, `text` has titles blanked.

    `lead` is what introduces the list that the sentence stands in, empty outside lists.
    """

    passage: Passage
    start: int
    text: str
    lead: str = ""

    def original(self, span: Span) -> str:
        """Return the words of the passage at a span of this sentence."""
        return self.passage.text[self.start + span[0] : self.start + span[1]]

    def placed(self, span: Span) -> Span:
        """Return a span of this sentence as a span of its passage."""
        return self.start + span[0], self.start + span[1]


def sentences(measure: Measure, passages: Iterable[Passage]) -> Iterator[Sentence]:
    """Yield the sentences of running text and headings, in the order of the text."""
    own = _own_name(own_place(measure) or "")
    leads = _leads(measure)
    for passage in passages:
        if passage.place.part not in LOOKED_AT:
            continue
        listed = passage.place.part is not Part.WRAP_UP
        lead = leads.get(passage.place.wid or "", "") if listed else ""
        text = own.sub(_signed, passage.text) if own.search(passage.text) else passage.text
        yield from (Sentence(passage, start, words, lead) for start, words in split(text))


OWN_PLACE = "◇"
"""Stands for every character of the own place's name."""


@lru_cache(maxsize=64)
def _own_name(region: str) -> re.Pattern[str]:
    """Return the pattern of a place's full and short name, unless an organ's or a body's name begins with it."""
    short = short_name(region)
    return re.compile(rf"{re.escape(short)}[市县区州]?(?!{_BODY})" if len(short) > 1 else "(?!)")


def _signed(match: re.Match[str]) -> str:
    return OWN_PLACE * len(match[0])


@lru_cache(maxsize=4096)
def split(text: str) -> tuple[tuple[int, str], ...]:
    """Return the sentences of a text with their places; ； ends a sentence too, titles in 《》 are blanked."""
    return tuple((match.start(), match[0]) for match in _SENTENCE.finditer(blanked(text)))


def blanked(text: str) -> str:
    """Return a text of the same length with titles in 《》 and notes of responsibility blanked."""
    return _BLANKED.sub(lambda match: _blank(match[0]), text)


def _blank(text: str) -> str:
    return text[0] + "□" * (len(text) - 2) + text[-1]


def _leads(measure: Measure) -> dict[str, str]:
    found: dict[str, str] = {}
    for unit in measure.units:
        _lead_below(unit, "", found)
    return found


def _lead_below(unit: Unit, lead: str, found: dict[str, str]) -> None:
    found[unit.wid] = lead
    below = _lead_of(unit, lead) if unit.children else ""
    listed = ""
    for child in unit.children:
        _lead_below(child, listed or below, found)
        if not child.num:
            listed = _joined(_last(child.text)) if child.text.rstrip().endswith(("：", ":")) else ""


def _lead_of(unit: Unit, lead: str) -> str:
    """Return what leads to the items below a unit: its list's introduction, or its heading over the list's lead."""
    intro = (unit.intro or "").rstrip()
    heading = _last(unit.heading or "")
    if intro.endswith(("：", ":")):
        return _joined(heading or lead, _last(intro))
    if heading and _LISTING.search(heading):
        return _joined(lead, heading)
    return _joined(heading, _last(intro)) if intro or heading else lead


def _last(text: str) -> str:
    parts = split(text)
    return parts[-1][1] if parts else ""


def _joined(*texts: str) -> str:
    whole = "，".join(re.sub(r"[：:。；]\s*$", "", text) for text in texts if text)
    return whole[-_MOST_LEAD:]
