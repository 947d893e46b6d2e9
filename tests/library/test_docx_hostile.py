"""No Word file, broken or made to do harm, does more than be refused with one line."""

import io
import time
import tracemalloc
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chengwen_library.errors import UnreadableFile
from chengwen_library.reading.formats import docx_package, docx_text
from chengwen_library.reading.formats.docx import read_docx
from documents import SPACES, level, listed, numbering, p, run, table, word_file, zipped

SECONDS = 5
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SOUND = word_file(
    p("示例市办法")
    + p(run("第一条") + '<w:r><w:footnoteReference w:id="1"/></w:r>', listed(1))
    + table([p("甲"), p("乙")]),
    numbering=numbering(level(0, "chineseCounting", "第%1条")),
    styles='<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>',
    footnotes=f'<w:footnote w:id="1">{p("注")}</w:footnote>',
)
PARTS = {name: zipfile.ZipFile(io.BytesIO(SOUND)).read(name) for name in zipfile.ZipFile(io.BytesIO(SOUND)).namelist()}


def refusal(content: bytes) -> str:
    """Return the line with which a file is refused, in seconds of one core."""
    start = time.process_time()
    with pytest.raises(UnreadableFile) as refused:
        read_docx(content, "甲.docx")
    assert time.process_time() - start < SECONDS
    message = str(refused.value)
    assert message.startswith("“甲.docx”")
    assert "\n" not in message
    return message


def document(xml: str) -> bytes:
    return zipped({"word/document.xml": xml})


def test_a_file_that_is_no_zip_says_what_it_is() -> None:
    assert "不是 Word 文件" in refusal(b"")
    assert "不是 Word 文件" in refusal("第一条　甲。".encode())
    assert ".doc" in refusal(OLE + b"\0" * 600)
    assert "加密" in refusal(OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"))


def test_a_zip_with_a_password_says_so() -> None:
    locked = bytearray(SOUND)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = locked.find(signature)
        while place >= 0:
            locked[place + offset] |= 1
            place = locked.find(signature, place + 1)
    assert "加密" in refusal(bytes(locked))


def test_a_zip_that_is_no_word_document_says_so() -> None:
    assert "没有 Word 正文" in refusal(zipped({"mimetype": "application/zip"}))
    assert "表格或演示" in refusal(document("<workbook/>"))
    assert "没有 Word 正文" in refusal(document(f"<w:document {SPACES}/>"))


def test_truncated_files_are_damaged() -> None:
    for length in range(4, len(SOUND) - 1, 97):
        assert "请" in refusal(SOUND[:length])


def test_a_broken_part_is_damaged() -> None:
    assert "损坏" in refusal(document(f"<w:document {SPACES}><w:body>"))
    content = SOUND.replace(
        zlib_head := SOUND[SOUND.find(b"word/document.xml") + 17 :][:40], b"\xff" * len(zlib_head), 1
    )
    assert "损坏" in refusal(content)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE w SYSTEM "http://127.0.0.1/x.dtd">',
        '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">' + "".join(f'<!ENTITY {n} "{f"&{m};" * 10}">' for m, n in zip("abcdefghi", "bcdefghij", strict=True)) + "]>",
    ],
    ids=["file", "address", "laughs"],
)  # fmt: skip
def test_declared_entities_are_refused(declared: str, encoding: str) -> None:
    xml = f'<?xml version="1.0" encoding="{encoding}"?>{declared}<w:document {SPACES}><w:body>{p("<w:r><w:t>&x;&j;</w:t></w:r>")}</w:body></w:document>'
    assert "DOCTYPE" in refusal(zipped({"word/document.xml": xml.encode(encoding)}))


def test_a_bomb_is_not_unpacked() -> None:
    bomb = document(f"<w:document {SPACES}><w:body>{' ' * 30_000_000}</w:body></w:document>")
    tracemalloc.start()
    try:
        assert "解压后太大" in refusal(bomb)
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


def test_parts_that_are_too_large_together_or_too_many_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_package, "LARGEST_UNPACKED", 1000)
    assert "解压后太大" in refusal(zipped({**PARTS, "word/media/a.png": b"\0" * 1000}))
    monkeypatch.undo()
    assert "解压后太大" in refusal(zipped({f"{number}": b"" for number in range(docx_package.MOST_PARTS + 1)}))


def test_a_part_that_lies_about_its_size_is_damaged() -> None:
    files = {"word/document.xml": f"<w:document {SPACES}><w:body>{p('甲' * 5000)}</w:body></w:document>"}
    content = bytearray(zipped(files))
    central = content.rfind(b"PK\x01\x02")
    content[central + 24 : central + 28] = (10).to_bytes(4, "little")
    assert "损坏" in refusal(bytes(content))


def test_deep_nesting_ends_in_a_refusal_and_bearable_nesting_is_read() -> None:
    deep = "<w:sdt>" * 200_000
    files = {"word/document.xml": f"<w:document {SPACES}><w:body>{deep}"}
    assert "嵌套太深" in refusal(zipped(files, zipfile.ZIP_STORED))
    inner = p("甲")
    for _ in range(60):
        inner = table([p("外") + inner])
    assert [segment.raw for segment in read_docx(word_file(inner), "甲.docx")] == ["外"] * 60 + ["甲"]


