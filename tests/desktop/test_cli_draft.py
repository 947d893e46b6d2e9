"""`draft` tells what it put in other words, and what is still to be filled in."""

from pathlib import Path

import pytest

from commands import fail, run, run_json

ORGANS = """
region = "示例市"
[[organ]]
name = "示例市市场监督管理局"
short_names = ["市市场监管局"]
[[organ]]
name = "示例市地方金融管理局"
short_names = ["市金融局"]
successor = "中共示例市委金融委员会办公室"
[[organ]]
name = "中共示例市委金融委员会办公室"
short_names = ["市委金融办"]
"""

ANSWERS = """
[measure]
region = "示例市"
matter = "促进专利转化"
aim = "促进专利转化"
parts = ["加大知识产权金融支持", "强化组织保障"]

[[clauses]]
measure = "武汉市推进国家知识产权强市建设示范城市建设工作方案（2022—2025年）"
eid = "二、（四）4."
place = "topic"
adapt = true

[[clauses]]
measure = "成知发〔2024〕3号"
eid = "五、（二）"
place = "topic"
slots = { "80万元" = "60万元" }
"""


@pytest.fixture
def answers(home: Path, tmp_path: Path) -> Path:
    (home / "office").mkdir(parents=True)
    (home / "office" / "organs.toml").write_text(ORGANS, encoding="utf-8")
    path = tmp_path / "answers.toml"
    path.write_text(ANSWERS, encoding="utf-8")
    return path


def test_json_tells_each_substitution_and_each_slot_with_its_place(answers: Path, tmp_path: Path) -> None:
    told = run_json("draft", "若干措施", "--answers", answers, "-o", tmp_path / "a.akn")
    assert (told["file"], told["title"], told["units"]) == (str(tmp_path / "a.akn"), "示例市促进专利转化若干措施", 4)
    (one,) = told["substitutions"]
    assert one == {
        "eid": "dvs_1__sdv_1",
        "path": ["一、", "（一）"],
        "part": "unit.text",
        "old": "市地方金融局",
        "new": "市委金融办",
        "why": "机关改名",
        "made": True,
    }
    assert [(slot["words"], slot["kind"], slot["blank"], slot["path"]) for slot in told["slots"]] == [
        ("【填写金额】", "金额", True, ["二、", "（二）"]),
        ("【填写期限】", "期限", True, ["二、", "（二）"]),
        ("人行武汉分行营管部", "名称", False, ["一、", "（一）"]),
        ("60万元", "金额", False, ["二、", "（二）"]),
    ]


def test_people_are_told_what_was_changed_what_is_to_be_filled_in_and_what_is_the_sources(
    answers: Path, tmp_path: Path
) -> None:
    made = run("draft", "若干措施", "--answers", answers, "-o", tmp_path / "a.akn")
    assert (made.exit_code, made.stderr) == (0, "")
    first, *lines = made.stdout.splitlines()
    assert first.endswith("4 个层级单元。")
    assert lines == [
        "已改为本地的说法 1 处：",
        "  一、（一）：“市地方金融局”改为“市委金融办”（机关改名）",
        "待填 2 处：",
        "  二、（二）：评价结果择优分级给予【填写金额】",
        "  二、（二）：支持【填写期限】",
        "照用先例的数字、日期和名称 2 处，核对是否适用；要改为待填的，在这一条写 slots = true：",
        "  一、（一）：人行武汉分行营管部",
        "  二、（二）：60万元",
    ]


def test_what_was_not_consented_to_is_proposed_in_words_that_can_be_put_in_the_answers(
    answers: Path, tmp_path: Path
) -> None:
    answers.write_text(ANSWERS.replace("adapt = true\n", ""), encoding="utf-8")
    (proposed,) = run_json("draft", "若干措施", "--answers", answers, "-o", tmp_path / "a.akn")["substitutions"]
    assert (proposed["old"], proposed["new"], proposed["made"]) == ("市地方金融局", "市委金融办", False)
    chosen = f'adapt = {{ "{proposed["old"]}" = "{proposed["new"]}" }}\n'
    answers.write_text(ANSWERS.replace("adapt = true\n", chosen), encoding="utf-8")
    assert run_json("draft", "若干措施", "--answers", answers, "-o", tmp_path / "b.akn")["substitutions"] == []


def test_a_blank_in_the_draft_is_found_by_the_check(answers: Path, tmp_path: Path) -> None:
    run("draft", "若干措施", "--answers", answers, "-o", tmp_path / "a.akn")
    checked = run("check", tmp_path / "a.akn")
    assert checked.stdout.count("还没有填") == 2


def test_a_faulty_register_is_told_before_anything_is_written(
    answers: Path, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "office" / "organs.toml").write_text("organ = 3\n", encoding="utf-8")
    arguments = ("draft", "若干措施", "--answers", answers, "-o", tmp_path / "a.akn")
    assert "organs.toml" in fail(monkeypatch, capsys, *arguments)
    assert not (tmp_path / "a.akn").exists()
