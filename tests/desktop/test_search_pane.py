"""The search pane by keys, input method and pointer, with a finder that answers what it is told to."""

from threading import Event

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton

from chengwen_desktop.app import make_application
from chengwen_desktop.home import searches_file
from chengwen_desktop.origins import Origins
from chengwen_desktop.search.finder import Found
from chengwen_desktop.search.memory import Searches
from chengwen_desktop.search.pane import SearchPane
from chengwen_desktop.search.question import Question
from chengwen_desktop.tasks import Tasks
from chengwen_index.finding.filters import Filters
from chengwen_index.search import Answer
from hits import hit

COUNTS = {"region": {"鄂州市": 2, "东莞市": 1}, "doc_type": {"若干措施": 3}, "topic": {"质押融资": 1}, "status": {}}


class ToldFinder:
    """Finds two clauses for everything but “没有”, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[Question] = []
        self.meant: str | None = None
        self.is_prepared = False

    def find(self, question: Question) -> Found:
        self.asked.append(question)
        hits = () if "没有" in question.query else (hit("a", words=("质押",)), hit("b", words=("质押",)))
        return Found(question, Answer(question.query, len(hits), 0.1, hits, COUNTS, self.meant), COUNTS)

    def prepare_words(self) -> None:
        self.is_prepared = True

    def suggestions(self, query: str) -> tuple[str, ...]:
        return (f"{query}融资", f"{query}贷款")


@pytest.fixture
def finder():
    return ToldFinder()


@pytest.fixture
def pane(qtbot, qapp, finder):
    make_application()
    tasks = Tasks()
    made = SearchPane(tasks, Origins(), Searches(searches_file(), tasks))
    qtbot.addWidget(made)
    made.resize(360, 600)
    made.show()
    made.use(finder)
    made.box.setFocus()
    qtbot.waitUntil(made.box.hasFocus)
    yield made
    tasks.stop()


def compose(pane: SearchPane, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(pane.box, event)


def answered(pane: SearchPane, qtbot, finder: ToldFinder, query: str) -> None:
    qtbot.waitUntil(lambda: bool(finder.asked) and finder.asked[-1].query == query)
    qtbot.waitUntil(lambda: pane.model.rowCount() > 0)


def test_nothing_is_searched_for_while_an_input_method_composes(pane, qtbot, finder):
    for letters in ("z", "zhi", "zhiya"):
        compose(pane, letters)
        qtbot.wait(200)
    assert (finder.asked, pane.suggestions.isVisible()) == ([], False)
    compose(pane, "", "质押")
    answered(pane, qtbot, finder, "质押")
    qtbot.waitUntil(pane.suggestions.isVisible)


def test_words_that_are_being_replaced_stay_found_until_the_new_ones_are_committed(pane, qtbot, finder):
    pane.ask("质押")
    answered(pane, qtbot, finder, "质押")
    pane.box.selectAll()
    compose(pane, "bu")
    qtbot.wait(200)
    assert pane.list.isVisible()
    assert len(finder.asked) == 1
    compose(pane, "", "补偿")
    answered(pane, qtbot, finder, "补偿")


def test_a_composition_that_is_given_up_after_replacing_empties_the_pane(pane, qtbot, finder):
    pane.ask("质押")
    answered(pane, qtbot, finder, "质押")
    pane.box.selectAll()
    compose(pane, "bu")
    compose(pane, "")
    qtbot.waitUntil(pane.start.isVisible)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Escape])
def test_keys_are_the_input_methods_while_it_composes(pane, qtbot, finder, key):
    pane.ask("质押")
    answered(pane, qtbot, finder, "质押")
    compose(pane, "bu")
    assert not pane.eventFilter(pane.box, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))
    assert (pane.box.hasFocus(), pane.box.text()) == (True, "质押")


def test_the_words_are_loaded_as_soon_as_somebody_goes_to_the_box(pane, qtbot, finder):
    qtbot.waitUntil(lambda: finder.is_prepared)


def test_suggestions_never_take_the_focus_nor_enter(pane, qtbot, finder):
    qtbot.keyClicks(pane.box, "ab")
    qtbot.waitUntil(pane.suggestions.isVisible)
    assert pane.box.hasFocus()
    qtbot.keyClicks(pane.box, "c")
    assert pane.box.text() == "abc"
    qtbot.keyClick(pane.box, Qt.Key.Key_Return)
    answered(pane, qtbot, finder, "abc")
    qtbot.waitUntil(pane.list.hasFocus)
    assert not pane.suggestions.isVisible()


def test_a_suggestion_is_taken_with_the_arrow_and_enter_or_with_the_pointer(pane, qtbot, finder):
    qtbot.keyClicks(pane.box, "ab")
    qtbot.waitUntil(pane.suggestions.isVisible)
    qtbot.keyClick(pane.box, Qt.Key.Key_Down)
    qtbot.keyClick(pane.box, Qt.Key.Key_Down)
    qtbot.keyClick(pane.box, Qt.Key.Key_Up)
    qtbot.keyClick(pane.box, Qt.Key.Key_Return)
    answered(pane, qtbot, finder, "ab融资")
    assert not pane.suggestions.isVisible()
    qtbot.keyClicks(pane.box, "x")
    qtbot.waitUntil(pane.suggestions.isVisible)
    place = pane.suggestions.visualRect(pane.suggestions.model().index(1, 0)).center()
    qtbot.mouseClick(pane.suggestions.viewport(), Qt.MouseButton.LeftButton, pos=place)
    answered(pane, qtbot, finder, "ab融资x贷款")


def test_below_the_last_suggestion_come_the_hits_and_escape_closes_one_thing_at_a_time(pane, qtbot, finder):
    qtbot.keyClicks(pane.box, "ab")
    qtbot.waitUntil(pane.suggestions.isVisible)
    for _ in range(3):
        qtbot.keyClick(pane.box, Qt.Key.Key_Down)
    assert pane.list.hasFocus()
    pane.box.setFocus()
    qtbot.keyClicks(pane.box, "c")
    qtbot.waitUntil(pane.suggestions.isVisible)
    qtbot.keyClick(pane.box, Qt.Key.Key_Escape)
    assert (pane.suggestions.isVisible(), pane.box.text()) == (False, "abc")
    qtbot.keyClick(pane.box, Qt.Key.Key_Escape)
    assert pane.box.text() == ""


def test_enter_before_the_answer_goes_to_the_hits_when_they_come(pane, qtbot, finder):
    qtbot.keyClicks(pane.box, "ab")
    qtbot.keyClick(pane.box, Qt.Key.Key_Return)
    qtbot.waitUntil(pane.list.hasFocus)
    assert [question.query for question in finder.asked] == ["ab"]


def test_what_is_typed_before_an_answer_comes_is_searched_for_too(pane, qtbot, finder, monkeypatch):
    may_answer, find = Event(), finder.find
    monkeypatch.setattr(finder, "find", lambda question: (find(question), may_answer.wait(5))[0])
    qtbot.keyClicks(pane.box, "a")
    qtbot.waitUntil(lambda: [question.query for question in finder.asked] == ["a"])
    qtbot.keyClicks(pane.box, "b")
    may_answer.set()
    qtbot.waitUntil(lambda: [question.query for question in finder.asked] == ["a", "ab"])
    qtbot.waitUntil(lambda: pane.model.rowCount() > 0)
    assert pane.question.query == "ab"


def test_limits_combine_one_click_takes_one_away_and_another_all(pane, qtbot, finder):
    pane.ask("质押")
    answered(pane, qtbot, finder, "质押")
    chips = pane.facets.chips
    chips["region"].button.click()
    assert chips["region"].menu.isVisible()
    chips["region"].menu.close()
    entries = [action.text() for action in chips["region"].menu.actions()]
    assert entries == ["不限地区", "鄂州市\t2 条", "东莞市\t1 条"]
    assert not pane.facets.free_button.isVisible()
    for facet, place in (("region", 2), ("doc_type", 1), ("topic", 1)):
        chips[facet].fill_menu()
        chips[facet].menu.actions()[place].trigger()
        qtbot.waitUntil(lambda facet=facet: chips[facet].button.isChecked())
    assert finder.asked[-1].filters == Filters(region="东莞市", doc_type="若干措施", topic="质押融资")
    assert not chips["status"].button.isEnabled()
    chips["doc_type"].clear_button.click()
    qtbot.waitUntil(lambda: finder.asked[-1].filters == Filters(region="东莞市", topic="质押融资"))
    qtbot.waitUntil(lambda: not chips["doc_type"].button.isChecked())
    pane.facets.free_button.click()
    qtbot.waitUntil(lambda: finder.asked[-1].filters == Filters())


def test_limits_stay_while_one_types_on_and_go_with_the_last_word(pane, qtbot, finder):
    pane.repeat(Question("质押", Filters(region="东莞市"), "date"))
    answered(pane, qtbot, finder, "质押")
    qtbot.keyClicks(pane.box, "a")
    answered(pane, qtbot, finder, "质押a")
    assert finder.asked[-1].filters == Filters(region="东莞市")
    pane.box.clear()
    pane.ask("补偿")
    answered(pane, qtbot, finder, "补偿")
    assert (finder.asked[-1].filters, finder.asked[-1].sort) == (Filters(), "date")


def test_the_order_is_chosen_from_a_menu(pane, qtbot, finder):
    pane.ask("质押")
    answered(pane, qtbot, finder, "质押")
    pane.facets.fill_sort_menu()
    pane.facets.sort_menu.actions()[1].trigger()
    qtbot.waitUntil(lambda: finder.asked[-1].sort == "date")
    qtbot.waitUntil(lambda: pane.facets.sort_button.text().strip() == "按日期")


def test_what_a_mistyped_word_was_meant_to_be_is_offered(pane, qtbot, finder):
    finder.meant = "质押融资"
    pane.ask("质压融资")
    qtbot.waitUntil(pane.meant.isVisible)
    finder.meant = None
    pane.meant.asked.emit("质押融资")
    answered(pane, qtbot, finder, "质押融资")
    qtbot.waitUntil(lambda: not pane.meant.isVisible())
    assert pane.box.text() == "质押融资"


def test_only_searches_that_led_somewhere_are_remembered(pane, qtbot, finder):
    qtbot.keyClicks(pane.box, "a")
    answered(pane, qtbot, finder, "a")
    qtbot.keyClicks(pane.box, "b")
    qtbot.keyClick(pane.box, Qt.Key.Key_Return)
    qtbot.waitUntil(pane.list.hasFocus)
    qtbot.keyClick(pane.list, Qt.Key.Key_Return)
    assert [question.query for question in pane._searches.history] == ["ab"]


def test_searches_of_late_and_kept_ones_are_offered_on_the_empty_page_and_in_the_box(pane, qtbot, finder):
    kept = Question("质押", Filters(region="东莞市"))
    pane._searches.keep("东莞的", kept)
    pane._searches.remember(Question("补偿"))
    pane._open_history()
    words = [action.text() for action in pane.history_menu.actions() if not action.isSeparator()]
    assert words == ["东莞的", "补偿", "清空最近的检索"]
    pane.history_menu.close()
    links = {link.accessibleName(): link for link in pane.start.findChildren(QPushButton)}
    assert {"东莞的", "补偿", "清空最近的检索"} <= links.keys()
    links["东莞的"].click()
    answered(pane, qtbot, finder, "质押")
    assert finder.asked[-1] == kept


def test_arrows_and_enter_in_the_hits(pane, qtbot, finder):
    pane.ask("质押")
    answered(pane, qtbot, finder, "质押")
    seen = []
    pane.chosen.connect(lambda found: seen.append(found.eid))
    pane.opened.connect(lambda: seen.append("opened"))
    pane.list.setFocus()
    qtbot.keyClick(pane.list, Qt.Key.Key_Down)
    qtbot.keyClick(pane.list, Qt.Key.Key_Return)
    qtbot.keyClick(pane.list, Qt.Key.Key_Up)
    qtbot.keyClick(pane.list, Qt.Key.Key_Up)
    assert seen == ["b", "opened", "a"]
    assert pane.box.hasFocus()


def test_other_words_choose_the_best_hit_and_another_order_keeps_the_one_that_was_chosen(pane, qtbot, finder):
    pane.ask("质押")
    answered(pane, qtbot, finder, "质押")
    first = pane.list.hit
    qtbot.keyClick(pane.list, Qt.Key.Key_Down)
    chosen = pane.list.hit
    assert chosen != first
    pane.repeat(Question("质押", Filters(region="鄂州市")))
    qtbot.waitUntil(lambda: pane.question.filters.region == "鄂州市" and len(finder.asked) == 2)
    qtbot.wait(50)
    assert pane.list.hit == chosen
    pane.ask("质押融资")
    answered(pane, qtbot, finder, "质押融资")
    qtbot.waitUntil(lambda: pane.list.hit == first)
