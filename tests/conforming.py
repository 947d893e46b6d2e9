"""The documents of conformance/documents.toml, as measures to export."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import tomli

from chengwen_library.model import Annex, Attendance, Measure, PageForm, Sealing
from chengwen_templates.profile import Profile, load_profile
from notices import notice_of

DOCUMENTS: dict[str, dict[str, Any]] = tomli.loads(
    (Path(__file__).parent / "conformance" / "documents.toml").read_text("utf-8")
)
ABSENT: dict[str, dict[str, Any]] = {
    "抄送": {"copies": None},
    "附注": {"note": None},
    "印发": {"printer": None, "print_date_text": None},
}
KINDS: dict[str, Any] = {
    "page_form": PageForm,
    "sealing": Sealing,
    "attendance": lambda groups: tuple(Attendance(**group) for group in groups),
}
ROW = ("建立专利分级分类评价机制，盘点未转化的有效专利", "市知识产权局", "2026年12月")


def described(case: dict[str, Any]) -> Measure:
    """Return the measure that a section of documents.toml describes."""
    measure = notice_of(tuple(case["issuers"]), parts=case.get("parts", 1))
    absent = case.get("without", ())
    changes = {name: value for one in absent for name, value in ABSENT.get(one, {}).items()}
    if "lines" in case:
        short = "\n".join(f"第{line}项工作照此办理。" for line in range(1, case["lines"] + 1))
        measure = replace(measure, preamble=None, units=(), closing=short)
        changes |= {"title": None, "body": ()}
    changes |= {name: _kept(name, value) for name, value in case.get("notice", {}).items()}
    if "title" in case:
        changes["title"], measure = (
            (None, replace(measure, title=case["title"])) if "lines" in case else (case["title"] or None, measure)
        )
    return replace(
        measure,
        notice=replace(measure.notice, **changes),
        annexes=_annexes(case),
        doc_number=case.get("number", measure.doc_number),
        recipients=None if "主送" in absent else case.get("recipients", measure.recipients),
    )


def _kept(name: str, value: Any) -> Any:
    if name in KINDS:
        return KINDS[name](value)
    return tuple(value) if isinstance(value, list) else value


def _annexes(case: dict[str, Any]) -> tuple[Annex, ...]:
    annexes = [Annex(title, f"{title}的内容由市知识产权局另行公布。") for title in case.get("annexes", ())]
    if rows := case.get("table"):
        cells = (("序号", "任务", "牵头单位", "完成时限"), *((str(row), *ROW) for row in range(1, rows)))
        annexes[-1] = replace(annexes[-1], rows=cells, wide=case.get("wide", False))
    return tuple(annexes)


def profile_of(case: dict[str, Any]) -> Profile:
    """Return the profile that a section names."""
    return load_profile(case.get("profile", "gbt9704"))


def preprinted(case: dict[str, Any]) -> bool:
    """Tell whether a section is about a pre-printed sheet (套打)."""
    return case.get("preprinted", False)
