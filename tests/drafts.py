"""Drafts and other things that the window's tests start from."""

from datetime import date

from chengwen_library.model import Drafting, Form, Measure, Notice, Provenance, Unit
from chengwen_templates.draft import renumbered

SOURCE = Provenance(
    measure="/akn/cn-4207/act/2024-08-09/x",
    eid="dvs_1",
    region="鄂州市",
    doc_number="鄂州市监〔2024〕35号",
    title="若干措施",
    path=("（八）",),
    taken=date(2026, 1, 12),
    original="建立机制。",
)


def small_draft() -> Measure:
    """Return a draft of two parts with three clauses, the first of them taken word for word."""
    return renumbered(
        Measure(
            id="/akn/cn-0000/act/0001/1",
            title="示例市若干措施",
            region="示例市",
            notice=Notice(title="关于印发的通知", body=("现印发给你们。",)),
            issuers=("示例市人民政府办公室",),
            preamble="为促进转化运用，制定本措施。",
            units=(
                Unit(
                    "p1",
                    Form.FIRST,
                    heading="提升创造质量",
                    children=(
                        Unit(
                            "a",
                            Form.SECOND,
                            heading="培育专利",
                            heading_mark="。",
                            text="建立机制。",
                            provenance=(SOURCE,),
                        ),
                        Unit("b", Form.SECOND, heading="盘活存量", heading_mark="。", text="开展盘点。"),
                    ),
                ),
                Unit(
                    "p2",
                    Form.FIRST,
                    heading="加强保护",
                    children=(Unit("c", Form.SECOND, heading="协同保护", heading_mark="。", text="加强协同。"),),
                ),
            ),
            closing="本措施自印发之日起施行。",
            drafting=Drafting("若干措施", running_on=(Form.SECOND,), identity="0123456789abcdef" * 2),
        )
    )
