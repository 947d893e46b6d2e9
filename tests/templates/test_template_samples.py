"""Every template assembled from its sample answers: a draft, a file, a document that is valid and reads back."""

from datetime import date
from pathlib import Path

import pytest

from chengwen_library.akn.read import parse_measure
from chengwen_library.akn.schema import schema_errors
from chengwen_library.akn.write import render_measure
from chengwen_library.folding import fold
from chengwen_library.library import Library
from chengwen_library.model import Form, Measure, Status, Unit, Validity
from chengwen_library.reading.reader import read_file
from chengwen_templates.assembly import assemble
from chengwen_templates.checks.checking import check
from chengwen_templates.checks.rules import Severity
from chengwen_templates.checks.subject import Subject
from chengwen_templates.content import whole
from chengwen_templates.export.docx import export_docx
from chengwen_templates.profile import load_profile
from chengwen_templates.sample import sample_answers
from chengwen_templates.template import templates
from sdk import errors_of_all

DAY = date(2026, 4, 30)
TEMPLATES = {template.id: template for template in templates() if template.kind == "measure"}
ARTICLES = ("detailed-rules", "management-measures")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> tuple[Measure, ...]:
    library = Library(tmp_path_factory.mktemp("library") / "library")
    library.fill()
    return library.measures()


@pytest.fixture(scope="module")
def drafts(library: tuple[Measure, ...]) -> dict[str, Measure]:
    return {name: assemble(template, sample_answers(name), library, DAY) for name, template in TEMPLATES.items()}


def told(measure: Measure) -> tuple[object, ...]:
    """Return what a page shows of a measure, folded and without white space, its tree as marks and levels."""
    notice = measure.notice
    words = [measure.title, measure.doc_number, measure.preamble, measure.closing, *measure.issuers]
    words += [notice.title, *notice.body, *notice.signature, notice.date_text, notice.note] if notice else []
    return (*(fold(one or "") for one in words), *map(shape, measure.units))


def shape(unit: Unit) -> tuple[object, ...]:
    texts = (unit.num, unit.heading, unit.text, unit.intro, unit.wrap_up)
    return (unit.form, *(fold(one or "") for one in texts), *map(shape, unit.children))


def exported(draft: Measure, path: Path) -> Path:
    export_docx(draft, path, load_profile("gbt9704"))
    return path


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_draft_is_a_valid_file_that_comes_back(name: str, drafts: dict[str, Measure]) -> None:
    content = render_measure(drafts[name])
    assert schema_errors(content) == []
    assert parse_measure(content, "draft.akn") == drafts[name]


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_exported_document_reads_back(name: str, drafts: dict[str, Measure], tmp_path: Path) -> None:
    (reading,) = read_file(exported(drafts[name], tmp_path / "draft.docx"))
    assert told(reading.measure) == told(drafts[name])


def test_the_exported_documents_have_no_fault_for_the_sdk(drafts: dict[str, Measure], tmp_path: Path) -> None:
    contents = {name: exported(draft, tmp_path / f"{name}.docx").read_bytes() for name, draft in drafts.items()}
    assert {name: found for name, found in errors_of_all(contents, tmp_path).items() if found} == {}


@pytest.mark.parametrize("name", TEMPLATES)
def test_no_finding_is_above_a_hint(name: str, drafts: dict[str, Measure], library: tuple[Measure, ...]) -> None:
    found = check(Subject(drafts[name], DAY, library=library))
    assert [(one.rule.id, one.text, one.message) for one in found if one.rule.severity is not Severity.HINT] == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_word_of_the_sample_stands_in_the_document(name: str, drafts: dict[str, Measure]) -> None:
    text = fold("".join(block.words for block in whole(drafts[name])))
    for words in said(sample_answers(name).measure):
        assert fold(words.rstrip("。")) in text


def said(value: object) -> list[str]:
    """Return the texts in answers, those that choose a wording left out."""
    if isinstance(value, str):
        return [line for line in value.splitlines() if line and line not in ("正式", "试行")]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [words for one in inner for words in said(one)]


@pytest.mark.parametrize("name", ARTICLES)
def test_articles_run_on_through_the_chapters(name: str, drafts: dict[str, Measure]) -> None:
    draft = drafts[name]
    articles = [unit for unit in draft.walk() if unit.form is Form.ARTICLE]
    assert [unit.number for unit in articles] == list(range(1, len(articles) + 1))
    assert [unit.num for unit in articles[:2]] == ["第一条", "第二条"]
    assert all(unit.form is Form.CHAPTER for unit in draft.units)
    assert (draft.units[0].heading, draft.units[-1].heading) == ("总则", "附则")
    assert all(unit.heading is None for unit in articles)
    assert draft.preamble is None
    assert draft.closing is None


def test_articles_have_paragraphs_and_items(drafts: dict[str, Measure]) -> None:
    articles = {unit.num: unit for unit in drafts["management-measures"].walk() if unit.form is Form.ARTICLE}
    assert [unit.form for unit in articles["第二条"].children] == [Form.PARAGRAPH] * 2
    assert [unit.num for unit in articles["第五条"].children] == ["（一）", "（二）", "（三）", "（四）", "（五）"]
    assert articles["第五条"].intro == "专项资金用于支持下列事项："


