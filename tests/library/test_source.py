import pytest

from chengwen_library.errors import UnreadableFile
from chengwen_library.reading.source import cut, decode, segment, segments

WORDS = "示例市若干措施：加强“保护”〔2024〕1号。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_the_encodings_of_the_office_are_read(encoding: str) -> None:
    assert decode(WORDS.encode(encoding), "a.txt") == WORDS


@pytest.mark.parametrize(
    "content", [b"", b" \n\t", b"\x7fELF\0\0\1", bytes(range(256)) * 20, b"\xff\xfe\x00", b"\x89PNG\r\n\x1a\n"]
)
def test_empty_and_binary_files_are_refused_with_one_line(content: bytes) -> None:
    with pytest.raises(UnreadableFile) as caught:
        decode(content, "a.txt")
    assert "\n" not in str(caught.value)


def test_lines_are_numbered_as_a_person_counts_them() -> None:
    assert [(line.line, line.text) for line in segments("甲\n\n 乙 \r\n丙")] == [(1, "甲"), (3, "乙"), (4, "丙")]


def test_a_line_is_cut_with_its_places() -> None:
    pieces = cut(segment(7, 0, "通知 鄂〔2024〕1号"), 2)
    assert [(piece.line, piece.start, piece.end, piece.text) for piece in pieces] == [
        (7, 0, 2, "通知"),
        (7, 2, 12, "鄂〔2024〕1号"),
    ]


def test_a_text_longer_than_any_measure_is_refused_with_the_limit() -> None:
    with pytest.raises(UnreadableFile, match="超过 30 万字的上限"):
        decode(("转化" * 600_000).encode(), "a.txt")
