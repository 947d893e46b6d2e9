"""Word files whose styles are named after the elements of an official document: each line goes where its style says."""

from pathlib import Path

import pytest

from chengwen_library.errors import UnreadableFile
from chengwen_library.model import Annex, Attendance, Measure, Notice, PageForm
from chengwen_library.reading.hints import is_lead, named
from chengwen_library.reading.reader import read_file
from chengwen_library.styles import Role
from documents import p, run, table, word_file

STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="s{place}"><w:name w:val="{name}"/></w:style>'
    for place, name in enumerate([*Role, "随便"])
)
LEADS = '<w:style w:type="character" w:styleId="lead"><w:name w:val="二级标题字符"/></w:style>'
MARK = '<w:bookmarkStart w:id="1" w:name="条款_u1"/>'

INNER = '<w:bookmarkStart w:id="2" w:name="条款_u2"/>'


def line(name: str, words: str, *, clause: bool = False, lead: str = "") -> str:
    """Return a paragraph in a style; a bookmark says that a clause begins with it, `lead` is its heading."""
    place = [*Role, "随便"].index(name)
    runs = run(lead, '<w:rStyle w:val="lead"/>') * bool(lead) + run(words) * bool(words)
    return p(f"{MARK * clause}{runs}" or run(""), f'<w:pStyle w:val="s{place}"/>')


def body(words: str, *, clause: bool = False, lead: str = "") -> str:
    return line("公文正文", words, clause=clause, lead=lead)


def measure_of(folder: Path, *lines: str, styles: str = STYLES + LEADS) -> Measure:
    path = folder / "甲.docx"
    path.write_bytes(word_file("".join(lines), styles=styles))
    (reading,) = read_file(path)
    return reading.measure


TITLE = line("措施标题", "转化办法")
UNITS = (
    line("一级标题", "一、提升质量", clause=True),
    body("建立机制。", clause=True, lead="（一）培育专利。"),
    body("盘活存量。", clause=True, lead="（二）"),
)


def texts(measure: Measure) -> list[tuple[str, str | None, str]]:
    return [(unit.num, unit.heading, unit.text or unit.intro or "") for unit in measure.walk()]


def test_a_notice_without_a_title_keeps_its_body(tmp_path):
    found = measure_of(tmp_path, line("发文字号", "甲发〔2026〕1号"), body("现印发给你们。"), TITLE, *UNITS)
    assert (found.title, found.doc_number) == ("转化办法", "甲发〔2026〕1号")
    assert found.notice == Notice(body=("现印发给你们。",))


def test_a_notice_alone_is_no_measure_but_is_read(tmp_path):
    found = measure_of(
        tmp_path, line("公文标题", "关于开会的通知"), body("请准时到会。"), line("附注", "（此件公开发布）")
    )
    assert found.notice == Notice(title="关于开会的通知", body=("请准时到会。",), note="此件公开发布")
    assert (found.title, found.units) == (None, ())


def test_plain_sentences_below_another_title_are_the_measure(tmp_path):
    found = measure_of(tmp_path, line("公文标题", "研究转化工作"), body("照此办理。"), line("抄送", "抄送：甲，乙。"))
    assert (found.title, found.preamble) == ("研究转化工作", "照此办理。")
    assert found.notice == Notice(copies="甲，乙")


def test_a_measure_issued_as_the_document_itself_has_its_title_there(tmp_path):
    found = measure_of(
        tmp_path, line("公文标题", "转化办法的通知"), body("为了转化。"), *UNITS, line("署名", "甲市人民政府")
    )
    assert (found.title, found.preamble, len(found.units)) == ("转化办法的通知", "为了转化。", 1)
    assert found.notice == Notice(signature=("甲市人民政府",))


def test_a_title_over_several_lines_is_one(tmp_path):
    parts = (line("措施标题", "甲市促进转化"), line("措施标题", "若干措施"))
    assert measure_of(tmp_path, *parts, *UNITS).title == "甲市促进转化若干措施"


@pytest.mark.parametrize(
    ("mark", "page_form", "issuers"),
    [
        (line("发文机关标志", "甲市人民政府文件"), PageForm.GENERAL, ("甲市人民政府",)),
        (line("发文机关标志", "甲市人民政府"), PageForm.LETTER, ("甲市人民政府",)),
        (line("发文机关标志", "甲市人民政府令"), PageForm.ORDER, ("甲市人民政府",)),
        (line("发文机关标志", "甲市人民政府会议纪要"), PageForm.MINUTES, ("甲市人民政府",)),
        (
            table(
                (line("发文机关标志", "甲市科技局") + line("发文机关标志", "甲市财政局"), line("发文机关标志", "文件"))
            ),
            PageForm.GENERAL,
            ("甲市科技局", "甲市财政局"),
        ),
    ],
)
def test_the_mark_tells_organs_and_format(mark, page_form, issuers, tmp_path):
    found = measure_of(tmp_path, mark, body("现印发给你们。"), TITLE, *UNITS)
    assert found.issuers == issuers
    assert found.notice == Notice(body=("现印发给你们。",), page_form=page_form)


