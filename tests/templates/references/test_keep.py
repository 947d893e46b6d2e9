"""References after any changes: each means the unit it meant, or is written with × and listed."""

from dataclasses import replace
from datetime import date
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from chengwen_library.model import Drafting, Form, Measure, Provenance, Unit, replace_unit
from chengwen_templates.checks.passages import Part
from chengwen_templates.draft import insert_unit, move_unit, new_unit, place_of, remove_unit, renumbered
from chengwen_templates.references.bind import bind, unresolved
from chengwen_templates.references.keep import keeping_references
from chengwen_templates.references.outline import Target
from chengwen_templates.references.render import rendered
from chengwen_templates.references.resolve import Reason
from chengwen_templates.structure import demoted, find_by_wid, join_units, locked, promoted, split_unit, unlocked

SOURCE = Provenance("/akn/cn/act/0001/a", "art_3", "甲市", None, "某办法", ("第三条",), date(2026, 1, 1), "原文。")


def unit(wid: str, form: Form, *children: Unit, text: str = "") -> Unit:
    words = {"intro": text or None} if children else {"text": text or f"{wid}。"}
    return Unit(wid, form, heading=f"标题{wid}" if form is Form.FIRST else None, children=children, **words)


def articles() -> Measure:
    def items(prefix: str, count: int) -> list[Unit]:
        return [unit(f"{prefix}{number}", Form.SECOND) for number in range(1, count + 1)]

    first = unit("a", Form.ARTICLE, text="依照本办法第三条第（二）项、第四条执行。")
    second = unit(
        "b",
        Form.ARTICLE,
        unit("p", Form.PARAGRAPH, text="一般规定。"),
        unit("q", Form.PARAGRAPH, text="依照前款和第三条至第五条执行。"),
        unit("r", Form.PARAGRAPH, text="依照前两款、本条第一款执行。"),
    )
    third = unit("c", Form.ARTICLE, *items("i", 4), text="有下列情形之一，且不符合第（四）项的：")
    rest = [
        unit("d", Form.ARTICLE, text="按第三条第（一）至（三）项、第二条第一款执行。"),
        unit("e", Form.ARTICLE, text="按前条和第一、三、四条执行。"),
        unit("f", Form.ARTICLE, text="按第二条第一款、第二款和第六条执行。"),
    ]
    return renumbered(Measure(title="示例办法", units=(first, second, third, *rest), drafting=Drafting("x")))


def clauses(running_on: tuple[Form, ...]) -> Measure:
    parts = (
        unit("P", Form.FIRST, *(unit(f"m{n}", Form.SECOND, text="按第（一）项和第二部分执行。") for n in range(1, 4))),
        unit(
            "Q",
            Form.FIRST,
            unit("n1", Form.SECOND, unit("k1", Form.THIRD), unit("k2", Form.THIRD), text="按第一部分第（二）项执行："),
            unit("n2", Form.SECOND, text="按“二、（一）2.”执行。" if not running_on else "按“二、（四）2.”执行。"),
        ),
        unit("R", Form.FIRST, unit("o1", Form.SECOND, text="见第一部分第（一）至（三）项。"), text="按第二部分执行："),
    )
    return renumbered(Measure(title="示例方案", units=parts, drafting=Drafting("x", running_on=running_on)))


BODY = (Part.TEXT, Part.INTRO, Part.WRAP_UP)
BASES = (articles(), clauses(()), clauses((Form.SECOND,)))
step = st.tuples(
    st.sampled_from(["insert", "remove", "move", "promote", "demote", "split", "join", "lock", "unlock"]),
    st.integers(0, 40),
    st.integers(-3, 3),
)
steps = st.lists(step, max_size=8)


def changed(draft: Measure, step: tuple[str, int, int]) -> tuple[Measure, dict[str, str]]:
    """Return the draft after a step, and the units that took in others."""
    kind, choice, by = step
    wids = [found.wid for found in draft.walk()]
    if not wids:
        return draft, {}
    wid = wids[choice % len(wids)]
    match kind:
        case "insert":
            return insert_unit(draft, new_unit(Form.SECOND, None, "新。"), wid, 0), {}
        case "remove":
            return remove_unit(draft, wid), {}
        case "move":
            return move_unit(draft, wid, by), {}
        case "promote":
            return promoted(draft, wid), {}
        case "demote":
            return demoted(draft, wid), {}
        case "lock":
            return locked(draft, wid), {}
        case "unlock":
            return unlocked(draft, wid), {}
        case "split":
            return split_unit(draft, wid, cut(draft, wid), new_unit(Form.SECOND)), {}
        case _:
            place = place_of(draft, wid)
            after = join_units(draft, wid)
            row = find_by_wid(draft, place[0]).children if place[0] else draft.units
            return after, {wid: row[place[1] - 1].wid} if place[1] else {}


