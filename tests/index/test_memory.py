"""What was worked out is kept up to so many bytes, and let go on demand."""

import numpy as np
import pytest

from chengwen_index.storage.memory import MEGABYTE, kept


@pytest.fixture
def asked():
    """The questions that were worked out."""
    return []


@pytest.fixture
def answer(asked):
    """A function with answers of 1 MB each, of which three are kept."""

    @kept(int(3.1 * MEGABYTE))
    def work_out(question: str) -> np.ndarray:
        asked.append(question)
        return np.zeros(MEGABYTE, np.uint8)

    return work_out


def test_a_question_is_worked_out_once(answer, asked):
    assert answer("质押") is answer("质押")
    assert asked == ["质押"]


def test_what_was_asked_for_last_stays_longest(answer, asked):
    for question in ("甲", "乙", "丙", "甲", "丁", "甲", "乙"):
        answer(question)
    assert asked == ["甲", "乙", "丙", "丁", "乙"]


def test_what_is_let_go_is_worked_out_again(answer, asked):
    first = answer("质押")
    answer.cache_clear()
    assert answer("质押") is not first
    assert asked == ["质押", "质押"]


QUERIES = ['"质押融资"', "专利 -保险", "高校|院所 转化", "怎么支持中小企业？", "主题:知识产权保护", "标题:融资", "3年"]


def test_an_index_that_has_let_go_answers_as_before(index_of_five):
    before = [index_of_five.search(query).hits for query in QUERIES]
    index_of_five.give_back()
    assert [index_of_five.search(query).hits for query in QUERIES] == before
    assert any(before)
