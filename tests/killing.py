"""Kills a writer with SIGKILL at random moments and looks at what it leaves; run as a program.

    python killing.py FOLDER TIMES SEED

A child process saves and exports two versions of the sample draft in turns; it is
killed while it does so. Prints, as JSON, how many kills hit a write, how many
files were neither the old nor the new version, and which temporary files were
left after the next start.
"""

import json
import os
import random
import signal
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

from chengwen_library.akn.write import render_measure
from chengwen_library.files import PREFIX, sweep
from chengwen_library.library import Library
from chengwen_library.model import Measure
from chengwen_templates.draft import save_draft
from chengwen_templates.export.docx import build_docx, export_docx
from chengwen_templates.profile import load_profile
from chengwen_templates.sample import sample_draft

PROFILE = load_profile("gbt9704")


def write_for_ever(drafts: list[Measure], folder: Path) -> None:
    while True:
        for draft in drafts:
            save_draft(draft, folder / "draft.akn")
            export_docx(draft, folder / "draft.docx", PROFILE)


def write_often(contents: list[Measure], folder: Path) -> None:
    """Save without the long work of an export between, so that most kills hit a write."""
    while True:
        for draft in contents:
            save_draft(draft, folder / "draft.akn")


def main(folder: Path, times: int, seed: int) -> None:
    library = Library(folder / "library")
    library.fill()
    first = sample_draft(library.measures(), date(2026, 1, 20))
    drafts = [first, replace(first, title="示例市促进知识产权转化运用若干措施（修改稿）")]
    whole = {
        "draft.akn": {render_measure(draft) for draft in drafts},
        "draft.docx": {build_docx(draft, PROFILE) for draft in drafts},
    }
    place = folder / "work"
    place.mkdir()
    save_draft(first, place / "draft.akn")
    export_docx(first, place / "draft.docx", PROFILE)
    chance = random.Random(seed)
    broken = hit = left = 0
    for turn in range(times):
        child = os.fork()
        if child == 0:
            (write_for_ever if turn % 2 else write_often)(drafts, place)
        time.sleep(chance.uniform(0.005, 1.0 if turn % 2 else 0.1))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        broken += sum((place / name).read_bytes() not in versions for name, versions in whole.items())
        hit += any(path.name.startswith(PREFIX) for path in place.iterdir())
        sweep(place)
        left += sum(path.name.startswith(PREFIX) for path in place.iterdir())
    print(json.dumps({"broken": broken, "hit": hit, "left": left}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
