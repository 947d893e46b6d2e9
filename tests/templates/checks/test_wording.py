"""Rules of the family `wording`: sentences on both sides of each, and what the published measures hold."""

import pytest

from rule_cases import cases, counted, ids_found

FAMILY = "wording"


@pytest.mark.parametrize(("rule", "text"), cases(FAMILY, "found"))
def test_what_a_rule_is_about_is_found(rule, text):
    assert rule in ids_found(FAMILY, text)


@pytest.mark.parametrize(("rule", "text"), cases(FAMILY, "passed"))
def test_what_a_rule_is_not_about_is_passed(rule, text):
    assert ids_found(FAMILY, text) == set()


def test_every_rule_has_cases_on_both_sides():
    assert all(found >= 3 and passed >= 3 for _, found, passed in counted(FAMILY))
