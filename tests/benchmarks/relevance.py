"""How good the search is on the labelled queries, beside plain BM25 on words and Whoosh's default.

python tests/benchmarks/relevance.py [--halves work report] [--markdown FILE]

Work on the ranking with `--halves work`; the other half is for the report alone.
"""

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[1] / "relevance"))

from judging import Query, five, mean, queries, score
from rivals import Search, searches
from tables import table

from chengwen_index.opening import open_index

HALVES = ("work", "report")


def main(arguments: argparse.Namespace) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        index = open_index(five(), Path(scratch) / "index")
        made = "\n".join(relevance(half, searches(index)) for half in arguments.halves)
        index.close()
    print(made)
    if arguments.markdown:
        arguments.markdown.write_text(made, encoding="utf-8")


def relevance(half: str, by_name: dict[str, Search]) -> str:
    """Return the table of one half, a row for each kind of query and one for all."""
    asked = queries(half)
    kinds = {kind: [query for query in asked if query.kind == kind] for kind in dict.fromkeys(q.kind for q in asked)}
    head = ["queries", "", *(f"{name}: {figure}" for figure in ("nDCG@10", "recall@20") for name in by_name)]
    rows = [[kind, len(chosen), *_figures(chosen, by_name)] for kind, chosen in [*kinds.items(), ("all", asked)]]
    return table(f"Relevance, {half} half", head, rows)


def _figures(chosen: list[Query], by_name: dict[str, Search]) -> list[str]:
    scores = [mean(score(query, search) for query in chosen) for search in by_name.values()]
    return [f"{one.ndcg:.3f}" for one in scores] + [f"{one.recall:.3f}" for one in scores]


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measures how good the search is.")
    parser.add_argument("--halves", nargs="+", choices=HALVES, default=HALVES)
    parser.add_argument("--markdown", type=Path, help="a file that the tables are also written to")
    return parser.parse_args()


if __name__ == "__main__":
    main(read_arguments())
