"""The forms of Chinese references (forms.toml), and what is none."""

from pathlib import Path

import pytest
import tomli

from chengwen_templates.references.parse import references
from chengwen_templates.references.reference import Item, Number, Reference, Step

TABLE = tomli.loads(Path(__file__).with_name("forms.toml").read_text(encoding="utf-8"))


def told(reference: Reference) -> str:
    """Return a reference in the short notation of the table."""
    return " ".join(filter(None, [reference.scope, *map(_step, reference.steps)]))


def _step(step: Step) -> str:
    if not step.items:
        return f"{step.level}{step.offset:+d}" if step.offset else f"{step.level}0"
    suffix = f"之{step.suffix}" if step.suffix else ""
    return f"{step.level}{','.join(map(_item, step.items))}{suffix}"


def _item(item: Item) -> str:
    return "-".join(map(_number, item.numbers))


def _number(number: Number) -> str:
    return "×" if number.value is None else str(number.value)


@pytest.mark.parametrize(("text", "reading"), TABLE["references"])
def test_a_reference_is_read(text, reading):
    assert "；".join(map(told, references(text, "示例市办法"))) == reading


@pytest.mark.parametrize("text", TABLE["others"])
def test_other_words_are_no_reference_to_this_document(text):
    assert references(text) == ()


def test_there_are_at_least_80_forms():
    assert len(TABLE["references"]) >= 80


def test_the_span_is_that_of_the_words():
    text = "符合条件的，按照本措施第（三）项执行。"
    (found,) = references(text)
    assert text[slice(*found.span)] == "本措施第（三）项"
    assert [text[slice(*number.span)] for step in found.steps for item in step.items for number in item.numbers] == [
        "三"
    ]