def cut(draft: Measure, wid: str) -> int:
    """Return a place to cut a text at that is not within a reference."""
    inside = any(one.place.wid == wid and one.reference.span[0] < 1 for one in bind(draft))
    return 0 if inside else 1


def meanings(draft: Measure) -> dict[tuple[str | None, str], set[Target]]:
    """Return what the references of each text mean."""
    meant: dict[tuple[str | None, str], set[Target]] = {}
    for one in bind(draft):
        meant.setdefault((one.place.wid, "" if one.place.part in BODY else one.place.part), set()).update(
            one.resolution.targets
        )
    return meant


def counted_together(draft: Measure) -> list[list[Unit]]:
    """Return the lists of units that share one row of numbers."""
    through = {*draft.drafting.running_on, Form.ARTICLE}
    rows = [[one for one in draft.walk() if one.form is form] for form in through]
    for beside in (draft.units, *(one.children for one in draft.walk())):
        rows += [[one for one in beside if one.form is form] for form in Form if form not in through]
    return [row for row in rows if row and row[0].form is not Form.PARAGRAPH]


def numbers_are_right(draft: Measure, locks: dict[str, int]) -> bool:
    """Tell whether locked units have the numbers they were locked at, and each other the first free one."""
    for row in counted_together(draft):
        kept = {locks[one.wid] for one in row if one.wid in locks}
        reached = 0
        for one in row:
            free = next(number for number in count(reached + 1) if number not in kept)
            if one.number != locks.get(one.wid, free):
                return False
            reached = max(reached, one.number)
        if len({one.number for one in row}) != len(row):
            return False
    return all(one.number is None for one in draft.walk() if one.form is Form.PARAGRAPH)


def locks_kept(draft: Measure, after: Measure, step: tuple[str, int, int], locks: dict[str, int]) -> dict[str, int]:
    """Return the locks that there should be after a step, with their numbers."""
    wids = [found.wid for found in draft.walk()]
    chosen = find_by_wid(draft, wids[step[1] % len(wids)]) if wids else None
    if chosen is None:
        return {}
    match step[0]:
        case "lock" if chosen.number:
            return {**locks, chosen.wid: chosen.number}
        case "unlock":
            lost = {chosen.wid}
        case "join" if chosen.wid not in {one.wid for one in after.walk()}:
            through = {*draft.drafting.running_on, Form.ARTICLE}
            lost = {one.wid for one in chosen.walk() if one.form not in through}
        case _:
            lost = set()
    now = {one.wid: one.form for one in after.walk()}
    return {wid: locks[wid] for wid in locks if now.get(wid) is find_by_wid(draft, wid).form and wid not in lost}


@settings(max_examples=200, deadline=None)
@given(st.integers(0, len(BASES) - 1), st.lists(step | st.just("undo"), max_size=16))
def test_after_any_change_numbers_are_right_and_locked_ones_stay(base, many):
    past: list[tuple[Measure, dict[str, int]]] = [(BASES[base], {})]
    for one in many:
        draft, locks = past[-1]
        if one == "undo":
            past = past[:-1] or past
        else:
            after, _ = changed(draft, one)
            past.append((after, locks_kept(draft, after, one, locks)))
        draft, locks = past[-1]
        assert {found.wid for found in draft.walk() if found.locked} == set(locks)
        assert numbers_are_right(draft, locks)
        assert renumbered(draft) == draft


@settings(max_examples=200, deadline=None)
@given(st.integers(0, len(BASES) - 1), steps)
def test_after_any_change_every_reference_means_the_same_units_or_is_listed(base, many):
    draft = BASES[base]
    for step in many:
        after, heirs = changed(draft, step)
        alive = {one.wid for one in after.walk()}
        fresh = alive - {one.wid for one in draft.walk()}
        listed = {one.place.wid for one in unresolved(after)}
        before, now = meanings(draft), meanings(after)
        for place, meant in before.items():
            kept = {target for target in meant if target.wid in alive}
            if place[0] in alive and step[0] not in ("split", "join"):
                means = {target for target in now.get(place, set()) if target.wid not in fresh}
                assert means <= kept
                assert means == kept or place[0] in listed
                assert kept == meant or place[0] in listed or step[0] == "remove"
        everything = {heirs.get(target.wid, target.wid) for meant in before.values() for target in meant}
        assert {target.wid for meant in now.values() for target in meant} <= everything | fresh
        assert all(one.reason is Reason.REMOVED for one in unresolved(after))
        draft = after


