"""Lines made to hang a reader: reading takes time in proportion to their length."""

import time
from contextlib import suppress

import pytest

from chengwen_library.contract import reading_json
from chengwen_library.errors import ChengwenError
from chengwen_library.reading.reader import read_text

LENGTH = 40_000
MOST_SECONDS = 5.0

REPEATED = [
    "（", "(", "()", '"', "1", "一", "第一条 ", "（一）", "。", "《", "《》", " ", "中,", "（一）甲。\n", "甲：", "局",
    "2025年", "100万元", "牵头", "（责任单位：", "（责任单位：市科技局）", "各区：", "本措施", "自2025年1月1日",
    "第1条（一）1.①", "支持企业开展专利转化运用，给予最高50万元补助。", "标题文字\n", "第一章 总则\n", "附件\n", "目录\n",
    "关于印发的通知\n", "抄送：市委。\n", "2026年1月20日\n", "\u3000", "\ufeff", "第", "､", "１０．", "﹒", "<p>", "&#x",
]  # fmt: skip


@pytest.mark.parametrize("words", REPEATED)
@pytest.mark.parametrize("frame", ["{}", "示例市若干措施\n一、目标\n{}\n二、附则\n施行。"])
def test_a_hostile_line_is_read_or_refused_in_time(words: str, frame: str) -> None:
    text = frame.format(words * (LENGTH // len(words)))
    started = time.process_time()
    with suppress(ChengwenError):
        for reading in read_text(text, "x.txt"):
            reading_json(reading)
    assert time.process_time() - started < MOST_SECONDS


def test_deep_nesting_of_levels_is_read() -> None:
    marks = ["第{}编", "第{}章", "第{}节", "{}、", "（{}）"]
    text = "\n".join(mark.format("一") + "标题" for mark in marks * 2000)
    (reading,) = read_text(f"示例市若干措施\n{text}\n", "x.txt")
    assert sum(1 for _ in reading.measure.walk()) > 5000
