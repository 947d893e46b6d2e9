"""The reference in docs/ says what the program does."""

import pytest
from reference_pages import INTO, pages

from chengwen_templates.checks.rules import rules
from chengwen_templates.template import templates


@pytest.mark.parametrize("name", ["rules.md", "templates.md", "profiles.md"])
def test_a_page_is_what_make_docs_would_write(name):
    assert (INTO / name).read_text(encoding="utf-8") == pages()[name]


def test_every_rule_and_every_field_has_its_row():
    made = pages()
    assert [one for one in rules() if f"| `{one}` |" not in made["rules.md"]] == []
    fields = [field.name for template in templates() for field in template.fields]
    assert [one for one in fields if f"| `{one}` |" not in made["templates.md"]] == []


@pytest.mark.parametrize("name", ["README.md", "CHANGELOG.md"])
def test_the_number_of_rules_that_is_told_is_that_of_the_table(name):
    assert f"{len(rules())} rules" in (INTO.parents[1] / name).read_text(encoding="utf-8")
