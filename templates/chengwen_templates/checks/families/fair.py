"""What a measure may not contain: the items of 公平竞争审查条例 articles 8 to 11, on sentences.

The patterns (`fair-8.toml` to `fair-11.toml`) look at who is favoured or burdened and by what. They do not apply to:
titles in 《》; what a sentence forbids, abolishes or investigates (不得要求…, 清理…的规定); what
rests on a law that it names (依照法律、行政法规); a subsidy open to all on the same terms; the scope of a
whole measure (本办法适用于在本市注册的企业), which no hint may stand for: registration here is a
finding only where a reward or a subsidy depends on it. The exceptions of article 12 are asked.
"""

from __future__ import annotations

from collections.abc import Iterator

from chengwen_templates.checks.finding import Finding
from chengwen_templates.checks.patterns import found
from chengwen_templates.checks.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Yield the sentences that fall under an item of articles 8 to 11, each rule once a sentence."""
    return found("fair", subject)
