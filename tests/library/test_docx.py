"""Word files become lines: whatever the office did in Word, the words that it sees are read, each once."""

import pytest

from chengwen_library.errors import UnreadableFile
from chengwen_library.model import Measure
from chengwen_library.reading.formats.docx import read_docx
from chengwen_library.reading.reader import read_text
from documents import SPACES, numbered, p, plain, run, styled, table, word_file, zipped
from material import NAMES, seed

MEASURE = """示例市促进转化若干措施
为促进转化，制定本措施。
一、提升质量
（一）培育专利。建立机制，支持企业。（责任单位：市科技局）
（二）盘活存量
1.开展盘点。每年一次。
2.公布清单，包括下列内容：
（1）名称；
（2）价格。
二、加强保护
（三）协同保护。加强协同。
三、附则
本措施自印发之日起施行。
"""

RULES = """示例市转化资金管理办法
第一章　总则
第一条　为加强管理，制定本办法。
第二条　本办法适用于本市。
第二章　附则
第三条　符合下列条件的可以申请：
（一）在本市注册；
（二）依法纳税。
第四条　本办法自2026年1月1日起施行，有效期5年。
"""

every_way = pytest.mark.parametrize("made", [styled, plain, numbered])


def lines(content: bytes) -> list[str]:
    return [segment.raw for segment in read_docx(content, "a.docx")]


def measure_of(text: str) -> Measure:
    return read_text(text, "a").pop(0).measure


def body(*paragraphs: str) -> list[str]:
    return lines(word_file("".join(paragraphs)))


@every_way
@pytest.mark.parametrize("text", [MEASURE, RULES], ids=["措施", "办法"])
def test_a_measure_has_one_tree_however_word_holds_it(made, text: str) -> None:
    assert measure_of("\n".join(lines(made(text)))) == measure_of(text)


@every_way
@pytest.mark.parametrize("name", NAMES)
def test_a_real_measure_has_one_tree_however_word_holds_it(made, name: str) -> None:
    text = seed(name).read_text(encoding="utf-8")
    assert measure_of("\n".join(lines(made(text)))) == measure_of(text)


def test_the_numbered_file_holds_no_number_as_words() -> None:
    content = numbered(MEASURE)
    assert lines(content)[2:5] == [
        "一、提升质量",
        "（一）培育专利。建立机制，支持企业。（责任单位：市科技局）",
        "（二）盘活存量",
    ]
    without = word_file("".join(p(words) for words in ("提升质量", "培育专利")))
    assert lines(without) == ["提升质量", "培育专利"]


def test_lines_are_counted_with_the_blank_ones_between() -> None:
    found = read_docx(word_file(p("甲") + p("") + p("乙")), "a.docx")
    assert [(segment.line, segment.start, segment.raw) for segment in found] == [(1, 0, "甲"), (3, 0, "乙")]


def test_a_line_break_begins_a_line_and_a_tab_stays() -> None:
    first = '<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t><w:br w:type="page"/><w:t>丁</w:t><w:cr/><w:t>戊</w:t></w:r>'
    assert body(p(first, '<w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs>')) == ["甲", "乙\t丙", "丁", "戊"]


def test_a_line_break_in_a_title_is_typesetting() -> None:
    words = "<w:r><w:t>示例市甲局　示例市乙局</w:t><w:br/><w:t>示例市丙局关于印发《促进</w:t><w:br/><w:t>转化若干措施》的通知</w:t><w:br/><w:t>示政〔2026〕1号</w:t></w:r>"
    whole = ["示例市甲局　示例市乙局 示例市丙局关于印发《促进转化若干措施》的通知", "示政〔2026〕1号"]
    assert body(p(words, '<w:outlineLvl w:val="0"/>')) == whole
    style = '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="公文标题"/></w:style>'
    assert lines(word_file(p(words, '<w:pStyle w:val="t"/>'), styles=style)) == whole
    assert len(body(p(words))) == 4


