"""A measure as it prints on this machine: laid out by the widths of its fonts, as faces to draw."""

from __future__ import annotations

from chengwen_desktop.fonts.raw import QtAdvances, ink_top_em
from chengwen_desktop.printing.face import Face
from chengwen_desktop.printing.sheet import DASH, faces_of
from chengwen_library.model import Measure
from chengwen_templates.layout.layout import Layout, lay_out
from chengwen_templates.profile import Profile


def printed(measure: Measure, profile: Profile, *, preprinted: bool = False) -> tuple[Layout, tuple[Face, ...]]:
    """Lay a measure out by the widths of the fonts of this machine; return the layout and its faces.

    Needs a QGuiApplication; may run in any thread.
    """
    advances = QtAdvances()
    layout = lay_out(measure, profile, advances, preprinted=preprinted)
    return layout, faces_of(layout, profile, advances, ink_top_em(profile.page_number_font, DASH))
