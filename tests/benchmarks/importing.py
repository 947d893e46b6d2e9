"""Reads a folder of 2,000 generated documents of 40 clauses into a library: documents a second, and memory on the way.

python tests/benchmarks/importing.py [DOCUMENTS]
"""

import random
import resource
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from chengwen_library.batch import Result, files_below, import_files
from chengwen_library.clauses import clauses
from chengwen_library.library import Library
from chengwen_library.numbering import render_numeral

CLAUSES = 40


def sentences(folder: Path) -> list[str]:
    """Return the sentences of the measures that ship, for documents to be put together from."""
    library = Library(folder / "shipped")
    library.fill()
    texts = [clause.text for measure in library.measures() for clause in clauses(measure)]
    return [
        f"{sentence}。" for text in texts for sentence in text.replace("\n", "").split("。") if 20 < len(sentence) < 120
    ]


def document(number: int, pool: list[str], chance: random.Random) -> str:
    """Return a document of 40 clauses in eight parts."""
    lines = [f"示例市第{number}号事项若干措施", f"示政办发〔2026〕{number}号", "为推进工作，制定本措施。"]
    for part in range(8):
        lines.append(f"{render_numeral(part + 1)}、第{part + 1}方面工作")
        for item in range(CLAUSES // 8):
            mark = render_numeral(part * (CLAUSES // 8) + item + 1)
            lines.append(f"（{mark}）推进第{item + 1}项任务。" + "".join(chance.sample(pool, 4)))
    return "\n".join([*lines, "本措施自印发之日起施行，有效期5年。"])


def main(count: int) -> None:
    chance = random.Random(20260120)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        pool = sentences(folder)
        (folder / "in").mkdir()
        for number in range(1, count + 1):
            (folder / "in" / f"{number:05}.txt").write_text(document(number, pool, chance), encoding="utf-8")
        library = Library(folder / "library")
        library.folder.mkdir()
        paths = files_below([folder / "in"])
        started, failed = time.process_time(), 0
        for done, outcome in enumerate(import_files(paths, library, date(2026, 1, 20)), start=1):
            failed += outcome.result not in (Result.READ, Result.WARNED)
            if done % (count // 4) == 0:
                rate = done / (time.process_time() - started)
                memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
                print(f"{done:6} documents  {rate:6.1f} a second of one core  {memory} MB  {failed} not kept")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
