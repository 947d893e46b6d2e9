"""Whether a clause is found again by a text of which one character in twelve is wrong, and how fast."""

from pathlib import Path
from random import Random

from tables import milliseconds, p50, p95, table, tell

from chengwen_index.opening import open_index
from chengwen_index.search import Hit
from chengwen_library.clauses import clauses
from chengwen_library.model import Clause, Measure, Status
from recombined import CLAUSES, SEED, perturbed
from shelves import Shelf

ASKED = 200


def alike(measures: list[Measure], folder: Path) -> str:
    """Return the table of similar clauses among those of the measures."""
    count = len(measures) * CLAUSES
    tell(f"similar clauses among {count:,}")
    rng = Random(SEED)
    index = open_index(Shelf(measures), folder / "similar")
    standing = (measure for measure in measures if measure.status is not Status.REPEALED)  # the others are hidden
    sought = rng.sample([clause for measure in standing for clause in clauses(measure)], ASKED)
    texts = [perturbed(clause.text, rng) for clause in sought]
    index.similar(texts[0], 10)
    times = [milliseconds(index.similar, text, 10) for text in texts]
    firsts = [index.similar(text, 10)[:1] for text in texts]
    right = sum(_is_right(clause, first[0].hit) for clause, first in zip(sought, firsts, strict=True) if first)
    index.close()
    row = [f"{count:,}", f"{right} of {ASKED}", f"{right / ASKED:.1%}", p50(times), p95(times)]
    return table(
        "Similar clauses",
        ["clauses", "right one first", "share", "p50 ms", "p95 ms"],
        [row],
        "One character in twelve replaced, dropped or followed by a foreign one. A twin with the same text counts as right.",
    )


def _is_right(clause: Clause, hit: Hit) -> bool:
    return hit.text == clause.text