def test_the_last_article_says_from_when_the_rules_hold(drafts: dict[str, Measure]) -> None:
    assert drafts["detailed-rules"].effective == Validity("2026-06-01", 2)
    assert drafts["management-measures"].effective == Validity("自印发之日起", 5)
    assert drafts["policy-interpretation"].effective == Validity()


@pytest.mark.parametrize("name", ["work-plan", "action-plan", "implementing-opinions"])
def test_every_task_names_who_is_responsible(name: str, drafts: dict[str, Measure]) -> None:
    items = sample_answers(name).measure["items"]
    for item in items:
        unit = next(one for one in drafts[name].walk() if one.heading == item["heading"])
        assert f"（牵头单位：{'、'.join(item['lead'])}；责任单位：{'、'.join(item['others'])}" in unit.text
        assert item.get("deadline", "") in unit.text


def test_tasks_of_an_action_plan_run_on_and_those_of_a_work_plan_begin_anew(drafts: dict[str, Measure]) -> None:
    def numbers(name: str) -> list[int | None]:
        return [unit.number for unit in drafts[name].walk() if unit.form is Form.THIRD]

    assert numbers("action-plan") == [1, 2, 3, 4, 5, 6, 7, 8]
    assert numbers("work-plan") == [1, 2, 3, 1, 2, 1, 2]


def test_a_draft_for_comments_says_so(drafts: dict[str, Measure]) -> None:
    draft = drafts["consultation-draft"]
    assert draft.status is Status.CONSULTATION
    assert draft.doc_type == "若干措施"
    assert (draft.title or "").endswith("（征求意见稿）")
    assert draft.notice is not None
    assert draft.notice.title == f"示例市市场监督管理局关于公开征求《{draft.title}》意见的公告"
    assert "2026年3月2日至2026年3月31日" in draft.notice.body[0]
    assert draft.recipients is None


def test_a_draft_for_comments_can_be_in_articles(library: tuple[Measure, ...]) -> None:
    given = sample_answers("consultation-draft")
    kept = {name: given.measure[name] for name in ("region", "matter", "aim", "valid_years")}
    articles = [{"text": "商业秘密受法律保护。\n任何单位和个人不得侵犯商业秘密。"}, {"text": "市市场监管局负责指导。"}]
    changed = {**kept, "doc_type": "管理办法", "articles": articles}
    draft = assemble(TEMPLATES["consultation-draft"], type(given)(changed, None, ()), library, DAY)
    assert draft.title == "示例市加强商业秘密保护管理办法（征求意见稿）"
    assert [unit.num for unit in draft.units] == ["第一条", "第二条", "第三条", "第四条"]
    assert draft.units[-1].text == "本办法自印发之日起施行，有效期5年。"
    assert draft.preamble is None


NOTICES = {
    "several-measures": "《示例市促进知识产权转化运用若干措施》已经市人民政府同意，现印发给你们，请结合实际认真贯彻落实。",
    "implementing-opinions": "《示例市加快建设知识产权强市实施意见》已经市人民政府常务会议审议通过，现印发给你们，请结合实际认真贯彻落实。",
    "management-measures": "现将《示例市知识产权运营服务专项资金管理办法》印发给你们，请遵照执行。",
    "work-plan": "市市场监管局、市科技局《示例市盘活高校和科研机构存量专利工作方案》已经市人民政府同意，现转发给你们，请结合实际认真贯彻落实。",
}


@pytest.mark.parametrize("name", NOTICES)
def test_the_notice_says_who_agreed_and_what_to_do(name: str, drafts: dict[str, Measure]) -> None:
    notice = drafts[name].notice
    assert notice is not None
    assert notice.body == (NOTICES[name],)


def test_a_joint_notice_names_all_organs_in_their_order(drafts: dict[str, Measure]) -> None:
    draft = drafts["action-plan"]
    assert draft.issuers == ("示例市市场监督管理局", "示例市地方金融管理局")
    assert draft.notice is not None
    assert draft.notice.signature == draft.issuers
    assert (draft.notice.title or "").startswith("示例市市场监督管理局 示例市地方金融管理局关于印发《")


def test_a_document_from_above_is_forwarded_with_its_number(library: tuple[Measure, ...]) -> None:
    given = sample_answers("work-plan")
    notice = {**(given.notice or {}), "origin": "上级来文", "authors": ["省知识产权局"]}
    notice |= {"original_number": "省知发〔2026〕3号", "requirements": ["明确专人负责", "按季度调度。"]}
    draft = assemble(TEMPLATES["work-plan"], type(given)(given.measure, notice, ()), library, DAY)
    assert draft.notice is not None
    assert draft.notice.title == f"示例市人民政府办公室关于转发《{draft.title}》的通知"
    assert draft.notice.body == (
        f"现将省知识产权局《{draft.title}》（省知发〔2026〕3号）转发给你们，请结合实际认真贯彻落实，并就有关事项通知如下。",
        "一、明确专人负责。",
        "二、按季度调度。",
    )
