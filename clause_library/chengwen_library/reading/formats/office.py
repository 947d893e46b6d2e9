"""Older and foreign office files (.doc, .wps, .odt, .rtf): LibreOffice makes a .docx of them, which is read."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from importlib.resources import files
from pathlib import Path

from chengwen_library.errors import UnreadableFile
from chengwen_library.files import read_limited
from chengwen_library.reading.formats.docx import read_docx
from chengwen_library.reading.formats.docx_package import is_zip, open_zip
from chengwen_library.reading.formats.docx_xml import SAVE_ANEW
from chengwen_library.reading.source import Segment

TIME_LIMIT = 60.0
"""Seconds that LibreOffice gets for a file."""

LARGEST_RESULT = 100 * 1024 * 1024
SUFFIXES = frozenset({".doc", ".wps", ".odt", ".rtf"})
"""Endings of the files that are read through LibreOffice."""

_NAMES = ("soffice", "libreoffice")
_PLACES = (
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
    Path("C:/Program Files/LibreOffice/program/soffice.com"),
    Path("C:/Program Files (x86)/LibreOffice/program/soffice.com"),
)
_WORD_BODY = b"word/document.xml"


def read_office(content: bytes, name: str) -> list[Segment]:
    """Return the lines of a .doc, .wps, .odt or .rtf file called `name`, read through LibreOffice.

    Content that is a .docx under another name is read directly. Raises UnreadableFile,
    with words that say what to do where LibreOffice is missing, fails or takes more than TIME_LIMIT.
    """
    if not content.strip():
        raise UnreadableFile(f"“{name}”是空文件，没有可以读入的文字。")
    if is_zip(content):
        if _WORD_BODY in content:
            return read_docx(content, name)
        open_zip(content, name).close()
    return read_docx(converted(content, name), name)


def converted(content: bytes, name: str, time_limit: float = TIME_LIMIT) -> bytes:
    """Return the .docx that LibreOffice makes of a file, in folders of its own. Raises UnreadableFile."""
    program = find_office()
    if program is None:
        raise UnreadableFile(
            f"读入“{name}”这种格式要用 LibreOffice，这台电脑上没有。请用 Word 或 WPS 另存为 .docx，或安装 LibreOffice。"
        )
    suffix = Path(name).suffix.lower()
    with tempfile.TemporaryDirectory(prefix="chengwen-", ignore_cleanup_errors=True) as place:
        folder = Path(place)
        source = folder / f"source{suffix if suffix in SUFFIXES else '.doc'}"
        source.write_bytes(content)
        _run(_command(program, source, folder), name, time_limit)
        result = folder / "result" / "source.docx"
        if not result.is_file():
            raise UnreadableFile(f"LibreOffice 没能打开“{name}”，文件可能加了密码或已经损坏。{SAVE_ANEW}")
        return read_limited(result, LARGEST_RESULT)


def find_office() -> str | None:
    """Return the path of LibreOffice's program, or None where it is not installed."""
    on_path = next(filter(None, map(shutil.which, _NAMES)), None)
    return on_path or next((str(place) for place in _PLACES if place.is_file()), None)


def _command(program: str, source: Path, folder: Path) -> list[str]:
    """Return the call that converts `source` into `folder`/result, with a profile that trusts nothing."""
    settings = folder / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_bytes(files("chengwen_library").joinpath("reading", "formats", "office.xcu").read_bytes())
    return [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(folder / "result"),
        str(source),
    ]


def _run(command: list[str], name: str, time_limit: float) -> None:
    """Run LibreOffice in a process group of its own, which is ended as a whole when the time is up."""
    try:
        process = subprocess.Popen(  # noqa: S603
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise UnreadableFile(
            f"LibreOffice 没能启动，“{name}”没有读入。请用 Word 或 WPS 另存为 .docx 再读入。"
        ) from error
    try:
        process.wait(time_limit)
    except subprocess.TimeoutExpired as error:
        message = f"LibreOffice 用了 {time_limit:.0f} 秒还没有打开“{name}”，已经停止。{SAVE_ANEW}"
        raise UnreadableFile(message) from error
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process and all that it started."""
    if os.name == "nt":
        taskkill = shutil.which("taskkill")
        if taskkill is not None and process.poll() is None:
            subprocess.run([taskkill, "/T", "/F", "/PID", str(process.pid)], capture_output=True, check=False)  # noqa: S603
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