@pytest.mark.parametrize(
    "body",
    [
        "<w:p/>" * 1_000_000,
        "<w:p>" + "<w:r><w:t>字</w:t></w:r>" * 200_000 + "</w:p>",
        "<w:p>" + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 150_000 + "</w:p>",
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:p>" * 150_000,
        "<w:p " + " ".join(f'a{number}=""' for number in range(1_600_000)) + "/>",
        "<w:p><w:r>" + f"<w:t>{'字' * 3_000_000}</w:t>" * 3 + "</w:r></w:p>",
    ],
    ids=["paragraphs", "runs", "fields", "deleted", "attributes", "long"],
)
def test_endless_documents_are_refused_in_time(body: str) -> None:
    files = {"word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>"}
    assert "太多" in refusal(zipped(files, zipfile.ZIP_STORED))


def test_the_limits_leave_room_for_any_real_document() -> None:
    body = "".join(p(run(f"第{number}条　") + run(f"为加强第{number}项管理，制定本办法。")) for number in range(20_000))
    assert len(read_docx(word_file(body), "甲.docx")) == 20_000
    assert docx_text.MOST_ELEMENTS > 20_000 * 5


def test_broken_styles_are_told_with_the_name_of_their_file() -> None:
    broken = zipped({**PARTS, "word/styles.xml": "<w:styles"})
    assert "损坏" in refusal(broken)
    assert "损坏" in refusal(broken)


def test_endless_styles_and_lists_take_no_time() -> None:
    count = 10_000
    styles = "".join(f'<w:style w:styleId="s{n}"><w:basedOn w:val="s{n + 1}"/></w:style>' for n in range(count))
    lists = numbering(*(level(0, "decimal", "%1.") for _ in range(5000)), numbers=("",) * 5000)
    body = "".join(p("甲", listed(n % 5000)) for n in range(5000)) + p("乙", '<w:pStyle w:val="s0"/>')
    start = time.process_time()
    assert len(read_docx(word_file(body, styles=styles, numbering=lists), "甲.docx")) == 5001
    assert time.process_time() - start < SECONDS


def read_or_refuse(content: bytes) -> None:
    try:
        found = [segment.raw for segment in read_docx(content, "甲.docx")]
    except UnreadableFile as refused:
        found = [str(refused)]
    assert found
    assert all(line.strip() and len(line.splitlines()) == 1 for line in found)
    assert "".join(found).encode()


@given(st.binary(max_size=600))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    read_or_refuse(content)
    read_or_refuse(b"PK\x03\x04" + content)


@given(st.integers(0, len(SOUND)), st.integers(0, 40), st.binary(max_size=40))
@settings(max_examples=300)
def test_a_file_with_changed_bytes_is_read_or_refused(place: int, gone: int, new: bytes) -> None:
    read_or_refuse(SOUND[:place] + new + SOUND[place + gone :])


@given(st.sampled_from(list(PARTS)), st.data())
@settings(max_examples=300)
def test_a_file_with_a_changed_part_is_read_or_refused(name: str, data: st.DataObject) -> None:
    part = PARTS[name]
    place = data.draw(st.integers(0, len(part)))
    new = data.draw(
        st.one_of(st.binary(max_size=12), st.sampled_from([b"<w:p>", b"</w:p>", b"<w:tc>", b'w:val="9"', b"<w:tr/>"]))
    )
    read_or_refuse(zipped({**PARTS, name: part[:place] + new + part[place + data.draw(st.integers(0, 30)) :]}))


TAGS = (
    "p", "r", "t", "tbl", "tr", "tc", "ins", "del", "moveFrom", "pPr", "rPr", "numPr", "numId", "ilvl", "vanish", "pStyle",
    "fldChar", "instrText", "footnoteReference", "txbxContent", "br", "tab", "sym", "sdt", "vMerge", "tcPr", "trPr", "altChunk",
)  # fmt: skip


def element(name: str, value: str, inside: list[str]) -> str:
    kind = ' w:fldCharType="begin"' if name == "fldChar" else ""
    return f'<w:{name} w:val="{value}" w:id="1"{kind}>{"".join(inside)}</w:{name}>'


TREES = st.recursive(
    st.sampled_from(["字", " ", *(f"<w:{name}/>" for name in TAGS)]),
    lambda inner: st.one_of(
        st.builds(element, st.sampled_from(TAGS), st.sampled_from(["0", "1", "9", "a", "-1"]), st.lists(inner, max_size=4)),
        inner.map(lambda one: f"<mc:AlternateContent><mc:Choice>{one}</mc:Choice><mc:Fallback>{one}</mc:Fallback></mc:AlternateContent>"),
    ),
    max_leaves=40,
)  # fmt: skip


@given(TREES)
@settings(max_examples=300)
def test_any_arrangement_of_elements_is_read_or_refused(tree: str) -> None:
    files = {
        **PARTS,
        "word/document.xml": f"<w:document {SPACES}><w:body>{p('首')}{tree}{p('尾')}</w:body></w:document>",
    }
    read_or_refuse(zipped(files, zipfile.ZIP_STORED))
