"""The tables of dependencies list just what is there."""

import re
from pathlib import Path

import tomli

ROOT = Path(__file__).parents[1]
LOCKED = dict(re.findall(r"^([\w.-]+)==(\S+)", (ROOT / "build_spec" / "requirements.lock").read_text(), re.MULTILINE))


def wanted() -> set[str]:
    """The packages that the program itself needs, by their names as the lock writes them."""
    project = tomli.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {re.split(r"[^\w.-]", one)[0].lower() for one in project["dependencies"]}


def rows(document: str) -> list[list[str]]:
    """The cells of the tables of a document."""
    lines = (ROOT / document).read_text(encoding="utf-8").splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")]


def test_the_table_lists_the_packages_of_the_program_with_the_versions_of_the_lock():
    listed = {cells[0].lower(): cells[1] for cells in rows("docs/dependencies.md") if len(cells) == 6}
    del listed["package"]
    assert listed == {name: LOCKED[name] for name in wanted()}


def test_contributing_says_of_each_what_it_is_for_and_its_licence():
    told = {name.strip().lower(): cells[1:] for cells in rows("CONTRIBUTING.md") for name in cells[0].split(",")}
    assert [name for name in sorted(wanted()) if len([cell for cell in told.get(name, []) if cell]) < 2] == []
