"""The same document in every format: one tree, and every character in the measure or among what was left out."""

import shutil
import subprocess
from collections import Counter
from html import escape
from pathlib import Path
from typing import Any

import lxml.html
import pytest

import documents
import scoring
from chengwen_library.contract import reading_json
from chengwen_library.folding import fold
from chengwen_library.model import Unit
from chengwen_library.reading.reader import read_file, read_text
from material import NAMES, seed

CORPUS = [f"h{number}.txt" for number in ("01", "03", "07", "12", "15", "16", "19", "22", "25")]

TEXT = """示例市科学技术局关于印发《示例市促进转化若干措施》的通知
示科发〔2026〕1号
各区人民政府：
现将《示例市促进转化若干措施》印发给你们，请认真贯彻落实。
示例市科学技术局
2026年1月20日
示例市促进转化若干措施
为促进专利转化运用，根据《上位文件》（国办发〔2023〕37号），结合我市实际，制定本措施。
一、加强转化
（一）支持平台建设。支持高校院所建设专利转化平台，对首次认定的给予最高50万元补助。（责任单位：市科技局）
（二）支持企业转化。支持企业实施专利转化，到2027年转化专利1000件以上。
1.建立专利供需清单，定期发布；
2.组织供需对接，每年不少于4场。
二、强化保障
加强统筹协调，抓好工作落实。
本措施自印发之日起施行，有效期3年。
"""


def source(name: str) -> str:
    path = seed(name) if name in NAMES else scoring.CORPUS / name
    scoring.labels()
    return path.read_text(encoding="utf-8")


def page(text: str) -> bytes:
    lines = "".join(f"<p>{escape(line)}</p>\n" for line in text.splitlines())
    return f"<html><head><meta charset='utf-8'></head><body><div>{lines}</div></body></html>".encode()


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def account(path: Path) -> Counter[str]:
    measures: list[dict[str, Any]] = [reading_json(reading) for reading in read_file(path)]
    return Counter(fold("".join(filter(None, scoring.words(measures)))))


@pytest.mark.parametrize("name", [*NAMES, *CORPUS])
@pytest.mark.parametrize("ending", ["docx", "html"])
def test_nothing_of_a_real_document_is_lost_in_another_format(name: str, ending: str, tmp_path: Path) -> None:
    text = source(name)
    content = documents.plain(text) if ending == "docx" else page(text)
    assert account(written(tmp_path, f"a.{ending}", content)) == Counter(fold(text))


@pytest.mark.parametrize("name", ["h01.html", "h25.html"])
def test_nothing_of_a_web_page_is_lost(name: str) -> None:
    scoring.labels()
    tree = lxml.html.fromstring((scoring.CORPUS / name).read_text(encoding="utf-8"))
    for element in tree.xpath("//script | //style | //head"):
        element.drop_tree()
    assert account(scoring.CORPUS / name) == Counter(fold(tree.text_content()))


def tree(units: tuple[Unit, ...]) -> list[tuple[Any, ...]]:
    return [
        (unit.form, unit.number, fold(unit.heading or ""), fold(f"{unit.text}{unit.intro or ''}{unit.wrap_up or ''}"), tree(unit.children))
        for unit in units
    ]  # fmt: skip


def test_one_tree_six_ways(tmp_path: Path) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("needs LibreOffice (soffice)")
    made = {
        "styled.docx": documents.styled(TEXT),
        "plain.docx": documents.plain(TEXT),
        "numbered.docx": documents.numbered(TEXT),
        "page.html": page(TEXT),
    }
    paths = [written(tmp_path, name, content) for name, content in made.items()]
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "plain.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    (expected,) = read_text(TEXT, "a.txt")
    for path in [*paths, tmp_path / "plain.pdf"]:
        (reading,) = read_file(path)
        assert tree(reading.measure.units) == tree(expected.measure.units), path.name
        assert reading.measure.notice == expected.measure.notice, path.name
        assert (reading.measure.title, reading.measure.doc_number, reading.measure.closing) == (
            expected.measure.title, expected.measure.doc_number, expected.measure.closing,
        ), path.name  # fmt: skip
