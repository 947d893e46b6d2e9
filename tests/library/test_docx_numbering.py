"""Word's automatic numbers become words in front of their paragraphs, counted as Word counts."""

import pytest

from chengwen_library.reading.formats.docx import read_docx
from chengwen_library.reading.formats.docx_numerals import render_number
from documents import level, listed, numbering, p, table, word_file

STYLE = '<w:style w:type="paragraph" {more} w:styleId="{name}"><w:name w:val="{name}"/>{based}<w:pPr>{properties}</w:pPr></w:style>'
THREE = (level(0, "chineseCounting", "%1、"), level(1, "chineseCounting", "（%2）"), level(2, "decimal", "%3."))


def style(name: str, properties: str = "", based: str = "", more: str = "") -> str:
    parent = f'<w:basedOn w:val="{based}"/>' if based else ""
    return STYLE.format(name=name, properties=properties, based=parent, more=more)


def styled(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


def marks(numbers: str, *properties: str, styles: str = "") -> list[str]:
    """Return what stands in front of paragraphs with these properties."""
    body = "".join(p("文", each) for each in properties)
    return [
        segment.raw.removesuffix("文")
        for segment in read_docx(word_file(body, numbering=numbers, styles=styles), "a.docx")
    ]


def levels(*places: int) -> list[str]:
    return [listed(1, place) for place in places]


@pytest.mark.parametrize(
    ("number_format", "number", "words"),
    [
        ("chineseCounting", 12, "十二"),
        ("chineseCountingThousand", 105, "一百零五"),
        ("ideographDigital", 10, "十"),
        ("taiwaneseCountingThousand", 20, "二十"),
        ("japaneseCounting", 3, "三"),
        ("chineseCounting", 1000, "1000"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("ideographTraditional", 2, "乙"),
        ("ideographTraditional", 11, "11"),
        ("decimal", 7, "7"),
        ("decimalZero", 7, "07"),
        ("decimalFullWidth", 10, "１０"),
        ("decimalEnclosedCircle", 20, "⑳"),
        ("decimalEnclosedCircleChinese", 21, "㉑"),
        ("decimalEnclosedCircle", 51, "51"),
        ("decimalEnclosedParen", 3, "（3）"),
        ("decimalEnclosedFullstop", 3, "3."),
        ("lowerLetter", 28, "bb"),
        ("upperLetter", 3, "C"),
        ("lowerRoman", 9, "ix"),
        ("upperRoman", 44, "XLIV"),
        ("none", 3, ""),
        ("cardinalText", 3, "3"),
    ],
)
def test_a_number_has_the_words_of_its_format(number_format: str, number: int, words: str) -> None:
    assert render_number(number, number_format) == words


def test_a_wider_level_begins_the_narrower_ones_anew() -> None:
    assert marks(numbering(*THREE), *levels(0, 1, 2, 2, 1, 2, 0, 1, 2)) == [
        "一、", "（一）", "1.", "2.", "（二）", "1.", "二、", "（一）", "1.",
    ]  # fmt: skip


def test_a_level_restarts_only_behind_the_level_that_it_names() -> None:
    running = (THREE[0], level(1, "chineseCounting", "（%2）", '<w:lvlRestart w:val="0"/>'))
    assert marks(numbering(*running), *levels(0, 1, 0, 1)) == ["一、", "（一）", "二、", "（二）"]
    named = (*THREE[:2], level(2, "decimal", "%3.", '<w:lvlRestart w:val="1"/>'))
    assert marks(numbering(*named), *levels(0, 1, 2, 1, 2, 0, 2)) == [
        "一、",
        "（一）",
        "1.",
        "（二）",
        "2.",
        "二、",
        "1.",
    ]


def test_a_mark_may_show_several_levels_and_all_of_them_in_digits() -> None:
    joined = (THREE[0], level(1, "lowerLetter", "%1.%2"), level(2, "decimal", "%1.%3", "<w:isLgl/>"))
    assert marks(numbering(*joined), *levels(0, 1, 2)) == ["一、", "一.a", "1.1"]
    assert marks(numbering(*joined), listed(1, 2)) == ["1.1"]


def test_a_list_begins_where_it_says() -> None:
    assert marks(numbering(level(0, "decimal", "%1.", start=5)), *levels(0, 0)) == ["5.", "6."]
    assert marks(numbering(level(0, "decimal", "%1.", start=0)), *levels(0, 0)) == ["0.", "1."]


def test_lists_of_one_definition_count_on_unless_one_starts_anew() -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbers = numbering(THREE[0], numbers=("", "", anew))
    assert marks(numbers, *map(listed, (1, 2, 3, 3, 1))) == ["一、", "二、", "一、", "二、", "三、"]


def test_a_list_may_look_otherwise_than_its_definition() -> None:
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "%1）")}</w:lvlOverride>'
    assert marks(numbering(THREE[0], numbers=("", other)), listed(1), listed(2)) == ["一、", "2）"]


