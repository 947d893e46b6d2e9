"""Heights of the page's elements in twip that several exporter modules share."""

from __future__ import annotations

from chengwen_templates.profile import Profile
from chengwen_templates.units import pt_to_twip


def imprint_width_twip(profile: Profile) -> int:
    """Return the width of 版记's text: one character blank on each side (7.4.2)."""
    return profile.type_width_twip - 2 * pt_to_twip(profile.imprint_size_pt)


def page_number_line_twip(profile: Profile) -> int:
    """Return the height of the page number's line in twip."""
    return round(profile.page_number_size_pt * 28)


def imprint_line_twip(profile: Profile) -> tuple[int, int]:
    """Return a line of 版记 and the white below it (twip) that centres the ink between the rules."""
    return round(profile.imprint_size_pt * 32), round(profile.imprint_size_pt * 4)


def number_to_rule_pt(profile: Profile) -> int:
    """Return the border's distance (pt, in Word from 0 to 31) that leaves the red line's gap below the ink.

    On an exact line the ink of a number ends about 0.13 em below the baseline, which
    lies at four fifths of the line.
    """
    line_pt = profile.line_twip / 20
    below_ink = 0.2 * line_pt - 0.13 * profile.body_size_pt
    return min(31, max(0, round(profile.red_rule_gap_mm * 72 / 25.4 - below_ink)))
