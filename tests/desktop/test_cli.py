"""The command line against its contract."""

import json
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from docx import Document

from chengwen_desktop.cli import COMMANDS, chengwen
from chengwen_library.model import TextPart
from chengwen_templates.draft import load_draft, save_draft
from chengwen_templates.remarks import new_remark, with_remark
from commands import fail, run, run_json
from material import seed

ANSWERS = """
[measure]
region = "示例市"
matter = "促进专利转化"
aim = "促进专利转化"
parts = ["提升创造质量"]

[[clauses]]
measure = "鄂州市监〔2024〕35号"
eid = "（一）"
under = "提升创造质量"
"""


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def test_a_dry_run_prints_the_contracts_keys_and_keeps_nothing(home: Path) -> None:
    (entry,) = run_json("import", seed("ezhou.txt"), "--dry-run")
    assert set(entry) == {
        "source",
        "id",
        "title",
        "notice_title",
        "doc_number",
        "issuers",
        "issue_date",
        "recipients",
        "doc_type",
        "region",
        "region_code",
        "status",
        "repeals",
        "replaces",
        "notice",
        "preamble",
        "closing",
        "effective",
        "cites",
        "mentions",
        "units",
        "annexes",
        "dropped",
        "warnings",
    }
    assert set(entry["units"][0]) == {
        "eid",
        "wid",
        "form",
        "num",
        "number",
        "implied",
        "heading",
        "heading_mark",
        "text",
        "intro",
        "wrap_up",
        "responsible",
        "targets",
        "money",
        "ratios",
        "topics",
        "instruments",
        "children",
    }
    assert not home.exists()


def test_import_keeps_a_measure_and_replaces_it_only_when_told(tmp_path: Path) -> None:
    text = "示例市促进专利转化若干措施\n为促进转化，制定本措施。\n一、支持范围\n在本市注册的企业。\n"
    source = written(tmp_path / "a.txt", text.encode("gb18030"))
    assert run("import", source).exit_code == 0
    assert [entry["title"] for entry in run_json("library", "list") if entry["region"] is None] == [
        "示例市促进专利转化若干措施"
    ]
    assert run("import", source).exit_code == 0
    assert len(run_json("library", "list")) == 6


def test_another_text_of_a_known_measure_needs_a_word(tmp_path: Path) -> None:
    head = "示例市促进专利转化若干措施\n示科发〔2026〕1号\n为促进转化，制定本措施。\n"
    source = written(tmp_path / "a.txt", f"{head}一、支持范围\n在本市注册的企业。\n".encode())
    assert run("import", source).exit_code == 0
    written(source, f"{head}一、支持范围\n在本市注册的企业和高校。\n".encode())
    again = run("import", source)
    assert again.exit_code == 3
    assert "--replace" in again.stderr
    assert run("import", source, "--replace").exit_code == 0
    assert len(run_json("library", "list")) == 6
    assert [version["change"] for version in run_json("library", "history", "示科发〔2026〕1号")] == ["replaced"]


def test_retiring_and_removing_can_be_undone() -> None:
    name = "鄂州市监〔2024〕35号"
    assert run("library", "retire", name).exit_code == 0
    assert run_json("library", "show", name)["status"] == "已废止"
    assert run("library", "restore", name).exit_code == 0
    assert run_json("library", "show", name)["status"] == "未核实"
    assert run("library", "remove", name).exit_code == 0
    assert run("library", "show", name).exit_code == 1
    assert run("library", "restore", name).exit_code == 0
    assert run_json("library", "show", name)["status"] == "未核实"
    assert run("library", "retire", "没有的文件").exit_code == 1


def test_a_library_is_carried_to_another_machine_in_a_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "示例市促进专利转化若干措施\n为促进转化，制定本措施。\n一、支持范围\n在本市注册的企业。\n"
    run("import", written(tmp_path / "a.txt", text.encode()))
    pack = tmp_path / "a.cwpack"
    assert run("library", "pack", "-o", pack, "示例市促进专利转化若干措施").exit_code == 0
    monkeypatch.setenv("CHENGWEN_HOME", str(tmp_path / "other"))
    assert [item["novelty"] for item in run_json("library", "unpack", pack, "--dry-run")] == ["new"]
    assert len(run_json("library", "list")) == 5
    assert [item["novelty"] for item in run_json("library", "unpack", pack)] == ["new"]
    assert len(run_json("library", "list")) == 6
    assert [path.read_text(encoding="utf-8") for path in (tmp_path / "other").rglob("*.txt")] == [text]


