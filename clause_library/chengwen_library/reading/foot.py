"""The foot of a document: closing sentences, signature, date, 附注 and 版记."""

from __future__ import annotations

from collections.abc import Sequence

from chengwen_library.reading import wording
from chengwen_library.reading.persons import take_attendance, take_posts
from chengwen_library.reading.punctuation import spaced
from chengwen_library.reading.source import Segment
from chengwen_library.reading.zones import Zones, is_moved_recipients

AFTER = "正文之后的网页文字"
LABEL = "版记的标签和标点"


def sort_foot(foot: Sequence[Segment], zones: Zones) -> None:
    """Sort the lines behind the last unit into the zones."""
    lines = take_posts(foot, zones)
    for index, line in enumerate(lines):
        if is_moved_recipients(lines, index) and zones.recipients is None:
            zones.recipients = zones.drop_around(line, line.text.removeprefix("主送：").removesuffix("。"), LABEL)
        elif not (_sort_imprint(line, zones) or _sort_signature(line, zones) or take_attendance(line, zones)):
            zones.drop(line, AFTER, instead=zones.closing)


def _sort_signature(line: Segment, zones: Zones) -> bool:
    text = line.text
    bare = text.strip("（）")
    if wording.is_closing(text):
        zones.closing.append(text)
    elif zones.date_text is None and wording.is_date(text):
        zones.date_text = text
    elif wording.is_note(text) and zones.note is None:
        zones.note = zones.drop_around(line, bare)
    elif all(map(wording.is_organ, spaced(line.raw).split(" "))):
        zones.sign(line, spaced(line.raw).split(" "))
    else:
        return False
    return True


def _sort_imprint(line: Segment, zones: Zones) -> bool:
    """Sort a line of the 版记: 抄送, and organ and date of printing."""
    text = line.text
    printed = wording.PRINTED.fullmatch(text)
    if text.startswith("抄送：") and zones.copies is None:
        zones.copies = zones.drop_around(line, text.removeprefix("抄送：").removesuffix("。"), LABEL)
    elif printed and zones.printer is None:
        zones.printer, zones.print_date_text = printed.group(1), printed.group(2)
        zones.drop_around(line, text.removesuffix("印发"), LABEL)
    elif zones.copies is not None and zones.printer is None and text.endswith("。") and len(text) <= 60:
        zones.copies += f"\n{zones.drop_around(line, text.removesuffix('。'), LABEL)}"
    else:
        return False
    return True
