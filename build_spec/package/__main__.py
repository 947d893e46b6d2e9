"""Build the package and try it: `python -m build_spec.package`, which `make package` calls."""

from __future__ import annotations

import sys
import tempfile

from build_spec.package import alone, figures, licences
from build_spec.package.days_work import Machine, StepFailed, do_days_work
from build_spec.package.debian import make_deb
from build_spec.package.environment import make_environment
from build_spec.package.folder import FOLDER, build_folder, settle_times, sources
from build_spec.package.icons import draw_icons
from build_spec.package.places import NAME
from build_spec.package.portable import make_portable
from build_spec.package.windows import write_resource


def main() -> int:
    """Build all that ships on this system; return 1 where a step of the day's work or a figure fails."""
    make_folder()
    if sys.platform == "win32":
        print(f"The folder is {FOLDER}; Inno Setup makes the installer from it (build_spec/README.md).")
        return 0
    print("A day's work, without network and without Python's packages:")
    try:
        with tempfile.TemporaryDirectory() as desk:
            do_days_work(Machine(alone.cut_off(), str(FOLDER / NAME), desk, f"{desk}/home", is_told=True))
    except StepFailed as failure:
        print(failure, file=sys.stderr)
        return 1
    made = [make_deb(), *make_portable()]
    print("Made:", *(f"  {path} ({path.stat().st_size / figures.MEGABYTE:.1f} MB)" for path in made), sep="\n")
    return 0 if figures.show(made[1]) else 1


def make_folder() -> None:
    """Make the folder with the licences of all that is in it."""
    make_environment()
    draw_icons()
    write_resource()
    build_folder()
    licences.collect(sources(), FOLDER / "licences")
    settle_times(FOLDER)


if __name__ == "__main__":
    sys.exit(main())
