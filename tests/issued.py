"""A document that issues a measure, as lines: rare elements can be put in, and every character is accounted for."""

from collections import Counter

from chengwen_library.contract import reading_json
from chengwen_library.folding import fold
from chengwen_library.model import Notice
from chengwen_library.reading.reader import read_text
from chengwen_library.reading.report import Reading
from material import all_units

MARK = "示例市人民政府文件"
NUMBER = "示政发〔2026〕1号"
LETTER = """示例市人民政府关于印发《示例市促进转化若干措施》的通知
各区人民政府：
《示例市促进转化若干措施》已经市政府同意，现印发给你们。
"""
SIGNED = "示例市人民政府\n2026年1月20日\n"
MEASURE = """示例市促进转化若干措施
为促进转化，制定本措施。
一、提升质量
（一）培育专利。建立机制，支持企业。
二、加强保护
协同保护。
"""
CLOSING = "本措施自印发之日起施行。\n"
IMPRINT = "抄送：市委各部门。\n示例市人民政府办公室　2026年1月21日印发\n"


def read(*, above: str = "", head: str = f"{MARK}\n{NUMBER}", letter: str = LETTER, signed: str = SIGNED,
         measure: str = MEASURE + CLOSING, below: str = IMPRINT) -> Reading:  # fmt: skip
    """Return the reading of a document, every character of which is accounted for."""
    text = f"{above}\n{head}\n{letter}{signed}{measure}{below}"
    (reading,) = read_text(text, "a.txt")
    assert Counter(words(reading)) == Counter(fold(text))
    return reading


def words(reading: Reading) -> str:
    """Return all words that were taken in or left out."""
    got = reading_json(reading)
    notice = got["notice"]
    parts = [got[field] for field in ("title", "notice_title", "doc_number", "recipients", "preamble", "closing")]
    single = ("body", "date_text", "copies", "note", "printer", "print_date_text", "copy_number", "secrecy", "urgency")
    parts += [notice[field] for field in single]
    parts += [*notice["signature"], *notice["signers"], *notice["posts"]]
    parts += [group[field] for group in notice["attendance"] for field in ("role", "names")]
    for unit in all_units(got["units"]):
        parts += [unit[field] for field in ("num", "heading", "heading_mark", "text", "intro", "wrap_up")]
    for annex in got["annexes"]:
        parts += [annex["title"], annex["text"], *(cell for row in annex["rows"] for cell in row)]
    parts += [dropped["text"] for dropped in got["dropped"]]
    return fold("".join(filter(None, parts)))


def notice(reading: Reading) -> Notice:
    assert reading.measure.notice is not None
    return reading.measure.notice


PLAIN = Notice(
    title="示例市人民政府关于印发《示例市促进转化若干措施》的通知",
    body=("《示例市促进转化若干措施》已经市政府同意，现印发给你们。",),
    signature=("示例市人民政府",),
    date_text="2026年1月20日",
    copies="市委各部门",
    printer="示例市人民政府办公室",
    print_date_text="2026年1月21日",
)
