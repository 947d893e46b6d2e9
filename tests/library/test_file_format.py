"""The example in docs/ is a file as this program writes it."""

from pathlib import Path

from chengwen_library.akn.elements import ELEMENTS
from chengwen_library.akn.read import parse_measure
from chengwen_library.akn.schema import schema_errors
from chengwen_library.akn.write import render_measure

DOCS = Path(__file__).resolve().parents[2] / "docs"
EXAMPLE = (DOCS / "example.akn").read_bytes()
PAGE = (DOCS / "file-format.md").read_text(encoding="utf-8")


def test_the_example_is_valid_and_is_written_back_byte_by_byte():
    measure = parse_measure(EXAMPLE, "example.akn")
    assert schema_errors(EXAMPLE) == []
    assert render_measure(measure) == EXAMPLE


def test_the_example_shows_what_the_page_speaks_of():
    measure = parse_measure(EXAMPLE, "example.akn")
    assert measure.notice is not None
    assert measure.remarks
    assert measure.drafting is not None
    assert any(unit.provenance for unit in measure.walk())
    assert any(unit.intro and unit.wrap_up for unit in measure.walk())


def test_the_page_names_every_element_and_its_prefix():
    assert [one for one in ELEMENTS.values() if f"`{one.name}`" not in PAGE or f"`{one.prefix}`" not in PAGE] == []
