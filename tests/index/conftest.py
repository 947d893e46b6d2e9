from collections.abc import Callable, Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from chengwen_index.opening import open_index
from chengwen_index.search import Index
from chengwen_library.library import Library
from chengwen_library.model import Form, Measure, Status, Unit
from chengwen_library.numbering import render_mark
from shelves import Shelf


@pytest.fixture(scope="session")
def five() -> Library:
    """The library as it ships."""
    return Library(Path(str(files("chengwen_library").joinpath("measures"))))


@pytest.fixture(scope="session")
def index_of_five(five: Library, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    index = open_index(five, tmp_path_factory.mktemp("five") / "index")
    yield index
    index.close()


@pytest.fixture(scope="session")
def measure() -> Callable[..., Measure]:
    """Make a measure of articles, given as pairs of heading and text."""

    def make(*articles: tuple[str | None, str], number: int = 1, **others: object) -> Measure:
        units = tuple(
            Unit(
                f"w{place}",
                Form.FIRST,
                render_mark(Form.FIRST, place),
                place,
                heading=heading,
                heading_mark="。",
                text=text,
            )
            for place, (heading, text) in enumerate(articles, 1)
        )
        known: dict[str, object] = {
            "id": f"/akn/cn-0000/act/2024-01-01/{number:04}",
            "title": "示例市若干措施",
            "doc_type": "若干措施",
            "region": "示例市",
            "issue_date": date(2024, 1, 1),
            "status": Status.UNVERIFIED,
        }
        return Measure(units=units, **(known | others))

    return make


@pytest.fixture
def index_of(tmp_path: Path) -> Iterator[Callable[..., Index]]:
    """Open an index of some measures."""
    opened: list[Index] = []

    def make(*measures: Measure) -> Index:
        opened.append(open_index(Shelf(measures), tmp_path / f"index-{len(opened)}"))
        return opened[-1]

    yield make
    for index in opened:
        index.close()
