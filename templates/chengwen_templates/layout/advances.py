"""How wide characters are, where no font can be asked: Chinese ones a full em, Western ones half.

This holds for the fonts the standard names (仿宋, 楷体, 黑体, 宋体 and 小标宋). Who draws
with other fonts passes their own widths.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from chengwen_templates.layout.shapes import Lettering

_HALF = 0x2E7F
"""Code points up to here are Western, but for the signs that Chinese text sets at full width."""

FULL_WIDTH_SIGNS = "§°±·×÷—―‖‘’“”…‰′″※℃№ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ←↑→↓∶≈≠≤≥①②③④⑤⑥⑦⑧⑨⑩■□▲△◆◇○●★☆"


class Advances(Protocol):
    """Widths of characters in fonts, which must not change while the object lives; it is hashable."""

    @property
    def script_gap_em(self) -> float:
        """What stands between a Chinese character and a letter or digit, in em; 0 by the standard."""
        ...

    def em(self, character: str, lettering: Lettering) -> float:
        """Return a character's width in em, the space added to it left out."""
        ...


@dataclass(frozen=True, slots=True)
class NominalAdvances:
    """The widths of the fonts that the standard names."""

    script_gap_em: float = 0.0

    def em(self, character: str, lettering: Lettering) -> float:  # noqa: ARG002 (all these fonts agree)
        """Return 1 for Chinese characters and signs, 0.5 for Western ones."""
        return 0.5 if ord(character) <= _HALF and character not in FULL_WIDTH_SIGNS else 1.0
