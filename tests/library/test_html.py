"""Web pages: what stands on a line of its own, what belongs to the page and not to the document."""

import time
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import scoring
from chengwen_library.contract import reading_json
from chengwen_library.errors import UnreadableFile
from chengwen_library.reading.formats.html import read_html
from chengwen_library.reading.reader import read_lines
from chengwen_library.reading.report import Reading

TEXT = """<p>示例市促进转化若干措施</p><p>一、提升质量</p><p>（一）培育专利。建立培育机制，完善服务，每年培育一百件。</p>
<p>（二）盘活存量。开展盘点，建立资源库。</p><p>二、加强保护</p><p>（三）协同保护。健全衔接机制，加强协作。</p>"""
LINES = [
    "示例市促进转化若干措施",
    "一、提升质量",
    "（一）培育专利。建立培育机制，完善服务，每年培育一百件。",
    "（二）盘活存量。开展盘点，建立资源库。",
    "二、加强保护",
    "（三）协同保护。健全衔接机制，加强协作。",
]
SECONDS = 5


def read(page: str, encoding: str = "utf-8") -> tuple[list[str], list[tuple[str, str]]]:
    """Return the lines kept, and what was left out with its reason."""
    kept, dropped = read_html(page.encode(encoding), "a.html")
    return [line.text for line in kept], [(item.text, item.reason) for item in dropped]


def lines(page: str) -> list[str]:
    return read(page)[0]


def bare(readings: list[Reading]) -> list[dict]:
    """Return what was read, without the places in the source and what was left out."""
    return [
        {key: value for key, value in reading_json(replace(r, dropped=(), warnings=())).items() if key != "source"}
        for r in readings
    ]


@pytest.mark.parametrize("name", ["h01", "h25"])
def test_a_page_of_the_corpus_gives_the_same_tree_and_metadata_as_its_text(name: str) -> None:
    scoring.labels()
    kept, dropped = read_html((scoring.CORPUS / f"{name}.html").read_bytes(), name)
    text = [line for line in (scoring.CORPUS / f"{name}.txt").read_text(encoding="utf-8").splitlines() if line.strip()]
    got, want = bare(read_lines(kept, dropped, name)), scoring.read(f"{name}.txt")
    for measure in want:
        measure.pop("source")
        measure |= {"dropped": [], "warnings": []}
    assert len(text) > 40
    assert got == want


def test_blocks_and_breaks_begin_lines_and_inline_elements_do_not() -> None:
    page = "<div>甲<b>乙</b>丙<div>丁</div>戊<br>己<p>庚<p>辛</div><h2>壬</h2><ul><li>癸</ul>"
    assert lines(page) == ["甲乙丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"]


def test_entities_and_white_space_are_read_as_a_browser_reads_them() -> None:
    assert lines("<p>5%&mdash;20%\n\n  &ldquo;一事一议&rdquo;&nbsp;&lt;含&gt;&#12290;</p>") == [
        "5%—20%“一事一议”<含>。"
    ]


def test_preformatted_text_keeps_its_lines() -> None:
    assert lines("<pre>一、甲\n二、乙</pre>") == ["一、甲", "二、乙"]
    assert lines('<div style="white-space: pre-wrap">一、甲\n二、乙</div>') == ["一、甲", "二、乙"]


def test_a_row_of_a_table_is_one_line_with_its_cells_apart() -> None:
    page = "<table><tr><th>序号<th>任务<th>单位</tr><tr><td>1<td><p>培育</p><p>专利</p><td></td></tr></table>"
    kept, _ = read_html(page.encode(), "a.html")
    assert [line.raw for line in kept] == ["序号\t任务\t单位", "1\t培育 专利"]


def test_a_table_that_only_sets_the_page_is_no_row() -> None:
    page = f"<table><tr><td><a>首页</a></td><td><table><tr><td>{TEXT}</td></tr></table></td></tr></table>"
    assert lines(page) == ["首页", *LINES]
    assert lines(
        f"<table><tr><td>左</td><td>{TEXT.replace('（一）', '三、').replace('（二）', '四、')}</td></tr></table>"
    )[2:3] == ["一、提升质量"]


def test_scripts_styles_and_the_title_of_the_page_are_no_text() -> None:
    page = f"<head><title>标题</title><style>p{{}}</style></head><script>var a='<p>b</p>';</script><template>c</template>{TEXT}"
    assert read(page) == (LINES, [])


@pytest.mark.parametrize(
    "around",
    [
        "<nav><a>首页</a></nav>{}<footer>主办单位</footer>",
        "<header><a>首页</a></header>{}<aside>主办单位</aside>",
        '<div class="mainNav">首页</div>{}<div id="page_footer"><p>主办单位</p></div>',
        "<form>首页</form>{}<button>主办单位</button>",
    ],
)
def test_navigation_around_the_text_is_left_out_with_a_reason(around: str) -> None:
    kept, dropped = read(f"<body>{around.format(f'<div>{TEXT}</div>')}</body>")
    assert kept == LINES
    assert dropped == [("首页", "网页导航"), ("主办单位", "网页导航")]


