from datetime import date

from chengwen_index.holdings import holdings
from chengwen_library.model import Status


def test_measures_are_told_with_the_number_of_their_clauses(index_of, measure):
    held = holdings(index_of(measure(("加强保护", "支持专利。"), ("培育人才", "培训。")))).measures
    assert [one.clauses for one in held] == [2]


def test_repealed_measures_are_told_too(index_of, measure):
    index = index_of(measure((None, "支持专利。"), status=Status.REPEALED, title="旧办法", issue_date=date(2020, 1, 2)))
    (held,) = holdings(index).measures
    assert (held.title, held.status, held.date) == ("旧办法", "已废止", date(2020, 1, 2))


def test_topics_name_the_measures_with_clauses_about_them(index_of, measure):
    about = measure(("推进专利导航", "开展专利导航。"), title="甲")
    other = measure(("培训", "办培训班。"), number=2, title="乙")
    found = holdings(index_of(about, other))
    assert [found.measures[place].title for place in found.topics["专利导航"]] == ["甲"]


def test_an_empty_index_holds_nothing(index_of):
    found = holdings(index_of())
    assert (found.measures, found.topics) == ((), {})