def test_a_bullet_is_no_mark_and_neither_is_a_number_that_is_not_shown() -> None:
    assert marks(numbering(level(0, "bullet", "\uf0b7"), level(1, "none", "%2")), *levels(0, 1)) == ["", ""]
    assert marks(numbering(level(0, "decimal", "")), listed(1)) == [""]
    assert marks(numbering(level(0, "none", "附件：")), listed(1)) == ["附件："]


def test_what_parts_mark_and_words_is_kept() -> None:
    tabbed = THREE[0].replace('<w:suff w:val="nothing"/>', "")
    spaced = THREE[0].replace('"nothing"', '"space"')
    assert marks(numbering(tabbed), listed(1)) == ["一、\t"]
    assert marks(numbering(spaced), listed(1)) == ["一、 "]


def test_a_style_numbers_its_paragraphs_and_those_of_styles_based_on_it() -> None:
    linked = (THREE[0], level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="two"/>'))
    styles = (
        style("one", listed(1)) + style("two", '<w:numPr><w:numId w:val="1"/></w:numPr>') + style("child", based="two")
    )
    found = marks(numbering(*linked), *map(styled, ("one", "two", "child", "other")), styles=styles)
    assert found == ["一、", "（一）", "（二）", ""]


def test_a_paragraph_may_leave_the_list_of_its_style() -> None:
    styles = style("one", listed(1)) + style("off", listed(0), based="one")
    deeper = styled("one") + '<w:numPr><w:ilvl w:val="1"/></w:numPr>'
    found = marks(numbering(*THREE), styled("one"), styled("one") + listed(0), styled("off"), deeper, styles=styles)
    assert found == ["一、", "", "", "（一）"]


def test_the_default_style_may_number_too() -> None:
    styles = style("normal", listed(1), more='w:default="1"')
    assert marks(numbering(*THREE), "", "", styles=styles) == ["一、", "二、"]


def test_a_list_may_stand_for_that_of_a_numbering_style() -> None:
    link = '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="list"/></w:abstractNum><w:num w:numId="9"><w:abstractNumId w:val="7"/></w:num>'
    assert marks(numbering(*THREE) + link, listed(9), listed(1), styles=style("list", listed(1))) == ["一、", "二、"]


def test_styles_and_lists_that_go_in_circles_have_no_number() -> None:
    circle = '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="list"/></w:abstractNum><w:num w:numId="9"><w:abstractNumId w:val="7"/></w:num>'
    styles = style("list", listed(9)) + style("a", based="b") + style("b", based="a") + style("self", based="self")
    assert marks(circle, listed(9), styled("a"), styled("self"), styles=styles) == ["", "", ""]


def test_numbers_in_cells_count_in_order_and_empty_cells_show_them() -> None:
    rows = table([p("", listed(1)), p("甲")], [p("", listed(1)), p("乙")])
    content = word_file(rows, numbering=numbering(level(0, "decimal", "%1")))
    assert [segment.raw for segment in read_docx(content, "a.docx")] == ["1\t甲", "2\t乙"]


def test_deleted_and_hidden_paragraphs_do_not_count() -> None:
    gone = f"{listed(1)}<w:rPr><w:del/></w:rPr>"
    hidden = p("", f"{listed(1)}<w:rPr><w:vanish/></w:rPr>")
    content = word_file(p("甲", gone) + p("乙", listed(1)) + hidden + p("丙", listed(1)), numbering=numbering(*THREE))
    assert [segment.raw for segment in read_docx(content, "a.docx")] == ["一、甲乙", "二、丙"]


@pytest.mark.parametrize("odd", ["x", "-1", "9" * 5000, ""])
def test_odd_numbers_in_the_file_do_no_harm(odd: str) -> None:
    numbers = numbering(level(0, "lowerLetter", "%1." * 10_000).replace('w:start w:val="1"', f'w:start w:val="{odd}"'))
    (mark,) = marks(numbers, f'<w:numPr><w:ilvl w:val="{odd}"/><w:numId w:val="1"/></w:numPr>')
    assert len(mark) < 200


def test_documents_with_the_same_styles_count_for_themselves() -> None:
    styles = style("one", listed(1))
    for _ in range(2):
        assert marks(numbering(*THREE), styled("one"), styled("one"), styles=styles) == ["一、", "二、"]
