"""Templates: a TOML head with typed fields, and Jinja2 blocks in plain Chinese text.

A file looks like this; a person can read and change it:

    +++
    name = "若干措施"
    kind = "measure"                 # or "notice"
    description = "…"
    doc_type = "若干措施"             # 类型 of the drafts; a field called doc_type goes before it
    status = "征求意见稿"             # of the drafts, where it is known
    running_on = ["（一）"]           # forms whose numbers run on across their parents

    [guides]                         # what to say beside each block
    preamble = "…"

    [[field]]
    name = "region"                  # small letters, digits, _
    label = "地区"
    type = "text"                    # one of fields.TYPES
    help = "…"                       # one line: what to write
    guide = "…"                      # more: how it is written well
    required = true
    not_at_ends = ["。"]             # words it may neither begin nor end with
    least = 2                        # bounds: value, characters, or entries
    most = 40
    default = "…"
    choices = ["…", "…"]             # for the type choice

    [[field]]                        # a table: rows of typed cells
    name = "tasks"
    label = "任务"
    type = "records"
    [[field.column]]                 # as a field, of any type but records
    name = "part"
    label = "所属部分"
    type = "text"
    +++
    {% block title %}{{ region }}…若干措施{% endblock %}

Blocks of a measure: title, preamble, body, closing. Blocks of a notice: title,
recipients, body. Each line of a block that is not empty is a paragraph; numbered lines
become units, and numbers are computed again later, so that any number will do. An article
(第一条) has no heading but one without a mark, alone on its line. Blocks are
rendered each for itself: macros and variables are defined inside the block that uses them.
In a template a records field is a list of tables; `rows | grouped("part", headings)` puts
them under their headings.

Fields that mean something to the program, in a measure: `region`, `doc_type`; in a notice:
`issuers`, `doc_number`, `issue_date`, `note`, `copies`, `printer`, `print_date`. A notice
may use its own fields and, of the measure it issues, `title`, `region` and `doc_type`.

The templates that ship are rendered in the program; those of others only in a process of
its own with limits on time and memory (`rendering_process`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from chengwen_library.errors import TemplateFailed
from chengwen_library.model import Form, Status
from chengwen_templates.fields import Field, Value
from chengwen_templates.rendering import Fault, Faulted, render_blocks
from chengwen_templates.rendering_process import rendering_process
from chengwen_templates.template_head import BLOCKS, Head, read_head, split_head
from chengwen_templates.template_inspection import source_faults

OF_THE_MEASURE = ("title", "region", "doc_type")
"""What a notice's template may use of the measure."""


@dataclass(frozen=True, slots=True)
class Template:
    """A template of a measure or of the notice that issues it; `id` is its file's name without ending.

    `guides` says beside each block how it is written; `ships` tells the program's own from an office's.
    """

    id: str
    name: str
    kind: str
    description: str
    doc_type: str | None
    status: Status | None
    running_on: tuple[Form, ...]
    guides: Mapping[str, str]
    fields: tuple[Field, ...]
    source: str
    ships: bool = False

    def render(self, values: Mapping[str, Value]) -> dict[str, str]:
        """Return the text of each block. Raises TemplateFailed with one line."""
        render = render_blocks if self.ships else rendering_process.render
        try:
            return render(self.source, BLOCKS[self.kind], values)
        except Faulted as faulted:
            raise TemplateFailed(f"模板“{self.name}”有错：{faulted.fault}。") from faulted


@dataclass(frozen=True, slots=True)
class TemplateFault:
    """What is wrong with a template's file; as text one Chinese line with file and line."""

    file: str
    line: int | None
    message: str

    def names(self, name: str) -> bool:
        """Tell whether the file is meant by this name, with its ending or without."""
        return name in (self.file, self.file.rpartition(".")[0])

    def __str__(self) -> str:
        place = f" 第 {self.line} 行" if self.line else ""
        return f"模板“{self.file}”{place}：{self.message}。"


def parse_template(identity: str, content: str, *, ships: bool = False) -> Template:
    """Return the template in a file's content. Raises TemplateFailed with the place of the first fault."""
    template, faults = read_template(identity, content, ships=ships)
    if template is None:
        raise TemplateFailed(f"模板“{identity}”有错：{faults[0]}。")
    return template


def read_template(identity: str, content: str, *, ships: bool = False) -> tuple[Template | None, list[Fault]]:
    """Return the template in a file's content, or all faults that can be told without running it.

    The source of one that ships is taken as it is: it was looked through before it shipped.
    """
    parts = split_head(content)
    if parts is None:
        return None, [Fault(1, "开头缺少 +++ 之间的说明")]
    head, faults = read_head(parts[0])
    if head is None:
        return None, faults
    template, wrong = _template(identity, head, parts[1], ships)
    faults = wrong if ships else [*wrong, *source_faults(template.source, BLOCKS[head.kind], _names(head))]
    return (None, faults) if faults else (template, [])


def _names(head: Head) -> set[str]:
    """Return what a source may use."""
    return {field.name for field in head.fields} | set(OF_THE_MEASURE if head.kind == "notice" else ())


@cache
def templates() -> tuple[Template, ...]:
    """Return the templates that ship, measures first."""
    folder = files("chengwen_templates")
    found: list[Template] = []
    for kind in ("measures", "notices"):
        entries = [entry for entry in folder.joinpath(kind).iterdir() if entry.name.endswith(".j2")]
        for entry in sorted(entries, key=lambda entry: entry.name):
            content = entry.read_text(encoding="utf-8")
            found.append(parse_template(entry.name.removesuffix(".j2"), content, ships=True))
    return tuple(found)


def find_template(name: str, kind: str, own: Sequence[Template] = ()) -> Template:
    """Return the template of this kind with this id or name, the office's `own` first. Raises TemplateFailed."""
    known = [template for template in (*own, *templates()) if template.kind == kind]
    for template in known:
        if name in (template.id, template.name):
            return template
    raise TemplateFailed(f"没有叫“{name}”的模板。现有：{'、'.join(template.name for template in known)}。")


def _template(identity: str, head: Head, source: str, ships: bool) -> tuple[Template, list[Fault]]:
    statuses = [status.value for status in Status]
    known = head.status is None or head.status in statuses
    template = Template(
        id=identity,
        name=head.name,
        kind=head.kind,
        description=head.description,
        doc_type=head.doc_type,
        status=Status(head.status) if head.status and known else None,
        running_on=head.running_on,
        guides=head.guides,
        fields=head.fields,
        source=source,
        ships=ships,
    )
    return template, [] if known else [Fault(None, f"status 只能是 {'、'.join(statuses)}")]
