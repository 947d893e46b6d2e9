"""The paragraphs of a table's last column."""

from __future__ import annotations

from collections.abc import Sequence

from chengwen_index.comparing.token_patterns import TokenKind
from chengwen_index.comparing.tokens import tokens
from chengwen_templates.comparison_table.content import Cell, Mark, Paragraph, Role, Run, plain
from chengwen_templates.comparison_table.explaining import Remark
from chengwen_templates.comparison_table.phrases import phrase

_FIGURES = frozenset([TokenKind.AMOUNT, TokenKind.PERCENTAGE, TokenKind.QUANTITY, TokenKind.PERIOD])


def remark_lines(remarks: Sequence[Remark]) -> Cell:
    """Return a paragraph for each difference; what weighs is set off."""
    return tuple(
        Paragraph(Role.REMARK, (Run(remark.text, Mark.STRONG if remark.is_weighty else None),)) for remark in remarks
    )


def figures_line(section: str, name: str, text: str) -> Cell:
    """Return the sentence `name` with the sums, shares, numbers and periods of a text; nothing without any."""
    found = dict.fromkeys(token.text.strip() for token in tokens(text) if token.kind in _FIGURES)
    named = [figure for figure in found if not figure.isdigit()]
    return (plain(Role.REMARK, phrase(section, name, figures="、".join(named))),) if named else ()
