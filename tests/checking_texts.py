"""What the tests of the rules say: a text is read or made a draft, checked by one family, and the findings told."""

from datetime import date
from importlib import import_module

from chengwen_library.model import Drafting, Form, Measure, Notice, Unit
from chengwen_library.reading.reader import read_text
from chengwen_library.reading.source import segments
from chengwen_templates.checks.finding import Finding
from chengwen_templates.checks.subject import Subject
from chengwen_templates.draft import renumbered
from chengwen_templates.office import Office

TODAY = date(2026, 1, 20)


def draft_of(text: str, **changes: object) -> Measure:
    """Return a numbered draft of 黄石市 whose only clause says `text`."""
    clause = Unit("c", Form.SECOND, heading="工作内容", heading_mark="。", text=text)
    part = Unit("p", Form.FIRST, heading="主要任务", children=(clause,))
    given = {"title": "黄石市促进创新若干措施", "region": "黄石市", "region_code": "4202", **changes}
    return renumbered(Measure(units=(part,), drafting=Drafting("several-measures"), **given))  # type: ignore[arg-type]


def issued(**changes: object) -> Measure:
    """Return a draft with a notice that has no faults, `changes` made in the notice."""
    given: dict[str, object] = {
        "title": "黄石市人民政府办公室关于印发《黄石市促进创新若干措施》的通知",
        "body": ("现印发给你们，请认真贯彻执行。",),
        "signature": ("黄石市人民政府办公室",),
        "date_text": "2026年1月9日",
        **changes,
    }
    return draft_of(
        "开展工作。",
        notice=Notice(**given),  # type: ignore[arg-type]
        issuers=("黄石市人民政府办公室",),
        doc_number="黄政办发〔2026〕3号",
        recipients="各县（市、区）人民政府，市政府各部门",
        issue_date=date(2026, 1, 9),
    )


def read(text: str) -> Subject:
    """Return the subject of a text that is read as a file is, with its lines."""
    return Subject(read_text(text, "文稿.txt")[0].measure, TODAY, lines=tuple(segments(text)))


def found(family: str, measure: Measure | Subject, rule: str = "", office: Office | None = None) -> list[Finding]:
    """Return what a family finds, of one rule if it is named."""
    subject = measure if isinstance(measure, Subject) else Subject(measure, TODAY, office or Office())
    findings = import_module(f"chengwen_templates.checks.families.{family}").check(subject)
    return [one for one in findings if one.rule.id == rule or not rule]


def words(family: str, measure: Measure | Subject, rule: str, office: Office | None = None) -> list[str]:
    """Return the words that a rule finds."""
    return [one.text for one in found(family, measure, rule, office)]
