"""What every attempt has: a guard, a library it may not harm, and a place to say what came of it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree

import pytest

from attacks.guard import Guard
from chengwen_library.library import Library


@pytest.fixture
def guard(tmp_path: Path) -> Iterator[Guard]:
    """A secret, an address and a fence around this test's folder."""
    made = Guard(tmp_path)
    yield made
    made.close()


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with the measures that ship, to be copied and not touched."""
    folder = tmp_path_factory.mktemp("filled") / "library"
    Library(folder).fill()
    return folder


@pytest.fixture
def library(tmp_path: Path, filled: Path) -> Library:
    """A library with the measures that ship."""
    return Library(copytree(filled, tmp_path / "library"))


@pytest.fixture(autouse=True)
def _what(request: pytest.FixtureRequest, record_property: Callable[[str, object], None]) -> None:
    """Put into the table what is tried: the attempt's words, or the test's name as a sentence."""
    attempt = getattr(getattr(request.node, "callspec", None), "params", {}).get("attempt")
    told = request.node.originalname.removeprefix("test_").replace("_", " ")
    record_property("tried", attempt.tried if attempt else told)


@pytest.fixture
def outcome(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Say in the table what came of it."""
    return lambda words: record_property("outcome", words)
