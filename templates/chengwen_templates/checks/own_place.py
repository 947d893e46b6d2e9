"""The place that a measure is of, also where the table of regions lacks it."""

from __future__ import annotations

import re

from chengwen_library.model import Measure
from chengwen_library.regions import find_region

_PLACE = re.compile(
    r"(?!关于|促进|支持|建设|推进|加快)[\u4e00-\u9fff]{2,5}?(?<![城强全本我各商农])[市县](?!场|级|域|民|容|政府)"
)


def own_place(measure: Measure) -> str | None:
    """Return the region of a measure, or the place that a title or an issuer begins with if no table has it."""
    if measure.region:
        return measure.region
    notice_title = measure.notice.title if measure.notice else None
    found = (_PLACE.match(name or "") for name in (measure.title, notice_title, *measure.issuers))
    names = (match.group() for match in found if match)
    return next((name for name in names if find_region(name) is None), None)
