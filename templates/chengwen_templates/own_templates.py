"""The templates of an office: files in a folder of theirs, each checked before it is offered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from chengwen_library.errors import TemplateFailed, UnreadableFile
from chengwen_library.files import read_limited
from chengwen_templates.fields import Value
from chengwen_templates.rendering import Fault, Faulted
from chengwen_templates.rendering_process import rendering_process
from chengwen_templates.template import OF_THE_MEASURE, Template, TemplateFault, find_template, read_template
from chengwen_templates.template_head import BLOCKS

SUFFIX = ".j2"
LARGEST_TEMPLATE = 256 * 1024
"""Bytes of a template's file."""


@dataclass(frozen=True, slots=True)
class OwnTemplates:
    """The templates of a folder that can be used, and what is wrong with the others."""

    templates: tuple[Template, ...] = ()
    faults: tuple[TemplateFault, ...] = ()

    def find(self, name: str, kind: str) -> Template:
        """Return the template with this id or name, own ones before those that ship.

        Raises TemplateFailed, with the fault where a file of this name is faulty.
        """
        for fault in self.faults:
            if fault.names(name):
                raise TemplateFailed(str(fault))
        return find_template(name, kind, self.templates)


def load_templates(folder: Path) -> OwnTemplates:
    """Return the templates in the files *.j2 of a folder, each looked through and tried out; none if it is missing."""
    found: list[Template] = []
    faults: list[TemplateFault] = []
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        template, wrong = _loaded(path)
        faults += [TemplateFault(path.name, fault.line, fault.message.rstrip("。")) for fault in wrong]
        if template is not None:
            found.append(template)
    return OwnTemplates(tuple(found), tuple(faults))


def _loaded(path: Path) -> tuple[Template | None, tuple[Fault, ...]]:
    try:
        content = read_limited(path, LARGEST_TEMPLATE).decode("utf-8-sig")
    except UnreadableFile as error:
        return None, (Fault(None, str(error)),)
    except UnicodeDecodeError:
        return None, (Fault(None, "不是 UTF-8 编码的文字，请另存为 UTF-8"),)
    return _checked(path.stem, content)


@lru_cache(maxsize=256)
def _checked(identity: str, content: str) -> tuple[Template | None, tuple[Fault, ...]]:
    """Return the template of a content, or its faults; trying out is slow, and files seldom change."""
    template, faults = read_template(identity, content)
    if template is None:
        return None, tuple(faults)
    failed = next(_failures(template), None)
    return (None, (failed,)) if failed else (template, ())


def _failures(template: Template) -> Iterator[Fault]:
    """Yield what goes wrong when the template is rendered with every field filled, and with the required ones alone."""
    measure: dict[str, Value] = dict.fromkeys(OF_THE_MEASURE if template.kind == "notice" else (), "示例")
    for everything in (True, False):
        filled = {
            field.name: field.sample() if everything or field.required else field.checked(None)
            for field in template.fields
        }
        try:
            rendering_process.render(template.source, BLOCKS[template.kind], measure | filled)
        except Faulted as faulted:
            yield faulted.fault
