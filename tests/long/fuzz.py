"""Feeds a reader with mutated files, guided by coverage (atheris); run as a program.

    python fuzz.py READER SECONDS SEEDS FOUND

SEEDS is a folder of files to begin with, FOUND where inputs that crash, hang for
more than 5 s or need more than 1 GB are written. A reader may only answer, or
raise an error of ours.
"""

import sys
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["chengwen_library"]):
    from chengwen_library.akn.read import parse_measure
    from chengwen_library.contract import reading_json
    from chengwen_library.errors import ChengwenError
    from chengwen_library.reading.formats.docx import read_docx
    from chengwen_library.reading.formats.html import read_html
    from chengwen_library.reading.formats.pdf import read_pdf
    from chengwen_library.reading.reader import read_lines
    from chengwen_library.reading.report import Dropped
    from chengwen_library.reading.source import Segment, decode, segments

LONGEST_INPUT = 60_000
"""Bytes of a mutated file."""


def read_text_file(content: bytes) -> None:
    pipeline(segments(decode(content, "x.txt")), [])


def read_web_page(content: bytes) -> None:
    pipeline(*read_html(content, "x.html"))


def read_word_file(content: bytes) -> None:
    pipeline(read_docx(content, "x.docx"), [])


def read_pdf_file(content: bytes) -> None:
    pipeline(*read_pdf(content, "x.pdf"))


def read_measure(content: bytes) -> None:
    parse_measure(content, "x.akn")


def pipeline(lines: list[Segment], dropped: list[Dropped]) -> None:
    for reading in read_lines(lines, dropped, "x"):
        reading_json(reading)


READERS: dict[str, Callable[[bytes], None]] = {
    "text": read_text_file,
    "html": read_web_page,
    "docx": read_word_file,
    "pdf": read_pdf_file,
    "akn": read_measure,
}


def main(reader: str, seconds: str, seeds: Path, found: Path) -> None:
    read = READERS[reader]

    def one_input(content: bytes) -> None:
        try:
            read(content)
        except ChengwenError:
            return

    found.mkdir(parents=True, exist_ok=True)
    options = [f"-max_total_time={seconds}", "-timeout=5", "-rss_limit_mb=1024", f"-max_len={LONGEST_INPUT}"]
    atheris.Setup(
        [sys.argv[0], *options, f"-artifact_prefix={found}/{reader}-", "-print_final_stats=1", str(seeds)], one_input
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]))
