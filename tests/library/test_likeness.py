from dataclasses import replace

import pytest

from chengwen_library.likeness import imprint, resemblance
from chengwen_library.model import Form, Measure, Unit


def measure(*texts: str) -> Measure:
    return Measure(
        title="示例", units=tuple(Unit(wid=str(i), form=Form.PARAGRAPH, text=text) for i, text in enumerate(texts))
    )


SENTENCES = [
    f"支持第{number}类企业开展专利转化运用工作，给予第{number}档补助，由第{number}个部门负责落实。"
    for number in range(60)
]


def test_punctuation_and_width_make_no_other_text() -> None:
    one, other = measure("加强保护，提升效能。"), measure("加强保护,提升效能.")
    assert imprint(one) == imprint(other)


def test_a_word_makes_another_text() -> None:
    assert imprint(measure("应当加强")).digest != imprint(measure("可以加强")).digest


def test_equal_texts_are_wholly_alike_and_strangers_not_at_all() -> None:
    own = imprint(measure(*SENTENCES)).sketch
    assert resemblance(own, own) == 1.0
    assert resemblance(own, imprint(measure("今天天气很好，适合到公园里散步，也适合在家里读书写字。")).sketch) == 0.0
    assert resemblance((), ()) == 0.0


@pytest.mark.parametrize("kept", [15, 30, 45, 60])
def test_the_share_of_common_wording_is_estimated(kept: int) -> None:
    share = resemblance(imprint(measure(*SENTENCES)).sketch, imprint(measure(*SENTENCES[:kept])).sketch)
    assert abs(share - kept / 60) < 0.15


def test_metadata_do_not_matter() -> None:
    one = measure(*SENTENCES)
    assert imprint(one) == imprint(replace(one, doc_number="示科发〔2026〕1号"))
