"""The version that Windows shows of the program, as the text that PyInstaller reads it from."""

from __future__ import annotations

from pathlib import Path

from build_spec.package.places import HERE, NAME, OUT, version

TEMPLATE = HERE / "windows" / "version.txt"
RESOURCE = OUT / "icons" / "version.txt"


def write_resource() -> Path:
    """Write the version resource of this version where the spec looks for it."""
    RESOURCE.parent.mkdir(parents=True, exist_ok=True)
    RESOURCE.write_text(resource(version()), "utf-8")
    return RESOURCE


def resource(number: str) -> str:
    """Return the version resource of a version like 0.1.0; Windows wants four numbers."""
    parts = [*map(int, number.split(".")), 0, 0, 0][:4]
    text = TEMPLATE.read_text("utf-8").replace("@NUMBERS@", ", ".join(map(str, parts)))
    return text.replace("@VERSION@", number).replace("@NAME@", NAME)
