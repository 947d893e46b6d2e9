"""Runs all attempts and prints what was tried and what came of it; run as a program.

    python table.py [pytest arguments]

Fails if an attempt failed or there are fewer than FEWEST.
"""

import os
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

FEWEST = 120
HERE = Path(__file__).parent


@dataclass(frozen=True)
class Row:
    family: str
    name: str
    tried: str
    outcome: str
    end: str


class Listener:
    """Hears pytest's reports and makes rows of them."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self._seen: set[str] = set()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item, call):
        """Note how an attempt ended: by what it said itself, or by the kind of its failure."""
        report = yield
        told = dict(report.user_properties)
        if report.failed or report.skipped or report.when == "teardown":
            self._note(item, told, report, call)
        return report

    def _note(self, item, told: dict[str, str], report, call) -> None:
        if item.nodeid in self._seen:
            return
        self._seen.add(item.nodeid)
        end = "held" if report.passed else "skipped" if report.skipped else _failure(call.excinfo)
        words = told.get("outcome", "held") if report.passed else _first_line(call.excinfo)
        self.rows.append(Row(_family(item), _name(item), told.get("tried", ""), words, end))


def _family(item) -> str:
    return item.path.stem.removeprefix("test_").replace("_", " ")


def _name(item) -> str:
    return item.callspec.id if hasattr(item, "callspec") else ""


def _first_line(excinfo) -> str:
    return next(iter(str(excinfo.value).splitlines()), excinfo.typename)


def _failure(excinfo) -> str:
    return {"Escaped": "ESCAPED", "Lost": "LOST"}.get(excinfo.type.__name__, "CRASHED")


def main(arguments: list[str]) -> int:
    os.environ["CHENGWEN_ALL_ATTACKS"] = "yes"
    heard = Listener()
    status = pytest.main(["-q", "-p", "no:xdist", "--no-header", "--tb=native", str(HERE), *arguments], plugins=[heard])
    print("\n| family | attempt | what was tried | outcome |\n|---|---|---|---|")
    for row in heard.rows:
        words = row.outcome if row.end == "held" else f"{row.end}: {row.outcome}"
        print(f"| {row.family} | {row.name} | {row.tried} | {words.replace('|', '/')} |")
    ends = Counter(row.end for row in heard.rows)
    tried = len(heard.rows) - ends["skipped"]
    print(
        f"\n{tried} attempts: {ends['CRASHED']} crashes, {ends['ESCAPED']} escapes, {ends['LOST']} losses; "
        f"{ends['skipped']} skipped"
    )
    return int(status) or int(tried < FEWEST)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
