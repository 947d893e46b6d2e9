"""What tells a draft from all others."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from uuid import NAMESPACE_URL, uuid4, uuid5

from chengwen_library.model import Measure

_IDENTITY = re.compile("[0-9a-f]{32}")


def identified(draft: Measure, path: Path | None) -> Measure:
    """Return the draft with an identity if it lacks one; what is no draft stays as it is.

    A file from before there were identities gets the same one each time it is read from the same
    place, so that versions are found again even if the file is never saved. What is no identity
    of ours is none, since folders are named by it.
    """
    drafting = draft.drafting
    if drafting is None or _IDENTITY.fullmatch(drafting.identity):
        return draft
    return replace(draft, drafting=replace(drafting, identity=_of_old(draft, path) if path else uuid4().hex))


def _of_old(draft: Measure, path: Path) -> str:
    wids = " ".join(unit.wid for unit in draft.walk())
    return uuid5(NAMESPACE_URL, f"{path.absolute().as_uri()} {wids}").hex
