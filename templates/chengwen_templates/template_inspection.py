"""What can be told of a template's source without running it, each fault with its line."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError, meta, nodes, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from chengwen_templates.rendering import FILTERS, GLOBALS, Fault, fault_of

_OTHER_FILES = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)


def source_faults(source: str, blocks: Collection[str], names: Collection[str]) -> list[Fault]:
    """Return the faults of a source that needs these blocks and may use these names."""
    environment = _reading_environment()
    try:
        tree = environment.parse(source)
        faults = [*_refused(tree), *_missing_blocks(tree, blocks)]
        return sorted(faults or _unknown_names(tree, names), key=lambda fault: fault.line or 0)
    except TemplateSyntaxError as error:
        return [fault_of(error)]
    except RecursionError:
        return [Fault(None, "一层套一层太深，读不下去")]


def _refused(tree: nodes.Template) -> Iterator[Fault]:
    macros = {macro.name for macro in tree.find_all(nodes.Macro)}
    for node in tree.find_all(nodes.Node):
        if isinstance(node, _OTHER_FILES):
            yield Fault(node.lineno, "模板不能引用别的文件")
        elif isinstance(node, nodes.Filter) and node.name not in FILTERS:
            yield Fault(node.lineno, f"没有“{node.name}”这个过滤器，可以用的有：{'、'.join(sorted(FILTERS))}")
        elif isinstance(node, nodes.Getattr | nodes.Getitem | nodes.NSRef) and _attribute(node).startswith("_"):
            yield Fault(node.lineno, f"模板不能读取程序的内部，“{_attribute(node)}”这一处不允许")
        elif isinstance(node, nodes.Call) and not _may_be_called(node.node, macros):
            yield Fault(node.lineno, f"模板里不能调用{_called(node.node)}，只能用过滤器、宏和 {'、'.join(GLOBALS)}")


def _may_be_called(node: nodes.Expr, macros: Collection[str]) -> bool:
    return isinstance(node, nodes.Name) and node.name in {*macros, *GLOBALS, "caller"}


def _called(node: nodes.Expr) -> str:
    if isinstance(node, nodes.Name):
        return f"“{node.name}”"
    return f"“{_attribute(node)}”" if isinstance(node, nodes.Getattr | nodes.Getitem) else "它"


def _attribute(node: nodes.Getattr | nodes.Getitem | nodes.NSRef) -> str:
    if isinstance(node, nodes.Getattr | nodes.NSRef):
        return node.attr
    return str(node.arg.value) if isinstance(node.arg, nodes.Const) else ""


def _missing_blocks(tree: nodes.Template, blocks: Iterable[str]) -> list[Fault]:
    there = {block.name for block in tree.find_all(nodes.Block)}
    missing = [name for name in blocks if name not in there]
    return [Fault(None, f"缺少 {'、'.join(missing)} 这几块")] if missing else []


def _unknown_names(tree: nodes.Template, names: Collection[str]) -> list[Fault]:
    unknown = meta.find_undeclared_variables(tree) - {*names, *GLOBALS}
    return [Fault(_first_line(tree, name), f"没有“{name}”这个字段") for name in sorted(unknown)]


def _first_line(tree: nodes.Template, name: str) -> int | None:
    lines = [node.lineno for node in tree.find_all(nodes.Name) if node.name == name and node.ctx == "load"]
    return min(lines, default=None)


@pass_context
def _never_run(context: Context) -> None:
    """Stand for every filter; what needs a context is not computed while a template is only read."""


def _reading_environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.intercepted_binops = frozenset({"*", "**", "%", "+", "-", "/", "//"})
    never: dict[str, Any] = dict.fromkeys((*environment.filters, *FILTERS), _never_run)
    environment.filters = never
    environment.globals = {}
    return environment