def test_a_list_of_links_outside_of_the_text_is_navigation() -> None:
    links = "".join(f"<li><a href=x>{words}</a></li>" for words in ("政务公开", "办事服务", "互动交流"))
    kept, dropped = read(f"<div><ul>{links}</ul></div><div>{TEXT}</div>")
    assert kept == LINES
    assert {reason for _, reason in dropped} == {"网页导航"}
    assert lines(f"<div><ul>{links.replace('政', '一、政')}</ul><div>{TEXT}</div></div>")[0] == "一、政务公开"


@pytest.mark.parametrize("tag", ["form", "nav", "aside", "button", 'div class="footer"', "header"])
def test_nothing_is_left_out_inside_the_element_that_holds_the_units(tag: str) -> None:
    name = tag.split()[0]
    assert read(f"<{tag}>{TEXT}</{name}>") == (LINES, [])
    middle = TEXT.replace("<p>二、", f"<{tag}>附注</{name}><p>二、")
    assert "附注" in lines(f"<div>{middle}</div>")


def test_the_title_of_the_document_is_kept_in_a_header() -> None:
    title, rest = TEXT.split("</p>", 1)
    head = f"<div class='header'><p>示例网</p>{title}</p><p>示政办发〔2026〕8号</p></div>"
    kept, dropped = read(f"<body>{head}<div>{rest}</div></body>")
    assert kept == [LINES[0], "示政办发〔2026〕8号", *LINES[1:]]
    assert dropped == [("示例网", "网页导航")]
    assert read(f"<article><header>{title}</header><div>{rest}</div></article>") == (LINES, [])


@pytest.mark.parametrize("how", ['style="display: none"', "hidden", 'aria-hidden="true"', 'style="visibility:hidden"'])
def test_hidden_text_is_left_out_with_a_reason(how: str) -> None:
    page = f"<div><p>见<span {how}>（隐）</span>附件</p><div {how}><p>弹窗</p></div>{TEXT}</div>"
    kept, dropped = read(page)
    assert kept == ["见附件", *LINES]
    assert dropped == [("（隐）", "网页上看不见的文字"), ("弹窗", "网页上看不见的文字")]


def test_text_that_a_script_would_show_is_kept() -> None:
    assert lines(f"<div><p>加载中</p><div style='display:none'>{TEXT}</div></div>") == ["加载中", *LINES]


def test_a_second_copy_of_the_whole_text_is_left_out() -> None:
    kept, dropped = read(f"<div class=pc>{TEXT}</div><div class=mobile>{TEXT}</div><div class=print>{TEXT}</div>")
    assert kept == LINES
    assert dropped == [(line, "网页上重复的全文") for line in LINES * 2]


def test_headings_that_stand_a_second_time_are_no_copy() -> None:
    contents = "".join(
        f"<p>第{number}章 {'总则管理附则'[2 * at : 2 * at + 2]}</p>" for at, number in enumerate("一二三")
    )
    body = contents.replace("</p>", "</p><p>第一条　为加强管理，制定本办法，适用于本市的全部活动和机关。</p>")
    assert len(lines(f"<div>{contents}{body}</div>")) == 9


def test_the_numbers_of_ordered_lists_are_rendered() -> None:
    items = "<li>甲</li><li>乙</li>"
    assert lines(f"<ol>{items}</ol>") == ["1.甲", "2.乙"]
    assert lines(f"<ol start=9>{items}</ol>") == ["9.甲", "10.乙"]
    assert lines("<ol><li>甲<ol type=a><li><p>丙</p><li>丁</ol><li value=5>乙</ol>") == ["1.甲", "a.丙", "b.丁", "5.乙"]
    assert lines(f"<ol type=I start=4>{items}</ol>") == ["IV.甲", "V.乙"]
    assert lines(f"<ol style='list-style-type:cjk-ideographic'>{items}</ol>") == ["一、甲", "二、乙"]
    assert lines(f"<ol style='list-style:none'>{items}</ol><ul>{items}</ul>") == ["甲", "乙", "甲", "乙"]


def test_marks_that_stand_in_the_text_are_not_doubled() -> None:
    assert lines("<ol><li>1.甲</li><li>（二）乙</li></ol>") == ["1.甲", "（二）乙"]


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("", "utf-8"),
        ("", "gb18030"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ('<meta charset="gb2312">', "gb18030"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=GBK">', "gb18030"),
        ("<meta charset=big5>", "big5"),
        ("<meta charset=utf-8>", "gb18030"),
        ("<meta charset=no-such-thing>", "utf-8"),
    ],
)
def test_the_encoding_is_found(head: str, encoding: str) -> None:
    assert read(f"<html><head>{head}</head><p>一、提升品牌</p></html>", encoding)[0] == ["一、提升品牌"]


