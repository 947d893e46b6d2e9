"""Measuring the pages of a document against the requirements of GB/T 9704-2012."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain

from chengwen_library.model import Measure
from chengwen_templates.measuring.finding import TypeArea, type_area
from chengwen_templates.measuring.foot import imprint, page, page_numbers
from chengwen_templates.measuring.head import head
from chengwen_templates.measuring.laid import laid_out
from chengwen_templates.measuring.measurement import Measurement
from chengwen_templates.measuring.pages import Page
from chengwen_templates.measuring.text import text
from chengwen_templates.profile import DEFAULT_PROFILE, load_profile


def measure_pages(
    pages: Sequence[Page], measure: Measure, area: TypeArea | None = None
) -> Mapping[str, tuple[Measurement, ...]]:
    """Return what was measured on the pages, by the requirement's id, in the order of the text.

    `area` is the type area that distances count from; the standard's if it is not given.
    An element that is not on the pages has no entry.
    """
    if not pages:
        return {}
    laid = laid_out(pages, measure, area or type_area(load_profile(DEFAULT_PROFILE)))
    measured: defaultdict[str, list[Measurement]] = defaultdict(list)
    for name, one in chain(page(laid), head(laid), text(laid), imprint(laid), page_numbers(laid)):
        measured[name].append(one)
    return {name: tuple(every) for name, every in measured.items()}
