"""What a Word file says of itself beside its text."""

from dataclasses import replace

import pytest

from chengwen_library.model import Measure, Notice, PageForm, Sealing
from chengwen_library.reading.formats.docx_stated import stated_in
from chengwen_library.reading.stated import NOTHING, Stated
from documents import p, word_file

KINDS = "http://schemas.openxmlformats.org/officeDocument/2006"
PROPERTIES = """<Properties xmlns="{kinds}/custom-properties" xmlns:vt="{kinds}/docPropsVTypes">
<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{name}"><vt:lpwstr>{value}</vt:lpwstr>
</property></Properties>"""
CORE = """<coreProperties xmlns="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{author}</dc:creator></coreProperties>"""
RELATIONS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="a" Type="{kinds}/relationships/officeDocument" Target="word/document.xml"/>
<Relationship Id="b" Type="{kinds}/relationships/custom-properties" Target="docProps/custom.xml"/>
<Relationship Id="c" Type="{kinds}/metadata/core-properties" Target="docProps/core.xml"/></Relationships>"""


def saying(name: str, value: str, author: str = "") -> bytes:
    parts = {
        "_rels/.rels": RELATIONS.format(kinds=KINDS),
        "docProps/core.xml": CORE.format(author=author),
        "docProps/custom.xml": PROPERTIES.format(kinds=KINDS, name=name, value=value),
    }
    return word_file(p("甲"), more=parts)


@pytest.mark.parametrize(
    ("name", "value", "stated"),
    [
        ("公文格式", "信函格式", Stated(page_form=PageForm.LETTER)),
        ("用印", "加盖印章", Stated(sealing=Sealing.SEAL)),
        ("用印", "盖了两个", NOTHING),
        ("密级", "信函格式", NOTHING),
    ],
)
def test_only_known_properties_with_known_values_count(name, value, stated):
    assert stated_in(saying(name, value), "甲.docx") == stated


def test_a_file_that_says_nothing_states_nothing():
    assert stated_in(word_file(p("甲")), "甲.docx") == NOTHING


def test_what_is_stated_fills_in_what_the_text_does_not_tell():
    measure = Measure(notice=Notice(title="关于甲的函"))
    stated = Stated(PageForm.LETTER, Sealing.SEAL).applied_to(measure)
    assert stated.notice == Notice(title="关于甲的函", page_form=PageForm.LETTER, sealing=Sealing.SEAL)


def test_what_the_text_shows_is_not_overruled():
    shown = Notice(page_form=PageForm.ORDER, sealing=Sealing.STAMP)
    measure = Measure(notice=shown)
    assert Stated(PageForm.LETTER, Sealing.SEAL).applied_to(measure) == replace(measure, notice=shown)


@pytest.mark.parametrize(
    ("name", "author", "issuers"),
    [
        ("公文格式", "甲市科技局；甲市财政局", ("甲市科技局", "甲市财政局")),
        ("公文格式", "", ()),
        ("公文格式", "局" * 255, ()),
        ("用途", "甲市科技局", ()),
    ],
)
def test_the_author_of_an_official_document_is_who_issues_it(name, author, issuers):
    assert stated_in(saying(name, "信函格式", author), "甲.docx").issuers == issuers


BOTH = ("甲市科技局", "甲市财政局")


@pytest.mark.parametrize(
    ("page_form", "named", "issuers"),
    [
        (PageForm.LETTER, ("甲市科技局",), BOTH),
        (PageForm.LETTER, (), BOTH),
        (PageForm.LETTER, ("乙市科技局",), ("乙市科技局",)),
        (PageForm.GENERAL, (), BOTH),
        (PageForm.GENERAL, ("甲市科技局",), ("甲市科技局",)),
    ],
)
def test_issuers_are_added_where_the_mark_names_the_first_alone(page_form, named, issuers):
    measure = Measure(issuers=named, notice=Notice(page_form=page_form))
    assert Stated(issuers=BOTH).applied_to(measure).issuers == issuers


def test_a_measure_without_a_notice_stays_without():
    assert Stated(PageForm.LETTER).applied_to(Measure(title="甲")) == Measure(title="甲")