@pytest.mark.parametrize(
    ("rows", "number", "others"),
    [
        (("〔2026〕3号",), "〔2026〕3号", {}),
        (("000001\t甲函〔2026〕8号",), "甲函〔2026〕8号", {"copy_number": "000001"}),
        (
            ("机密★1年\t甲函〔2026〕8号\t签发人：张三",),
            "甲函〔2026〕8号",
            {"secrecy": "机密★1年", "signers": ("张三",)},
        ),
        (("\t签发人：张三\t李四", "甲发〔2026〕8号\t王五"), "甲发〔2026〕8号", {"signers": ("张三", "李四", "王五")}),
        (("\t签发人：张三\t李四", "\t王五"), None, {"signers": ("张三", "李四", "王五")}),
    ],
)
def test_beside_the_number_stand_other_elements_and_signers(rows, number, others, tmp_path):
    *above, last = rows
    lines = (*(line("签发人", row) for row in above), line("发文字号", last))
    found = measure_of(tmp_path, *lines, body("现印发给你们。"), TITLE, *UNITS)
    assert found.doc_number == number
    assert found.notice == Notice(body=("现印发给你们。",), **others)


def test_the_end_of_a_document_is_read_by_its_styles(tmp_path):
    found = measure_of(
        tmp_path,
        body("现印发给你们。"),
        line("出席人员", "专家：张三　李四"),
        line("署名", "\t甲局\t乙局"),
        line("签发人职务", "局长"),
        line("成文日期", "2026年3月5日"),
        line("附注", "（联系人：张三）"),
        TITLE,
        *UNITS,
        line("版记主送", "主送：丙，丁。"),
        line("抄送", "抄送：戊。"),
        line("印发机关和印发日期", "甲局办公室\t2026年3月6日印发"),
    )
    assert found.recipients == "丙，丁"
    assert found.notice is not None
    assert (found.notice.attendance, found.notice.signature) == ((Attendance("专家", "张三　李四"),), ("甲局", "乙局"))
    assert (found.notice.posts, found.notice.date_text) == (("局长",), "2026年3月5日")
    assert (found.notice.note, found.notice.copies) == ("联系人：张三", "戊")
    assert (found.notice.printer, found.notice.print_date_text) == ("甲局办公室", "2026年3月6日")


def test_a_heading_ends_where_its_style_does(tmp_path):
    sentence = body("不得转让。另有规定的除外。", clause=True, lead="（三）")
    named_so = body("建立清单。", clause=True, lead="（四）对不超过50万元的补助。")
    found = measure_of(tmp_path, TITLE, *UNITS, sentence, named_so)
    assert texts(found)[1:] == [
        ("（一）", "培育专利", "建立机制。"),
        ("（二）", None, "盘活存量。"),
        ("（三）", None, "不得转让。另有规定的除外。"),
        ("（四）", "对不超过50万元的补助", "建立清单。"),
    ]


ARTICLE = '<w:style w:type="character" w:styleId="article"><w:name w:val="条标题字符"/></w:style>'
LEAD = run("第一条　", '<w:rStyle w:val="article"/>')


@pytest.mark.parametrize(
    ("words", "inner"),
    [
        (f"{MARK}{LEAD}{INNER}{run('甲。')}", ["甲。", "乙。"]),
        (f"{MARK}{LEAD}{run('甲。')}", ["乙。"]),
        (f"{MARK}{LEAD}{run('甲。')}{INNER}{run('丙。')}", ["乙。"]),
    ],
)
def test_a_second_clause_that_begins_behind_the_mark_is_the_first_paragraph(tmp_path, words, inner):
    place = [*Role].index(Role.BODY)
    first = p(words, f'<w:pStyle w:val="s{place}"/>')
    (unit,) = measure_of(tmp_path, TITLE, first, body("乙。", clause=True), styles=STYLES + ARTICLE).units
    assert [child.text for child in unit.children] == inner
    assert (unit.num, unit.heading, bool(unit.intro)) == ("第一条", None, len(inner) == 1)


