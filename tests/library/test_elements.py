"""The elements that few documents have: every one read where it stands, and none where it does not (GB/T 9704-2012)."""

from dataclasses import replace

import pytest

from chengwen_library.model import Attendance, Notice, PageForm, Sealing
from chengwen_library.reading.elements import attendance_names, elements, is_post, names
from chengwen_library.reading.reader import read_text
from issued import CLOSING, IMPRINT, LETTER, MARK, MEASURE, NUMBER, PLAIN, SIGNED, notice, read


def test_a_document_without_rare_elements_has_none() -> None:
    assert notice(read()) == PLAIN


@pytest.mark.parametrize(
    ("above", "found"),
    [
        ("000001", {"copy_number": "000001"}),
        ("份号：000001", {"copy_number": "000001"}),
        ("编号: 000001", {"copy_number": "000001"}),
        ("机密★1年", {"secrecy": "机密★1年"}),
        ("机密★ 1 年", {"secrecy": "机密★1年"}),
        ("机密★", {"secrecy": "机密★"}),
        ("绝密★长期", {"secrecy": "绝密★长期"}),
        ("秘密★6个月", {"secrecy": "秘密★6个月"}),
        ("秘　密", {"secrecy": "秘密"}),
        ("密级：秘密", {"secrecy": "秘密"}),
        ("特　急", {"urgency": "特急"}),
        ("加急", {"urgency": "加急"}),
        ("特提", {"urgency": "特提"}),
        ("紧急程度：平急", {"urgency": "平急"}),
        ("000001\n机密★1年\n特急", {"copy_number": "000001", "secrecy": "机密★1年", "urgency": "特急"}),
        ("机密★1年　　特急", {"secrecy": "机密★1年", "urgency": "特急"}),
    ],
)
def test_the_lines_above_the_mark_are_read(above: str, found: dict[str, str]) -> None:
    reading = read(above=above)
    assert notice(reading) == replace(PLAIN, **found)
    assert reading.measure.doc_number == NUMBER


@pytest.mark.parametrize(
    "above",
    ["0000001", "00001", "电话：000001", "秘密文件", "机密级", "加急件办理", "特急★", "机密★1年内", "首页\n430000"],
)
def test_words_that_only_resemble_an_element_are_none(above: str) -> None:
    assert notice(read(above=above)) == PLAIN


def test_without_a_head_of_an_official_document_a_number_is_the_web_pages() -> None:
    (reading,) = read_text(f"430000\n加急\n{MEASURE}{CLOSING}", "a.txt")
    assert reading.measure.notice is None
    assert [dropped.text for dropped in reading.dropped] == ["430000", "加急"]


def test_elements_in_titles_and_sentences_stay_words() -> None:
    letter = LETTER.replace(
        "现印发给你们。", "现印发给你们。\n签发人：张三同意后加急办理，编号000001。\n机密文件除外。"
    )
    measure = MEASURE.replace("协同保护。", "协同保护。\n000001\n加急\n机密★1年\n签发人：张三")
    reading = read(letter=letter, measure=measure + CLOSING)
    assert notice(reading).body[1:] == ("签发人：张三同意后加急办理，编号000001。", "机密文件除外。")
    assert replace(notice(reading), body=PLAIN.body) == PLAIN
    assert [child.text for child in reading.measure.units[1].children] == [
        "协同保护。", "000001", "加急", "机密★1年", "签发人：张三",
    ]  # fmt: skip
    urgent = read(measure=MEASURE.replace("示例市促进", "示例市加急促进") + CLOSING)
    assert (urgent.measure.title, notice(urgent).urgency) == ("示例市加急促进转化若干措施", None)


@pytest.mark.parametrize(
    ("rows", "signers"),
    [
        (f"{NUMBER}　　　签发人：张三", ("张三",)),
        (f"{NUMBER}\t签发人：张　三\t李四五", ("张三", "李四五")),
        (f"签发人：张三、李四\n{NUMBER}", ("张三", "李四")),
        (f"　签发人：张三　李四\n{NUMBER}　　　王五", ("张三", "李四", "王五")),
        (f"\t签发人：张三\t李四\n\t王五\t阿里木·买买提\n{NUMBER}\t欧阳小六", ("张三", "李四", "王五", "阿里木·买买提", "欧阳小六")),
        (f"签发人：\n张三\n{NUMBER}", ("张三",)),
    ],
)  # fmt: skip
def test_signers_stand_beside_and_above_the_number(rows: str, signers: tuple[str, ...]) -> None:
    reading = read(head=f"{MARK}\n{rows}")
    assert notice(reading) == replace(PLAIN, signers=signers)
    assert reading.measure.doc_number == NUMBER


