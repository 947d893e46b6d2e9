"""What a source says of its notice beside its lines: two facts that stand in no line of an official document."""

from __future__ import annotations

from dataclasses import dataclass, replace

from chengwen_library.model import Measure, PageForm, Sealing


@dataclass(frozen=True, slots=True)
class Stated:
    """What a file says of itself; None where it says nothing that is known.

    `issuers` are all that issue a document whose 标志 names the first of them alone or, on a
    pre-printed sheet, none.
    """

    page_form: PageForm | None = None
    sealing: Sealing | None = None
    issuers: tuple[str, ...] = ()

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
        return replace(measure, notice=stated, issuers=self._all_issuers(measure, stated.page_form))

    def _all_issuers(self, measure: Measure, page_form: PageForm) -> tuple[str, ...]:
        """Return the issuers that were stated, if those that the text names are among them."""
        whole = page_form is PageForm.GENERAL and measure.issuers
        agree = all(any(one.startswith(organ) for one in self.issuers) for organ in measure.issuers)
        return self.issuers if self.issuers and agree and not whole else measure.issuers


NOTHING = Stated()