def test_what_begins_no_clause_goes_on_or_closes_the_list_above(tmp_path):
    found = measure_of(
        tmp_path,
        TITLE,
        *UNITS,
        body("资金每年公开。"),
        line("一级标题", "二、加强保护", clause=True),
        body("加强协同。"),
        body("定期通报。", clause=True),
        body("另行通知。", clause=True),
        body("各区参照执行。"),
    )
    assert found.units[0].wrap_up == "资金每年公开。"
    assert (found.units[1].intro, [one.text for one in found.units[1].children]) == (
        "加强协同。",
        ["定期通报。", "另行通知。"],
    )
    assert found.closing == "各区参照执行。"


def test_lines_added_later_are_read_as_ever(tmp_path):
    added = (body("（三）培训人员。每年一次。"), line("随便", "培训免费。"))
    above = [body(f"第{place}种情况。", clause=True) for place in range(20)]
    found = measure_of(tmp_path, TITLE, *UNITS, *added, line("一级标题", "二、加强保护", clause=True), *above)
    third = found.units[0].children[2]
    assert (third.num, third.heading) == ("（三）", "培训人员")
    assert [child.text for child in third.children] == ["每年一次。", "培训免费。"]


def test_an_annex_without_a_title_keeps_its_text(tmp_path):
    annexes = (
        line("附件标记", "附件1"),
        line("附件标题", "名单"),
        body("甲。"),
        line("附件标记", "附件2"),
        body("说明。"),
    )
    found = measure_of(tmp_path, TITLE, *UNITS, line("附件说明", "附件：名单"), *annexes)
    assert found.annexes == (Annex("名单", "甲。"), Annex(None, "说明。"))
    assert found.closing is None


def test_a_table_of_one_column_and_its_blank_rows_stay_a_table(tmp_path):
    rows = ((line("表格文字", "姓名"),), (line("表格文字", ""),), (line("表格文字", "张三"),))
    found = measure_of(tmp_path, TITLE, *UNITS, line("附件标记", "附件"), table(*rows))
    assert found.annexes == (Annex(None, "", (("姓名",), ("",), ("张三",))),)


def test_a_list_of_annexes_that_are_gone_stays(tmp_path):
    listed = (line("附件说明", "附件：1.名单"), line("附件说明", "2.表"))
    found = measure_of(tmp_path, TITLE, *UNITS, *listed, line("附件标记", "附件"), line("附件标题", "别的"))
    assert found.closing == "附件：1.名单\n2.表"


@pytest.mark.parametrize("others", [(), (line("附件标记", "附件1"), line("附件标题", "名单"), body("甲。"))])
def test_the_measure_may_be_the_first_annex(others, tmp_path):
    letter = (line("公文标题", "关于印发转化办法的通知"), body("现印发给你们。"), line("附件说明", "附件：转化办法"))
    marked = (line("附件标记", "附件"), line("附件标题", "转化办法"), *UNITS)
    found = measure_of(tmp_path, *letter, *marked, *others)
    assert (found.title, len(found.units)) == ("转化办法", 1)
    assert found.annexes == ((Annex("名单", "甲。"),) if others else ())
    assert found.notice == Notice(title="关于印发转化办法的通知", body=("现印发给你们。",), measure_as_annex=True)


def test_an_annex_of_a_measure_issued_by_itself_is_no_measure(tmp_path):
    marked = (line("附件标记", "附件"), line("附件标题", "转化办法"), body("略。"))
    found = measure_of(tmp_path, line("公文标题", "甲市若干措施"), *UNITS, line("附件说明", "附件：转化办法"), *marked)
    assert (found.title, found.annexes) == ("甲市若干措施", (Annex("转化办法", "略。"),))


def test_words_own_headings_count_where_other_styles_are_named(tmp_path):
    own = '<w:style w:type="paragraph" w:styleId="h1"><w:name w:val="heading 1"/></w:style>'
    heading = p(f"{MARK}{run('一、总体要求。')}", '<w:pStyle w:val="h1"/>')
    found = measure_of(tmp_path, TITLE, heading, *UNITS[1:], styles=STYLES + LEADS + own)
    assert (found.units[0].heading, found.units[0].heading_mark) == ("总体要求", "。")


def test_a_few_named_lines_are_no_named_document(tmp_path):
    plain = [line("随便", words) for words in ("甲市若干措施", "一、提升质量", "（一）培育专利。建立机制。")]
    found = measure_of(tmp_path, line("署名", "甲市若干办法"), *plain)
    assert (found.title, found.notice) == ("甲市若干措施", None)


def test_a_document_of_nothing_but_gaps_is_refused(tmp_path):
    with pytest.raises(UnreadableFile, match="没有找到措施的正文"):
        measure_of(tmp_path, line("附件标记", "附件1"))


def test_names_of_styles():
    assert (named("公文标题 "), named("标题")) == (Role.TITLE, None)
    assert is_lead("二级标题字符")
    assert not is_lead("公文正文字符")
    assert not is_lead("二级标题")
