"""The office's own files: read with every fault at its line, written whole, looked up by name."""

import pytest

from chengwen_library.errors import ChengwenError
from chengwen_templates.office import Limits, Office, Organ
from chengwen_templates.office_files.faults import FaultyOffice
from chengwen_templates.office_files.reading import load_office
from chengwen_templates.office_files.writing import save_office, save_switched_off, write_example

ORGANS = """region = "示例市"

[[organ]]
name = "示例市市场监督管理局"
short_names = ["市市场监管局", "市市场监督管理局"]

[[organ]]
name = "示例市工商行政管理局"
short_names = ["市工商局"]
successor = "示例市市场监督管理局"
"""
MARKET = Organ("示例市市场监督管理局", ("市市场监管局", "市市场监督管理局"))
TRADE = Organ("示例市工商行政管理局", ("市工商局",), "示例市市场监督管理局")


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "office"


def written(folder, **files):
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


def faults(folder, **files):
    with pytest.raises(FaultyOffice) as raised:
        load_office(written(folder, **files))
    return [str(fault) for fault in raised.value.faults]


def test_a_folder_that_is_missing_is_an_empty_office(folder):
    assert load_office(folder) == Office()


def test_the_example_is_an_empty_office_and_never_overwrites(folder):
    written(folder, organs=ORGANS)
    write_example(folder)
    assert load_office(folder) == Office(region="示例市", organs=(MARKET, TRADE))
    assert sorted(path.name for path in folder.iterdir()) == ["limits.toml", "organs.toml", "rules.toml", "terms.toml"]


def test_the_example_lines_of_organs_are_right_once_their_hash_is_taken_away(folder):
    write_example(folder)
    path = folder / "limits.toml"
    lines = path.read_text(encoding="utf-8").splitlines()
    values = [line.removeprefix("# ").split("  ")[0] for line in lines if "=" in line]
    path.write_text("\n".join(values), encoding="utf-8")
    assert load_office(folder).limits == Limits(5, 2, 5000, 4000)


def test_every_file_is_read(folder):
    written(
        folder,
        organs=ORGANS,
        limits="most_years = 5\nmost_trial_years = 2\n",
        terms='[terms]\n"经营主体" = ["市场主体"]\n',
        rules='switched_off = ["numbering.single"]\n',
    )
    assert load_office(folder) == Office(
        region="示例市",
        organs=(MARKET, TRADE),
        limits=Limits(5, 2),
        terms=(("市场主体", "经营主体"),),
        switched_off=frozenset({"numbering.single"}),
    )


@pytest.mark.parametrize(
    ("name", "text", "line", "said"),
    [
        ("organs", '[[organ]]\nname = "甲"\nshort_names = "乙"\n', 3, "方括号"),
        ("organs", '[[organ]]\nname = "甲"\n\n[[organ]]\nshort_names = ["乙"]\n', 4, "全称"),
        ("organs", '[[organ]]\nname = "甲"\n\n[[organ]]\nname = "甲"\n', 5, "前面已经写过"),
        ("organs", '[[organ]]\nname = "甲"\nnick = "乙"\n', 3, "nick"),
        ("organs", '[[organ]]\nname = "甲"\nsuccessor = "甲"\n', 3, "绕成了圈"),
        ("organs", "[[organ]]\nname = 甲\n", 2, "写法不对"),
        ("organs", "regoin = 1\n", 1, "regoin"),
        ("limits", "\nmost_years = 0\n", 2, "1 到 99"),
        ("limits", "most_years = 5\nmost_year = 5\n", 2, "most_year"),
        ("limits", 'most_characters = "5000"\n', 1, "整数"),
        ("terms", '[terms]\n"甲" = "乙"\n', 2, "方括号"),
        ("terms", '[terms]\n"甲" = ["丙"]\n"乙" = ["丙"]\n', 3, "丙"),
        ("rules", 'switched_off = ["no.such"]\n', 1, "no.such"),
        ("rules", 'switched_off = "numbering.single"\n', 1, "方括号"),
    ],
)
def test_a_fault_is_told_with_file_and_line(folder, name, text, line, said):
    (fault,) = faults(folder, **{name: text})
    assert fault.startswith(f"“{name}.toml”第 {line} 行：")
    assert said in fault


def test_all_faults_of_all_files_are_told(folder):
    found = faults(folder, limits="most_years = 0\nmost_trial_years = 0\n", rules='switched_off = ["no.such"]\n')
    assert len(found) == 3


def test_the_error_is_one_line_that_names_the_first_fault(folder):
    with pytest.raises(ChengwenError) as raised:
        load_office(written(folder, limits="most_years = 0\n", rules='switched_off = ["no.such"]\n'))
    message = str(raised.value)
    assert "limits.toml" in message
    assert message.endswith("另有 1 处。")
    assert "\n" not in message


def test_a_file_that_is_not_utf8_is_told(folder):
    written(folder)
    (folder / "terms.toml").write_bytes("[terms]\n# 说明".encode("gb18030"))
    (fault,) = faults(folder)
    assert "UTF-8" in fault


def test_what_is_saved_is_read_back(folder):
    office = Office(
        region="示例市",
        organs=(MARKET, TRADE),
        limits=Limits(5, None, 6000, 4500),
        terms=(("市场主体", "经营主体"), ('带"引号"的\\词', "词")),
        switched_off=frozenset({"numbering.single", "text.term"}),
    )
    save_office(folder, office)
    assert load_office(folder) == office


def test_saving_one_file_leaves_the_others(folder):
    written(folder, organs=ORGANS)
    save_switched_off(folder, frozenset({"text.term"}))
    assert (folder / "organs.toml").read_text(encoding="utf-8") == ORGANS


# Looking names up

OFFICE = Office(region="示例市", organs=(MARKET, TRADE))


@pytest.mark.parametrize(
    ("name", "full"),
    [("市市场监管局", MARKET.name), (MARKET.name, MARKET.name), ("市工商局", TRADE.name), ("市财政局", None)],
)
def test_the_full_name_of_a_short_name(name, full):
    assert OFFICE.full_name(name) == full


@pytest.mark.parametrize(
    ("name", "heir"),
    [
        (TRADE.name, MARKET.name),
        ("市工商局", "市市场监管局"),
        (MARKET.name, None),
        ("国家工商行政管理总局", "国家市场监督管理总局"),
        ("国土资源部", "自然资源部"),
        ("市环保局", "市生态环境局"),
        ("另一市质量技术监督局", "另一市市场监督管理局"),
        ("国家知识产权局", None),
        ("市知识产权局", None),
    ],
)
def test_the_successor_of_a_renamed_organ(name, heir):
    assert OFFICE.successor(name) == heir
