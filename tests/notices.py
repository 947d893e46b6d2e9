"""Measures to export: realistic in shape and length, of an invented city."""

from __future__ import annotations

from datetime import date
from itertools import count

from chengwen_library.model import Form, Measure, Notice, Unit

TITLE = "示例市促进专利转化运用若干措施"
COPIES = (
    "市委各部门，市人大常委会办公室，市政协办公室，市监察委员会，市中级人民法院，市人民检察院，示例军分区，"
    "各民主党派市委会，市工商联，各人民团体，驻示例各单位"
)
PREAMBLE = (
    "为深入贯彻落实《国务院办公厅关于印发〈专利转化运用专项行动方案（2023—2025年）〉的通知》（国办发〔2023〕37号），"
    "大力推动专利产业化，加快创新成果向现实生产力转化，结合我市实际，制定如下措施。"
)
CLAUSES = (
    (
        "建立专利分级分类评价机制",
        "组织高校和科研机构全面盘点未转化的有效专利，按照技术成熟度、市场前景和产业契合程度逐件评价，建立"
        "可转化专利资源库并每季度更新。评价结果向全市企业公开，由市知识产权服务平台按产业目录匹配推送，供需双方达成意向的，由"
        "平台安排专人跟踪服务。（牵头单位：市知识产权局；责任单位：市教育局、市科技局、市国资委）",
    ),
    (
        "推动高校院所专利开放许可",
        "支持高校、科研机构和国有企业对三年以上未实施的专利声明开放许可，许可使用费可以按照“先使用后付费”"
        "的方式约定。对被许可的中小企业，按实际支付许可费的百分之三十给予补助，同一企业每年累计补助不超过20万元。",
    ),
    (
        "培育专利密集型产品",
        "鼓励企业对主导产品开展专利产品备案，引导社会资本投向专利密集型产业。到2027年底，全市完成专利产品备案800件"
        "以上，专利密集型产业增加值占地区生产总值的比重达到百分之十五——按年度分解落实到各区县、各开发区。",
    ),
    (
        "扩大知识产权质押融资规模",
        "引导银行机构单列知识产权质押融资信贷计划，推广“知识产权＋科技担保”“知识产权＋保证保险”等模式，"
        "将无形资产纳入授信评价体系……对按期还本付息的企业给予贴息，贴息比例不超过实际支付利息的百分之四十，每户每年最高50万元。"
        "（责任单位：市知识产权局、市财政局、市地方金融管理局、国家金融监督管理总局示例监管分局）",
    ),
    (
        "完善知识产权保护协作",
        "健全行政执法与刑事司法衔接机制，推进重点市场、电子商务平台和展会知识产权保护规范化建设，依法快速处理专利侵权"
        "纠纷。建立海外知识产权纠纷应对指导工作站，为出口企业提供风险预警、法律咨询和应诉指导等公益服务。",
    ),
)
NUMERALS = "一二三四五六七八九十"


def notice_of(issuers: tuple[str, ...], *, parts: int = 4, copies: str = COPIES, **changes: object) -> Measure:
    """Return a measure with `parts` parts of three clauses each and a last part with deeper levels, and its notice."""
    printer = issuers[0] if len(issuers) == 1 else f"{issuers[0]}办公室"
    paragraphs = (f"《{TITLE}》已经市人民政府同意，现印发给你们，请结合实际，认真贯彻落实。",)
    if len(issuers) > 2:
        paragraphs = (*paragraphs, "执行中的具体问题，由市市场监督管理局会同市科学技术局、市财政局负责解释。")
    values: dict[str, object] = {
        "title": TITLE,
        "doc_number": "示政办发〔2026〕8号",
        "issuers": issuers,
        "issue_date": date(2026, 3, 5),
        "recipients": "各区县人民政府，市政府各部门，各直属机构",
        "notice": Notice(
            title=f"{'　'.join(issuers)}关于印发《{TITLE}》的通知",
            body=paragraphs,
            signature=issuers,
            date_text="2026年3月5日",
            copies=copies,
            note="此件公开发布",
            printer=printer,
            print_date_text="2026年3月6日",
        ),
        "preamble": PREAMBLE,
        "units": units(parts),
        "closing": "本措施自2026年4月1日起施行，有效期5年。",
    }
    return Measure(**(values | changes))  # type: ignore[arg-type]


def units(parts: int) -> tuple[Unit, ...]:
    """Return `parts` parts of three run-in clauses, and one part with all four levels and 款."""
    identity, clause = count(1), count()

    def unit(form: Form, num: str = "", heading: str | None = None, mark: str | None = None, **rest: object) -> Unit:
        return Unit(f"w{next(identity)}", form, num, heading=heading, heading_mark=mark, **rest)  # type: ignore[arg-type]

    def clauses(part: int) -> tuple[Unit, ...]:
        chosen = [CLAUSES[next(clause) % len(CLAUSES)] for _ in range(3)]
        return tuple(
            unit(Form.SECOND, f"（{NUMERALS[place]}）", heading, "。", text=text)
            for place, (heading, text) in enumerate(chosen)
        )

    tree = [
        unit(Form.FIRST, f"{NUMERALS[part]}、", "提升专利供给质量，夯实转化运用基础", children=clauses(part))
        for part in range(parts)
    ]
    fourth = (
        unit(
            Form.FOURTH,
            "（1）",
            "认证补助",
            "。",
            text="对首次通过《企业知识产权合规管理体系　要求》（GB/T 29490—2023）认证的企业，"
            "给予不超过10万元的一次性补助。",
        ),
        unit(Form.FOURTH, "（2）", text="同一项目按照“就高不重复”的原则执行。"),
    )
    third = (
        unit(Form.THIRD, "1.", "加强统筹", "。", text=CLAUSES[0][1]),
        unit(
            Form.THIRD,
            "2.",
            "加大投入",
            "。",
            intro="市财政统筹安排资金，支持下列事项：",
            children=fourth,
            wrap_up="资金使用情况每年公开。",
        ),
    )
    second = unit(Form.SECOND, "（一）", "工作机制", children=third)
    plain = unit(
        Form.SECOND,
        "（二）",
        "宣传引导",
        children=(unit(Form.PARAGRAPH, text=CLAUSES[4][1]), unit(Form.PARAGRAPH, text=CLAUSES[2][1])),
    )
    tree.append(unit(Form.FIRST, f"{NUMERALS[parts]}、", "组织保障", children=(second, plain)))
    return tuple(tree)


ONE = ("示例市人民政府办公室",)
TWO = ("示例市市场监督管理局", "示例市科学技术局")
THREE = ("示例市市场监督管理局", "示例市科学技术局", "示例市财政局")
