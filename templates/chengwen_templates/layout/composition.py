"""A measure with its notice as paragraphs in the order of the text, part by part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from chengwen_library.model import Annex, Measure, PageForm
from chengwen_library.styles import Role
from chengwen_templates.content import annexes, head, imprint, letter, substance
from chengwen_templates.layout.flow import Item, JointMark, Paragraph, Part, Table
from chengwen_templates.layout.head import head_items
from chengwen_templates.layout.shapes import Shape, Underline
from chengwen_templates.layout.text import letter_paragraphs, paragraphs, plain, table
from chengwen_templates.profile import Profile


@dataclass(frozen=True, slots=True)
class Choices:
    """What is decided by how much room there is: the height of the notice's lines (twip), and where 主送机关 stand."""

    letter_line: int
    recipients_in_imprint: bool = False


@dataclass(frozen=True, slots=True)
class Composition:
    """A document's parts, and its 版记, which stands at the foot of the last face.

    Annexes that are not bound with the text come `apart`, behind 版记 (7.3.7).
    On `preprinted` sheets nothing red is printed.
    """

    page_form: PageForm
    parts: tuple[Part, ...]
    imprint: tuple[Paragraph, ...]
    apart: tuple[Part, ...] = ()
    preprinted: bool = False

    @property
    def words(self) -> Iterator[str]:
        """The words of every paragraph in the order of the text, those of marks and of cells included."""
        for part in self.parts:
            yield from _words_of(part)
        for row in self.imprint:
            yield row.words
        for part in self.apart:
            yield from _words_of(part)


def compose(measure: Measure, profile: Profile, choices: Choices) -> Composition:
    """Return the document of a measure: 版头, notice, measure, annexes, 版记; without a notice the measure alone."""
    notice = measure.notice
    first = compose_letter(measure, profile, choices).items
    text = Part((*first, *paragraphs(tuple(substance(measure)), profile)))
    bound, apart = [text, *_annex_parts(measure, profile)], list[Part]()
    if notice is not None and notice.annexes_apart:
        bound, apart = bound[:1], bound[1:]
    below = imprint(measure, notice, with_recipients=choices.recipients_in_imprint) if notice is not None else ()
    form = notice.page_form if notice is not None else PageForm.GENERAL
    rows = tuple(plain(block, profile) for block in below)
    return Composition(form, tuple(_joined(bound)), rows, tuple(_joined(apart)))


def compose_letter(measure: Measure, profile: Profile, choices: Choices) -> Part:
    """Return 版头 and the notice; closed up, its lines and blank lines are lower than the profile's."""
    notice = measure.notice
    if notice is None:
        return Part(())
    closed = replace(
        profile,
        line_twip=choices.letter_line,
        title_line_twip=choices.letter_line * profile.title_line_twip // profile.line_twip,
    )
    blocks = tuple(letter(measure, notice, with_recipients=not choices.recipients_in_imprint))
    titled = any(block.role is Role.TITLE for block in blocks)
    above = head_items(tuple(head(measure)), notice.page_form, closed, titled=titled)
    return Part((*above, *letter_paragraphs(blocks, notice.sealing, closed)))


def without_red(composition: Composition) -> Composition:
    """Return the document for sheets whose red head is printed already: its room is kept, nothing stands there."""
    return replace(
        composition,
        parts=tuple(replace(part, items=tuple(map(_without_red, part.items))) for part in composition.parts),
        preprinted=True,
    )


def _words_of(part: Part) -> Iterator[str]:
    return (words for item in part.items for words in _words(item))


def _words(item: Item) -> Iterator[str]:
    match item:
        case Paragraph():
            yield item.words
        case JointMark():
            yield from (*item.names, item.word)
        case Table():
            yield from (cell.words for row in item.rows for cell in row)


def _without_red(item: Item) -> Item:
    match item:
        case JointMark():
            return Paragraph(Role.MARK, Shape(item.lettering, item.height), ())
        case Paragraph(role=Role.MARK):
            return replace(item, runs=())
        case Paragraph(shape=Shape(underline=Underline() as rule)):
            shape = replace(item.shape, underline=None, after=item.shape.after + rule.height_twip)
            return replace(item, shape=shape)
        case _:
            return item


def _annex_parts(measure: Measure, profile: Profile) -> Iterator[Part]:
    """Yield each annex; one with a wide table lies across the paper (8)."""
    for annex, blocks in zip(measure.annexes, annexes(measure), strict=True):
        items: list[Item] = list(paragraphs(blocks, profile))
        if annex.rows:
            items.append(table(annex.rows, _room(annex, profile), profile))
        yield Part(tuple(items), wide=annex.wide and bool(annex.rows))


def _room(annex: Annex, profile: Profile) -> int:
    return profile.type_height_twip if annex.wide else profile.type_width_twip


def _joined(parts: list[Part]) -> Iterator[Part]:
    """Yield the parts, those side by side that lie the same way as one."""
    last: Part | None = None
    for part in parts:
        if last is not None and last.wide == part.wide:
            last = replace(last, items=(*last.items, *part.items))
        else:
            if last is not None:
                yield last
            last = part
    if last is not None:
        yield last
