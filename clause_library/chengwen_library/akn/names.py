"""Namespaces and identifiers of our Akoma Ntoso files (decisions 4 and 5)."""

from __future__ import annotations

import hashlib
import re
from datetime import date

from chengwen_library.folding import fold
from chengwen_library.model import Measure
from chengwen_library.places import whole

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OURS = "urn:chengwen:1"
NAMESPACES: dict[str | None, str] = {None: AKN, "cw": OURS}
UNKNOWN_DATE = "0001-01-01"
UNKNOWN_AUTHOR = "#unknown"


def akn(name: str) -> str:
    """Return the qualified name of an Akoma Ntoso element."""
    return f"{{{AKN}}}{name}"


def ours(name: str) -> str:
    """Return the qualified name of an element or attribute of our own."""
    return f"{{{OURS}}}{name}"


def work_uri(region_code: str | None, issue_date: date | None, doc_number: str | None, measure: Measure) -> str:
    """Return the FRBR work URI /akn/cn-<region>/act/<date, or 0001>/<slug of 文号, or of the text's hash>."""
    country = f"cn-{region_code}" if region_code else "cn"
    day = issue_date.isoformat() if issue_date else "0001"
    return f"/akn/{country}/act/{day}/{_slug(doc_number) if doc_number else _text_hash(measure)}"


def _slug(doc_number: str) -> str:
    """Return year and serial number of a 文号, made unique by its 代字's hash: 鄂州市监〔2024〕35号 → 2024-35-…."""
    figures = re.findall(r"\d+", doc_number)
    return "-".join([*figures, _digest(doc_number)[:4]])


def _text_hash(measure: Measure) -> str:
    words = "".join([measure.title or "", measure.preamble or "", *map(whole, measure.units), measure.closing or ""])
    return _digest(words)[:8]


def _digest(text: str) -> str:
    return hashlib.sha256(fold(text).encode()).hexdigest()