def test_hyphens_symbols_formulas_and_readings_are_words() -> None:
    assert body(p("<w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>B</w:t><w:softHyphen/></w:r>")) == ["A-B"]
    boxes = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Wingdings 2" w:char="F0A3"/><w:sym w:font="X" w:char="4E00"/></w:r>'
    assert body(p(boxes)) == ["☑□一"]
    assert body(p(run("为") + "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>")) == ["为1/2"]  # fmt: skip
    assert body(p(f"<w:r><w:ruby><w:rt>{run('yi')}</w:rt><w:rubyBase>{run('一')}</w:rubyBase></w:ruby></w:r>")) == [
        "一"
    ]


def test_a_symbol_of_an_unknown_font_is_not_lost() -> None:
    assert body(p('<w:r><w:t>甲</w:t><w:sym w:font="Webdings" w:char="F021"/></w:r>')) == ["甲\uf021"]


def test_controls_links_and_smart_tags_are_transparent() -> None:
    inner = f"<w:smartTag>{run('甲')}</w:smartTag><w:hyperlink>{run('乙')}</w:hyperlink><w:sdt><w:sdtPr><w:tag/></w:sdtPr><w:sdtContent>{run('丙')}</w:sdtContent></w:sdt><w:fldSimple w:instr='DATE'>{run('丁')}</w:fldSimple>"
    assert body(p(inner), f"<w:sdt><w:sdtContent>{p('戊')}</w:sdtContent></w:sdt>") == ["甲乙丙丁", "戊"]


def test_a_row_is_a_line_with_tabs_between_its_cells() -> None:
    grid = table([p("序号"), p("任务") + p("（一项）")], [p("1"), p("")])
    assert body(p("前"), grid, p("后")) == ["前", "序号\t任务 （一项）", "1\t", "后"]


def test_the_paragraphs_of_a_box_of_one_cell_are_lines() -> None:
    assert body(table([p("专栏1") + p("1.甲。")], [p("2.乙。")])) == ["专栏1", "1.甲。", "2.乙。"]


def test_merged_and_nested_cells_are_read_once_and_in_order() -> None:
    merged = "<w:tcPr><w:vMerge/></w:tcPr>" + p("隐")
    start = '<w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr>' + p("起")
    inner = table([p("内1"), p("内2")])
    assert body(table([start, p("甲")], [merged, p("前") + inner + p("后")])) == ["起\t甲", "\t前 内1\t内2 后"]
    assert body(table([p("外") + inner])) == ["外", "内1\t内2"]


def test_tracked_changes_are_taken_as_accepted() -> None:
    changed = p(
        f"<w:ins>{run('增')}</w:ins><w:del><w:r><w:delText>删</w:delText><w:t>删</w:t></w:r></w:del><w:moveTo>{run('移')}</w:moveTo><w:moveFrom>{run('原')}</w:moveFrom>"
    )
    assert body(changed) == ["增移"]
    rows = f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{p('删')}</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:cellDel/></w:tcPr>{p('删')}</w:tc><w:tc>{p('留')}</w:tc></w:tr></w:tbl>"
    assert body(rows) == ["留"]


def test_a_deleted_end_of_paragraph_joins_it_to_the_next() -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    assert body(p("甲", gone), p("乙", gone), p("丙")) == ["甲乙丙"]
    assert body(p("甲", gone), table([p("乙"), p("丙")]), p("丁")) == ["甲", "乙\t丙", "丁"]
    assert body(p("甲", gone)) == ["甲"]
    assert body(p("条标。", "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"), p("正文。")) == ["条标。正文。"]


def test_hidden_text_is_left_out_whoever_hides_it() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="hp"><w:basedOn w:val="h"/></w:style>'
    )
    text = p(
        run("甲") + run("乙", "<w:vanish/>") + run("丙", '<w:vanish w:val="0"/>') + run("丁", '<w:rStyle w:val="h"/>')
    )
    hidden = p(run("戊") + run("己", '<w:vanish w:val="false"/>'), '<w:pStyle w:val="hp"/>')
    assert lines(word_file(text + hidden, styles=styles)) == ["甲丙", "己"]


