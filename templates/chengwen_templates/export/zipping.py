"""A .docx package as bytes that are the same whenever its parts are."""

from __future__ import annotations

import io
import zipfile

from docx.package import Package

_TIME = (1980, 1, 1, 0, 0, 0)


def zipped(package: Package) -> bytes:
    """Return the package as a zip with times that never change."""
    saved, stream = io.BytesIO(), io.BytesIO()
    package.save(saved)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            target.writestr(entry, source.read(name))
    return stream.getvalue()
