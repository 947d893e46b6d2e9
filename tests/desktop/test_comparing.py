"""`chengwen compare` against its contract."""

import io
import json
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import docx
import pytest

from beside import DRAFT, PLEDGE, PRECEDENT, SHARING, clause, measure
from chengwen_desktop.commands import comparing
from chengwen_desktop.home import library_folder
from chengwen_desktop.side_by_side import SIDE_BY_SIDE, set_beside
from chengwen_index.comparing.among import among
from chengwen_index.comparing.comparison import compare
from chengwen_library.clauses import clauses
from chengwen_library.library import Library
from chengwen_library.model import Status
from chengwen_templates.draft import load_draft, save_draft
from chengwen_templates.sample import sample_draft
from commands import fail, run, run_json

NUMBER = "鄂州市监〔2024〕35号"
OPERATIONS = {"equal", "insert", "delete", "replace"}


def shipped() -> Library:
    library = Library(library_folder())
    library.fill()
    return library


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """The sample draft in a file."""
    path = tmp_path / "文稿.akn"
    save_draft(sample_draft(shipped().measures(), date(2026, 3, 5)), path)
    return path


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A small draft in a file."""
    path = tmp_path / "小稿.akn"
    save_draft(DRAFT, path)
    return path


def test_the_json_has_the_contracts_keys(draft: Path) -> None:
    answer = run_json("compare", draft)
    assert {"draft", "clauses", "uncovered"} <= set(answer)
    assert answer["draft"] == str(draft)
    for one in answer["clauses"]:
        assert {"eid", "path", "heading", "precedents"} <= set(one)
        for precedent in one["precedents"]:
            assert {"measure", "eid", "region", "similarity", "relation", "diff", "changes"} <= set(precedent)
    assert all(set(item) == {"topic", "measures"} for item in answer["uncovered"])


def test_the_diff_is_operation_draft_words_precedent_words_and_gives_both_texts_back(draft: Path) -> None:
    answer = run_json("compare", draft)
    drafted = {clause.eid: clause for clause in clauses(load_draft(draft))}
    library = {(item.id, clause.eid): clause for item in shipped().measures() for clause in clauses(item)}
    assert [one["eid"] for one in answer["clauses"]] == [clause.eid for clause in drafted.values() if clause.text]
    seen = 0
    for one in answer["clauses"]:
        for precedent in one["precedents"]:
            assert {operation for operation, _, _ in precedent["diff"]} <= OPERATIONS
            assert "".join(new for _, new, _ in precedent["diff"]) == drafted[one["eid"]].text
            source = library[precedent["measure"], precedent["eid"]]
            assert "".join(base for _, _, base in precedent["diff"]) == source.text
            seen += 1
    assert seen > len(answer["clauses"])


def test_precedents_come_best_first_and_their_relation_follows_from_the_similarity(draft: Path) -> None:
    for one in run_json("compare", draft)["clauses"]:
        shares = [precedent["similarity"] for precedent in one["precedents"]]
        assert shares == sorted(shares, reverse=True)
        for precedent in one["precedents"]:
            share = precedent["similarity"]
            relation = "verbatim" if share == 1 else "adapted" if share >= 0.6 else "related"
            assert precedent["relation"] == relation
            assert (precedent["changes"] == []) == (relation == "verbatim")


def test_the_index_finds_the_precedents_that_looking_at_every_clause_finds(draft: Path) -> None:
    answer = run_json("compare", draft)
    found = [[(hit["measure"], hit["eid"]) for hit in one["precedents"][:1]] for one in answer["clauses"]]
    every = compare(load_draft(draft), among(shipped().measures()))
    assert found == [[(best.hit.measure_id, best.hit.eid) for best in one.precedents[:1]] for one in every]


def test_changes_are_classed_the_weightiest_first(own: Path, tmp_path: Path) -> None:
    base = tmp_path / "先例.akn"
    save_draft(PRECEDENT, base)
    (first, second, third) = run_json("compare", own, "--with", base)["clauses"]
    assert first["precedents"][0]["changes"][:3] == ["modal", "amount", "period"]
    assert (first["heading"], second["heading"]) == (PLEDGE, SHARING)
    assert second["precedents"][0]["changes"] == []
    assert third["precedents"] == []


def test_topics_that_only_precedents_regulate_name_the_measures(own: Path, tmp_path: Path) -> None:
    base = tmp_path / "先例.akn"
    save_draft(PRECEDENT, base)
    assert run_json("compare", own, "--with", base)["uncovered"] == [{"topic": "人才", "measures": [PRECEDENT.id]}]


@pytest.mark.parametrize(
    "named", [["--with", NUMBER, "成知发〔2024〕3号"], ["--with", NUMBER, "--with", "成知发〔2024〕3号"]]
)
def test_with_takes_several_measures_and_looks_at_no_others(named: list[str], draft: Path) -> None:
    answer = run_json("compare", draft, *named)
    regions = {precedent["region"] for one in answer["clauses"] for precedent in one["precedents"]}
    assert regions == {"鄂州市", "成都市"}
    assert {identity for item in answer["uncovered"] for identity in item["measures"]} <= {
        measure.id for measure in shipped().measures() if measure.region in regions
    }


def test_with_takes_an_id_a_title_and_a_file(draft: Path, tmp_path: Path) -> None:
    known = next(measure for measure in shipped().measures() if measure.doc_number == NUMBER)
    copy = tmp_path / "另存.akn"
    save_draft(known, copy)
    answers = [run_json("compare", draft, "--with", key)["clauses"] for key in (known.id, known.title, copy)]
    assert answers[0] == answers[1] == answers[2]


def test_another_version_of_the_draft_itself_can_be_named(own: Path, tmp_path: Path) -> None:
    copy = tmp_path / "上一稿.akn"
    save_draft(DRAFT, copy)
    relations = [one["precedents"][0]["relation"] for one in run_json("compare", own, "--with", copy)["clauses"]]
    assert relations == ["verbatim"] * 3


def test_a_measure_of_the_library_is_not_its_own_precedent(tmp_path: Path) -> None:
    known = next(measure for measure in shipped().measures() if measure.doc_number == NUMBER)
    copy = tmp_path / "另存.akn"
    save_draft(known, copy)
    answer = run_json("compare", copy)
    assert known.id not in {hit["measure"] for one in answer["clauses"] for hit in one["precedents"]}


def test_any_document_that_import_reads_can_be_compared(tmp_path: Path) -> None:
    text = tmp_path / "草稿.txt"
    text.write_text(
        f"示例市若干措施\n为促进转化，制定本措施。\n一、{PLEDGE}。鼓励银行开展知识产权质押融资。\n", "utf-8"
    )
    answer = run_json("compare", text)
    assert [one["heading"] for one in answer["clauses"]] == [None, PLEDGE]


def test_people_get_the_counts_and_a_line_for_each_precedent(own: Path, tmp_path: Path) -> None:
    base = tmp_path / "先例.akn"
    save_draft(PRECEDENT, base)
    said = run("compare", own, "--with", base).stdout.splitlines()
    assert said[0] == "共 3 条：照录 1 条，改写 1 条，相关 0 条，无先例 1 条"
    assert any(line.startswith("  改写 ") and "差异：约束词、数额、期限" in line for line in said)
    assert "  无先例" in said


def test_o_writes_the_table_and_json_stays_alone_on_stdout(draft: Path, tmp_path: Path) -> None:
    table = tmp_path / "对照表.docx"
    result = run("compare", draft, "-o", table, "--json")
    assert result.exit_code == 0
    assert len(json.loads(result.stdout)["clauses"]) == 18
    document = docx.Document(io.BytesIO(table.read_bytes()))
    assert document.core_properties.title == "《示例市促进知识产权转化运用若干措施》条文对照表"
    assert [len(found.columns) for found in document.tables] == [3, 3, 3, 4]
    assert str(table) in result.stderr


def test_aligned_sets_two_measures_side_by_side(draft: Path, tmp_path: Path) -> None:
    table = tmp_path / "对照表.docx"
    result = run("compare", draft, "--with", NUMBER, "--aligned", "-o", table)
    assert (result.exit_code, result.stdout) == (0, "")
    (found,) = docx.Document(io.BytesIO(table.read_bytes())).tables
    assert [cell.text for cell in found.rows[0].cells] == [
        "示例市促进知识产权转化运用若干措施",
        "关于知识产权助力推进科技创新的若干措施",
        "异同与说明",
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        ["另一份.akn"],
        ["-o", "对照表.pdf"],
        ["--aligned", "-o", "对照表.docx"],
        ["--aligned", "--with", NUMBER],
        ["--aligned", "--with", NUMBER, "--with", "成知发〔2024〕3号", "-o", "对照表.docx"],
    ],
)
def test_wrong_usage_exits_with_2_and_writes_nothing(arguments: list[str], own: Path, home: Path) -> None:
    assert run("compare", own, *arguments).exit_code == 2
    assert not home.exists()


def test_a_measure_that_nobody_knows_exits_with_1(own: Path) -> None:
    result = run("compare", own, "--with", "没有的文件")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "没有的文件" in result.stderr


def test_a_file_that_cannot_be_read_is_named_and_exits_with_3(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert "没有的.akn" in fail(monkeypatch, capsys, "compare", tmp_path / "没有的.akn")
    broken = tmp_path / "坏.akn"
    broken.write_bytes(b"<akomaNtoso>")
    assert "坏.akn" in fail(monkeypatch, capsys, "compare", broken)


def test_a_table_that_cannot_be_written_exits_with_3(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], own: Path, tmp_path: Path
) -> None:
    base = tmp_path / "先例.akn"
    save_draft(PRECEDENT, base)
    said = fail(monkeypatch, capsys, "compare", own, "--with", base, "-o", base / "a.docx")
    assert "没能写入" in said


def test_of_several_measures_in_a_file_the_first_is_compared_and_that_is_said(
    monkeypatch: pytest.MonkeyPatch, own: Path
) -> None:
    readings = [SimpleNamespace(measure=DRAFT), SimpleNamespace(measure=PRECEDENT)]
    monkeypatch.setattr("chengwen_library.reading.reader.read_file", lambda path: readings)
    result = run("compare", own, "--with", NUMBER)
    assert "里有 2 件文件，只对照第一件：示例市若干措施" in result.stderr


def test_long_work_says_how_far_it_is(monkeypatch: pytest.MonkeyPatch, own: Path) -> None:
    monkeypatch.setattr(comparing, "EVERY_SECONDS", 0.0)
    result = run("compare", own, "--with", NUMBER)
    assert [line for line in result.stderr.splitlines() if "已对照" in line] == [
        f"已对照 {done} 条，共 3 条" for done in (1, 2, 3)
    ]


def test_of_a_large_library_only_the_measures_used_most_are_set_side_by_side(tmp_path: Path) -> None:
    library = Library(tmp_path / "library")
    for number in range(SIDE_BY_SIDE + 1):
        text = PRECEDENT.units[0].children[0].text + "规" * number
        unit = clause(PLEDGE, text)
        library.add(measure(f"/akn/cn-4207/act/0001/m-{number}", "鄂州市", unit), date(2026, 3, 5))
    library.add(PRECEDENT, date(2026, 3, 5))
    compared = tuple(compare(DRAFT, among(library.measures())))
    used = {precedent.hit.measure_id for one in compared for precedent in one.precedents}
    assert {found.id for found in set_beside(compared, library)} == used
    assert PRECEDENT.id in used


def test_retired_measures_are_not_set_side_by_side() -> None:
    library = shipped()
    retired = library.entries()[0].id
    library.set_status(retired, Status.REPEALED, date(2026, 3, 5))
    assert retired not in {found.id for found in set_beside((), library)}
    assert len(set_beside((), library)) == 4