def field(code: str, result: str | None) -> str:
    shown = "" if result is None else f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
    return f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{code}</w:instrText></w:r>{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def test_of_a_field_the_result_is_read() -> None:
    assert body(p(run("第") + field("PAGE", run("3")) + run("页"))) == ["第3页"]
    nested = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + field("DATE", run("藏"))
    end = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("示") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert body(p(nested + end + run("后"))) == ["示后"]


def test_a_field_without_an_end_hides_nothing_beyond_its_paragraph() -> None:
    assert body(p(run("甲") + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'), p("乙")) == ["甲", "乙"]


def test_an_enclosed_number_is_a_circled_digit() -> None:
    assert body(p(field(r"eq \o\ac(○,3)", None) + run("丙"))) == ["③丙"]
    assert body(p(field(r"= \* ROMAN", None) + run("丙"))) == ["丙"]


def test_a_table_of_contents_is_read_like_other_paragraphs() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    page = "<w:r><w:tab/></w:r>" + field("PAGEREF _1", run("1"))
    assert body(p(begin + run("第一章　总则") + page), p(run("第二章　附则") + page), p(end), p("第一章　总则")) == [
        "第一章　总则\t1", "第二章　附则\t1", "第一章　总则",
    ]  # fmt: skip


def box(*words: str) -> str:
    return f"<w:txbxContent>{''.join(map(p, words))}</w:txbxContent>"


def test_a_text_box_is_read_once_beside_its_paragraph() -> None:
    both = f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{box("示例市人民政府文件")}</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box("示例市人民政府文件")}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>'
    assert body(p(both + run("正文"))) == ["示例市人民政府文件", "正文"]
    assert body(p(run("正文") + both + run("续"))) == ["正文续", "示例市人民政府文件"]
    assert body(p(f"<w:r><w:pict>{box('甲', '', '乙')}</w:pict></w:r>")) == ["甲", "乙"]


def test_the_fallback_is_read_where_the_choice_has_no_words() -> None:
    choices = f"<w:r><mc:AlternateContent><mc:Choice><w:drawing/></mc:Choice><mc:Choice>{box('甲')}</mc:Choice><mc:Fallback>{box('乙')}</mc:Fallback></mc:AlternateContent></w:r>"
    assert body(p(choices)) == ["甲"]
    assert body(p(choices.replace(box("甲"), "<w:drawing/>"))) == ["乙"]


def test_words_drawn_as_art_are_read() -> None:
    assert body(p('<w:r><w:pict><v:shape><v:textpath string="示例市文件"/></v:shape></w:pict></w:r>'), p("甲")) == [
        "示例市文件",
        "甲",
    ]


def test_notes_come_behind_the_body_and_comments_never() -> None:
    refer = '<w:r><w:commentReference w:id="1"/><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r>'
    again = '<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:footnoteReference w:id="9"/></w:r>'
    dropped = '<w:del><w:r><w:footnoteReference w:id="3"/></w:r></w:del>'
    notes = "".join(
        f'<w:footnote w:id="{n}">{p(words)}{p("2.续。")}</w:footnote>'
        for n, words in ((0, "线"), (1, "1.乙。"), (2, "甲。"), (3, "丙"))
    )
    end = f'<w:endnote w:id="2">{p("尾。")}</w:endnote>'
    comments = f'<w:comment w:id="1">{p("批注")}</w:comment>'
    content = word_file(p(run("正文") + refer + again + dropped), footnotes=notes, endnotes=end, comments=comments)
    assert lines(content) == ["正文", "脚注：甲。 2.续。", "尾注：尾。", "脚注：1.乙。 2.续。"]


def test_strict_documents_and_odd_part_names_are_read() -> None:
    strict = word_file(p("甲"))
    assert lines(strict) == ["甲"]
    document = f"<w:document {SPACES}><w:body>{p('甲')}</w:body></w:document>".replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert lines(zipped({"Word\\Document.xml": document})) == ["甲"]


def test_a_file_without_words_or_with_foreign_parts_says_so() -> None:
    with pytest.raises(UnreadableFile, match="只有图片"):
        body(p("<w:r><w:drawing/></w:r>"))
    with pytest.raises(UnreadableFile, match="altChunk"):
        body(p("甲"), "<w:altChunk/>")