def test_behind_the_number_stand_no_further_signers() -> None:
    reading = read(head=f"{MARK}\n{NUMBER}　签发人：张三\n李四")
    assert notice(reading).signers == ("张三",)


def test_names_are_told_from_other_words() -> None:
    assert names("张　三　李四、王五") == ["张三", "李四", "王五"]
    assert names("张三同意后办理") == []
    assert names("示例市人民政府") == []
    assert names("") == []


def test_a_line_of_elements_holds_nothing_else() -> None:
    assert [found.kind for found in elements("000001 机密★1年 特急")] == ["copy_number", "secrecy", "urgency"]
    assert [found.kind for found in elements(f"{NUMBER}　签发人：张三")] == ["doc_number", "signers"]
    assert elements("特急 示例市") == []
    assert elements("") == []


@pytest.mark.parametrize(
    "mark", ["示例市科技局\n示例市财政局\n文件", "示例市科技局\n文件\n示例市财政局", "示例市科技局　示例市财政局\t文件"]
)
def test_a_joint_mark_over_several_lines_is_no_signature(mark: str) -> None:
    reading = read(head=f"{mark}\n{NUMBER}")
    assert notice(reading).signature == ("示例市人民政府",)
    stamped = read(head=f"{mark}\n{NUMBER}", signed="局　长\n局　长\n2026年1月20日\n")
    assert (notice(stamped).signature, stamped.measure.issuers) == ((), ("示例市科技局", "示例市财政局"))


def test_an_organ_below_the_word_that_no_number_follows_is_no_mark() -> None:
    (reading,) = read_text(f"示例市科技局\n文件\n示例市财政局\n{LETTER}{MEASURE}", "a.txt")
    assert notice(reading).signature == ("示例市财政局",)


ORDER = "《示例市促进转化若干措施》已经市政府常务会议审议通过，现予公布，自2026年3月1日起施行。\n"


@pytest.mark.parametrize(
    "head",
    [
        "示例市人民政府令\n第1号",
        "示例市人民政府令\n（第1号）",
        "示例市人民政府令第1号",
        "示例市人民政府令　第1号",
        "示例市人民政府命令\n第1号",
    ],
)
def test_an_order_is_told_by_its_mark_and_number(head: str) -> None:
    measure = read(head=head, letter=ORDER, signed="市　长\n2026年1月20日\n", below="").measure
    assert measure.notice == Notice(
        body=(ORDER.strip(),),
        date_text="2026年1月20日",
        page_form=PageForm.ORDER,
        sealing=Sealing.STAMP,
        posts=("市长",),
    )
    assert (measure.doc_number, measure.issuers) == ("第1号", ("示例市人民政府",))


def test_an_order_of_another_document_is_no_format() -> None:
    letter = LETTER.replace("现印发给你们。", "现印发给你们。\n示例市人民政府令第1号同时废止。")
    assert notice(read(letter=letter)).page_form is PageForm.GENERAL
    assert notice(read(above="关于下达命令")).page_form is PageForm.GENERAL


def test_an_announcement_keeps_its_whole_number() -> None:
    measure = read(head="示例市人民政府公告\n（第38号）", letter=ORDER).measure
    assert measure.doc_number == "示例市人民政府公告（第38号）"
    assert measure.notice is not None
    assert measure.notice.page_form is PageForm.GENERAL


@pytest.mark.parametrize(
    ("kind", "number"), [("会议纪要", "第3期"), ("纪要", "〔2026〕3号"), ("专题会议纪要", "第3号")]
)
def test_minutes_are_told_by_their_mark(kind: str, number: str) -> None:
    people = "出　席：张三、李四\n请假：王五 　赵六\n列席：市科技局　钱七。\n"
    reading = read(head=f"示例市人民政府{kind}\n{number}", letter="", signed="", measure=MEASURE, below=people + SIGNED)
    assert notice(reading) == Notice(
        signature=("示例市人民政府",),
        date_text="2026年1月20日",
        page_form=PageForm.MINUTES,
        attendance=(
            Attendance("出席", "张三、李四"),
            Attendance("请假", "王五　赵六"),
            Attendance("列席", "市科技局　钱七。"),
        ),
    )
    assert (reading.measure.doc_number, reading.measure.issuers) == (number, ("示例市人民政府",))


