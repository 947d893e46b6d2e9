"""Persons at the end of a text: posts beside 签名章 (GB/T 9704-2012 7.3.5.3), and who was there (10.3)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chengwen_library.model import Attendance, PageForm
from chengwen_library.reading.elements import attendance_names
from chengwen_library.reading.punctuation import full_width
from chengwen_library.reading.source import Segment, cut
from chengwen_library.reading.zones import Zones, signs_with_post

LABEL = "人员名单的冒号"


def take_posts(lines: Sequence[Segment], zones: Zones) -> list[Segment]:
    """Take the posts that stand above the date; return the other lines."""
    signing = [signs_with_post(lines, index) for index in range(len(lines))]
    zones.posts += [line.text for line, signs in zip(lines, signing, strict=True) if signs]
    return [line for line, signs in zip(lines, signing, strict=True) if not signs]


def take_attendance(line: Segment, zones: Zones) -> bool:
    """Take a line of 出席, 请假 or 列席 of 纪要; tell whether it was one."""
    place = attendance_names(line.raw) if zones.page_form is PageForm.MINUTES else None
    if place is None:
        return False
    colon = re.search("[：:]", line.raw)
    if colon is None:
        return False
    role, mark, names = cut(line, colon.start(), colon.end())
    zones.attendance.append(Attendance(role.text, re.sub(r"\s+", "　", full_width(names.raw.strip()))))
    zones.drop(mark, LABEL)
    return True
