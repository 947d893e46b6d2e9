"""What a person searches for: the words, what narrows them down, and the order of the hits."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import Any

from chengwen_desktop.translation import marked, tr
from chengwen_index.finding.filters import Filters
from chengwen_index.search import Sort
from chengwen_library.regions import short_name

FACETS = {"region": marked("地区"), "doc_type": marked("类型"), "topic": marked("主题"), "status": marked("状态")}
"""What hits can be narrowed down by in the window, as fields of Filters, with their names."""

SORTS: dict[Sort, str] = {"relevance": marked("按相关"), "date": marked("按日期")}


@dataclass(frozen=True, slots=True)
class Question:
    """A search that can be asked again."""

    query: str
    filters: Filters = field(default_factory=Filters)
    sort: Sort = "relevance"

    @property
    def chosen(self) -> dict[str, str]:
        """The facets that narrow it down, with their values."""
        return {facet: value for facet in FACETS if (value := getattr(self.filters, facet))}

    @property
    def words(self) -> str:
        """What it is called in lists: 质押融资　鄂州、若干措施."""
        limits = [facet_words(facet, value) for facet, value in self.chosen.items()]
        limits += [tr(SORTS[self.sort])] if self.sort != "relevance" else []
        return "　".join(filter(None, [self.query, tr("、").join(limits)]))

    def narrowed(self, facet: str, value: str | None) -> Question:
        """Return the question with another value of a facet; None does not ask for any."""
        changes: dict[str, Any] = {facet: value}
        return replace(self, filters=replace(self.filters, **changes))

    def freed(self) -> Question:
        """Return the question with nothing that narrows it down."""
        return replace(self, filters=Filters())

    def told(self) -> dict[str, str]:
        """Return what a file keeps of it; `question_of` reads it."""
        return {"query": self.query, "sort": self.sort, **self.chosen}


def question_of(kept: Any) -> Question | None:  # noqa: ANN401 - whatever stands in a file
    """Return the question that a file keeps; None if it is none."""
    query = kept.get("query") if isinstance(kept, dict) else None
    if not isinstance(query, str) or not query.strip():
        return None
    known = {each.name for each in fields(Filters)} & FACETS.keys()
    values: dict[str, Any] = {name: kept[name] for name in known if isinstance(kept.get(name), str) and kept[name]}
    return Question(query, Filters(**values), "date" if kept.get("sort") == "date" else "relevance")


def facet_words(facet: str, value: str) -> str:
    """Return what the value of a facet is called in narrow places: 鄂州市 → 鄂州; a status is translated."""
    if facet == "region":
        return short_name(value)
    return tr(value) if facet == "status" else value
