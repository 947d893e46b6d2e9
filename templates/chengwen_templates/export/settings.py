"""The settings part: Word 2013 and later, odd and even pages, Chinese line breaking."""

from __future__ import annotations

from docx.oxml.xmlchemy import BaseOxmlElement

from chengwen_templates.export.xml import w
from chengwen_templates.layout.lines import NEVER_FIRST, NEVER_LAST

_WORD = "http://schemas.microsoft.com/office/word"
_COMPATIBILITY = {
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
}


def settings() -> BaseOxmlElement:
    """Return `w:settings`; mirrored margins because documents are bound on the left (6.3)."""
    compatibility = [w("compatSetting", name=name, uri=_WORD, val=value) for name, value in _COMPATIBILITY.items()]
    return w(
        "settings",
        w("zoom", percent=100),
        w("mirrorMargins"),
        w("defaultTabStop", val=420),
        w("evenAndOddHeaders"),
        w("characterSpacingControl", val="doNotCompress"),
        w("noLineBreaksAfter", lang="zh-CN", val=NEVER_LAST),
        w("noLineBreaksBefore", lang="zh-CN", val=NEVER_FIRST),
        w(
            "compat",
            w("spaceForUL"),
            w("balanceSingleByteDoubleByteWidth"),
            w("doNotLeaveBackslashAlone"),
            w("ulTrailSpace"),
            w("doNotExpandShiftReturn"),
            w("adjustLineHeightInTable"),
            w("useFELayout"),
            *compatibility,
        ),
        w("themeFontLang", val="en-US", eastAsia="zh-CN"),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    )