@settings(max_examples=250, deadline=None)
@given(st.integers(0, len(BASES) - 1), st.integers(0, 40), st.integers(-4, 4))
def test_moving_keeps_the_meaning_of_every_single_reference(base, choice, by):
    draft = BASES[base]
    wids = [found.wid for found in draft.walk()]
    after = move_unit(draft, wids[choice % len(wids)], by)
    assert meanings(after) == meanings(draft)
    assert unresolved(after) == ()


@settings(max_examples=250, deadline=None)
@given(st.integers(0, len(BASES) - 1), st.integers(0, 40), st.integers(-4, 4))
def test_moving_there_and_back_gives_the_same_numbered_references(base, choice, by):
    draft = without_relative(BASES[base])
    wids = [found.wid for found in draft.walk()]
    wid = wids[choice % len(wids)]
    place = place_of(draft, wid)
    there = move_unit(draft, wid, by)
    back = move_unit(there, wid, place[1] - place_of(there, wid)[1])
    assert (place_of(back, wid), back) == (place, draft)


def without_relative(draft: Measure) -> Measure:
    """Return the draft without 前款 and the like, which become numbers when what is before them moves away."""
    for wid, words in (
        ("q", "依照第三条至第五条执行。"),
        ("r", "依照本条第一款执行。"),
        ("e", "按第一、三、四条执行。"),
    ):
        found = find_by_wid(draft, wid)
        draft = replace_unit(draft, wid, replace(found, text=words)) if found else draft
    return draft


def test_references_of_a_clause_from_the_library_mean_what_comes_along_or_nothing():
    coming = Unit(
        "n",
        Form.ARTICLE,
        "第三条",
        3,
        intro="有下列情形，且不符合本办法第五条、本条第（二）项的：",
        children=(
            Unit("n1", Form.SECOND, "（一）", 1, text="甲。"),
            Unit("n2", Form.SECOND, "（二）", 2, text="前项以外的。"),
        ),
        provenance=(SOURCE,),
    )
    draft = insert_unit(articles(), coming, None, 0)
    assert find_by_wid(draft, "n").intro == "有下列情形，且不符合本办法第×条、本条第（二）项的："
    assert [(one.place.wid, one.words) for one in unresolved(draft)] == [("n", "本办法第×条")]


def test_references_of_a_clause_of_the_drafters_own_mean_units_of_the_draft():
    draft = insert_unit(articles(), new_unit(Form.ARTICLE, None, "按第三条第（二）项执行。"), None, 0)
    assert draft.units[0].text == "按第四条第（二）项执行。"


def test_a_reference_cut_in_two_is_only_words():
    draft = split_unit(articles(), "a", len("依照本办法第三条第"), new_unit(Form.ARTICLE))
    assert draft.units[0].text + draft.units[1].text == "依照本办法第三条第（二）项、第五条执行。"


def test_references_in_preamble_closing_notice_and_annexes_are_kept():
    draft = replace(articles(), preamble="根据本办法第四条，", closing="本办法第四条自2026年1月1日起施行。")
    after = remove_unit(draft, "a")
    assert (after.preamble, after.closing) == ("根据本办法第三条，", "本办法第三条自2026年1月1日起施行。")


def test_bindings_can_be_rendered_on_a_changed_tree():
    draft = articles()
    other = renumbered(replace(draft, units=(draft.units[1], draft.units[0], *draft.units[2:])))
    after, broken = rendered(other, bind(draft))
    assert find_by_wid(after, "e").text == "按前条和第二、三、四条执行。"
    assert broken == ()


def test_what_is_broken_is_told():
    from chengwen_templates.tree import without_unit

    _, broken = keeping_references(articles(), lambda draft: renumbered(without_unit(draft, "i2")))
    assert [(one.place.wid, one.words, one.reason) for one in broken] == [
        ("a", "本办法第三条第（二）项", Reason.REMOVED)
    ]


def test_what_a_drafter_writes_by_place_stays_as_it_is_written():
    new = replace(new_unit(Form.ARTICLE), text="按照前条和第三条执行。")
    changed = insert_unit(articles(), new, None, 1)
    written = find_by_wid(changed, new.wid)
    assert written is not None
    assert written.text == "按照前条和第四条执行。"
