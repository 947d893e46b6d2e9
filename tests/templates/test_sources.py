"""来源说明: each clause's source, how much was changed, and what became of the source."""

from dataclasses import replace
from datetime import date

import pytest

from beside import measure
from chengwen_library.clauses import clauses
from chengwen_library.model import Form, Measure, Status, Unit, Validity, replace_unit
from chengwen_templates.draft import insert_unit, new_unit
from chengwen_templates.provenance import taken_unit
from chengwen_templates.sample import sample_draft
from chengwen_templates.sources import SourceState, changed_share, copied_wholesale, source_table
from material import shipped_measures

TODAY = date(2026, 3, 5)
LATER = date(2026, 9, 1)
LONG = "健全知识产权保护制度，完善协同保护机制，推进行政执法和司法保护衔接，开展专项执法行动，严厉打击侵权行为，建设保护示范区。"


def source(identity: str = "/akn/cn-42/act/2024-01-01/a-1", region: str = "湖北省", text: str = LONG) -> Measure:
    unit = Unit("s", Form.SECOND, heading="健全保护制度", heading_mark="。", text=text)
    return measure(identity, region, unit, doc_number="鄂政发〔2024〕1号")


def draft_from(*sources: Measure, own: int = 0) -> Measure:
    draft = Measure(id="/akn/cn-4201/act/0001/d", title="武汉市若干措施", region="武汉市", region_code="4201")
    for place, one in enumerate(sources):
        taken = next(clause for clause in clauses(one) if clause.heading == "健全保护制度")
        draft = insert_unit(draft, taken_unit(taken, TODAY), None, place)
    for _ in range(own):
        draft = insert_unit(draft, new_unit(Form.FIRST, "加强领导", LONG.replace("保护", "创造")), None, 0)
    return draft


def row(draft: Measure, *library: Measure, today: date = LATER):
    return next(row for row in source_table(draft, library, today) if row.provenance)


def test_the_sample_names_the_source_of_every_clause(tmp_path):
    library = shipped_measures(tmp_path)
    draft = sample_draft(library, TODAY)
    rows = source_table(draft, library, TODAY)
    numbered = [clause.eid for clause in clauses(draft) if clause.unit is not None]
    assert [row.eid for row in rows] == numbered
    assert [row.heading for row in rows if row.provenance is None] == ["加强组织领导"]


def test_a_clause_taken_as_it_is_is_verbatim_and_unchanged():
    found = row(draft_from(source()), source())
    assert (found.relation, found.changed, found.state, found.warns) == ("verbatim", 0.0, SourceState.UNCHANGED, False)
    assert found.provenance.taken == TODAY


def test_new_numbers_of_its_items_are_no_change():
    one = source(text="")
    unit = next(unit for unit in one.walk() if unit.heading == "健全保护制度")
    items = tuple(Unit(f"i{n}", Form.THIRD, f"{n}.", n, text=f"{LONG}第{n}步。") for n in (1, 2))
    one = replace_unit(one, unit.wid, replace(unit, children=items))
    found = row(draft_from(one), one)
    assert found.relation == "verbatim"


def test_the_share_of_change_is_told_against_the_source_as_it_was_taken():
    draft = draft_from(source())
    unit = draft.units[0]
    changed = replace_unit(draft, unit.wid, replace(unit, text=LONG.replace("建设保护示范区", "每年发布典型案例")))
    found = row(changed, source(text="别的文字。"))
    assert found.relation == "adapted"
    assert 0.05 < found.changed < 0.3
    assert found.changed == pytest.approx(changed_share(changed.units[0], unit.provenance[0]))


def test_words_that_became_others_have_no_relation():
    draft = draft_from(source())
    unit = draft.units[0]
    changed = replace_unit(draft, unit.wid, replace(unit, text="修缮办公用房，统一购置桌椅。"))
    assert row(changed, source()).relation is None


@pytest.mark.parametrize(
    ("held", "state"),
    [
        ([], SourceState.ABSENT),
        ([replace(source(), status=Status.REPEALED)], SourceState.RETIRED),
        ([replace(source(), effective=Validity(until="2026-06-30"))], SourceState.EXPIRED),
        ([source(text=LONG + "每年评估。")], SourceState.CHANGED),
        (
            [source(), replace(source("/akn/cn-42/act/2026-01-01/b-1"), repeals=("鄂政发〔2024〕1号",))],
            SourceState.REPLACED,
        ),
        ([replace(source(), effective=Validity(until="2027-06-30"))], SourceState.UNCHANGED),
    ],
)
def test_what_became_of_the_source_since_is_told(held, state):
    found = row(draft_from(source()), *held)
    assert (found.state, found.warns) == (state, state is not SourceState.UNCHANGED)


def test_a_clause_that_moved_within_its_source_is_unchanged():
    moved = measure(source().id, "湖北省", Unit("n", Form.SECOND, heading="新", heading_mark="。", text="新的。"),
                    Unit("s", Form.SECOND, heading="健全保护制度", heading_mark="。", text=LONG))  # fmt: skip
    assert row(draft_from(source()), moved).state is SourceState.UNCHANGED


# A superior's document copied wholesale


def test_a_draft_that_mostly_copies_its_provinces_document_is_warned_of():
    found = copied_wholesale(draft_from(source(), source(), own=1))
    assert found is not None
    assert found.measure == source().id
    assert "67%" in found.message or "66%" in found.message


@pytest.mark.parametrize(
    "draft",
    [
        draft_from(source(), own=1),
        draft_from(source("/akn/cn-4419/act/0001/c", "东莞市"), source("/akn/cn-4419/act/0001/c", "东莞市")),
        draft_from(source("/akn/cn-44/act/0001/c", "广东省")),
        draft_from(),
    ],
    ids=["half is its own", "a city beside it", "another province", "nothing is taken"],
)
def test_other_drafts_are_not(draft):
    assert copied_wholesale(draft) is None
