"""Jinja2 as templates may use it: few filters, no methods, no other files, and limits.

This module runs in the program for the templates that ship, and in a process of its own
(`rendering_process`) for those of others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import TracebackType
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace

from chengwen_templates.template_filters import OWN_FILTERS

LONGEST_OUTPUT = 200_000
"""Characters that one block may render."""

PLAIN_FILTERS = ("default", "first", "join", "last", "length", "list", "reject", "rejectattr", "select", "selectattr")
FILTERS = (*PLAIN_FILTERS, *OWN_FILTERS)
"""The filters a template may use."""

GLOBALS = ("range", "namespace")
"""The functions a template may call beside its own macros."""

_NUMBERS = (int, float)
_SYNTAX = (
    (re.compile(r"Encountered unknown tag '(\w+)'"), "没有“{0}”这种标记，或者前面有一处没有写 end"),
    (re.compile(r"Unexpected end of template"), "还没有结束，缺少对应的 end 标记"),
    (re.compile(r"No filter named '(\w+)'"), "没有“{0}”这个过滤器"),
    (re.compile(r"No test named '(\w+)'"), "没有“{0}”这种判断"),
    (re.compile(r"block '(\w+)' defined twice"), "“{0}”这一块写了两次"),
    (re.compile(r"expected token '(.+?)', got '(.+?)'"), "这里应当是“{0}”，写的是“{1}”"),
)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a template, and the line of its file, from 1, if it is known."""

    line: int | None
    message: str

    def __str__(self) -> str:
        return f"第 {self.line} 行，{self.message}" if self.line else self.message


class Faulted(Exception):
    """A template could not be rendered."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(str(fault))
        self.fault = fault


class Refused(Exception):
    """A template asked for what it may not do; the message says what."""


class _Environment(ImmutableSandboxedEnvironment):
    """The sandbox; arithmetic that makes much of little is refused."""

    intercepted_binops = frozenset({"*", "**", "%", "+"})

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        numbers = isinstance(left, _NUMBERS) and isinstance(right, _NUMBERS)
        if operator == "**" or (operator != "+" and not numbers):
            raise Refused(f"模板里“{operator}”只能用在数字之间，乘方不能用")
        if isinstance(left, str) and isinstance(right, str) and len(left) + len(right) > LONGEST_OUTPUT:
            raise Refused(f"写出的文字超过 {LONGEST_OUTPUT} 字，已经停下")
        return super().call_binop(context, operator, left, right)


def render_blocks(source: str, blocks: Iterable[str], values: Mapping[str, Any]) -> dict[str, str]:
    """Return the text of each block, a paragraph a line. Raises Faulted."""
    compiled: Template | None = None
    try:
        compiled = environment().from_string(source)
        context = compiled.new_context(dict(values))
        return {name: _limited(compiled.blocks[name](context)) for name in blocks}
    except Exception as error:  # a template is a program of its own and can fail in any way
        raise Faulted(fault_of(error, compiled)) from error


def fault_of(error: Exception, compiled: Template | None = None) -> Fault:
    """Return an exception of Jinja2 or of a running template in words a drafter understands."""
    match error:
        case TemplateSyntaxError():
            return Fault(error.lineno, _syntax(error.message or ""))
        case Refused():
            words = str(error)
        case UndefinedError():
            words = _undefined(str(error))
        case SecurityError():
            words = "模板不能读取程序的内部，这一处不允许"
        case OverflowError():
            words = "循环的次数太多，已经停下"
        case RecursionError():
            words = "自己调用自己，没有尽头，已经停下"
        case MemoryError():
            words = "占用的内存太多，已经停下"
        case _:
            words = f"这里算不出来（{type(error).__name__}）"
    return Fault(_line(error.__traceback__, compiled) if compiled else None, words)


@cache
def environment() -> ImmutableSandboxedEnvironment:
    """Return the environment that templates run in."""
    made = _Environment(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    own: dict[str, Any] = dict(OWN_FILTERS)
    made.filters = {name: made.filters[name] for name in PLAIN_FILTERS} | own
    made.globals = {"range": made.globals["range"], "namespace": Namespace}
    return made


def _limited(parts: Iterable[str]) -> str:
    text: list[str] = []
    size = 0
    for part in parts:
        size += len(part)
        if size > LONGEST_OUTPUT:
            raise Refused(f"写出的文字超过 {LONGEST_OUTPUT} 字，已经停下")
        text.append(part)
    return "\n".join(line.strip() for line in "".join(text).splitlines() if line.strip())


def _line(traceback: TracebackType | None, compiled: Template) -> int | None:
    """Return the template's line where it failed: that of its innermost frame."""
    line: int | None = None
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == "<template>":
            line = compiled.get_corresponding_lineno(traceback.tb_lineno)
        traceback = traceback.tb_next
    return line


def _syntax(message: str) -> str:
    for pattern, words in _SYNTAX:
        if found := pattern.search(message):
            return words.format(*found.groups())
    return f"写法有错（{message}）"


def _undefined(message: str) -> str:
    if found := re.search(r"'([^']+)' is undefined", message):
        return f"没有“{found.group(1)}”这个字段"
    if found := re.search(r"has no (?:attribute|element) '?([^']+)'?", message):
        return f"没有“{found.group(1)}”这一项"
    return f"有一处没有值（{message}）"