def test_standard_input_and_folders_are_read(tmp_path: Path) -> None:
    text = "示例市若干措施\n一、支持范围\n在本市注册的企业。\n"
    (tmp_path / "folder").mkdir()
    written(tmp_path / "folder" / "a.txt", text.encode())
    written(tmp_path / "folder" / "b.exe", b"\0")
    assert [entry["source"] for entry in run_json("import", tmp_path / "folder", "--dry-run")] == ["a.txt"]
    result = run("import", "-", "--dry-run", "--json", stdin=text.encode())
    assert json.loads(result.stdout)[0]["title"] == "示例市若干措施"


def test_the_library_starts_with_the_five_measures() -> None:
    entries = run_json("library", "list")
    assert {entry["region"]: entry["clauses"] for entry in entries} == {
        "鄂州市": 19, "东莞市": 17, "广西壮族自治区": 19, "成都市": 31, "武汉市": 30,
    }  # fmt: skip
    assert set(entries[0]) == {"id", "title", "region", "doc_type", "doc_number", "date", "status", "clauses"}


def test_show_names_a_measure_by_its_id_and_says_no_to_others() -> None:
    identity = run_json("library", "list")[0]["id"]
    assert run_json("library", "show", identity)["id"] == identity
    assert run("library", "show", "/akn/cn/act/0001/none").exit_code == 1


def test_search_answers_as_the_contract_says() -> None:
    answer = run_json("search", "质押融资")
    assert answer["query"] == "质押融资"
    assert answer["total"] == len([hit for hit in answer["hits"] if hit["group"] != "partial"]) > 0
    assert set(answer["facets"]) == {"region", "doc_type", "topic", "status"}
    hit = answer["hits"][0]
    assert set(hit) >= {
        "measure",
        "eid",
        "region",
        "doc_type",
        "title",
        "date",
        "path",
        "heading",
        "text",
        "snippet",
        "score",
        "group",
        "kind",
    }
    assert "<mark>" in hit["snippet"]


def test_search_can_be_narrowed() -> None:
    hits = run_json("search", "质押融资", "--region", "东莞市")["hits"]
    assert {hit["region"] for hit in hits} == {"东莞市"}
    assert run_json("search", "质押融资", "--type", "若干措施")["facets"]["doc_type"].keys() == {"若干措施"}


def test_templates_name_their_fields() -> None:
    names = {entry["name"] for entry in run_json("templates")}
    assert names >= {"若干措施", "实施意见", "工作方案", "行动计划", "管理办法", "实施细则", "印发通知", "转发通知"}
    (entry,) = run_json("templates", "若干措施")
    assert {"name", "label", "type", "required", "choices", "default", "help"} <= set(entry["fields"][0])


def test_a_draft_is_made_and_exported_in_every_format(tmp_path: Path) -> None:
    answers = written(tmp_path / "answers.toml", ANSWERS.encode())
    draft = tmp_path / "draft.akn"
    assert run("draft", "若干措施", "--answers", answers, "-o", draft).exit_code == 0
    for ending, start in ((".docx", b"PK"), (".txt", b"\xe7"), (".md", b"#"), (".akn", b"<?xml"), (".pdf", b"%PDF")):
        target = draft.with_name(f"out{ending}")
        result = run("export", draft, "-o", target)
        assert result.exit_code == 0, result.output
        assert target.read_bytes().startswith(start)


def drafted(folder: Path) -> Path:
    draft = folder / "draft.akn"
    run("draft", "若干措施", "--answers", written(folder / "answers.toml", ANSWERS.encode()), "-o", draft)
    return draft


@pytest.mark.parametrize("ending", [".docx", ".pdf"])
def test_a_report_of_what_was_measured_is_written_beside_the_export(tmp_path: Path, ending: str) -> None:
    target, report = tmp_path / f"out{ending}", tmp_path / "report.json"
    result = run("export", drafted(tmp_path), "-o", target, "--profile", "gbt9704-ink", "--report", report)
    assert result.exit_code == 0, result.output
    measured = json.loads(report.read_text("utf-8"))
    assert {"standard", "profile", "pages", "conforms", "counts", "rows", "fonts", "deviations"} <= set(measured)
    assert [one["field"] for one in measured["deviations"]][:1] == ["margin_top_mm"]


