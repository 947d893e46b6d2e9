"""The bar above the page: one message at a time, the gravest first, until it is acted on."""

import pytest

from chengwen_desktop.message_bar import Message, MessageBar
from chengwen_desktop.theme.marks import Severity


@pytest.fixture
def bar(qtbot):
    made = MessageBar()
    qtbot.addWidget(made)
    return made


def click(bar: MessageBar, words: str) -> None:
    row = bar._row
    next(row.itemAt(n).widget() for n in range(1, row.count()) if row.itemAt(n).widget().text() == words).click()


def test_nothing_to_say_takes_no_room(bar):
    assert bar.isHidden()


def test_the_gravest_comes_first_and_the_others_after_it(bar):
    for severity in (Severity.HINT, Severity.ERROR, Severity.WARNING):
        bar.say(Message(severity, severity.name))
    seen = []
    while bar.message:
        seen.append(bar.message.words)
        click(bar, "关闭")
    assert seen == ["ERROR", "WARNING", "HINT"]
    assert bar.isHidden()


def test_the_same_is_not_said_twice(bar):
    bar.say(Message(Severity.ERROR, "磁盘已满"))
    bar.say(Message(Severity.ERROR, "磁盘已满"))
    bar.close_message()
    assert bar.message is None


def test_a_button_does_its_deed_and_ends_the_message(bar):
    done = []
    bar.say(Message(Severity.WARNING, "改过", (("重新打开", lambda: done.append(1)),)))
    assert bar.accessibleName() == "警告：改过"
    click(bar, "重新打开")
    assert done == [1]
    assert bar.isHidden()


@pytest.mark.parametrize("severity", list(Severity))
def test_each_severity_is_painted(bar, severity):
    bar.say(Message(severity, "话"))
    bar.resize(400, 44)
    image = bar.grab().toImage()
    assert len({image.pixel(x, y) for x in range(10, 42) for y in range(8, 36)}) > 3
