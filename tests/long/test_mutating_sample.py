"""Mutants are what they say; the whole run over the core rooms is a part of `make long`."""

import ast

import pytest
from mutating import mutants

SOURCE = '''
"""Words."""
LIMIT: int = 3

def first(rows: list[int], least: int = 0) -> int | None:
    """Return 7."""
    for row in rows:
        if row > least and not row == LIMIT:
            return row + 1
    return None
'''


def changes(source: str) -> list[tuple[int, str]]:
    return sorted((one.line, one.change) for one in mutants(source))


def test_each_fault_is_named_with_its_line():
    assert changes(SOURCE) == [
        (3, "3 one more"),
        (8, "And to Or"),
        (8, "Eq to NotEq"),
        (8, "Gt to GtE"),
        (8, "condition turned round"),
        (8, "not dropped"),
        (9, "1 one more"),
        (9, "Add to Sub"),
        (9, "nothing returned"),
    ]


def test_every_mutant_differs_from_the_text_and_can_be_read():
    plain = ast.unparse(ast.parse(SOURCE))
    assert all(ast.unparse(ast.parse(one.source)) != plain for one in mutants(SOURCE))


@pytest.mark.parametrize(
    "quiet", ["x = 'a' + 'b'", "@wraps(3)\ndef f(): ...", "def f(x: int | None = 4): ...", "y: 1 = z"]
)
def test_what_changes_nothing_is_left_alone(quiet):
    assert changes(quiet) == []
