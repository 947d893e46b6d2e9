"""The words to write at a place for a unit: 前款, 本条第二款, 本措施第（三）项; they bind to just this unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from chengwen_library.model import Form, Measure
from chengwen_library.reading.wording import title_type
from chengwen_templates.checks.passages import Place
from chengwen_templates.references.bind import bind, bound, texts
from chengwen_templates.references.outline import Node, Outline, Target
from chengwen_templates.references.reference import Item, Level, Number, Step
from chengwen_templates.references.scanning import document_name
from chengwen_templates.references.wording import plain, step_words

UNTYPED = "本文件"
"""What a measure calls itself whose title names no type."""

_ITEM = Step(Level.ITEM, (0, 0), (Item(Number(1, (0, 0), bracketed=True)),))
"""How a number that runs through the measure is written: 第（八）项."""

_BEFORE = {Form.PARAGRAPH: "前款", Form.ARTICLE: "前条"}


def reference_words(measure: Measure, place: Place, at: int, wid: str) -> str | None:
    """Return the words that, put before the character `at` of the text at a place, mean a unit and no other.

    None where no words do: the unit has no number to be called by, several have the same one, or the
    place is within a title, a quotation or another reference, which the words would change.
    """
    outline = Outline(measure)
    there = outline.nodes.get(wid)
    if there is None:
        return None
    text = next((text for one, text in texts(measure) if one == place), "")
    here = outline.nodes.get(place.wid or "", outline.root)
    before = _meanings(outline, place, text)
    for words in _candidates(outline, here, there):
        after = _meanings(outline, place, text[:at] + words + text[at:])
        expected = Counter(before)
        expected[words, (Target(wid),)] += 1
        if after == expected:
            return words
    return None


def own_name(measure: Measure) -> str:
    """Return what a measure calls itself: as it mostly does, else by the type in its title (本措施, 本办法)."""
    used = Counter(one.reference.scope for one in bind(measure) if document_name().fullmatch(one.reference.scope))
    if used:
        return used.most_common(1)[0][0]
    name = f"本{(title_type(measure.title or '') or '')[-2:]}"
    return name if document_name().fullmatch(name) else UNTYPED


def _meanings(outline: Outline, place: Place, text: str) -> Counter[tuple[str, tuple[Target, ...]]]:
    """Return what each reference of a text means, by its words."""
    return Counter((one.words, one.resolution.targets) for one in bound(outline, place, text))


def _candidates(outline: Outline, here: Node, there: Node) -> Iterator[str]:
    """Yield words for a unit as seen from another, those that are usual first."""
    yield _BEFORE.get(there.form or Form.FIRST, "")
    said = [*filter(None, plain(outline, here, [there.target], 0, Level.ITEM))]
    own = own_name(outline.measure)
    if there.form is Form.SECOND and outline.runs_on(Form.SECOND) and not outline.has_articles:
        yield own + step_words(_ITEM, [there.number])
    if outline.has_articles and outline.container(here) is outline.container(there):
        yield from (words for words in said if words.startswith("本条"))
    yield own + max((words for words in said if words[0] not in "本“"), key=len, default="")
    yield from said