def test_text_has_no_report(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    target = tmp_path / "out.txt"
    said = fail(monkeypatch, capsys, "export", drafted(tmp_path), "-o", target, "--report", tmp_path / "r.json")
    assert "没有版面" in said
    assert not target.exists()


def test_open_remarks_are_comments_of_a_word_file_if_that_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = drafted(tmp_path)
    draft = load_draft(path)
    written_at = datetime.fromisoformat("2026-01-20T14:31+08:00")
    save_draft(with_remark(draft, new_remark(draft, TextPart.TITLE, "加“试行”。", None, "法规科", written_at)), path)
    plain, commented = tmp_path / "a.docx", tmp_path / "b.docx"
    assert run("export", path, "-o", plain).exit_code == 0
    assert run("export", path, "-o", commented, "--remarks").exit_code == 0
    found = [[(one.author, one.text) for one in Document(str(each)).comments] for each in (plain, commented)]
    assert found == [[], [("法规科", "加“试行”。")]]
    said = fail(monkeypatch, capsys, "export", path, "-o", tmp_path / "c.pdf", "--remarks")
    assert "放不了批注" in said


def test_sheets_with_a_printed_head_are_asked_for_on_the_command_line(tmp_path: Path) -> None:
    usual, preprinted = tmp_path / "a.pdf", tmp_path / "b.pdf"
    draft = drafted(tmp_path)
    run("export", draft, "-o", usual)
    assert run("export", draft, "-o", preprinted, "--preprinted").exit_code == 0
    assert preprinted.read_bytes() != usual.read_bytes()


def test_a_pdf_is_written_where_there_is_no_screen(tmp_path: Path) -> None:
    draft, target = drafted(tmp_path), tmp_path / "out.pdf"
    bare = {
        key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    command = [sys.executable, "-m", "chengwen_desktop.cli", "export", str(draft), "-o", str(target)]
    done = subprocess.run(command, env=bare, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert target.read_bytes().startswith(b"%PDF")


def test_the_demo_does_the_main_job_and_names_the_document(tmp_path: Path, home: Path) -> None:
    result = run("demo", "-o", tmp_path / "out")
    assert result.exit_code == 0
    table, document = sorted((tmp_path / "out").glob("*.docx"), key=lambda path: len(path.name), reverse=True)
    assert "条文对照表" in table.name
    assert result.stdout.splitlines()[-2:] == [f"6. 条文对照表：{table}", f"7. 公文：{document}"]
    assert not home.exists()


def loaded(code: str) -> set[str]:
    """Return the modules that are loaded in a process of its own once the code has run."""
    code = f"import sys; {code}; print(*sys.modules)"
    return set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split())


def test_no_command_is_loaded_before_one_is_asked_for() -> None:
    commands = {f"chengwen_desktop.commands.{place.partition(':')[0]}" for place in COMMANDS.values()}
    assert loaded("import chengwen_desktop.cli") & commands == set()
    assert commands <= loaded("import chengwen_desktop.cli as c; [c.chengwen.get_command(None, n) for n in c.COMMANDS]")


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_listed_by_its_own_name(name: str) -> None:
    assert chengwen.get_command(None, name).name == name
    assert name in chengwen.list_commands(None)


def test_a_command_that_does_not_exist_is_no_command() -> None:
    assert chengwen.get_command(None, "nothing") is None


@pytest.mark.parametrize(
    "module",
    [
        "chengwen_desktop.creating.dialog",
        "chengwen_desktop.preferences.window",
        "chengwen_desktop.printing.sheet",
        "chengwen_library.reading.reader",
        "chengwen_templates.checks.checking",
        "chengwen_templates.measuring.report",
        "jinja2",
        "pypdfium2",
    ],
)
def test_what_only_a_later_step_needs_is_not_loaded_before_the_window(module: str) -> None:
    assert module not in loaded("import chengwen_desktop.cli, chengwen_desktop.app")


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "empty.txt"),
        (b"\x7fELF\0\0\0", "binary.txt"),
        (b"\x80\xff\xfe\xfd" * 100, "odd.txt"),
        ("网页\n首页\n".encode(), "nothing.txt"),
        (b'<?xml version="1.0"?><akomaNtoso xmlns="x"', "truncated.akn"),
        (b"%PDF", "other.xyz"),
    ],
)
def test_bad_files_are_refused_with_one_line_and_nothing_changes(
    tmp_path: Path,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    content: bytes,
    name: str,
) -> None:
    run("library", "list")
    before = {path: path.stat().st_mtime_ns for path in home.rglob("*")}
    assert name in fail(monkeypatch, capsys, "import", written(tmp_path / name, content))
    assert {path: path.stat().st_mtime_ns for path in home.rglob("*")} == before


