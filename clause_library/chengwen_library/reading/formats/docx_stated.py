"""What a Word file says of itself beside its text, as properties that people see and can change (文件 → 信息 → 属性).

Two facts of an official document stand in no line of it: in which form it is set, and
whether it will be sealed.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from chengwen_library.model import PageForm, Sealing
from chengwen_library.reading.formats.docx_package import Package
from chengwen_library.reading.stated import Stated

PAGE_FORM = "公文格式"
SEALING = "用印"
"""The names of the properties; their values are those of `PageForm` and `Sealing`."""

_Choice = TypeVar("_Choice", bound=StrEnum)
_PROPERTY = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"
_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes}lpwstr"


def stated_in(content: bytes, name: str) -> Stated:
    """Return what a Word file called `name` says of itself. Raises UnreadableFile for one that is unsafe."""
    root = Package(content, name).custom_properties()
    texts = {one.get("name", ""): one.findtext(_TEXT) or "" for one in root.iter(_PROPERTY)} if root is not None else {}
    return Stated(_known(PageForm, texts, PAGE_FORM), _known(Sealing, texts, SEALING))


def _known(kind: type[_Choice], texts: Mapping[str, str], name: str) -> _Choice | None:
    return next((one for one in kind if one.value == texts.get(name)), None)
