"""Drafts with known changes for comparing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from chengwen_index.comparing.among import among
from chengwen_index.comparing.comparison import Compared, compare
from chengwen_library.model import Form, Measure, Unit
from chengwen_templates.draft import renumbered


def compared(draft: Measure, measures: Sequence[Measure]) -> tuple[Compared, ...]:
    """Return the draft beside the measures."""
    return tuple(compare(draft, among(measures)))


def clause(heading: str, text: str) -> Unit:
    """Return a clause （一） with a heading."""
    return Unit(heading, Form.SECOND, heading=heading, heading_mark="。", text=text)


def measure(identity: str, region: str, *units: Unit, **changes: object) -> Measure:
    """Return a measure of one part."""
    part = Unit("part", Form.FIRST, heading="主要措施", children=units)
    made = Measure(id=identity, title=f"{region}若干措施", region=region, units=(part,))
    return renumbered(replace(made, **changes))  # type: ignore[arg-type]


PLEDGE = "推进知识产权质押融资"
FUND = "设立风险补偿资金"
SHARING = "支持成果权益分配"
STAFF = "加强人才培养"

PRECEDENT = measure(
    "/akn/cn-4207/act/2024-08-09/a-1",
    "鄂州市",
    clause(
        PLEDGE,
        "鄂州市鼓励银行机构开展知识产权质押融资，应当在十五日内办结，对单户贷款给予最高50万元补助，补助期限不超过3年。",
    ),
    clause(
        SHARING,
        "支持高校院所赋予科研人员职务科技成果所有权，完善收益分配机制，推动职务科技成果就地转化，落实以增加知识价值为导向的分配政策。",
    ),
    clause(
        STAFF,
        "依托高校开设知识产权专业，培养复合型人才，建立专家库。每年组织两次实务培训，培训对象为企业管理人员和技术人员。",
    ),
    doc_number="鄂州市监〔2024〕35号",
    issue_date=date(2024, 8, 9),
)
DRAFT = measure(
    "/akn/cn-0000/act/0001/b-2",
    "示例市",
    clause(
        PLEDGE,
        "示例市鼓励银行机构开展知识产权质押融资，可以在二十日内办结，对单户贷款给予最高80万元补助，补助期限不超过3年。",
    ),
    clause(
        SHARING,
        "支持高校院所赋予科研人员职务科技成果所有权，完善收益分配机制，推动职务科技成果就地转化，落实以增加知识价值为导向的分配政策。",
    ),
    clause("修缮办公用房", "机关办公用房按照节俭的要求定期修缮，每处每年支出不超过2万元。"),
)
