"""What burdens those below: reports and sub-documents asked for, 责任状, 一票否决, 达标 and 创建示范.

They apply to demands on 各区县, 各部门 and the like, not on enterprises; not where such things are forbidden
or cut; not to legal filing, statistics, emergencies, budgets; not to titles of national or provincial programmes
(国家知识产权示范城市).
"""

from __future__ import annotations

from collections.abc import Iterator

from chengwen_templates.checks.finding import Finding
from chengwen_templates.checks.patterns import found
from chengwen_templates.checks.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Yield the sentences that put such a burden on those below, each rule once a sentence."""
    return found("burden", subject)
