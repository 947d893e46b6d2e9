"""The table of rules: every severity follows from the strength of its basis."""

import re

import pytest

from chengwen_templates.checks.rules import WEIGHT, Severity, rules

FAMILIES = (
    "numbering", "reference", "docnumber", "date", "title", "text", "responsible", "target", "validity",
    "basis", "notice", "attachment", "length", "burden", "fair", "review", "wording",
)  # fmt: skip


@pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.id)
def test_a_rule_weighs_what_its_basis_does(rule):
    assert rule.severity is WEIGHT[rule.strength]


@pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.id)
def test_a_rule_has_an_id_a_title_and_a_basis(rule):
    assert re.fullmatch(r"[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*", rule.id)
    assert rule.title
    assert rule.basis


def test_the_families_are_those_of_a_review():
    assert tuple(dict.fromkeys(rule.family for rule in rules().values())) == FAMILIES


def test_every_item_of_articles_8_to_11_is_a_rule():
    items = {8: 5, 9: 6, 10: 4, 11: 4}
    wanted = {f"fair.{article}-{item}" for article, count in items.items() for item in range(1, count + 1)}
    assert {rule.id for rule in rules().values() if rule.family == "fair"} == wanted


def test_what_only_a_reviewer_can_decide_is_no_error():
    open_questions = [rule for rule in rules().values() if rule.family == "review" or rule.title.startswith("其他")]
    assert {rule.severity for rule in open_questions} == {Severity.WARNING}
