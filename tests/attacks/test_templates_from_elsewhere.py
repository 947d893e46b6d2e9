"""Templates and answers from another office: ways into the sandbox beyond those of the templates' own tests."""

import os
from collections.abc import Callable
from pathlib import Path

from attacks.attempts import Attempt, attempts, one_line, refused_or, shown
from attacks.guard import SECRET, Guard
from chengwen_templates.own_templates import load_templates
from own_template import OWN_TEMPLATE

HEAD, _, _BLOCKS = OWN_TEMPLATE.partition("{% block title %}")
EMPTY = "{% block preamble %}{% endblock %}{% block closing %}{% endblock %}"


def with_title(title: str) -> Callable[[Guard], str]:
    return lambda guard: (
        f"{HEAD}{{% block title %}}{title.replace('SECRET', str(guard.secret))}{{% endblock %}}{{% block body %}}一、甲{{% endblock %}}{EMPTY}"
    )


def with_head(more: str) -> Callable[[Guard], str]:
    return lambda _: OWN_TEMPLATE.replace('kind = "measure"', f'kind = "measure"\n{more}')


@attempts(
    Attempt("format-by-map", "str.format reached through the filter map", with_title("{{ ['{0.__class__}']|map('format', 1)|list }}")),
    Attempt("format-by-attr", "str.format reached through attr (CVE-2025-27516)", with_title("{{ ('{0.__class__}'|attr('format'))(1) }}")),
    Attempt("format-kept", "str.format kept in a variable (CVE-2024-56326)", with_title("{% set f = '{0.__class__}'.format %}{{ f(1) }}")),
    Attempt("block-name", "a block whose name is code (CVE-2024-56201)", with_title("{% block x['__class__'] %}{% endblock %}")),
    Attempt("wide-letters", "names in full-width letters that mean the same", with_title("{{ ''.__ｃlass__ }}")),
    Attempt("numbers", "the inside reached by a number", with_title("{{ ((1).real).__class__ }}")),
    Attempt("filter-inside", "the inside of a filter", with_title("{{ (region|upper).__init__.__globals__ }}")),
    Attempt("macro-inside", "the inside of a macro", with_title("{% macro m() %}{% endmacro %}{{ m.__globals__ }}{{ m['_func'] }}")),
    Attempt("loop-inside", "the inside of a loop", with_title("{% for x in [1] %}{{ loop._iterator }}{{ loop['__init__'] }}{% endfor %}")),
    Attempt("varargs", "arguments that carry the inside", with_title("{% macro m() %}{{ varargs.__class__ }}{{ kwargs['__class__'] }}{% endmacro %}{{ m(1, a=2) }}")),
    Attempt("debug", "statements of extensions (debug, do)", with_title("{% debug %}{% do [].append(1) %}")),
    Attempt("undefined", "the inside of what is not there", with_title("{{ nothing.__init__.__globals__ }}")),
    Attempt("slice", "a slice that is code", with_title("{{ region[''.__class__:] }}")),
    Attempt("test", "a test that asks for the inside", with_title("{{ 'a' is in(''.__class__.__mro__) }}")),
    Attempt("read-file", "a file included as text", with_title("{% include 'SECRET' %}")),
    Attempt("import-file", "a file imported with its context", with_title("{% from 'SECRET' import x with context %}")),
    Attempt("concatenated", "a name of the inside put together", with_title("{{ region['__cl' ~ 'ass__'] }}{{ region['\\x5f\\x5fclass\\x5f\\x5f'] }}")),
    Attempt("list-growth", "a list that doubles itself", with_title("{% set n = namespace(x=[1]) %}{% for i in range(99) %}{% set n.x = n.x * 2 %}{% endfor %}")),
    Attempt("no-end", "blocks nested until the reader gives up", with_title("{% if true %}" * 2000)),
    Attempt("head-bomb", "a head of a million brackets", lambda _: "+++\nname = " + "[" * 120_000 + "\n+++\n"),
    Attempt("head-fields", "fields with names that are code", with_head('guides = {"__class__" = "x"}')),
    Attempt("head-types", "a head whose values are of other kinds", with_head("doc_type = 1979-05-27\nstatus = [1]")),
)  # fmt: skip
def test_a_hostile_template_is_not_offered_or_runs_nothing(
    attempt: Attempt, guard: Guard, outcome: Callable[[str], None]
) -> None:
    folder = guard.folder / "templates"
    folder.mkdir()
    (folder / "外来.j2").write_text(attempt.made(guard), encoding="utf-8")
    with guard.watching():
        outcome(refused_or(lambda: offered(folder)))


def offered(folder: Path) -> str:
    """Return what was said of the templates; the secret and the inside of Python are in none of it."""
    found = load_templates(folder)
    said = [one_line(str(fault)) for fault in found.faults]
    assert len(found.templates) + len(found.faults) > 0
    for template in found.templates:
        rendered = str(template.render({field.name: field.sample() for field in template.fields}))
        assert SECRET not in rendered
        assert "<class" not in rendered
    return f"refused: {shown(said[0])}" if said else "offered, harmless"


def piped(path: Path, _: Guard) -> None:
    os.mkfifo(path)


def large(path: Path, _: Guard) -> None:
    with path.open("wb") as stream:
        stream.truncate(1 << 33)


@attempts(
    Attempt("pipe", "a pipe that never answers, in place of a template", piped),
    Attempt("link", "a link to the secret, in place of a template", lambda path, guard: path.symlink_to(guard.secret)),
    Attempt("link-loop", "a link to itself, in place of a template", lambda path, _: path.symlink_to(path)),
    Attempt("folder", "a folder in place of a template", lambda path, _: path.mkdir()),
    Attempt("large", "a file of eight gigabytes in place of a template", large),
    Attempt("device", "an endless device in place of a template", lambda path, _: path.symlink_to("/dev/zero")),
)  # fmt: skip
def test_what_is_no_file_is_no_template(attempt: Attempt, tmp_path: Path, outcome: Callable[[str], None]) -> None:
    guard = Guard(tmp_path)
    folder = tmp_path / "templates"
    folder.mkdir()
    attempt.made(folder / "外来.j2", guard)
    outcome(refused_or(lambda: offered(folder)))
    guard.seen.clear()
    guard.close()