def test_a_page_cut_off_inside_a_character_is_read() -> None:
    content = f"<meta charset=utf-8><p>{'一、提升质量。' * 40}第".encode()[:-1]
    kept, _ = read_html(content, "a.html")
    assert kept[0].text.startswith("一、提升质量。")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b" \n", "空文件"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\1\2\3\4\5\6\7\x08" * 20, "不是网页文件"),
        (b"<html><script>load()</script></html>", "里没有文字"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(content: bytes, message: str) -> None:
    with pytest.raises(UnreadableFile, match=message) as raised:
        read_html(content, "页.html")
    assert "\n" not in str(raised.value)


def test_lines_are_numbered_and_no_word_is_lost() -> None:
    kept, dropped = read_html(f"<nav>首页</nav><div>{TEXT}</div><footer>页脚</footer>".encode(), "a.html")
    assert sorted([line.line for line in kept] + [item.line for item in dropped]) == list(range(1, 9))


def test_depth_costs_nothing() -> None:
    deep = "<div>" * 100_000 + TEXT + "</div>" * 100_000
    assert lines(deep) == LINES


@pytest.mark.parametrize(
    "page",
    [
        "<b>" * 50_000 + "甲" + "</i>" * 500_000,
        "<p>" * 3_000_000,
        "<p>甲" * 2_000_000,
        "<table><tr><td>甲" * 50_000,
        "<ol><li>甲" * 50_000,
        "<span hidden>甲" * 50_000,
        "<!--" + "-" * 5_000_000,
        "<" * 5_000_000,
        "<a href='" + "甲" * 3_000_000,
        "<p " + "a=b " * 1_000_000 + ">甲",
        "<!DOCTYPE html [<!ENTITY a 'aaaaaaaa'>" + "".join(f"<!ENTITY a{n} '{'&a;' * 10}'>" for n in range(30)) + "]>&a29;",
    ],
    ids=["ends", "paragraphs", "lines", "tables", "lists", "hidden", "comment", "brackets", "attribute", "attributes", "laughs"],
)  # fmt: skip
def test_a_page_made_to_stop_a_parser_is_read_or_refused_in_time(page: str) -> None:
    started = time.thread_time()
    with suppress(UnreadableFile):
        kept, _ = read_html(page.encode(), "a.html")
        assert kept
    assert time.thread_time() - started < SECONDS


def test_odd_characters_do_no_harm() -> None:
    kept, _ = read_html("<p>一、甲&#xD800;&#0;&#x110000;乙\0丙</p>".encode(), "a.html")
    assert [line.text[:3] for line in kept] == ["一、甲"]
    assert kept[0].text.endswith("乙丙")
    kept[0].raw.encode("utf-8")


PIECES = st.sampled_from(
    """<div> </div> <p> </p> <br> <table> <tr> <td> </td> </tr> </table> <ol_start=3> <li> </ol> <span_hidden> </span> <nav> </nav>
    <form> </form> <pre> </pre> <a> </a> <script> </script> 一、甲 （一）乙。 &nbsp; &#xDFFF; <!-- --> <![CDATA[ <o:p> </x> <b ' \0 \ufeff
    文字 _""".replace("\n", " ").split(" ")
).map(lambda piece: piece.replace("_", " "))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=60).map("".join).map(str.encode) | st.binary(max_size=400))
@example("一、甲".encode("utf-16"))
def test_whatever_the_bytes_the_page_is_read_or_refused(content: bytes) -> None:
    try:
        kept, dropped = read_html(content, "a.html")
    except UnreadableFile:
        return
    numbers = [line.line for line in kept] + [item.line for item in dropped]
    assert sorted(numbers) == list(range(1, len(numbers) + 1))
    assert all(item.reason for item in dropped)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["甲乙", "一、丙", "丁。", "戊，己"]), min_size=1, max_size=12), st.data())
def test_every_word_is_kept_or_left_out_whatever_stands_around_it(words: list[str], data: st.DataObject) -> None:
    tags = st.sampled_from(["p", "div", "nav", "form", "span", "b", "header", "td", "li", "div hidden", "select", "h1"])
    page = "".join(f"<{(tag := data.draw(tags))}>{word}</{tag.split()[0]}>" for word in words)
    kept, dropped = read_html(f"<div><p>正文在此。</p>{page}</div>".encode(), "a.html")
    pieces = [(line.line, line.raw) for line in kept] + [(item.line, item.text) for item in dropped]
    assert sorted("".join(text for _, text in pieces)) == sorted("".join(["正文在此。", *words]))
