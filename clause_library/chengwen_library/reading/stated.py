"""What a source says of its notice beside its lines: two facts that stand in no line of an official document."""

from __future__ import annotations

from dataclasses import dataclass, replace

from chengwen_library.model import Measure, PageForm, Sealing


@dataclass(frozen=True, slots=True)
class Stated:
    """What a file says of itself; None where it says nothing that is known."""

    page_form: PageForm | None = None
    sealing: Sealing | None = None

    def applied_to(self, measure: Measure) -> Measure:
        """Return the measure with what was stated of its notice; what its text shows is not doubted."""
        notice = measure.notice
        if notice is None:
            return measure
        page_form = self.page_form if notice.page_form is PageForm.GENERAL else None
        sealing = self.sealing if notice.sealing is Sealing.NONE else None
        stated = replace(
            notice, page_form=page_form or notice.page_form, sealing=sealing if sealing is not None else notice.sealing
        )
        return replace(measure, notice=stated)


NOTHING = Stated()
