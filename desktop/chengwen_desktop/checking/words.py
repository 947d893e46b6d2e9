"""What the pane says of a finding: its place, its basis, what its fix does; the words a screen reader gets."""

from __future__ import annotations

from collections.abc import Mapping

from chengwen_desktop.checking.asking import How, manner
from chengwen_desktop.theme.marks import Severity
from chengwen_desktop.translation import marked, tr
from chengwen_library.model import Measure
from chengwen_library.places import places
from chengwen_templates.checks import rules
from chengwen_templates.checks.finding import Finding, FixKind
from chengwen_templates.checks.passages import Part, Place

LONGEST = 10
"""Characters of the words that a fix puts in, as its button names them."""

SEVERITIES = {Severity.ERROR: marked("错误"), Severity.WARNING: marked("警告"), Severity.HINT: marked("提示")}

PARTS = {
    Part.DOC_NUMBER: marked("发文字号"),
    Part.NOTICE_TITLE: marked("通知标题"),
    Part.RECIPIENTS: marked("主送机关"),
    Part.NOTICE_BODY: marked("通知正文"),
    Part.SIGNATURE: marked("署名"),
    Part.DATE: marked("成文日期"),
    Part.NOTE: marked("附注"),
    Part.TITLE: marked("标题"),
    Part.PREAMBLE: marked("引言"),
    Part.CLOSING: marked("结尾"),
    Part.ANNEX_TITLE: marked("附件标题"),
    Part.ANNEX_TEXT: marked("附件"),
    Part.COPIES: marked("抄送机关"),
    Part.PRINTER: marked("印发机关"),
    Part.PRINT_DATE: marked("印发日期"),
}

FIELDS = {
    Part.DOC_NUMBER: "doc_number",
    Part.NOTICE_TITLE: "title",
    Part.RECIPIENTS: "recipients",
    Part.NOTICE_BODY: "body",
    Part.SIGNATURE: "issuers",
    Part.DATE: "date",
    Part.NOTE: "note",
    Part.COPIES: "copies",
    Part.PRINTER: "printer",
    Part.PRINT_DATE: "print_date",
}
"""The fields of the notice's form that hold these parts."""

_RULES = {
    rules.Severity.ERROR: Severity.ERROR,
    rules.Severity.WARNING: Severity.WARNING,
    rules.Severity.HINT: Severity.HINT,
}


def severity(rule: rules.Rule) -> Severity:
    """Return how grave a rule's findings are, as marks show it."""
    return _RULES[rule.severity]


def numbers(draft: Measure) -> dict[str, str]:
    """Return what people call each unit, by its wid: （六） where such numbers run on, else 三、（六）."""
    running = draft.drafting.running_on if draft.drafting else ()
    found: dict[str, str] = {}
    for place in places(draft):
        path = place.path[-1:] if place.unit.form in running else place.path
        found[place.unit.wid] = "".join(path).rstrip("、.．")
    return found


def place_words(place: Place, numbered: Mapping[str, str]) -> str:
    """Return where a finding stands."""
    if place.wid is not None:
        return numbered.get(place.wid) or tr("正文")
    return tr(PARTS[place.part])


def basis_words(rule: rules.Rule) -> str:
    """Return what a rule rests on; practice is said to be practice."""
    if rule.strength is not rules.Strength.PRACTICE:
        return rule.basis
    return tr("惯例") if rule.basis == "实务" else tr("惯例，参照{basis}", basis=rule.basis)


def fix_words(finding: Finding) -> str:
    """Return the words of a finding's fix, with … at the end if it asks first; nothing if there is none."""
    fix = finding.fix
    if fix is None:
        return ""
    match fix.kind:
        case FixKind.REPLACE if fix.text:
            return tr("改为“{text}”", text=shortened(fix.text or ""))
        case FixKind.INSERT:
            return tr("补上“{text}”", text=shortened(fix.text or ""))
        case FixKind.DELETE | FixKind.REPLACE:
            return tr("删去“{text}”", text=shortened(finding.text))
        case FixKind.RENUMBER:
            return tr("重排序号")
        case FixKind.ASK:
            given = manner(finding)
            is_field = given.how is How.FIELD
            return tr("填写{field}", field=tr(PARTS[finding.place.part])) if is_field else tr(given.words)


def counted(counts: Mapping[Severity, int], *, hints: bool = False) -> str:
    """Return how many errors and warnings there are, and hints if wanted; what there is none of is left out."""
    told = ((counts.get(one, 0), tr(name)) for one, name in SEVERITIES.items() if hints or one is not Severity.HINT)
    return tr("，").join(tr("{count} 个{name}", count=number, name=name) for number, name in told if number)


def shortened(words: str) -> str:
    """Return words with their middle left out where they are long."""
    plain = words.replace("\n", " ")
    half = (LONGEST - 1) // 2
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - half - 1]}…{plain[-half:]}"


def used(seconds: float) -> str:
    """Return how long a check took, as people say it."""
    return tr("不到 0.1 秒") if seconds < 0.1 else tr(" {seconds} 秒", seconds=f"{seconds:.1f}")