def test_who_was_there_is_read_of_minutes_alone() -> None:
    reading = read(measure=f"{MEASURE}出席：张三、李四\n{CLOSING}")
    assert notice(reading) == PLAIN
    assert reading.measure.units[1].children[1].text == "出席：张三、李四"
    sentence = MEASURE.replace("协同保护。", "出席会议的有张三。\n出席：由市长决定。列席者另行通知。")
    minutes = read(head="示例市人民政府会议纪要\n第3期", letter="", signed="", measure=sentence, below=SIGNED)
    assert notice(minutes).attendance == ()
    assert attendance_names("出席会议：张三") is None


def test_minutes_in_a_sentence_are_no_format() -> None:
    letter = LETTER.replace("现印发给你们。", "现印发给你们。\n根据市政府专题会议纪要。")
    assert notice(read(letter=letter)).page_form is PageForm.GENERAL


def test_a_letter_has_a_mark_without_its_word_and_is_named_so() -> None:
    letter = LETTER.replace("的通知", "的函")
    below = "抄送：市委各部门。\n"
    reading = read(head="示例市人民政府\n000001\t示政函〔2026〕1号\n机密★1年", letter=letter, below=below)
    assert notice(reading) == replace(
        PLAIN,
        title=str(PLAIN.title).replace("的通知", "的函"),
        page_form=PageForm.LETTER,
        copy_number="000001",
        secrecy="机密★1年",
        printer=None,
        print_date_text=None,
    )
    assert reading.measure.doc_number == "示政函〔2026〕1号"


@pytest.mark.parametrize(("head", "kind"), [(f"{MARK}\n{NUMBER}", "函"), (f"示例市人民政府\n{NUMBER}", "通知")])
def test_a_format_that_cannot_be_told_is_the_general_one(head: str, kind: str) -> None:
    assert notice(read(head=head, letter=LETTER.replace("的通知", f"的{kind}"))).page_form is PageForm.GENERAL


@pytest.mark.parametrize("signed", ["市　长\n2026年1月20日\n", "示例市人民政府市长\n2026年1月20日\n"])
def test_a_post_above_the_date_is_that_of_a_stamp(signed: str) -> None:
    found = notice(read(signed=signed))
    assert found.posts == (signed.split("\n")[0].replace("　", ""),)
    assert (found.sealing, found.signature) == (Sealing.STAMP, ())


def test_posts_below_the_text_are_read_too() -> None:
    reading = read(letter="", signed="", below="示例市市长\n示例县县长\n2026年1月20日\n", measure=MEASURE)
    assert notice(reading).posts == ("示例市市长", "示例县县长")
    assert reading.measure.units[1].text == "协同保护。"


@pytest.mark.parametrize("text", ["市长：张三", "市长由选举产生。", "市长热线", "张三　市长、李四"])
def test_a_line_that_holds_more_than_a_post_is_none(text: str) -> None:
    assert not is_post(text)
    assert notice(read(signed=f"{text}\n{SIGNED}")).posts == ()


def test_a_post_that_signs_nothing_stays_a_word() -> None:
    reading = read(measure=MEASURE.replace("协同保护。", "协同保护。\n市长\n主任") + CLOSING)
    assert notice(reading) == PLAIN
    assert [child.text for child in reading.measure.units[1].children] == ["协同保护。", "市长", "主任"]


MOVED = LETTER.replace("各区人民政府：\n", "")


def test_recipients_may_stand_above_the_copies() -> None:
    reading = read(letter=MOVED, below=f"主送：各区人民政府，市政府各部门。\n{IMPRINT}")
    assert reading.measure.recipients == "各区人民政府，市政府各部门"
    assert notice(reading) == PLAIN


def test_recipients_in_the_text_stay_words() -> None:
    reading = read(letter=MOVED, measure=f"{MEASURE}主送：各区人民政府。\n其他材料另行报送。\n{CLOSING}")
    assert reading.measure.recipients is None
    assert reading.measure.units[1].children[1].text == "主送：各区人民政府。"


def test_no_seal_can_be_told_from_words() -> None:
    assert notice(read()).sealing is Sealing.NONE
