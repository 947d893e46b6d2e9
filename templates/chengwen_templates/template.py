"""Templates: a TOML head with typed fields, and Jinja2 blocks in plain Chinese text.

A file looks like this; a person can read and change it:

    +++
    name = "若干措施"
    kind = "measure"
    running_on = ["（一）"]
    [[field]]
    name = "region"
    label = "地区"
    type = "text"
    +++
    {% block title %}{{ region }}…若干措施{% endblock %}

Blocks of a measure: title, preamble, body, closing. Blocks of a notice: title,
recipients, body. Templates run in Jinja2's sandbox.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import tomli
from jinja2 import StrictUndefined, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from chengwen_library.errors import TemplateFailed
from chengwen_library.model import Form
from chengwen_library.numbering import render_numeral
from chengwen_templates.fields import Field, Value

LONGEST_OUTPUT = 200_000
"""Characters that one block may render."""

BLOCKS = {"measure": ("title", "preamble", "body", "closing"), "notice": ("title", "recipients", "body")}


@dataclass(frozen=True, slots=True)
class Template:
    """A template of a measure or of the notice that issues it; `id` is its file's name without ending."""

    id: str
    name: str
    kind: str
    description: str
    doc_type: str | None
    running_on: tuple[Form, ...]
    fields: tuple[Field, ...]
    source: str

    def render(self, values: dict[str, Value]) -> dict[str, str]:
        """Return the text of each block. Raises TemplateFailed with one line."""
        try:
            compiled = _environment().from_string(self.source)
            missing = [name for name in BLOCKS[self.kind] if name not in compiled.blocks]
            if missing:
                raise TemplateFailed(f"模板“{self.name}”缺少 {'、'.join(missing)} 这几块。")
            context = compiled.new_context(dict(values))
            return {name: self._limited(compiled.blocks[name](context)) for name in BLOCKS[self.kind]}
        except TemplateFailed:
            raise
        except TemplateSyntaxError as error:
            raise TemplateFailed(f"模板“{self.name}”有错：第 {error.lineno} 行，{error.message}。") from error
        except Exception as error:  # a template is a program of its own and can fail in any way
            raise TemplateFailed(f"模板“{self.name}”有错：{error}".splitlines()[0]) from error

    def _limited(self, parts: Iterable[str]) -> str:
        text = ""
        for part in parts:
            text += part
            if len(text) > LONGEST_OUTPUT:
                raise TemplateFailed(f"模板“{self.name}”写出的文字超过 {LONGEST_OUTPUT} 字，已经停下。")
        return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def parse_template(identity: str, content: str) -> Template:
    """Return the template in a file's content. Raises TemplateFailed with the place of the fault."""
    parts = content.split("+++\n", 2)
    if len(parts) != 3 or parts[0].strip():
        raise TemplateFailed(f"模板“{identity}”开头缺少 +++ 之间的说明。")
    try:
        head = tomli.loads(parts[1])
        return _template(identity, head, parts[2])
    except (tomli.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise TemplateFailed(f"模板“{identity}”开头的说明有错：{error}。") from error


@cache
def templates() -> tuple[Template, ...]:
    """Return the templates that ship, measures first."""
    folder = files("chengwen_templates")
    found: list[Template] = []
    for kind in ("measures", "notices"):
        entries = [entry for entry in folder.joinpath(kind).iterdir() if entry.name.endswith(".j2")]
        for entry in sorted(entries, key=lambda entry: entry.name):
            found += [parse_template(entry.name.removesuffix(".j2"), entry.read_text(encoding="utf-8"))]
    return tuple(found)


def find_template(name: str, kind: str) -> Template:
    """Return the template of this kind with this id or name. Raises TemplateFailed."""
    for template in templates():
        if template.kind == kind and name in (template.id, template.name):
            return template
    known = "、".join(template.name for template in templates() if template.kind == kind)
    raise TemplateFailed(f"没有叫“{name}”的模板。现有：{known}。")


def _template(identity: str, head: dict[str, Any], source: str) -> Template:
    if head["kind"] not in BLOCKS:
        raise ValueError(f"kind 只能是 {' 或 '.join(BLOCKS)}")
    return Template(
        id=identity,
        name=head["name"],
        kind=head["kind"],
        description=head["description"],
        doc_type=head.get("doc_type"),
        running_on=tuple(Form(form) for form in head.get("running_on", ())),
        fields=tuple(Field.from_table(table) for table in head.get("field", ())),
        source=source,
    )


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters["numeral"] = render_numeral
    return environment
