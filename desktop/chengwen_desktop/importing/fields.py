"""The metadata that a person sees and mends before a measure is kept. No Qt."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from chengwen_desktop.draft.notice_fields import WrongValue, date_words, parsed_date
from chengwen_desktop.translation import marked, tr
from chengwen_library.akn.names import work_uri
from chengwen_library.model import Measure, Status
from chengwen_library.reading import wording
from chengwen_library.regions import find_region

MISSING = marked("原文没有")
"""What stands in a field for which the source has nothing."""

Changes = Mapping[str, Any]
"""New values of a measure's fields, by their names in the model."""


@dataclass(frozen=True, slots=True)
class MetadataField:
    """A field: its words from a measure, and the changes that typed words mean. `parse` raises WrongValue.

    `choices` are offered; `closed` takes nothing else.
    """

    name: str
    label: str
    read: Callable[[Measure], str]
    parse: Callable[[str], Changes]
    choices: tuple[str, ...] = ()
    closed: bool = False
    tip: str = ""


def with_changes(measure: Measure, changes: Changes, number: int) -> Measure:
    """Return the measure with new values; its id follows them. `number` is its place among those of its source."""
    changed = replace(measure, **changes)
    if changed == measure:
        return measure
    parts = ("title", "doc_number", "issue_date", "region_code")
    if all(getattr(changed, part) == getattr(measure, part) for part in parts):
        return changed
    identity = work_uri(changed.region_code, changed.issue_date, changed.doc_number, changed)
    return replace(changed, id=f"{identity}-{number + 1}" if number else identity)


def _title(words: str) -> Changes:
    return {"title": words or None}


def _doc_type(words: str) -> Changes:
    return {"doc_type": words or None}


def _region(words: str) -> Changes:
    if not words:
        return {"region": None, "region_code": None}
    found = find_region(words)
    if found is None or not found[0].startswith(words[:2]):
        raise WrongValue(tr("没有这个地区，写成 鄂州市、广西壮族自治区 的样子"))
    return {"region": found[0], "region_code": found[1]}


def _issuers(words: str) -> Changes:
    return {"issuers": tuple(filter(None, (organ.strip() for organ in re.split(r"[、，,；;\s]", words))))}


def _doc_number(words: str) -> Changes:
    if words and not re.search(r"\d", words):
        raise WrongValue(tr("发文字号写成 鄂州市监〔2024〕35号 的样子"))
    return {"doc_number": wording.doc_number(words) or words or None}


def _issue_date(words: str) -> Changes:
    found = parsed_date(words)
    if found is not None and found > date.today():  # noqa: DTZ011 - the day on the person's desk
        raise WrongValue(tr("成文日期还没有到"))
    return {"issue_date": found}


def _status(words: str) -> Changes:
    return {"status": Status(words)}


_TYPES = (
    "若干措施",
    "实施意见",
    "工作方案",
    "实施方案",
    "行动计划",
    "管理办法",
    "实施细则",
    "工作措施",
    "规划",
    "条例",
)

FIELDS = (
    MetadataField("title", marked("标题"), lambda m: m.title or "", _title),
    MetadataField("doc_type", marked("类型"), lambda m: m.doc_type or "", _doc_type, _TYPES),
    MetadataField(
        "region", marked("地区"), lambda m: m.region or "", _region, tip=marked("省、市或县的名称，如 鄂州市")
    ),
    MetadataField(
        "issuers", marked("发文机关"), lambda m: "、".join(m.issuers), _issuers, tip=marked("几个机关用顿号隔开")
    ),
    MetadataField(
        "doc_number",
        marked("发文字号"),
        lambda m: m.doc_number or "",
        _doc_number,
        tip=marked("如 鄂州市监〔2024〕35号"),
    ),
    MetadataField(
        "issue_date", marked("成文日期"), lambda m: date_words(m.issue_date), _issue_date, tip=marked("如 2024年8月9日")
    ),
    MetadataField(
        "status",
        marked("状态"),
        lambda m: m.status.value,
        _status,
        tuple(Status),
        closed=True,
        tip=marked("没有人核实过的，就是未核实"),
    ),
)
"""The fields in the order of the form."""
