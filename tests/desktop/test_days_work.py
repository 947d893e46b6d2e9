"""A day's work from an empty desk to an exported document, by keys and mouse alone, in the real window.

`CHENGWEN_PICTURES=folder` keeps a picture of each step.
"""

from chengwen_desktop import dialogs
from chengwen_library.folding import fold
from chengwen_library.model import Measure, Unit
from chengwen_library.reading.reader import read_file
from chengwen_templates.blanks import unfilled
from chengwen_templates.draft import load_draft
from days_work import NOTICE, TAKEN, DaysWork
from hands import Hands


def told(measure: Measure) -> tuple[object, ...]:
    """Return what a page shows of a measure, folded and without white space, its tree as marks and levels."""
    notice = measure.notice
    words = [measure.title, measure.doc_number, measure.preamble, measure.closing, *measure.issuers]
    words += [notice.title, *notice.body, *notice.signature, notice.date_text, notice.note] if notice else []
    return (*(fold(one or "") for one in words), *map(shape, measure.units))


def shape(unit: Unit) -> tuple[object, ...]:
    texts = (unit.num, unit.heading, unit.text, unit.intro, unit.wrap_up)
    return (unit.form, *(fold(one or "") for one in texts), *map(shape, unit.children))


def regions(draft: Measure) -> set[str]:
    return {one.region for unit in draft.walk() for one in unit.provenance}


def test_a_day_leads_from_an_empty_desk_to_a_document_that_reads_as_the_draft(begin, tmp_path, monkeypatch):
    kept = tmp_path / "若干措施.akn"
    monkeypatch.setattr(dialogs, "ask_save", lambda *_: kept)
    monkeypatch.setattr(dialogs, "ask_open", lambda *_: kept)
    window = begin()
    window.activateWindow()
    day = DaysWork(window, Hands(), tmp_path)
    day.do()
    saved = day.told["saved"]
    assert {unit.heading for unit in saved.walk()} >= {heading for _, _, heading in TAKEN}
    assert sum(bool(unit.provenance) for unit in saved.walk()) == len(TAKEN)
    before, after = day.told["differences"]
    assert ("坚持统筹谋划，" in after, "每年组织2次" in before, "每年组织2次" in after) == (True, True, False)
    assert day.told["blanks"] > 0
    assert not unfilled(saved)
    assert saved.units[-1].heading == TAKEN[-1][2]
    assert regions(saved) == {"鄂州市", "东莞市", "武汉市", "成都市"}
    assert saved.doc_number == NOTICE["发文字号"]
    assert day.told["errors"] == []
    assert load_draft(kept) == day.told["reopened"] == saved
    (reading,) = read_file(day.exported)
    assert told(reading.measure) == told(saved)
    assert day.told["measured"].endswith("符合 GB/T 9704-2012")
