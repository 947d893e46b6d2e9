import pytest
from hypothesis import given
from hypothesis import strategies as st

from chengwen_library.folding import fold, fold_with_places


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("国办发〔2023〕37 号", "国办发〔2023〕37号"),
        ("（一）加强，改进。", "(一)加强,改进."),
        ("“先用后付”", '"先用后付"'),
        ("‘先用’", "「先用」"),
        ("2023—2025", "2023-2025"),
        ("2023–2025", "2023―2025"),
        ("ＡＢＣ１２３％", "ABC123%"),
        ("知识\u3000产权\n", "知识产权"),
    ],
)
def test_width_punctuation_quotes_dashes_and_space_are_folded(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("十五日", "15日"), ("專利", "专利"), ("〔2024〕", "（2024）"), ("A", "a"), ("、", ",")]
)
def test_nothing_else_is_folded(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_places_lead_back_to_the_text(text: str) -> None:
    folded, places = fold_with_places(text)
    assert folded == fold(text)
    assert len(places) == len(folded)
    assert all(fold(text[place]) for place in places)
    assert places == sorted(places)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
