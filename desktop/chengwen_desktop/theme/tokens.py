"""The colours of both themes; every other module names a token, none has a colour of its own."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme as #RRGGBB.

    Surfaces: window base alt raised sel sel_off hover press cur. Words: text text2 text3
    disabled accent err warn hint ok. `origins` are the colours of regions in the order in
    which they are given out, `own` that of a drafter's own words.
    """

    dark: bool
    window: str
    base: str
    alt: str
    raised: str
    line: str
    hair: str
    text: str
    text2: str
    text3: str
    disabled: str
    accent: str
    on_accent: str
    sel: str
    sel_off: str
    hover: str
    press: str
    cur: str
    err: str
    warn: str
    hint: str
    ok: str
    hit: str
    add_bg: str
    add: str
    del_bg: str
    delete: str
    official: str
    origins: tuple[str, ...]
    own: str


LIGHT = Tokens(
    dark=False,
    window="#F2F3F5",
    base="#FFFFFF",
    alt="#F8F9FA",
    raised="#FFFFFF",
    line="#D3D7DC",
    hair="#E5E8EB",
    text="#1B1E22",
    text2="#4B525C",
    text3="#5C646E",
    disabled="#8C939C",
    accent="#1D5A8E",
    on_accent="#FFFFFF",
    sel="#DCE8F4",
    sel_off="#E6E9ED",
    hover="#EBEEF1",
    press="#DDE1E6",
    cur="#F3F7FB",
    err="#B3261E",
    warn="#8A5300",
    hint="#3F6188",
    ok="#1B6B45",
    hit="#FFE79A",
    add_bg="#D3EEE9",
    add="#085248",
    del_bg="#FBE3D6",
    delete="#8A3210",
    official="#C8161D",
    origins=("#20694E", "#A84800", "#1747B8", "#98407E", "#22242C"),
    own="#5C646E",
)

DARK = Tokens(
    dark=True,
    window="#1F2225",
    base="#272A2E",
    alt="#24272B",
    raised="#2E3236",
    line="#43484F",
    hair="#363B41",
    text="#E7E9EC",
    text2="#B0B7C0",
    text3="#A6AEB8",
    disabled="#767D86",
    accent="#86BCEB",
    on_accent="#10202E",
    sel="#28425B",
    sel_off="#3A3F46",
    hover="#32363B",
    press="#3C4147",
    cur="#2B3036",
    err="#FFA198",
    warn="#EDBB5A",
    hint="#A6C3E2",
    ok="#7FCFA4",
    hit="#5E4C10",
    add_bg="#1D4A45",
    add="#A5E8DC",
    del_bg="#54301F",
    delete="#FFC3A6",
    official="#F0656A",
    origins=("#48C78E", "#F79D3C", "#8FA9FF", "#E0A3C6", "#F6F3DC"),
    own="#A6AEB8",
)
