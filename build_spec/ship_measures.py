"""Make the library files that ship from the raw texts of the measures, with the product's own importer.

    python build_spec/ship_measures.py FOLDER_OF_RAW_TEXTS

The files are never edited by hand: a defect in one is a defect of the importer.
"""

from __future__ import annotations

import sys
from pathlib import Path

from chengwen_library.akn.write import render_measure
from chengwen_library.files import write_atomically
from chengwen_library.library import file_name
from chengwen_library.reading.reader import read_file

MEASURES = Path(__file__).parent.parent / "clause_library" / "chengwen_library" / "measures"


def main(raw_texts: Path) -> None:
    """Write one .akn file for each measure found in the .txt files of the folder; stale files go."""
    for stale in MEASURES.glob("*.akn"):
        stale.unlink()
    for path in sorted(raw_texts.glob("*.txt")):
        for reading in read_file(path):
            target = MEASURES / file_name(reading.measure.id)
            write_atomically(target, render_measure(reading.measure))
            print(f"{path.name} → {target.name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
