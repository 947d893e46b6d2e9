"""What a template from elsewhere may not do: each is refused with a clear line within two seconds."""

import time

import pytest

from chengwen_library.errors import TemplateFailed
from chengwen_templates.rendering import Faulted, render_blocks
from chengwen_templates.rendering_process import rendering_process
from chengwen_templates.template import parse_template

HEAD = '+++\nname = "试"\nkind = "measure"\ndescription = ""\n+++\n'
OTHERS = "{% block title %}{% endblock %}{% block preamble %}{% endblock %}{% block closing %}{% endblock %}"

INTERNALS = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ ''['__class__'] }}",
    "{{ ''['__cla' ~ 'ss__'] }}",
    "{{ ''|attr('__class__') }}",
    "{{ ['__class__']|map('attr') }}",
    "{{ []|map(attribute='__class__')|list }}",
    "{{ [1]|selectattr('__class__')|list }}",
    "{{ '{0.__class__.__init__.__globals__}'.format('') }}",
    "{{ '{0.__class__}'.format_map({}) }}",
    "{{ '%s'|format('a') }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ self.__init__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ loop }}",
    "{{ config }}",
    "{{ request.application.__globals__ }}",
    "{{ range.__self__ }}",
    "{{ dict(a=1) }}",
    "{{ url_for.__globals__ }}",
    "{% set x = namespace() %}{% set x.__class__ = 1 %}{{ x }}",
    "{% macro m() %}{{ caller.__globals__ }}{% endmacro %}{% call m() %}{% endcall %}",
]
FILES = [
    "{% include '/etc/passwd' %}",
    "{% include ['/etc/passwd', 'b'] ignore missing %}",
    "{% import 'os' as o %}",
    "{% from 'os' import popen %}",
    "{% extends '/etc/passwd' %}",
    "{{ open('/etc/passwd').read() }}",
    "{{ __import__('os') }}",
]
ENDLESS = [
    "{% for i in range(10**9) %}{% endfor %}",
    "{% for i in range(1000000000) %}{% endfor %}",
    "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "{% for a in range(9999) %}{% for b in range(9999) %}{% for c in range(9999) %}{% set x = a %}{% endfor %}{% endfor %}{% endfor %}",
    "{% macro m(n) %}{{ m(n + 1) }}{% endmacro %}{{ m(1) }}",
    "{% macro m(n) %}{{ m(n) }}{{ m(n) }}{% endmacro %}{{ m(1) }}",
    "{% for i in [1] recursive %}{{ loop([1]) }}{% endfor %}",
    "{{ 10**10**10 }}",
    "{{ 9**9**9**9 }}",
]
HUGE = [
    "{{ 'a' * 10**9 }}",
    "{{ 'a' * 1000000000 }}",
    "{{ 1000000000 * 'a' }}",
    "{{ [1] * 1000000000 }}",
    "{{ 'a'.center(1000000000) }}",
    "{{ 'a'.ljust(1000000000) }}",
    "{{ 'a'.zfill(1000000000) }}",
    "{{ 'a'|center(1000000000) }}",
    "{{ 'a'|indent(1000000000) }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ '%1000000000d'|format(1) }}",
    "{{ '{:>1000000000}'.format(1) }}",
    "{{ lipsum(1000000) }}",
    "{% for i in range(90000) %}长长的文字{% endfor %}",
    "{% set n = namespace(x='aaaaaaaa') %}{% for i in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}{{ n.x }}",
    "{% set n = namespace(x='aaaaaaaa') %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}{{ n.x }}",
    "{% set n = namespace(x=[1]) %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}{{ n.x }}",
    "{% set n = namespace(x='a') %}{% for i in range(60) %}{% set n.x = [n.x, n.x]|join %}{% endfor %}{{ n.x }}",
    "{{ range(99999)|join('a' ~ ('b' ~ range(9999)|join)) }}",
    "{% set x %}{% for i in range(99999) %}{% for j in range(999) %}长长的文字{% endfor %}{% endfor %}{% endset %}{{ x }}",
]
PATTERNS = [
    "{{ 'aaaa'|replace('a', 'b') }}",
    "{{ 'http://a.b'|urlize }}",
    "{{ '<b>'|striptags }}",
    "{{ 'a b'|wordwrap(1) }}",
    "{{ {'a': 1}|tojson }}",
    "{{ [1]|pprint }}",
    "{{ 'a'|safe }}",
]
DEEP = ["{{ " + "(" * 20_000 + "1" + ")" * 20_000 + " }}", "{% if 1 %}" * 3_000 + "{% endif %}" * 3_000]
ALL = INTERNALS + FILES + ENDLESS + HUGE + PATTERNS + DEEP


def with_body(body: str) -> str:
    return f"{HEAD}{OTHERS}{{% block body %}}{body}{{% endblock %}}"


@pytest.fixture(scope="module", autouse=True)
def _started() -> None:
    """The process is there before time is taken, as it is for all templates but the first."""
    rendering_process.render("{% block a %}{% endblock %}", ["a"], {})


@pytest.mark.parametrize("body", ALL, ids=range(len(ALL)))
def test_a_hostile_template_is_refused_with_one_clear_line_within_two_seconds(body: str) -> None:
    started = time.monotonic()
    with pytest.raises(TemplateFailed) as caught:
        parse_template("try", with_body(body)).render({})
    assert time.monotonic() - started < 2
    said = str(caught.value)
    assert "\n" not in said
    assert said.startswith("模板“")
    assert said.endswith("。")
    assert "Error" not in said


@pytest.mark.parametrize("body", ALL, ids=range(len(ALL)))
def test_what_reading_would_let_through_the_process_stops(body: str) -> None:
    started = time.monotonic()
    said = ""
    try:
        rendered = rendering_process.render(f"{{% block body %}}{body}{{% endblock %}}", ["body"], {})["body"]
    except Faulted as faulted:
        rendered, said = "", str(faulted)
    assert time.monotonic() - started < 2
    assert len(rendered) <= 200_000
    assert "\n" not in said
    assert "root:" not in rendered
    assert "<class" not in rendered


def test_the_process_serves_on_after_a_template_that_killed_it() -> None:
    with pytest.raises(Faulted, match="已经停下"):
        rendering_process.render("{% block a %}" + ENDLESS[2] + "{% endblock %}", ["a"], {})
    assert rendering_process.render("{% block a %}甲{% endblock %}", ["a"], {}) == {"a": "甲"}


def test_the_first_template_is_refused_within_two_seconds_too() -> None:
    rendering_process.stop()
    started = time.monotonic()
    with pytest.raises(TemplateFailed, match="已经停下"):
        parse_template("try", with_body(ENDLESS[2])).render({})
    assert time.monotonic() - started < 2


def test_templates_of_others_are_rendered_in_the_process_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendering_process, "render", lambda *_: {"body": "there"})
    assert parse_template("try", with_body("甲")).render({}) == {"body": "there"}
    assert parse_template("try", with_body("甲"), ships=True).render({})["body"] == "甲"


def test_both_places_render_alike() -> None:
    source = "{% block a %}{% for x in xs %}{{ loop.index | numeral }}、{{ x }}\n{% endfor %}{% endblock %}"
    values = {"xs": ["甲", "乙"]}
    assert rendering_process.render(source, ["a"], values) == render_blocks(source, ["a"], values)
