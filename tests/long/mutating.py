"""Faults put into source text, one at a time: what a test suite has to notice.

A mutant is the text with one small change that a tired person could make: another comparison, `or` for `and`,
one more or one less, a condition turned round, a branch always or never taken, a value not returned.
Docstrings, decorators, the heads of functions and whole statements of a module are left alone: changing them changes
nothing that happens, or everything at import.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass

SWAPPED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.And: ast.Or,
    ast.Or: ast.And,
}
"""Operators and what stands in their place."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A source text with one fault: the line it is in, and what was done."""

    line: int
    change: str
    source: str


def mutants(source: str) -> Iterator[Mutant]:
    """Yield every mutant of a module's text."""
    tree = ast.parse(source)
    quiet = set(_quiet(tree))
    for number, node in enumerate(ast.walk(tree)):
        if node in quiet:
            continue
        for change, other in _changes(node):
            yield Mutant(node.lineno, change, _with(tree, number, other))  # pyright: ignore[reportAttributeAccessIssue]


def _with(tree: ast.Module, number: int, other: ast.AST) -> str:
    """Return the text of the tree with another node in the place of the one `ast.walk` comes to as this number."""
    copied = copy.deepcopy(tree)
    wanted = next(node for at, node in enumerate(ast.walk(copied)) if at == number)

    class Exchange(ast.NodeTransformer):
        def visit(self, node: ast.AST) -> ast.AST:
            return other if node is wanted else super().visit(node)

    return ast.unparse(ast.fix_missing_locations(Exchange().visit(copied)))


def _changes(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    yield from _of_operator(node)
    yield from _of_value(node)
    yield from _of_statement(node)


def _of_operator(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    match node:
        case ast.Compare(ops=[operator, *rest]) if type(operator) in SWAPPED:
            yield _swap(operator), ast.Compare(node.left, [SWAPPED[type(operator)](), *rest], node.comparators)
        case ast.BinOp(op=operator) if type(operator) in SWAPPED and not _is_text(node):
            yield _swap(operator), ast.BinOp(node.left, SWAPPED[type(operator)](), node.right)
        case ast.BoolOp(op=operator):
            yield _swap(operator), ast.BoolOp(SWAPPED[type(operator)](), node.values)
        case ast.UnaryOp(op=ast.Not()):
            yield "not dropped", node.operand
        case _:
            pass


def _of_value(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    match node:
        case ast.Constant(value=bool(value)):
            yield f"{value} turned round", ast.Constant(not value)
        case ast.Constant(value=int(value)):
            yield f"{value} one more", ast.Constant(value + 1)
        case ast.IfExp(test=test):
            yield "condition turned round", ast.IfExp(ast.UnaryOp(ast.Not(), test), node.body, node.orelse)
        case _:
            pass


def _of_statement(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    match node:
        case ast.If(test=test):
            yield "condition turned round", ast.If(ast.UnaryOp(ast.Not(), test), node.body, node.orelse)
        case ast.Return(value=ast.expr() as value) if not (isinstance(value, ast.Constant) and value.value is None):
            yield "nothing returned", ast.Return(ast.Constant(None))
        case ast.Break() | ast.Continue():
            yield f"{type(node).__name__.lower()} passed over", ast.Pass()
        case ast.Assign() | ast.AugAssign() | ast.Expr(value=ast.Call()):
            yield "statement left out", ast.Pass()
        case _:
            pass


def _swap(operator: ast.AST) -> str:
    return f"{type(operator).__name__} to {SWAPPED[type(operator)].__name__}"


def _is_text(node: ast.BinOp) -> bool:
    """Tell whether words are put together: taking them apart fails at once and says nothing of a suite."""
    sides = (node.left, node.right)
    return any(isinstance(side, ast.JoinedStr) or _is_word(side) for side in sides)


def _is_word(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _quiet(tree: ast.Module) -> Iterator[ast.AST]:
    """Yield the nodes in which a change would change nothing that happens, or everything at import."""
    for node in ast.walk(tree):
        if isinstance(node, ast.AnnAssign):
            yield from ast.walk(node.annotation)
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            for decorator in node.decorator_list:
                yield from ast.walk(decorator)
            if isinstance(node, ast.FunctionDef):
                for annotated in [*ast.walk(node.args), *([node.returns] if node.returns else [])]:
                    yield from ast.walk(annotated)
    for statement in tree.body:
        if isinstance(statement, ast.Assign | ast.AnnAssign | ast.If):
            yield statement
