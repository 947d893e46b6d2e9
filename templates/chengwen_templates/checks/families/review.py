"""What a 合法性审核 must look at: licences, penalties, coercion, fees and certificates that the text itself sets.

They do not apply where the text refers to the law (依法查处, 依照《…》处以罚款, 加大行政处罚力度), where it
lifts or eases (取消, 减免, 告知承诺), or where a penalty is a fact about an applicant (受到行政处罚的不得申报).
Whether anything is unlawful is for the review to say: the fix asks for the basis.
"""

from __future__ import annotations

from collections.abc import Iterator

from chengwen_templates.checks.finding import Finding
from chengwen_templates.checks.patterns import found
from chengwen_templates.checks.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Yield the places that set a licence, a penalty, coercion, a fee or a certificate, each rule once a sentence."""
    return found("review", subject)
