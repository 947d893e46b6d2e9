"""What a Word file says of itself beside its text, as properties that people see and can change (文件 → 信息 → 属性).

Three facts of an official document may stand in no line of it: in which form it is set,
whether it will be sealed, and all who issue it. The last one is the author of the file, where
the others say that this is an official document.
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
LONGEST_PROPERTY = 255
"""Characters of a property; one as long may have been cut off."""

_CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
_PROPERTY = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"
_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes}lpwstr"


def stated_in(content: bytes, name: str) -> Stated:
    """Return what a Word file called `name` says of itself. Raises UnreadableFile for one that is unsafe."""
    package = Package(content, name)
    root = package.custom_properties()
    texts = {one.get("name", ""): one.findtext(_TEXT) or "" for one in root.iter(_PROPERTY)} if root is not None else {}
    page_form = _known(PageForm, texts, PAGE_FORM)
    return Stated(page_form, _known(Sealing, texts, SEALING), _authors(package) if page_form is not None else ())


def _authors(package: Package) -> tuple[str, ...]:
    root = package.core_properties()
    names = root.findtext(_CREATOR) or "" if root is not None else ""
    return tuple(filter(None, map(str.strip, names.split("；")))) if len(names) < LONGEST_PROPERTY else ()


def _known(kind: type[_Choice], texts: Mapping[str, str], name: str) -> _Choice | None:
    return next((one for one in kind if one.value == texts.get(name)), None)
