"""The families of rules that look at sentences: sentences on both sides of each rule, from a family's TOML file."""

import pytest

from rule_cases import cases, counted, ids_found

FAMILIES = ("burden", "fair", "review", "wording")


def told(side: str) -> list[tuple[str, str, str]]:
    """Return (family, rule, sentence) for one side of all cases."""
    return [(family, rule, text) for family in FAMILIES for rule, text in cases(family, side)]


@pytest.mark.parametrize(("family", "rule", "text"), told("found"))
def test_what_a_rule_is_about_is_found(family: str, rule: str, text: str) -> None:
    assert rule in ids_found(family, text)


@pytest.mark.parametrize(("family", "text"), [(family, text) for family, _, text in told("passed")])
def test_what_a_rule_is_not_about_is_passed(family: str, text: str) -> None:
    assert ids_found(family, text) == set()


@pytest.mark.parametrize("family", FAMILIES)
def test_every_rule_has_cases_on_both_sides(family: str) -> None:
    assert all(found >= 3 and passed >= 3 for _, found, passed in counted(family))