def test_a_file_of_200_megabytes_is_refused_by_its_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as stream:
        stream.truncate(200 * 1024 * 1024)
    assert "20 MB" in fail(monkeypatch, capsys, "import", huge, "--dry-run")


def test_a_missing_file_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "没有找到" in fail(monkeypatch, capsys, "import", tmp_path / "none.txt")
    assert "没有找到" in fail(monkeypatch, capsys, "export", tmp_path / "none.akn", "-o", tmp_path / "a.docx")


def test_a_target_that_cannot_be_written_is_told_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = written(tmp_path / "answers.toml", ANSWERS.encode())
    blocked = written(tmp_path / "file", b"in the way")
    assert "没能写入" in fail(monkeypatch, capsys, "draft", "若干措施", "--answers", answers, "-o", blocked / "a.akn")
    run("draft", "若干措施", "--answers", answers, "-o", tmp_path / "a.akn")
    assert "不能导出成" in fail(monkeypatch, capsys, "export", tmp_path / "a.akn", "-o", tmp_path / "a.xyz")
    assert "没能写入" in fail(monkeypatch, capsys, "export", tmp_path / "a.akn", "-o", blocked / "a.docx")
    assert {path.name for path in tmp_path.iterdir()} == {"answers.toml", "file", "a.akn", "home"}


def test_a_fault_of_our_own_is_one_line_and_the_log_has_the_rest(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("inner words")

    monkeypatch.setattr("chengwen_desktop.commands.library.open_library", broken)
    assert "chengwen.log" in fail(monkeypatch, capsys, "library", "list")
    assert "inner words" in (home / "chengwen.log").read_text(encoding="utf-8")


def test_wrong_usage_exits_with_two() -> None:
    assert run("search").exit_code == 2
    assert run("unknown").exit_code == 2


class TestSimilar:
    TEXT = "对企业以专利权质押获得贷款的，给予贴息支持。"

    def test_the_answer_says_how_alike_each_clause_is_and_where(self, home: Path) -> None:
        answer = run_json("similar", self.TEXT, "--limit", "3")
        assert set(answer) == {"query", "total", "took_ms", "hits", "facets"}
        alike = [hit["similarity"] for hit in answer["hits"]]
        assert len(alike) == 3
        assert alike == sorted(alike, reverse=True)
        assert all(hit["text"][start:end] for hit in answer["hits"] for start, end in hit["same"])
        assert sum(answer["facets"]["region"].values()) == 3

    def test_a_clause_of_the_library_is_verbatim_with_itself(self, home: Path) -> None:
        hit = run_json("search", '"先使用后付费"')["hits"][0]
        same = run_json("similar", f"{hit['heading']}\n{hit['text']}", "--limit", "1")["hits"][0]
        assert (same["measure"], same["eid"], same["similarity"], same["relation"]) == (
            hit["measure"],
            hit["eid"],
            1.0,
            "verbatim",
        )

    def test_a_file_holds_one_text_a_line(self, home: Path, tmp_path: Path) -> None:
        file = tmp_path / "texts.txt"
        file.write_text(f"{self.TEXT}\n\n专利导航\n", encoding="utf-8")
        assert [one["query"] for one in run_json("similar", "--texts", file)] == [self.TEXT, "专利导航"]

    def test_text_and_file_together_are_wrong_usage(self, home: Path, tmp_path: Path) -> None:
        assert run("similar").exit_code == 2
        assert run("similar", "a", "--texts", __file__).exit_code == 2


class TestQueries:
    def test_a_file_holds_one_query_a_line(self, home: Path) -> None:
        lines = '质押融资\n"先使用后付费"\n专利导行\n'.encode()
        answers = json.loads(run("search", "--queries", "-", "--json", stdin=lines).stdout)
        assert [answer["query"] for answer in answers] == ["质押融资", '"先使用后付费"', "专利导行"]
        assert answers[2]["did_you_mean"] == "专利导航"

    def test_conditions_narrow_and_date_sorts(self, home: Path) -> None:
        hits = run_json("search", "知识产权 地区:鄂州|成都", "--sort", "date", "--limit", "99")["hits"]
        assert {hit["region"] for hit in hits} == {"鄂州市", "成都市"}
        dates = [hit["date"] for hit in hits if hit["group"] == "all"]
        assert dates == sorted(dates, reverse=True)

    def test_hits_by_synonym_are_told_with_the_word(self, home: Path) -> None:
        said = run("search", "先用后付", "--limit", "30").stdout
        assert "含近义词：先使用后付费" in said
